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
  'paper.check': 'Is it genuine? Open this link with an account of the organization.',
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
  'next.title': 'What comes next',
  'next.over': 'Your pair ends here. Whatever you keep up is yours to arrange.',
  'next.keep-in-touch': 'You both want to keep in touch. Write or meet whenever it suits you.',
  'next.swap':
    'You both want ordinary mentoring from here. Dates are yours to arrange; the program doesn’t book them.',
  'next.continue': 'You both want to go on.',
  'next.closed': 'The cohort has closed, so dates are yours to arrange.',
  'next.months': 'For how long?',
  'next.month': { one: '{count} month', other: '{count} months' },
  'next.act': 'Look for times',
  'next.done': {
    one: 'One more session. A time is being looked for; you both get a card once it is in your calendars.',
    other:
      '{count} more sessions. Times are being looked for; you both get a card once they are in your calendars.',
  },
  'next.chosen': {
    one: 'You go on for {months}: one more session.',
    other: 'You go on for {months}: {count} more sessions.',
  },
  'growth.title': 'How far you came',
  'growth.note':
    'Where each of you stood when you agreed, and where you stand at the end, on a scale of 1 to 5. Only the two of you see this side by side.',
  'growth.mine': 'You',
  'growth.from-to': '{start} → {end}',
  'growth.said': 'from {start} to {end}',
  'skills.ask.title': 'What has {partner} shown you?',
  'skills.ask.text':
    'Tick what {partner} can do, as you have seen it. {partner} sees what you tick, and it stands on their certificate. What you leave out is not mentioned anywhere.',
  'skills.save': 'Confirm',
  'skills.saved': 'Confirmed. It stands on {partner}’s next download.',
  'skills.saved.none': 'Nothing is confirmed now.',
  'skills.mine': 'Confirmed by {partner}, and on your certificate: {skills}',
  'skills.mine.none':
    '{partner} has not confirmed any skills yet, so your certificate names none. You can download it again later.',

  'proof.title': 'Check a certificate',
  'proof.label': 'Code on the certificate',
  'proof.act': 'Check',
  'proof.valid': 'This certificate is genuine',
  'proof.note': 'Compare what stands here with the paper: if it says something else, the paper was changed.',
  'proof.unknown': 'There is no certificate with this code',
  'proof.unknown.text':
    'Check that you typed it as it stands there. A certificate is also gone once its holder was erased here.',
  'proof.name': 'Name',
  'proof.role': 'Role',
  'proof.program': 'Program',
  'proof.done': 'What was done',
  'proof.topics': 'Topics',
  'proof.skills': 'Skills confirmed by the leader',
  'proof.issued': 'First issued',
  'proof.mentor': 'Mentor, the junior who teaches',
  'proof.mentee': 'Mentee, the leader who learns',
} as const satisfies Record<string, Sentence>

export type CertificateWordKey = keyof typeof en
type Table = Record<CertificateWordKey, Sentence>

