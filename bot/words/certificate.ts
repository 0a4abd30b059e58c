/** What a certificate says, on paper and on the page that checks it, and where it is taken. */
import type { Sentence } from './sentence.ts'

const en = {
  title: 'Certificate',
  'as.mentor': 'took part in reverse mentoring as a Mentor, the junior who teaches a leader',
  'as.mentee': 'took part in reverse mentoring as a Mentee, the leader who learns from a junior',
  done: {
    one: '{count} session held, {hours} in all, on {period}',
    other: '{count} sessions held, {hours} in all, {period}',
  },
  topics: 'What brought the pair together: {topics}',
  skills: 'Skills shown, confirmed by the leader: {skills}',
  sponsor: 'Sponsor of the program: {sponsor}',
  counted: 'Sessions are counted as the holder reported them after each one.',
  issued: 'Issued {date}',
  code: 'Code {code}',
  check: 'Is it genuine? Open this link with an account of the organization.',
  file: 'certificate',

  'take.title': 'Your certificate',
  'take.text': {
    one: 'It says your name, your role, the program, and the one session you reported as held. No rating, no answer of yours, and not who your partner was.',
    other:
      'It says your name, your role, the program, and the {count} sessions you reported as held. No rating, no answer of yours, and not who your partner was.',
  },
  'take.none':
    'There is no certificate: you reported no session of this pair as held, and it only says what was done.',
  'take.act': 'Download as PDF',
  'take.saved': 'Your certificate is in your downloads.',
  'take.code':
    'Your certificate’s code is {code}. Anyone in the organization you give it to can check the certificate, until you’re erased here.',
  'take.see': 'See what others see',
  'skills.ask.title': 'What has {partner} shown you?',
  'skills.ask.text':
    'Tick what {partner} can do, as you have seen it. {partner} sees what you tick, and it stands on their certificate. What you leave out is not mentioned anywhere.',
  'skills.save': 'Confirm',
  'skills.saved': 'Confirmed. It stands on {partner}’s next download.',
  'skills.saved.none': 'Nothing is confirmed now.',
  'skills.mine': 'Confirmed by {partner}, and on your certificate: {skills}',
  'skills.mine.none':
    '{partner} has not confirmed any skills yet, so your certificate names none. You can download it again later.',

  'check.title': 'Check a certificate',
  'check.label': 'Code on the certificate',
  'check.act': 'Check',
  'check.valid': 'This certificate is genuine',
  'check.note': 'Compare what stands here with the paper: if it says something else, the paper was changed.',
  'check.unknown': 'There is no certificate with this code',
  'check.unknown.text':
    'Check that you typed it as it stands there. A certificate is also gone once its holder was erased here.',
  'check.name': 'Name',
  'check.role': 'Role',
  'check.program': 'Program',
  'check.done': 'What was done',
  'check.topics': 'Topics',
  'check.skills': 'Skills confirmed by the leader',
  'check.issued': 'First issued',
  'check.mentor': 'Mentor, the junior who teaches',
  'check.mentee': 'Mentee, the leader who learns',
} as const satisfies Record<string, Sentence>

export type CertificateWordKey = keyof typeof en
type Table = Record<CertificateWordKey, Sentence>

