/** Las lecciones en español. */
import type { LessonTable } from './lesson.ts'

export const es: LessonTable = {
  'licence-to-lead': {
    title: 'Aquí guías tú',
    promise: 'Sabes por qué te toca guiar y cómo hacerlo en los primeros cinco minutos.',
    parts: [
      {
        heading: 'Por qué te toca a ti',
        text: [
          'En casi todas las salas que compartes con un líder, esa persona pone el tema y tú preparas la respuesta. Aquí es al revés. Tú mentorizas: eliges de qué se habla, miras el reloj y decides cuándo un tema ha dado de sí. No es una cortesía de tu líder. Es justo para lo que existe el programa.',
          'Tu líder se ha apuntado para aprender lo que no puede aprender de gente como ella o como él: cómo se usan de verdad las herramientas, cómo caen las decisiones, qué hace que la gente de tu edad se quede o se marche. Si guiara tu líder, oiría contestar una vez más sus propias preguntas. Si guías tú, oye lo que no sabía preguntar.',
        ],
      },
      {
        heading: 'Cómo hacerlo',
        text: ['La iniciativa se toma con gestos pequeños y corrientes. Para empezar bastan tres:'],
        points: [
          'Envía el tema el día antes, en una frase: «Mañana me gustaría enseñarte cómo usamos la IA en mi equipo para los primeros borradores».',
          'Abre tú la sesión, antes de que la charla se convierta en un informe de situación: «Tengo tres cosas preparadas. La primera: ¿cómo fue la prueba de la última vez?».',
          'Ciérrala tú, cinco minutos antes, con una cosa que tu líder va a probar y la próxima fecha.',
        ],
      },
      {
        heading: 'No hace falta saberlo todo',
        text: [
          'Guiar no significa dominarlo todo. Puedes decir «no lo sé, vamos a averiguarlo» y seguir siendo quien guía. Lo que aportas es tu mirada desde donde estás, y en eso nadie puede tener más razón que tú.',
        ],
      },
    ],
    scenario: {
      heading: 'Los diez primeros minutos',
      text: [
        'Noor ha preparado una demostración. Su líder, Víctor, se sienta y dice: «Bueno, cuéntame algo de tu proyecto. ¿Y dónde te ves dentro de cinco años?». Es amable, y es una entrevista. Noor nota que la sesión se le escapa.',
        'Sonríe y dice: «Me encantaría volver a eso al final. Antes he preparado algo: dame diez minutos y tu portátil». Víctor se lo pasa. También para él es un alivio: no traía ningún plan.',
      ],
    },
    check: {
      question: 'Tu líder empieza preguntándote por tu carrera. ¿Qué haces?',
      answers: {
        a: {
          text: 'Contestar a todo. Interrumpir sería de mala educación.',
          why: 'Es amable, pero ahora guía tu líder y a ti te entrevistan. La próxima vez empezará igual.',
        },
        b: {
          text: 'Agradecerlo, dejar la pregunta para el final y abrir con tu plan.',
          why: 'Eso es. La pregunta no se pierde, nadie queda mal y desde el principio está claro quién fija la agenda.',
        },
        c: {
          text: 'Decir que aquí no se puede hablar de carreras.',
          why: 'Sí se puede; hasta pueden darle un lugar en su acuerdo. Lo que te toca a ti es el orden.',
        },
      },
    },
    find: 'papel, permiso, autoridad, agenda, primera sesión, iniciativa',
  },
  'running-a-session': {
    title: 'Una sesión que funciona',
    promise: 'Puedes preparar cincuenta minutos en media página y terminar con algo que de verdad se haga.',
    parts: [
      {
        heading: 'Una forma en la que apoyarse',
        text: [
          'No necesitas diapositivas. Necesitas una forma que los dos conozcan, para que nadie se pregunte qué viene después. Para cincuenta minutos va bien esta; si tienen menos, acorta las dos partes largas.',
        ],
        points: [
          '5 minutos: llegar. ¿Cómo estás, de verdad? Teléfonos fuera.',
          '10 minutos: qué pasó con lo que tu líder quería probar.',
          '20 minutos: tu tema. Enseña algo; no te limites a contarlo.',
          '10 minutos: tu líder da algo a cambio: contexto, un contacto, una opinión sincera.',
          '5 minutos: una cosa que probar y la próxima fecha.',
        ],
      },
      {
        heading: 'Enseña y deja hacer',
        text: [
          'Los líderes ven muchísimas presentaciones. Lo que casi nunca hacen es probar algo mal delante de alguien a quien no le importa. Así que trae lo de verdad: la aplicación de tu teléfono, la instrucción que le diste a la IA el lunes, el mensaje de la dirección y lo que entendió tu equipo. Enséñalo cinco minutos. Después pasa el teclado y quédate en silencio mientras busca el botón.',
        ],
      },
      {
        heading: 'Basta media página',
        text: [
          'Antes de cada sesión escribe tres líneas: qué enseñaré, qué preguntaré, qué podría probar después. Míralas otra vez al acabar. Si no ha dado tiempo a todo, no pasa nada: una conversación que llegó más hondo que el plan vale más que un plan cumplido.',
        ],
      },
    ],
    scenario: {
      heading: 'Sin tiempo',
      text: [
        'Sam quería enseñar tres herramientas. A los cuarenta minutos, Inés sigue con la primera. Teclea, maldice por lo bajo y se ríe. Sam mira el reloj y las dos herramientas que quedan.',
        'Las deja. En el minuto cuarenta y cinco dice: «Paramos aquí. ¿Para qué vas a usar esto antes de que nos veamos?». Inés contesta: «Para mi nota de los jueves». Sam lo apunta, y así la próxima vez podrá preguntar por la nota de los jueves.',
      ],
    },
    check: {
      question: 'Quedan diez minutos y medio plan. ¿Cuál es la mejor manera de usarlos?',
      answers: {
        a: {
          text: 'Acelerar y terminar lo que queda.',
          why: 'Tu líder oiría mucho y retendría poco. Lo que sobra es un buen comienzo para la próxima vez.',
        },
        b: {
          text: 'Preguntar si pueden alargar un cuarto de hora.',
          why: 'Su siguiente reunión espera, y el hueco que se alarga es el primero que cae en una semana llena.',
        },
        c: {
          text: 'Parar y acordar una cosa que probar y la próxima fecha.',
          why: 'Eso es. Se aprende con lo que tu líder hace entre una sesión y otra. Guarda esos últimos minutos.',
        },
      },
    },
    find: 'agenda, estructura, plan, tiempo, demostración, preparación, guion',
  },
  'ask-before-telling': {
    title: 'Preguntar antes de contar',
    promise: 'Puedes abrir un tema con una pregunta que despierte la curiosidad de tu líder.',
    parts: [
      {
        heading: 'Por qué primero una pregunta',
        text: [
          'Tú sabes algo y tu líder quiere saberlo. Lo más rápido parece explicarlo. Pero la respuesta a una pregunta que nadie ha hecho todavía resbala. Nos quedamos con aquello que acabamos de notar que nos faltaba.',
          'Además, la pregunta te dice por dónde empezar. A lo mejor sabe más de lo que crees y tus diez primeros minutos le aburrirían. A lo mejor sabe menos y se perdería en la segunda frase. Hasta que no preguntes, no lo sabrás.',
        ],
      },
      {
        heading: 'Las buenas preguntas son pequeñas',
        text: ['A las preguntas grandes se contesta con discursos; a las pequeñas, con historias. Compara:'],
        points: [
          'En vez de «¿Qué opinas de la IA?», pregunta: «¿Cuándo la usaste por última vez y para qué?».',
          'En vez de «¿Comunicamos bien?», pregunta: «¿Cómo te enteraste de lo que se dijo del último anuncio?».',
          'En vez de «¿Lo entiendes?», pregunta: «¿Con qué lo probarías primero?».',
        ],
      },
      {
        heading: 'Y luego, espera',
        text: [
          'Después de una buena pregunta llega un silencio. Parece largo y dura unos cuatro segundos. Déjalo estar: tu líder está pensando, y de eso se trata. Si lo llenas con otra pregunta o con la respuesta, le has dicho que aquí no hace falta pensar.',
          'Después puedes contar todo lo que quieras. Empieza por lo que ha dicho: «Hablabas de las notas de tu equipo. Déjame enseñarte qué hago yo con las mías». Ahora sí es una respuesta.',
        ],
      },
    ],
    scenario: {
      heading: 'Dos maneras de entrar en el mismo tema',
      text: [
        'Leila quiere hablar de por qué se va la gente joven. La primera vez trajo seis motivos. Su líder asintió a cada uno y le explicó lo que ya se estaba haciendo.',
        'La siguiente vez pregunta: «¿Quién fue la última persona de menos de treinta que sentiste perder? ¿Qué crees que diría hoy?». Él se queda callado un rato. Luego dice: «Nunca se lo pregunté». El resto de la sesión se pasa volando.',
      ],
    },
    check: {
      question: 'Quieres enseñar cómo usa tu equipo la IA. ¿Cómo empiezas?',
      answers: {
        a: {
          text: '«¿Qué es lo último que escribiste y te llevó demasiado tiempo?»',
          why: 'Eso es. Es pequeña, trata de su propio trabajo y la respuesta te dice exactamente qué enseñar.',
        },
        b: {
          text: '«Te voy a explicar todo lo que puede hacer.»',
          why: 'Será una buena demostración de algo que todavía no ha notado que necesita.',
        },
        c: {
          text: '«¿Sabes cómo funcionan estos modelos?»',
          why: 'Es una pregunta de examen. Quien no lo sabe tiene que admitirlo de entrada, antes de que haya confianza.',
        },
      },
    },
    find: 'preguntas, curiosidad, silencio, coaching, explicar',
  },
  patience: {
    title: 'Despacio está bien',
    promise: 'Puedes dejar que tu líder se tome el tiempo que lleva aprender.',
    parts: [
      {
        heading: 'Lo que para ti es fácil no lo es',
        text: [
          'Tú lo has hecho mil veces y tus dedos se saben el camino. Tu líder lo hace por primera vez, con alguien mirando, después de años siendo quien sabía. Es más difícil de lo que parece. Que vaya despacio no quiere decir que le cueste entender.',
          'Quien está acostumbrado a hacer las cosas bien suele esconder que empieza de cero. Hace bromas, cambia de tema o devuelve la tarea: «Hazlo tú, que vas más rápido». Si la aceptas, habrás ahorrado un minuto y perdido la lección.',
        ],
      },
      {
        heading: 'Cuatro costumbres',
        text: [],
        points: [
          'Las manos, fuera del teclado. Di qué buscar, no dónde hacer clic.',
          'Una cosa nueva cada vez. Si son tres, harán falta tres sesiones.',
          'Di lo que ha salido bien antes de lo que falta: «Con eso casi lo tienes. ¿Y si le dices quién lo va a leer?».',
          'Deja que cometa el error que no importa. Se recuerda lo que uno mismo ha arreglado.',
        ],
      },
      {
        heading: 'Volver sobre lo mismo',
        text: [
          'Olvidar entre dos sesiones es normal: hay tres semanas y doscientos mensajes por medio. Empieza con un breve «enséñame cómo lo hiciste», sin suspirar. Si olvida lo mismo por tercera vez, quizá no le sirva. Pregúntaselo y elijan otra cosa. No es un fracaso: es conocer a quien enseñas.',
        ],
      },
    ],
    scenario: {
      heading: 'Hazlo tú',
      text: [
        'Marta lleva un minuto buscando el menú. «Anda, Deniz, hazlo tú», dice, y gira la pantalla hacia él. La mano de Deniz ya se está moviendo.',
        'La retira. «Casi estás. ¿Qué quieres hacer con este texto?» «Que sea más corto.» «Pues escribe justo eso.» Lo escribe y lee lo que sale. «¿Y ya está?» Ya está. Esa misma tarde se lo enseña a su asistente.',
      ],
    },
    check: {
      question: 'Tu líder dice: «Tú vas más rápido, hazlo tú». ¿Qué ayuda más?',
      answers: {
        a: {
          text: 'Hacerlo deprisa e ir explicando.',
          why: 'Te seguirá y no recordará nada. Mirar se parece a aprender, y no lo es.',
        },
        b: {
          text: 'Dejarlo en sus manos y dar la siguiente pista, pequeña.',
          why: 'Eso es. El paso sigue siendo suyo y es lo bastante pequeño para darlo. Así se vuelve costumbre.',
        },
        c: {
          text: 'Proponer un curso para principiantes.',
          why: 'Ha acudido a ti porque no quería un curso. Además, suena a sentencia.',
        },
      },
    },
    find: 'ritmo, lento, principiante, repetición, frustración, calma',
  },
  'feedback-upward': {
    title: 'Decirle a un líder lo que ves',
    promise: 'Puedes decir algo incómodo de forma que se pueda escuchar.',
    parts: [
      {
        heading: 'Por qué lo necesita de ti',
        text: [
          'Cuanto más sube alguien, menos le cuentan. La gente suaviza, espera y lo deja pasar. Tu líder lo sabe, y es una de las razones por las que está aquí. Una frase sincera tuya puede ser la única que reciba este mes.',
          'Pero tiene que poder escucharse. Si suena a juicio sobre la persona, la respuesta es una defensa. Si habla de una cosa que pasó, la respuesta es una reflexión.',
        ],
      },
      {
        heading: 'Tres pasos',
        text: [],
        points: [
          'Pide permiso: «¿Puedo contarte cómo se vio desde donde estoy?». Puede decir «hoy no», y casi siempre dice que sí.',
          'Di lo que viste y qué provocó, sin adivinar el porqué: «En la reunión miraste el teléfono mientras hablaba Ana. Después no se animó nadie más».',
          'Déjale el resto: «¿Qué te parece?». No tienes que traer la solución.',
        ],
      },
      {
        heading: 'Lo que te toca decir',
        text: [
          'Habla por ti y de lo que has visto. «Todo el mundo piensa» no se puede comprobar y suena a amenaza. «Yo me perdí» no se puede rebatir. No traigas las quejas de otras personas ni nombres nunca a quien te contó algo en confianza.',
          'Lo bueno también cuenta. «Cuando dijiste que no lo sabías, toda la sala respiró» es una observación, y hace más fácil aceptar la siguiente.',
        ],
      },
    ],
    scenario: {
      heading: 'La reunión general',
      text: [
        'Después de una reunión de toda la empresa, el líder de Jonás pregunta: «Bueno, ¿qué tal he estado?». Jonás podría decir «genial». En cambio pregunta: «¿En general, o un momento que me llamó la atención?». «El momento.»',
        '«Dijiste que no cambiaría ningún puesto. En la diapositiva siguiente salían equipos nuevos. A mi alrededor la gente dejó de escuchar y empezó a escribirse.» Una pausa. «Eso no me lo ha dicho nadie.» «¿Con qué te gustaría que se quedaran?» Pasan media hora con una sola frase, y es una buena media hora.',
      ],
    },
    check: {
      question: '¿Qué frase le resulta más fácil de escuchar a un líder?',
      answers: {
        a: {
          text: '«En realidad no escuchas a la gente joven.»',
          why: 'Eso va contra la persona entera. Solo cabe contestar «claro que sí», y ahí se acaba.',
        },
        b: {
          text: '«A muchos el mensaje nos pareció fuera de lugar.»',
          why: '¿Quiénes son y qué mensaje? No se puede comprobar, y tu líder se preguntará quién anda hablando.',
        },
        c: {
          text: '«Cuando pusiste esa diapositiva dejé de entender. ¿Qué querías decir con ella?»',
          why: 'Eso es. Un momento, tu propia mirada y una pregunta que le deja el siguiente paso.',
        },
      },
    },
    find: 'crítica, sinceridad, desacuerdo, feedback, retroalimentación, opinar',
  },
  power: {
    title: 'La diferencia que hay en la sala',
    promise: 'Ves lo que el rango hace con los dos y puedes quitarle algo de peso.',
    parts: [
      {
        heading: 'No desaparece',
        text: [
          'Tu líder puede ser cercano e informal, y aun así su «quizá» pesa más que tu «seguro». El rango cambia quién habla primero, quién pide perdón y qué se queda sin decir. Hacer como si no existiera favorece a quien tiene más. Tenerlo presente les ayuda a los dos.',
          'También pesa sobre los líderes. Temen parecer anticuados delante de alguien que luego lo cuente. Tú temes pagar más tarde por algo que dijiste. Los dos miedos son normales y no hace falta hablar mucho de ellos. Pero se puede contar con ellos.',
        ],
      },
      {
        heading: 'Pequeñas cosas que igualan',
        text: [],
        points: [
          'El sitio: en línea, dando un paseo o en una sala neutral. Su despacho es su escenario.',
          'Los asientos: al lado, mirando la misma pantalla, no con una mesa por medio.',
          'El trato: tutearse o no, pero en las dos direcciones.',
          'Los turnos: tú abres, tú cierras, y preguntan los dos.',
          'El papel: completen pronto su acuerdo. Deja por escrito que nada de esto va a una evaluación.',
        ],
      },
      {
        heading: 'Lo que no debes',
        text: [
          'A tu líder le debes preparación, sinceridad y discreción. No le debes estar de acuerdo, trabajo extra, noticias de tus compañeros ni buen humor. Y nunca se te empareja con alguien de tu propia línea jerárquica. El producto no lo permite: quien tienes delante no es tu jefe ni el jefe de tu jefe.',
        ],
      },
    ],
    scenario: {
      heading: 'Un favor inocente',
      text: [
        '«¿Les echas un vistazo a mis diapositivas del jueves? Se te da tan bien…» A Emil le halaga. Son dos tardes de trabajo, y a un amigo le habría dicho que no.',
        'Dice: «Las diapositivas no, pero dedicamos veinte minutos de la próxima sesión y me enseñas las dos que no te convencen». Sigue siendo mentoría, y cabe en el tiempo que acordaron.',
      ],
    },
    check: {
      question: 'Tu líder propone que se reúnan en su despacho «porque es más cómodo». ¿Qué contestas?',
      answers: {
        a: {
          text: '«¿Y si buscamos una sala, o paseamos? Allí me resulta más fácil guiar.»',
          why: 'Eso es. Es un deseo con su motivo, no culpa a nadie y saca la sesión de su escenario.',
        },
        b: {
          text: 'Aceptar. El sitio es un detalle.',
          why: 'En su silla, con su asistente en la puerta, manda desde el primer segundo. El sitio habla, y mucho.',
        },
        c: {
          text: '«El programa lo prohíbe.»',
          why: 'El acuerdo ofrece un lugar neutral; nada prohíbe su despacho. Y quien se esconde detrás de una norma cede la iniciativa.',
        },
      },
    },
    find: 'jerarquía, rango, estatus, despacho, igualdad, miedo, jefe',
  },
  boundaries: {
    title: 'Hasta aquí',
    promise: 'Puedes decir que no a lo que no corresponde y seguir llevándose bien.',
    parts: [
      {
        heading: 'Qué corresponde aquí',
        text: [
          'Sus sesiones son para el reto del programa, para los temas que eligieron y para los dos objetivos de su acuerdo. Es mucho. No es todo. Algunas cosas no corresponden, aunque los dos tengan buena intención:',
        ],
        points: [
          'Informes sobre compañeros: quién dijo qué, quién vale, quién busca trabajo.',
          'Decisiones sobre ti: tu sueldo, tu ascenso, un puesto en un proyecto que reparta tu líder.',
          'Trabajo que no es aprendizaje: diapositivas, recados, soporte técnico.',
          'La vida privada, más allá de lo que cada cual quiera contar.',
          'Lo que tu propia jefatura debería oír primero de ti.',
        ],
      },
      {
        heading: 'Cómo decirlo',
        text: [
          'Un límite se pone mejor pronto, con ligereza y sin discurso. Nómbralo, da el motivo en media frase y ofrece algo que sí corresponda: «Prefiero no hablar de la gente de mi equipo. Lo que sí puedo contarte es cómo se ve el cambio desde donde estoy».',
          'El acuerdo tiene una línea para los temas que dejan fuera. Úsenla. Lo que se acordó en la primera semana es después un recordatorio, no un reproche.',
        ],
      },
      {
        heading: 'Si no se respeta',
        text: [
          'Una vez es un descuido. Repítelo, un poco más claro. Si sigue, o si se trata de contacto físico, de amenazas o de algo que no querrías que le pasara a una amiga, no tienes que resolverlo con tu líder. Habla con quien organiza el programa o con el servicio que tenga tu empresa para estas cosas. Y puedes terminar la mentoría con un solo gesto, sin dar motivos.',
        ],
      },
    ],
    scenario: {
      heading: 'Entre nosotros',
      text: [
        '«Entre nosotros —dice Roberto—, ¿está Karin a la altura de dirigir tu equipo?» A Aisha le cae bien Karin. También ve que lo que diga ahora se va a usar.',
        '«De Karin no quiero hablar a sus espaldas. Pero si quieres saber qué necesita hoy quien lleva un equipo, tengo alguna idea.» Roberto la mira un segundo. «Tienes razón. Adelante.»',
      ],
    },
    check: {
      question: 'Tu líder pregunta quién de tu equipo está pensando en irse. ¿Qué dices?',
      answers: {
        a: {
          text: 'Un nombre, y le pides discreción.',
          why: 'No te corresponde darlo, y ya no se puede borrar. Además, tu líder vería cómo tratarías lo que te cuente.',
        },
        b: {
          text: '«No voy a dar nombres. Puedo decirte qué haría que me fuera yo.»',
          why: 'Eso es. Es claro, es amable, y tu líder recibe algo cierto que sí es tuyo.',
        },
        c: {
          text: '«Ni idea», aunque lo sabes.',
          why: 'Salva el momento, y la pregunta volverá. Un pequeño «no» abierto es más seguro que una pequeña mentira.',
        },
      },
    },
    find: 'límites, decir que no, compañeros, cotilleo, ascenso, acoso, denuncia',
  },
  confidentiality: {
    title: 'Lo que queda entre ustedes dos',
    promise: 'Sabes qué te guardas, qué ve el programa y dónde termina la confianza.',
    parts: [
      {
        heading: 'La regla sencilla',
        text: [
          'Lo que se cuentan queda entre los dos. Vale para lo que tu líder duda, no sabe o planea, y vale también para lo que tú dijiste de tu equipo. Puedes llevarte lo aprendido; no te llevas quién lo dijo. «He aprendido que los presupuestos se cierran en mayo» es tuyo. «A mi líder le preocupa mayo», no.',
        ],
      },
      {
        heading: 'Lo que ve el programa',
        text: [
          'El equipo del programa ve fechas, si se han reunido, si su acuerdo está firmado, si algo debería cambiar entre los dos y cifras agregadas. No se le muestra lo que dicen en una sesión, lo que escriben en el acuerdo ni lo que cada cual responde sobre la otra persona. Puedes consultarlo todo en «Quién puede ver qué», en Mi mentoría. Sale de las reglas que el producto aplica de verdad.',
        ],
      },
      {
        heading: 'Dónde termina',
        text: ['La confianza tiene límites, y es justo decirlos en la primera sesión:'],
        points: [
          'La seguridad de alguien está en peligro: la tuya o la de otra persona.',
          'Lo exige la ley, por ejemplo ante un delito o con información que mueve la bolsa.',
          'Acoso o discriminación. Para ti siempre puedes pedir ayuda.',
        ],
      },
      {
        heading: 'Pedir ayuda sin contar de más',
        text: [
          'Puede que quieras consejo. Lo tendrás sin faltar a tu palabra si describes la situación y dejas fuera a la persona. «¿Qué hago cuando alguien cancela dos veces?» es una pregunta que puede contestar cualquiera en la empresa.',
        ],
      },
    ],
    scenario: {
      heading: 'En la cocina',
      text: [
        '«Tú mentorizas a la directora financiera, ¿no? ¿Va a haber recortes?» Se giran cuatro compañeros. Yusuf sabe algo. También sabe que encogerse de hombros se leería como un sí.',
        '«De nuestras sesiones no hablo, ni de las partes aburridas. Pero pregúntame lo que quieras de IA.» Se ríen y el tema se acaba. La próxima vez no pregunta nadie.',
      ],
    },
    check: {
      question:
        'En una sesión te enteras de una reorganización que no es pública y afecta al puesto de un amigo. ¿Qué es lo correcto?',
      answers: {
        a: {
          text: 'Darle una pista. Él haría lo mismo por ti.',
          why: 'Una pista es contarlo. Puede perjudicar a tu líder, a tu amigo y a ti, y en la próxima persona se confiará menos.',
        },
        b: {
          text: 'Escribírselo a quien organiza el programa, para que alguien lo sepa.',
          why: 'No hay nadie en peligro ni nada contra la ley. Lo que hablan no está pensado para quien organiza.',
        },
        c: {
          text: 'Guardártelo y decirle a tu líder que prefieres no oír esas cosas.',
          why: 'Eso es. Tu palabra vale, y la próxima vez te ahorras un secreto que pesa.',
        },
      },
    },
    find: 'secreto, privacidad, confianza, ley, información privilegiada, cotilleo, quién ve',
  },
  'wrong-thing': {
    title: 'Cuando sale mal',
    promise: 'Puedes arreglar una frase torpe, la haya dicho quien la haya dicho.',
    parts: [
      {
        heading: 'Va a pasar',
        text: [
          'Dirás algo demasiado cortante, demasiado familiar o simplemente falso. Tu líder dirá algo sobre tu generación, tu origen o tu acento que te hará parpadear. Dos personas que nunca meten la pata son dos personas que no se dicen nada. Lo que cuenta es el minuto siguiente.',
        ],
      },
      {
        heading: 'Si has sido tú',
        text: ['Dilo pronto, dilo en breve y sigue. Una disculpa larga obliga a la otra persona a cuidarte.'],
        points: [
          '«Me ha salido más duro de lo que quería. Lo que quería decir es esto.»',
          '«En eso me equivoqué. Gracias por decírmelo.»',
          'Si te das cuenta por la noche, escribe una línea en el chat: «No dejo de pensar en lo que dije de tu presentación. No fue justo. ¿Empezamos por ahí la próxima vez?».',
        ],
      },
      {
        heading: 'Si ha sido tu líder',
        text: [
          'Puedes elegir. Puedes dejarlo pasar porque no te quedan fuerzas; eso no es cobardía. Puedes preguntar «¿cómo lo dices?»: muchas veces la gente se oye a sí misma. O puedes decir qué te ha hecho: «Cuando dices “los jóvenes como tú”, ya no soy quien te mentoriza, soy un ejemplo». Parte de que querría saberlo. Casi siempre es así, y casi nadie se lo dice.',
          'No eres portavoz de toda la gente que se parece a ti o vive como tú. «Solo puedo hablar por mí» es siempre una respuesta completa. Y lo que duele una y otra vez ya no es torpeza: entonces vale la lección sobre los límites.',
        ],
      },
    ],
    scenario: {
      heading: '«Para tu edad»',
      text: [
        '«Qué organizado eres para tu edad», dice Elena, con cariño. Tomás nota el pinchazo y ve que ella no se ha dado cuenta.',
        '«¿Te lo repito? “Para tu edad.”» Elena se pone roja. «Ay. No era un cumplido, ¿verdad?» «La mitad sí.» Se ríen los dos. Elena lo apunta. Es lo primero que le cuenta a su equipo sobre el programa.',
      ],
    },
    check: {
      question: 'Delante de tu líder has llamado «estúpida» a una decisión. Era suya. ¿Y ahora?',
      answers: {
        a: {
          text: '«No era la palabra. ¿Puedo decirte qué me parece difícil?»',
          why: 'Eso es. Retiras la palabra, no la idea, y pueden seguir en el mismo minuto.',
        },
        b: {
          text: 'Disculparte varias veces y cambiar de tema.',
          why: 'Ahora tu líder tiene que consolarte, y se pierde lo que tenías que decir de la decisión.',
        },
        c: {
          text: 'Mantenerlo. Se supone que debes hablar con franqueza.',
          why: 'La franqueza va al asunto. «Estúpida» es una nota, y ante las notas la gente se defiende.',
        },
      },
    },
    find: 'error, disculpa, perdón, ofender, inclusión, sesgo, estereotipo, torpe, meter la pata',
  },
  intimidation: {
    title: 'Cuando un líder ocupa toda la sala',
    promise: 'Puedes mantenerte firme ante quien te pisa la palabra y sabes cuándo parar.',
    parts: [
      {
        heading: 'Tres maneras de ser demasiado',
        text: ['No todo lo que parece enorme quiere serlo. Ayuda distinguir:'],
        points: [
          'Quien habla sin parar llena el tiempo porque el silencio le resulta extraño. A menudo son nervios.',
          'Quien pone a prueba lo discute todo para ver si lo sostienes. A menudo te respeta cuando lo haces.',
          'Quien se entusiasma lo quiere todo ya, escribe a medianoche y te abruma con gracias y tareas.',
        ],
      },
      {
        heading: 'Qué ayuda',
        text: [
          'Primero, baja el ritmo. Los dos pies en el suelo, suelta el aire y habla un poco más bajo que tu líder. Después nombra lo que pasa en vez de pelear con ello:',
        ],
        points: [
          'A quien habla: «Te paro aquí. Quiero enseñarte una cosa antes de que se acabe el tiempo».',
          'A quien prueba: «Puede que tengas razón. Esto es lo que veo yo. ¿Qué te haría cambiar de opinión?».',
          'A quien se entusiasma: «Una cosa hasta la próxima vez. ¿Cuál?».',
        ],
      },
      {
        heading: 'Cuando es más que eso',
        text: [
          'Quien levanta la voz, amenaza, humilla o te recuerda lo que podría hacer con tu carrera no te está poniendo a prueba. Puedes irte de la sesión: «Por hoy lo dejo aquí». No tienes que explicarlo ni volver.',
          'Apunta para ti qué pasó y cuándo. Después habla con quien organiza el programa o con quien tu empresa haya nombrado para estos casos. Puedes terminar la mentoría por tu cuenta; tu líder recibe un mensaje neutro que no da motivos.',
        ],
      },
    ],
    scenario: {
      heading: 'Eso aquí no funciona',
      text: [
        'Enseñe lo que enseñe Mei, Pablo dice: «Eso aquí no funciona». A la tercera, se le atasca la frase siguiente. Entonces se acuerda: quien pone a prueba.',
        'Cierra el portátil. «Van tres. Elige la que más cerca esté de funcionar y dime qué le falta.» Pablo se echa hacia atrás. «La segunda», dice, y por primera vez toma él el teclado.',
      ],
    },
    check: {
      question: 'Tu líder se ríe de una idea tuya y dice: «Cuidado, que conozco a tu jefa». ¿Qué encaja?',
      answers: {
        a: {
          text: 'Reírte también. Seguro que era broma.',
          why: 'Quizá. Pero una broma sobre tu carrera, de alguien con poder sobre carreras, funciona como amenaza, y reír dice que puede seguir.',
        },
        b: {
          text: '«Así me cuesta hablar con sinceridad. Si era una broma, por favor, no la repitas.»',
          why: 'Eso es. Dices lo que provoca y dejas una vuelta atrás. Si se repite, termina la sesión y busca ayuda.',
        },
        c: {
          text: 'Callar y tener más cuidado desde ahora.',
          why: 'Se entiende, y no es ninguna vergüenza. Pero desde ahora no aprenderá nada de ti y tú cargarás con ello a solas.',
        },
      },
    },
    find: 'acoso, amenaza, presión, dominar, entusiasmo, miedo, gritos, ayuda, terminar',
  },
  listening: {
    title: 'Escuchar sin defenderse',
    promise: 'Puedes oír algo duro y conseguir que te cuenten también lo siguiente.',
    parts: [
      {
        heading: 'El reflejo',
        text: [
          'Alguien veinte años más joven te dice que nadie entendió tu mensaje. En un segundo tienes la respuesta: el contexto que no conoce, la limitación que no ve, las tres cosas que ya se están haciendo. Todo es verdad. Y cuando lo hayas dicho, no volverás a oír nada parecido de esa persona.',
          'Explicar es lo que a los líderes se les da bien. A quien tienes delante le suena a: no deberías haberlo dicho.',
        ],
      },
      {
        heading: 'Tres frases para sustituirlo',
        text: ['No tienes que estar de acuerdo. Solo tienes que quedarte un poco más:'],
        points: [
          '«Cuéntame más.» Y cuenta hasta cuatro.',
          '«¿Cómo se veía desde donde estabas?» Pide hechos, no un veredicto.',
          '«A ver si lo he entendido: oíste esto e hiciste aquello.» Que alguien repita bien lo que dijiste es raro, y no se olvida.',
        ],
      },
      {
        heading: 'Qué hacer con el «pero»',
        text: [
          'Llegará. Escríbelo en vez de decirlo. Al final de la sesión, mira tu nota: si todavía importa, pregunta si quiere conocer el contexto. La mitad de las veces verás que no hacía falta. Te ha contado cómo cayó, y el contexto no cambia cómo ha caído algo.',
          'Y da las gracias de un modo que te cueste algo: di en qué vas a pensar. «Gracias por tu franqueza» es lo que se dice antes de que no pase nada.',
        ],
      },
    ],
    scenario: {
      heading: 'Las nuevas normas de oficina',
      text: [
        '«Cuando salieron las normas nuevas, en mi equipo empezaron a mirar ofertas», dice Omar. Clara, su líder, nota que se enciende. Había peleado para que fueran más suaves.',
        'Dice: «Cuéntame más». Resulta que no eran las normas. Era que llegaron por correo un viernes a las seis. Clara escribe «viernes, seis» en su cuaderno y nada más. Eso sí puede cambiarlo.',
      ],
    },
    check: {
      question: 'Quien te mentoriza dice que tu último anuncio sonó poco sincero. ¿Cuál es tu primera frase?',
      answers: {
        a: {
          text: '«Tienes que saber lo que había detrás.»',
          why: 'Puede ser cierto e importante. Como primera frase cierra la puerta, porque contesta antes de entender.',
        },
        b: {
          text: '«Siento que te hayas sentido así.»',
          why: 'Suena a disculpa y pasa la culpa a sus sentimientos. La gente conoce bien esa frase.',
        },
        c: {
          text: '«¿Qué parte te sonó así?»',
          why: 'Eso es. Aceptas que pasó y pides el único detalle con el que puedes hacer algo.',
        },
      },
    },
    find: 'feedback, defensiva, explicar, crítica, oír, atención',
  },
  'not-knowing': {
    title: 'Decir «no sé cómo se hace»',
    promise: 'Puedes empezar de cero delante de alguien más joven y salir ganando.',
    parts: [
      {
        heading: 'Por qué te cuesta justo a ti',
        text: [
          'Hace mucho que te pagan por saber. Que te miren mientras buscas un botón va en contra de todo lo que te ha traído hasta aquí. Por eso los líderes suelen hacer como que saben: asienten, delegan o dicen que el tema está sobrevalorado. Quien te mentoriza lo nota en los primeros cinco minutos y se adapta. Te enseñará lo que ya sabes y se aburrirán los dos.',
        ],
      },
      {
        heading: 'Nómbralo, con precisión',
        text: [
          '«La tecnología y yo no nos llevamos» es una broma, no una confesión. Sirve para que nadie haga nada. Lo que ayuda es ser preciso:',
        ],
        points: [
          '«Nunca le he pedido nada a una IA por mi cuenta. Lo hace mi equipo.»',
          '«Uso esa palabra en discursos y no sabría explicarla.»',
          '«No sé qué piensa la gente de tu edad cuando ve nuestra página de empleo.»',
        ],
      },
      {
        heading: 'El miedo a decir algo que no toca',
        text: [
          'Quizá no preguntas por no parecer de otra época o por no herir: sobre la edad, el origen, el género, la salud. Pregunta si puedes preguntar: «Me gustaría entender una cosa y no sé bien con qué palabras. ¿Te parece?». Te pueden decir que no, y hablan solo por sí, no por un grupo. Si una palabra no era la adecuada, retírala en breve, usa la mejor y sigue.',
          'Y después hazlo con tus propias manos. No saber se convierte en saber cuando haces algo mal por primera vez, aquí, donde no cuesta nada.',
        ],
      },
    ],
    scenario: {
      heading: 'Asentir',
      text: [
        'Andrea lleva veinte minutos asintiendo. Kofi, su mentor, va tres pasos por delante, y ella se perdió en el primero. Si lo dice ahora, los veinte minutos no habrán servido de nada.',
        '«Kofi, para. Llevo asintiendo desde la primera pantalla. ¿Volvemos ahí?» Él se ríe. «Ya me extrañaba.» Empiezan de nuevo, más despacio, con ella al teclado. Una semana después dice la misma frase en el consejo, y hay dos personas que lo agradecen.',
      ],
    },
    check: {
      question: 'Quien te mentoriza usa un término que no conoces. ¿Qué haces?',
      answers: {
        a: {
          text: 'Asentir y buscarlo después.',
          why: 'El resto de la hora construirías sobre un hueco, y nadie más que tú sabría que está ahí.',
        },
        b: {
          text: '«Espera. ¿Qué significa y dónde me lo encontraría?»',
          why: 'Eso es. Te cuesta una frase y le enseña por dónde empezar. Además, le facilita admitir lo que no sabe.',
        },
        c: {
          text: '«Antes lo llamábamos de otra manera.»',
          why: 'Puede ser. Pero ahora se habla de tu experiencia y no de lo nuevo.',
        },
      },
    },
    find: 'ignorancia, principiante, vergüenza, meter la pata, preguntas, humildad, ofender',
  },
  'the-slot': {
    title: 'Proteger el hueco',
    promise: 'Puedes mantener las fechas y mover una sin dañar lo que construyeron.',
    parts: [
      {
        heading: 'Lo que dice una fecha cancelada',
        text: [
          'Para ti es una de las cuarenta citas de la semana. Para quien te mentoriza es la que preparó el domingo. Al cancelar piensas: ha surgido algo. La otra persona piensa: no importo lo bastante. No te lo dirá. Después de la segunda preparará menos, y después de la tercera no quedará nada que cancelar.',
          'En los programas que fracasan, casi siempre empieza así. No con una discusión, sino con dos fechas canceladas.',
        ],
      },
      {
        heading: 'Cuatro acuerdos que aguantan',
        text: [],
        points: [
          'Dile a tu asistente, en una frase, que este hueco solo se mueve por lo que movería también un consejo. La persona que nombres aquí como asistente solo ve las horas.',
          'Si no puedes, dilo pronto, dilo tú y usa «No puedo asistir» en vez de rechazar la invitación: los dos reciben horas nuevas en un plazo de siete días, si sus calendarios las tienen.',
          'Muévela, no la dejes caer. Treinta minutos esta semana valen más que cincuenta el mes que viene.',
          'Si vas, que sea de verdad. Portátil cerrado, teléfono boca abajo, puerta cerrada.',
        ],
      },
      {
        heading: 'Cuando has sido tú',
        text: [
          'Alguna vez tendrás que cancelar con una hora de margen. Escribe tú dos líneas: qué ha surgido, que sientes lo que había preparado y qué hora nueva te va bien. No se las encargues a nadie. En la sesión siguiente, empieza por aquello que había preparado. Así verá que sabes que estaba ahí.',
        ],
      },
    ],
    scenario: {
      heading: 'Consejo, martes a las tres',
      text: [
        'El lunes cae un consejo encima de la sesión. Lo primero que piensa Enrique: entonces, el mes que viene. Lo segundo: la última también la moví.',
        'Pulsa «No puedo asistir», elige el jueves por la mañana que le ofrece la tarjeta y escribe: «Consejo, lo siento, y van dos. El jueves es fijo, llevo yo el café». El jueves solo tienen media hora. El plan viene afinado para que quepa.',
      ],
    },
    check: {
      question: 'Un cliente importante solo puede a la hora de la sesión. ¿Qué es lo mejor?',
      answers: {
        a: {
          text: 'Avisar tú hoy mismo y elegir otra hora dentro de la semana.',
          why: 'Eso es. Las cosas surgen. Lo que cuenta es que se mueva, pronto, y que lo hagas tú.',
        },
        b: {
          text: 'Pedir a tu asistente que rechace la invitación.',
          why: 'A la otra persona le llega una línea gris en el calendario, sin motivo y sin fecha nueva. Dice más de lo que querías.',
        },
        c: {
          text: 'Saltársela y hacer una más larga la próxima vez.',
          why: 'El intervalo pasa a seis semanas, se olvida lo que probaste entretanto y saltársela ya es posible.',
        },
      },
    },
    find: 'cancelar, calendario, aplazar, mover, tiempo, asistente, compromiso, prioridad',
  },
  'not-an-appraisal': {
    title: 'Ni entrevista ni evaluación',
    promise: 'Puedes tratar con alguien júnior sin juzgar, y que lo note.',
    parts: [
      {
        heading: 'Siempre te están leyendo',
        text: [
          'Preguntas «¿dónde te ves dentro de cinco años?» porque te interesa. Quien te mentoriza oye la primera pregunta de una entrevista. Dices «impresionante», y oye una nota. Aquí no evalúas a nadie, pero tu cargo lo hace por ti si no tienes cuidado. Quien se siente evaluado enseña lo que cree que quieres ver. Y entonces no aprendes nada.',
        ],
      },
      {
        heading: 'Lo que se queda fuera',
        text: [],
        points: [
          'Su rendimiento. Nada de sus sesiones va a una evaluación, a un ascenso o a una charla con su jefatura, ni siquiera los elogios. También el elogio dice que llevas la cuenta.',
          'Las promesas. «Me acordaré de ti cuando salga el puesto» convierte a quien te mentoriza en candidato.',
          'Su equipo. No preguntes quién vale, quién se va o cómo es su jefa. Tendría que elegir entre tú y su gente.',
          'El rescate. No tienes que resolverle la carrera. Si quieres dar algo a cambio, pregunta qué le ayudaría y ofrece una mirada, más que un favor.',
        ],
      },
      {
        heading: 'Lo que se dice aquí se queda aquí',
        text: [
          'Lo que te cuenta de la vida más abajo es un regalo con remitente: en un equipo pequeño todo el mundo sabe de quién viene. Llévate la idea y deja fuera la fuente. No cites, no digas «me lo contó una persona joven» y no actúes tan deprisa tras un comentario que se sepa quién fue. La confianza termina solo donde lo exige la seguridad de alguien o la ley.',
        ],
      },
    ],
    scenario: {
      heading: 'Unas palabras amables',
      text: [
        'En el ascensor, Susana coincide con el jefe de su mentora. «La Priya de tu equipo es extraordinaria. Me ha contado tantas cosas del proyecto…» Lo dice con buena intención. El jefe sonríe. ¿Qué habrá contado Priya?',
        'Esa tarde, a Priya le hacen una pregunta que no puede contestar. En la sesión siguiente está amable y prudente. Susana pregunta qué ha cambiado, y se entera. «Ha sido culpa mía —dice—. ¿Qué te gustaría que le dijera a tu jefe, si quieres que le diga algo?»',
      ],
    },
    check: {
      question: 'Quien te mentoriza te impresiona y sabes de una vacante. ¿Qué encaja con tu papel?',
      answers: {
        a: {
          text: 'Recomendarle, como sorpresa, a quien contrata.',
          why: 'Es generoso, y convierte las sesiones en una selección que los demás desconocen. Además, decide por encima de la otra persona.',
        },
        b: {
          text: 'Insinuar que, si esto sigue así, se podrían abrir puertas.',
          why: 'Desde ahora cada sesión es una prueba. Se acabó oír lo que piensa de verdad.',
        },
        c: {
          text: 'Separarlo: decirle qué has aprendido y dejar que el puesto siga su camino normal.',
          why: 'Eso es. Agradecer algo concreto vale mucho, y las sesiones siguen siendo un sitio donde no se gana ni se pierde nada.',
        },
      },
    },
    find: 'entrevista, rendimiento, ascenso, juzgar, evaluar, confidencialidad, jefe, elogio',
  },
  'acting-visibly': {
    title: 'Hacer algo con ello',
    promise: 'Puedes convertir lo que oyes en un paso visible y hacérselo saber a quien te mentoriza.',
    parts: [
      {
        heading: 'Por qué lo decide todo',
        text: [
          'A quien te mentoriza no le pagan por esto. Lo que le hace seguir es ver que sirve. Si pasan tres sesiones y nada ha cambiado, sacará la conclusión evidente: ha sido una charla agradable. Y también la sacará la gente a quien se lo cuente.',
          'No tiene que ser grande. Nadie espera que le des la vuelta a la empresa por una hora. Una cosa pequeña, hecha y a la vista, pesa más que una promesa sobre la grande.',
        ],
      },
      {
        heading: 'Un paso, con fecha',
        text: ['Termina cada sesión con una cosa que harás antes de la siguiente. Que sea:'],
        points: [
          'Tuya: la haces tú, no la encargas.',
          'Pequeña: una hora como mucho.',
          'Visible: la nota alguien más que tú.',
          'Abierta a fallar: «Lo pruebo en la nota del jueves y traigo lo que haya salido mal».',
        ],
      },
      {
        heading: 'Cierra el círculo',
        text: [
          'Empieza la sesión siguiente con lo que salió, antes de que te lo tengan que preguntar. Si no lo hiciste, dilo sin adornos. Si salió mal, trae el fallo: es el mejor material que pueden tener. Y si lo has pensado y decides que no, da el motivo. «No, porque…» es una respuesta. El silencio no lo es.',
          'Cuando una idea funciona, di en público que te la enseñaron. Antes pregunta si quiere que se le nombre. Hay quien sí. Y hay quien prefiere que ocurra sin ruido, y eso lo decide la otra persona.',
        ],
      },
    ],
    scenario: {
      heading: 'El correo más corto',
      text: [
        '«Nadie pasa de la tercera línea», le había dicho Lucía a su líder sobre el correo semanal. Él contestó que lo pensaría, y ella se dijo: pues ya está.',
        'El viernes el correo tiene tres líneas. Debajo pone: «Alguien me ha enseñado que esto basta. Lo demás está en el enlace. Díganme si les falta algo». Contestan cuarenta personas. El lunes, Lucía empieza a preparar la sesión siguiente, aunque faltan dos semanas.',
      ],
    },
    check: {
      question: 'La idea de quien te mentoriza es buena, pero pide un presupuesto que no tienes. ¿Qué haces?',
      answers: {
        a: {
          text: 'Decir que verás qué se puede hacer.',
          why: 'Esa frase ya la ha oído. Es más amable decir lo que no va a pasar.',
        },
        b: {
          text: 'Decirlo y elegir el trozo más pequeño que puedas hacer tú este mes.',
          why: 'Eso es. La verdad sobre el presupuesto y un paso visible. Las dos cosas muestran que lo tomaste en serio.',
        },
        c: {
          text: 'Pasarlo al departamento que toca y darlo por hecho.',
          why: 'Visto desde abajo, ha desaparecido. Si lo pasas, sigue dentro y cuenta en qué acaba.',
        },
      },
    },
    find: 'acción, seguimiento, probar, impacto, mérito, reconocimiento, próximo paso',
  },
}