const es: Table = {
  title: 'Certificado',
  'as.mentor':
    'participó en mentoría inversa como Mentor: alguien que, al inicio de su carrera, enseña a un líder',
  'as.mentee':
    'participó en mentoría inversa como aprendiz: un líder que aprende de alguien al inicio de su carrera',
  done: {
    one: '{count} sesión celebrada, {hours} en total, el {period}',
    other: '{count} sesiones celebradas, {hours} en total, {period}',
  },
  topics: 'Lo que unió a las dos personas: {topics}',
  skills: 'Habilidades demostradas, confirmadas por el líder: {skills}',
  sponsor: 'Patrocinio del programa: {sponsor}',
  counted: 'Las sesiones se cuentan tal como las comunicó la persona titular después de cada una.',
  issued: 'Emitido el {date}',
  code: 'Código {code}',
  'paper.check': '¿Es auténtico? Abre este enlace con una cuenta de la organización.',
  file: 'certificado',

  'take.title': 'Tu certificado',
  'take.text': {
    one: 'Dice tu nombre, tu papel, el programa y la única sesión que indicaste como celebrada. Ninguna valoración, ninguna respuesta tuya, ni el nombre de la otra persona.',
    other:
      'Dice tu nombre, tu papel, el programa y las {count} sesiones que indicaste como celebradas. Ninguna valoración, ninguna respuesta tuya, ni el nombre de la otra persona.',
  },
  'take.none':
    'No hay certificado: no indicaste como celebrada ninguna sesión de esta pareja, y solo dice lo que se hizo.',
  'take.act': 'Descargar en PDF',
  'take.saved': 'Tu certificado está en tus descargas.',
  'take.code':
    'El código de tu certificado es {code}. Cualquiera de la organización a quien se lo des puede comprobar el certificado, hasta que se borren tus datos aquí.',
  'take.see': 'Ver lo que ven los demás',
  'next.title': 'Qué viene después',
  'next.over': 'El emparejamiento termina aquí. Lo que quieran mantener queda en manos de ustedes.',
  'next.keep-in-touch':
    'Hay ganas de mantener el contacto por ambas partes. Pueden escribirse o verse cuando les venga bien.',
  'next.swap':
    'Hay ganas de una mentoría corriente de aquí en adelante. Las fechas se acuerdan entre ustedes; el programa no las reserva.',
  'next.continue': 'Hay ganas de seguir por ambas partes.',
  'next.closed': 'La edición se ha cerrado, así que las fechas se acuerdan entre ustedes.',
  'next.months': '¿Por cuánto tiempo?',
  'next.month': { one: '{count} mes', many: '{count} meses', other: '{count} meses' },
  'next.act': 'Buscar horas',
  'next.done': {
    one: 'Una sesión más. Se busca una hora; llega una tarjeta a cada parte cuando esté en los calendarios.',
    many: '{count} sesiones más. Se buscan horas; llega una tarjeta a cada parte cuando estén en los calendarios.',
    other:
      '{count} sesiones más. Se buscan horas; llega una tarjeta a cada parte cuando estén en los calendarios.',
  },
  'next.chosen': {
    one: 'Siguen {months}: una sesión más.',
    many: 'Siguen {months}: {count} sesiones más.',
    other: 'Siguen {months}: {count} sesiones más.',
  },
  'growth.title': 'Hasta dónde llegaron',
  'growth.note':
    'Dónde estaba cada cual al firmar el acuerdo y dónde está al final, en una escala de 1 a 5. Solo ustedes ven esto lado a lado.',
  'growth.mine': 'Tú',
  'growth.from-to': '{start} → {end}',
  'growth.said': 'de {start} a {end}',
  'skills.ask.title': '¿Qué te ha demostrado {partner}?',
  'skills.ask.text':
    'Marca lo que {partner} sabe hacer, según lo que has visto. {partner} ve lo que marcas, y figura en su certificado. Lo que dejas sin marcar no se menciona en ninguna parte.',
  'skills.save': 'Confirmar',
  'skills.saved': 'Confirmado. Figurará en la próxima descarga de {partner}.',
  'skills.saved.none': 'Ahora no hay nada confirmado.',
  'skills.mine': 'Confirmadas por {partner}, y en tu certificado: {skills}',
  'skills.mine.none':
    '{partner} todavía no ha confirmado ninguna habilidad, así que tu certificado no nombra ninguna. Puedes descargarlo otra vez más adelante.',

  'proof.title': 'Comprobar un certificado',
  'proof.label': 'Código del certificado',
  'proof.act': 'Comprobar',
  'proof.valid': 'Este certificado es auténtico',
  'proof.note': 'Compara lo que pone aquí con el papel: si dice otra cosa, el papel se ha modificado.',
  'proof.unknown': 'No hay ningún certificado con este código',
  'proof.unknown.text':
    'Comprueba que lo has escrito tal como aparece. Un certificado también deja de existir cuando se borran aquí los datos de su titular.',
  'proof.name': 'Nombre',
  'proof.role': 'Papel',
  'proof.program': 'Programa',
  'proof.done': 'Lo que se hizo',
  'proof.topics': 'Temas',
  'proof.skills': 'Habilidades confirmadas por el líder',
  'proof.issued': 'Emitido por primera vez',
  'proof.mentor': 'Mentor: enseña al inicio de su carrera',
  'proof.mentee': 'Aprendiz: el líder que aprende',
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
  'paper.check': 'هل هي صحيحة؟ افتح هذا الرابط بحساب من المؤسسة.',
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
  'next.title': 'ماذا بعد',
  'next.over': 'تنتهي شراكتكما هنا. وما تودّان مواصلته ترتبانه بأنفسكما.',
  'next.keep-in-touch': 'كلاكما يريد البقاء على تواصل. تراسلا أو التقيا متى ناسبكما.',
  'next.swap': 'كلاكما يريد إرشادًا معتادًا من الآن. ترتبان المواعيد بأنفسكما؛ فالبرنامج لا يحجزها.',
  'next.continue': 'كلاكما يريد المواصلة.',
  'next.closed': 'أُغلقت الدفعة، فترتبان المواعيد بأنفسكما.',
  'next.months': 'لأي مدة؟',
  'next.month': {
    zero: '{count} شهر',
    one: 'شهر واحد',
    two: 'شهران',
    few: '{count} أشهر',
    many: '{count} شهرًا',
    other: '{count} شهر',
  },
  'next.act': 'ابحث عن مواعيد',
  'next.done': {
    zero: 'لا جلسات إضافية.',
    one: 'جلسة إضافية واحدة. يُبحث عن موعد لها، وتصلكما بطاقة متى حُجز في تقويميكما.',
    two: 'جلستان إضافيتان. يُبحث عن موعدين لهما، وتصلكما بطاقة متى حُجزا في تقويميكما.',
    few: '{count} جلسات إضافية. يُبحث عن مواعيد لها، وتصلكما بطاقة متى حُجزت في تقويميكما.',
    many: '{count} جلسة إضافية. يُبحث عن مواعيد لها، وتصلكما بطاقة متى حُجزت في تقويميكما.',
    other: '{count} جلسة إضافية. يُبحث عن مواعيد لها، وتصلكما بطاقة متى حُجزت في تقويميكما.',
  },
  'next.chosen': {
    zero: 'تواصلان {months}.',
    one: 'تواصلان {months}: جلسة إضافية واحدة.',
    two: 'تواصلان {months}: جلستان إضافيتان.',
    few: 'تواصلان {months}: {count} جلسات إضافية.',
    many: 'تواصلان {months}: {count} جلسة إضافية.',
    other: 'تواصلان {months}: {count} جلسة إضافية.',
  },
  'growth.title': 'إلى أين وصلتما',
  'growth.note':
    'أين كان كل منكما عند توقيع الاتفاق، وأين هو في النهاية، على مقياس من 1 إلى 5. لا يرى هذا جنبًا إلى جنب سواكما.',
  'growth.mine': 'أنت',
  'growth.from-to': '{start} ← {end}',
  'growth.said': 'من {start} إلى {end}',
  'skills.ask.title': 'ما الذي أظهره لك {partner}؟',
  'skills.ask.text':
    'ضع علامة على ما يجيده {partner} كما رأيتَه. سيرى {partner} ما تختاره، وسيظهر في شهادته. وما تتركه لا يُذكر في أي مكان.',
  'skills.save': 'تأكيد',
  'skills.saved': 'تم التأكيد. سيظهر في التنزيل القادم لدى {partner}.',
  'skills.saved.none': 'لا شيء مؤكَّد الآن.',
  'skills.mine': 'أكّدها {partner}، وهي في شهادتك: {skills}',
  'skills.mine.none':
    'لم يؤكد {partner} أي مهارة بعد، فلا تذكر شهادتك أيًا منها. يمكنك تنزيلها مرة أخرى لاحقًا.',

  'proof.title': 'التحقق من شهادة',
  'proof.label': 'الرمز المكتوب على الشهادة',
  'proof.act': 'تحقق',
  'proof.valid': 'هذه الشهادة صحيحة',
  'proof.note': 'قارن المكتوب هنا بالورقة: إن اختلفا فقد غُيّرت الورقة.',
  'proof.unknown': 'لا توجد شهادة بهذا الرمز',
  'proof.unknown.text': 'تأكد من كتابته كما هو. وتزول الشهادة أيضًا إذا مُحيت بيانات صاحبها هنا.',
  'proof.name': 'الاسم',
  'proof.role': 'الدور',
  'proof.program': 'البرنامج',
  'proof.done': 'ما تمّ',
  'proof.topics': 'المواضيع',
  'proof.skills': 'مهارات أكّدها القائد',
  'proof.issued': 'صدرت أول مرة',
  'proof.mentor': 'مرشد: الموظف الأحدث الذي يعلّم',
  'proof.mentee': 'مسترشد: القائد الذي يتعلّم',
}

export const certificateWords = { en, es, ar }