const es: Table = {
  title: 'Certificado',
  'as.mentor': 'participó en mentoría inversa como Mentor: quien, al inicio de su carrera, enseña a un líder',
  'as.mentee': 'participó en mentoría inversa como Mentee: el líder que aprende de alguien más joven',
  done: {
    one: '{count} sesión celebrada, {hours} en total, el {period}',
    other: '{count} sesiones celebradas, {hours} en total, {period}',
  },
  topics: 'Lo que unió a la pareja: {topics}',
  skills: 'Habilidades demostradas, confirmadas por el líder: {skills}',
  sponsor: 'Patrocinio del programa: {sponsor}',
  counted: 'Las sesiones se cuentan tal como las comunicó la persona titular después de cada una.',
  issued: 'Emitido el {date}',
  code: 'Código {code}',
  check: '¿Es auténtico? Abre este enlace con una cuenta de la organización.',
  file: 'certificado',

  'take.title': 'Tu certificado',
  'take.text': {
    one: 'Dice tu nombre, tu papel, el programa y la única sesión que indicaste como celebrada. Ninguna valoración, ninguna respuesta tuya, ni quién fue tu pareja.',
    other:
      'Dice tu nombre, tu papel, el programa y las {count} sesiones que indicaste como celebradas. Ninguna valoración, ninguna respuesta tuya, ni quién fue tu pareja.',
  },
  'take.none':
    'No hay certificado: no indicaste como celebrada ninguna sesión de esta pareja, y solo dice lo que se hizo.',
  'take.act': 'Descargar en PDF',
  'take.saved': 'Tu certificado está en tus descargas.',
  'take.code':
    'El código de tu certificado es {code}. Cualquiera de la organización a quien se lo des puede comprobar el certificado, hasta que se borren tus datos aquí.',
  'take.see': 'Ver lo que ven los demás',
  'skills.ask.title': '¿Qué te ha demostrado {partner}?',
  'skills.ask.text':
    'Marca lo que {partner} sabe hacer, según lo que has visto. {partner} ve lo que marcas, y figura en su certificado. Lo que dejas sin marcar no se menciona en ninguna parte.',
  'skills.save': 'Confirmar',
  'skills.saved': 'Confirmado. Figurará en la próxima descarga de {partner}.',
  'skills.saved.none': 'Ahora no hay nada confirmado.',
  'skills.mine': 'Confirmadas por {partner}, y en tu certificado: {skills}',
  'skills.mine.none':
    '{partner} todavía no ha confirmado ninguna habilidad, así que tu certificado no nombra ninguna. Puedes descargarlo otra vez más adelante.',

  'check.title': 'Comprobar un certificado',
  'check.label': 'Código del certificado',
  'check.act': 'Comprobar',
  'check.valid': 'Este certificado es auténtico',
  'check.note': 'Compara lo que pone aquí con el papel: si dice otra cosa, el papel se ha modificado.',
  'check.unknown': 'No hay ningún certificado con este código',
  'check.unknown.text':
    'Comprueba que lo has escrito tal como aparece. Un certificado también deja de existir cuando se borran aquí los datos de su titular.',
  'check.name': 'Nombre',
  'check.role': 'Papel',
  'check.program': 'Programa',
  'check.done': 'Lo que se hizo',
  'check.topics': 'Temas',
  'check.skills': 'Habilidades confirmadas por el líder',
  'check.issued': 'Emitido por primera vez',
  'check.mentor': 'Mentor: enseña al inicio de su carrera',
  'check.mentee': 'Mentee: el líder que aprende',
}

