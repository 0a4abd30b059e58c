/** What the bot has for somebody in each thing that they are in a Program: said when it greets them and under "help". */
import { type Language, languageOf } from './sentence.ts'

const en = {
  nobody:
    'You aren’t taking part in a program right now. My mentoring shows which ones are open to you and what they ask of you.',
  mentor:
    'As a Mentor: I tell you who your Mentee is and why, ask how it went after each session, and look for another time when one of you can’t make it.',
  mentee:
    'As a Mentee: I tell you who your Mentor is and why, ask how it went after each session, and look for another time when one of you can’t make it.',
  organizer:
    'As an Organizer: I tell you when a pair needs you. You plan, match and follow the sessions in the Mentoring app.',
  sponsor:
    'As the Sponsor: I tell you when a word from you counts, and bring you each post that needs your approval. Until it’s approved, nothing is posted.',
  communications: 'In Communications: you draft posts under Publish, and post them once they’re approved.',
  reviewer:
    'As a reviewer: I tell you when there are applications to read. You read them by yourself; the Organizer decides.',
  'independent-contact':
    'As an independent contact: people can write to you directly. I show you nothing about them.',
  'stand-in': 'As a stand-in: on the days that the Sponsor names, you decide about posts in their place.',
  assistant:
    'As an assistant: when a session in a calendar you keep needs another time, I ask you. You see times, nothing else.',
}

export type RoleHereWordKey = keyof typeof en
type Table = Record<RoleHereWordKey, string>

const es: Table = {
  nobody:
    'Ahora mismo no participas en ningún programa. En Mi mentoría ves cuáles están abiertos para ti y qué te piden.',
  mentor:
    'En tu papel de mentor: te digo quién es tu aprendiz y por qué, te pregunto qué tal después de cada sesión y busco otra hora cuando la fijada no le va bien a alguien.',
  mentee:
    'En tu papel de aprendiz: te digo quién te va a enseñar y por qué, te pregunto qué tal después de cada sesión y busco otra hora cuando la fijada no le va bien a alguien.',
  organizer:
    'En la organización: te aviso cuando dos personas emparejadas necesitan algo de ti. El plan, los emparejamientos y las sesiones los llevas en la aplicación Mentoring.',
  sponsor:
    'Como patrocinio: te aviso cuando una palabra tuya cuenta y te traigo cada publicación que necesita tu aprobación. Hasta que se apruebe, no se publica nada.',
  communications: 'En comunicación: redactas en Publicar y publicas lo que esté aprobado.',
  reviewer:
    'En la revisión: te aviso cuando hay solicitudes por leer. Las lees por tu cuenta; decide quien organiza.',
  'independent-contact':
    'Como contacto independiente: la gente puede escribirte directamente. No te muestro nada de nadie.',
  'stand-in':
    'En la suplencia: los días que indique quien patrocina, decides en su lugar sobre las publicaciones.',
  assistant:
    'En la asistencia: cuando una sesión de una agenda que llevas necesita otra hora, te pregunto. Ves horas y nada más.',
}

const ar: Table = {
  nobody: 'لست مشاركًا في أي برنامج الآن. تجد في صفحة «إرشادي» البرامج المتاحة لك وما تتطلبه منك.',
  mentor:
    'بصفتك مرشدًا: أخبرك من المسترشد الذي اختير لك ولماذا، وأسألك كيف كانت كل جلسة بعدها، وأبحث عن موعد آخر حين يتعذر الحضور على أحدكما.',
  mentee:
    'بصفتك مسترشدًا: أخبرك من المرشد الذي اختير لك ولماذا، وأسألك كيف كانت كل جلسة بعدها، وأبحث عن موعد آخر حين يتعذر الحضور على أحدكما.',
  organizer:
    'بصفتك منظّمًا: أخبرك حين يحتاج ثنائي إليك. أما التخطيط واختيار الثنائيات ومتابعة الجلسات فمكانها تطبيق Mentoring.',
  sponsor:
    'بصفتك الراعي: أخبرك حين يكون لكلمة منك أثر، وأحمل إليك كل منشور يحتاج إلى موافقتك. ولا يُنشر شيء قبل الموافقة عليه.',
  communications: 'في التواصل: تكتب المنشورات في صفحة النشر، وتنشرها بعد الموافقة عليها.',
  reviewer: 'في مراجعة الطلبات: أخبرك حين تكون هناك طلبات للقراءة. تقرؤها وحدك، والقرار للمنظّم.',
  'independent-contact': 'بصفتك جهة اتصال مستقلة: يستطيع الناس مراسلتك مباشرة. ولا أعرض عليك شيئًا عنهم.',
  'stand-in': 'في النيابة: في الأيام التي يحددها الراعي تقرّر مكانه في المنشورات.',
  assistant: 'بصفتك مساعدًا: أسألك حين تحتاج جلسة في تقويم تديره إلى موعد آخر. ترى الأوقات ولا ترى غيرها.',
}

export const roleHereWords: Record<Language, Table> = { en, es, ar }

export const roleHereIn = (locale: string) => (key: RoleHereWordKey) => roleHereWords[languageOf(locale)][key]