const ar: Table = {
  title: 'شهادة مشاركة',
  'as.mentor': 'شارك في الإرشاد العكسي بصفة مرشد: الموظف الأحدث الذي يعلّم قائدًا',
  'as.mentee': 'شارك في الإرشاد العكسي بصفة مسترشد: القائد الذي يتعلّم من موظف أحدث منه',
  done: {
    one: 'جلسة واحدة عُقدت، مدتها {hours}، في {period}',
    two: 'جلستان عُقدتا، مجموعهما {hours}، {period}',
    few: '{count} جلسات عُقدت، مجموعها {hours}، {period}',
    many: '{count} جلسة عُقدت، مجموعها {hours}، {period}',
    other: '{count} جلسة عُقدت، مجموعها {hours}، {period}',
  },
  topics: 'ما جمع الشريكين: {topics}',
  skills: 'مهارات أُظهرت وأكّدها القائد: {skills}',
  sponsor: 'راعي البرنامج: {sponsor}',
  counted: 'تُحسب الجلسات كما أبلغ عنها صاحب الشهادة بعد كل واحدة منها.',
  issued: 'صدرت في {date}',
  code: 'الرمز {code}',
  check: 'هل هي صحيحة؟ افتح هذا الرابط بحساب من المؤسسة.',
  file: 'شهادة',

  'take.title': 'شهادتك',
  'take.text': {
    one: 'تذكر اسمك ودورك والبرنامج والجلسة الواحدة التي ذكرتَ أنها عُقدت. لا تقييم فيها ولا إجابة من إجاباتك، ولا اسم شريكك.',
    two: 'تذكر اسمك ودورك والبرنامج والجلستين اللتين ذكرتَ أنهما عُقدتا. لا تقييم فيها ولا إجابة من إجاباتك، ولا اسم شريكك.',
    few: 'تذكر اسمك ودورك والبرنامج و{count} جلسات ذكرتَ أنها عُقدت. لا تقييم فيها ولا إجابة من إجاباتك، ولا اسم شريكك.',
    many: 'تذكر اسمك ودورك والبرنامج و{count} جلسة ذكرتَ أنها عُقدت. لا تقييم فيها ولا إجابة من إجاباتك، ولا اسم شريكك.',
    other:
      'تذكر اسمك ودورك والبرنامج و{count} جلسة ذكرتَ أنها عُقدت. لا تقييم فيها ولا إجابة من إجاباتك، ولا اسم شريكك.',
  },
  'take.none': 'لا توجد شهادة: لم تذكر أن أي جلسة من جلسات هذه الشراكة عُقدت، وهي لا تقول إلا ما تمّ.',
  'take.act': 'تنزيل بصيغة PDF',
  'take.saved': 'شهادتك في مجلد التنزيلات.',
  'take.code':
    'رمز شهادتك {code}. يستطيع كل من تعطيه إياه في المؤسسة التحقق من الشهادة، إلى أن تُمحى بياناتك هنا.',
  'take.see': 'عرض ما يراه الآخرون',
  'skills.ask.title': 'ما الذي أظهره لك {partner}؟',
  'skills.ask.text':
    'ضع علامة على ما يجيده {partner} كما رأيتَه. سيرى {partner} ما تختاره، وسيظهر في شهادته. وما تتركه لا يُذكر في أي مكان.',
  'skills.save': 'تأكيد',
  'skills.saved': 'تم التأكيد. سيظهر في التنزيل القادم لدى {partner}.',
  'skills.saved.none': 'لا شيء مؤكَّد الآن.',
  'skills.mine': 'أكّدها {partner}، وهي في شهادتك: {skills}',
  'skills.mine.none':
    'لم يؤكد {partner} أي مهارة بعد، فلا تذكر شهادتك أيًا منها. يمكنك تنزيلها مرة أخرى لاحقًا.',

  'check.title': 'التحقق من شهادة',
  'check.label': 'الرمز المكتوب على الشهادة',
  'check.act': 'تحقق',
  'check.valid': 'هذه الشهادة صحيحة',
  'check.note': 'قارن المكتوب هنا بالورقة: إن اختلفا فقد غُيّرت الورقة.',
  'check.unknown': 'لا توجد شهادة بهذا الرمز',
  'check.unknown.text': 'تأكد من كتابته كما هو. وتزول الشهادة أيضًا إذا مُحيت بيانات صاحبها هنا.',
  'check.name': 'الاسم',
  'check.role': 'الدور',
  'check.program': 'البرنامج',
  'check.done': 'ما تمّ',
  'check.topics': 'المواضيع',
  'check.skills': 'مهارات أكّدها القائد',
  'check.issued': 'صدرت أول مرة',
  'check.mentor': 'مرشد: الموظف الأحدث الذي يعلّم',
  'check.mentee': 'مسترشد: القائد الذي يتعلّم',
}

export const certificateWords = { en, es, ar }
