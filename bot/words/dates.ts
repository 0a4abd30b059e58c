/** Dates of a cohort: what the Sponsor does, and what has not been opened yet; for card and tab alike. */
const en = {
  'duty.invite': 'Invite the leaders',
  'duty.kickoff': 'Open the kickoff',
  'duty.midpoint': 'A word at the midpoint',
  'duty.close': 'Close and thank',
  'duty.invite.text':
    'Leaders say yes when the invitation comes from you. A short message is enough: why this matters to you, and what you expect of them.',
  'duty.kickoff.text':
    'Open the kickoff yourself. Five minutes will do: why leaders learn here, and that Mentors may be frank.',
  'duty.midpoint.text':
    'Halfway, enthusiasm needs a word from the top. Ask a few leaders what they have tried so far, and write everyone a few lines.',
  'duty.close.text':
    'Thank the Mentors at the close, and say what will change because of what leaders have learned.',
  'on.invite': 'Enrollment opens',
  'on.kickoff': 'First sessions',
  'on.midpoint': 'Midpoint',
  'on.close': 'Close',
  'card.done': 'It’s done',
  'card.is-done': 'Thank you. It’s marked as done.',
  'card.why': 'The Sponsor gets a card like this for each of four dates in a cohort, usually a week ahead.',
  'card.open': 'See the program',

  'duties.note': 'The Sponsor gets a card about a week before each of these that isn’t done yet.',
  'duties.done': 'Done {date}',
  'duties.late': 'Not done yet',
  'duties.tick': 'Mark as done',
  'duties.untick': 'Not done after all',

  'late.enrol': 'Time to open enrollment?',
  'late.enrol.text': 'The day you planned for enrollment has come, and the cohort is still a draft.',
  'late.enrol.open': 'Open the program',
  'late.match': 'Time to pair?',
  'late.match.text': 'The day planned for pairing has come, and the cohort is still enrolling.',
  'late.match.open': 'Open the matching board',
  'late.start': 'Time to start?',
  'late.start.text': 'The cohort was planned to start by now, and its sessions have not begun.',
  'late.start.open': 'Open the matching board',
  'late.close': 'Time to close?',
  'late.close.text':
    'The cohort has come to its planned end. Once you close it, pairs are thanked and their last questions are asked.',
  'late.close.open': 'Open the program',
  'late.planned': 'Planned for',
  'late.mentors': 'Mentors taking part',
  'late.mentees': 'Mentees taking part',
  'late.applied': 'Waiting for your answer',
} as const

export type DateWordKey = keyof typeof en

type Table = Record<DateWordKey, string>

const es: Table = {
  'duty.invite': 'Invitar a la dirección',
  'duty.kickoff': 'Abrir el arranque',
  'duty.midpoint': 'Unas palabras a mitad de camino',
  'duty.close': 'Cerrar y dar las gracias',
  'duty.invite.text':
    'La dirección dice que sí cuando la invitación viene de ti. Basta un mensaje corto: por qué te importa y qué esperas.',
  'duty.kickoff.text':
    'Abre tú el arranque. Bastan cinco minutos: por qué la dirección viene aquí a aprender y que quienes enseñan pueden hablar con franqueza.',
  'duty.midpoint.text':
    'A mitad de camino, el entusiasmo agradece una palabra desde arriba. Pregunta en la dirección qué se ha probado hasta ahora y escribe unas líneas para todos.',
  'duty.close.text':
    'Da las gracias en el cierre a quienes han enseñado y di qué va a cambiar gracias a lo aprendido.',
  'on.invite': 'Se abre la inscripción',
  'on.kickoff': 'Primeras sesiones',
  'on.midpoint': 'Mitad de camino',
  'on.close': 'Cierre',
  'card.done': 'Hecho',
  'card.is-done': 'Gracias. Queda anotado como hecho.',
  'card.why':
    'Quien patrocina recibe una tarjeta así para cuatro fechas de cada edición, por lo general con una semana de antelación.',
  'card.open': 'Ver el programa',

  'duties.note':
    'Quien patrocina recibe una tarjeta más o menos una semana antes de cada fecha que aún no esté hecha.',
  'duties.done': 'Hecho el {date}',
  'duties.late': 'Aún sin hacer',
  'duties.tick': 'Marcar como hecho',
  'duties.untick': 'Al final no se hizo',

  'late.enrol': '¿Toca abrir la inscripción?',
  'late.enrol.text': 'Ha llegado el día previsto para la inscripción y la edición sigue en borrador.',
  'late.enrol.open': 'Abrir el programa',
  'late.match': '¿Toca emparejar?',
  'late.match.text':
    'Ha llegado el día previsto para emparejar y la edición sigue con la inscripción abierta.',
  'late.match.open': 'Abrir Emparejamiento',
  'late.start': '¿Toca empezar?',
  'late.start.text': 'La edición ya tendría que haber empezado y sus sesiones aún no han comenzado.',
  'late.start.open': 'Abrir Emparejamiento',
  'late.close': '¿Toca cerrar?',
  'late.close.text':
    'La edición ha llegado al final previsto. Al cerrarla se da las gracias a las parejas y se les hacen las últimas preguntas.',
  'late.close.open': 'Abrir el programa',
  'late.planned': 'Previsto para',
  'late.mentors': 'Mentores que participan',
  'late.mentees': 'Aprendices que participan',
  'late.applied': 'Esperan tu respuesta',
}

const ar: Table = {
  'duty.invite': 'دعوة القادة',
  'duty.kickoff': 'افتتاح الانطلاق',
  'duty.midpoint': 'كلمة في المنتصف',
  'duty.close': 'الختام والشكر',
  'duty.invite.text':
    'يستجيب القادة حين تأتي الدعوة منك. تكفي رسالة قصيرة: لماذا يهمّك الأمر وما الذي تنتظره منهم.',
  'duty.kickoff.text':
    'افتتح الانطلاق بنفسك. خمس دقائق تكفي: لماذا يتعلّم القادة هنا، وأن للمرشدين أن يتكلموا بصراحة.',
  'duty.midpoint.text':
    'في منتصف الطريق يحتاج الحماس إلى كلمة من القيادة. اسأل بعض القادة عمّا جرّبوه حتى الآن، واكتب للجميع بضعة أسطر.',
  'duty.close.text': 'اشكر المرشدين في الختام، وقل ما الذي سيتغيّر بفضل ما تعلّمه القادة.',
  'on.invite': 'فتح التسجيل',
  'on.kickoff': 'أولى الجلسات',
  'on.midpoint': 'المنتصف',
  'on.close': 'الختام',
  'card.done': 'تمّ',
  'card.is-done': 'شكرًا لك. سُجّل أنه تمّ.',
  'card.why': 'تصل إلى الراعي بطاقة كهذه لأربعة مواعيد في كل دفعة، قبل الموعد بأسبوع في العادة.',
  'card.open': 'عرض البرنامج',

  'duties.note': 'تصل إلى الراعي بطاقة قبل نحو أسبوع من كل موعد لم يتمّ ما فيه بعد.',
  'duties.done': 'تمّ في {date}',
  'duties.late': 'لم يتمّ بعد',
  'duties.tick': 'تسجيل أنه تمّ',
  'duties.untick': 'لم يتمّ في الواقع',

  'late.enrol': 'هل حان وقت فتح التسجيل؟',
  'late.enrol.text': 'حلّ اليوم المخطَّط لفتح التسجيل، وما زالت الدفعة مسودة.',
  'late.enrol.open': 'فتح البرنامج',
  'late.match': 'هل حان وقت تكوين الثنائيات؟',
  'late.match.text': 'حلّ اليوم المقرر لتكوين الثنائيات وما زال التسجيل في الدفعة مفتوحًا.',
  'late.match.open': 'فتح لوحة المطابقة',
  'late.start': 'هل حان وقت البدء؟',
  'late.start.text': 'كان مقررًا أن تبدأ الدفعة، ولم تبدأ جلساتها بعد.',
  'late.start.open': 'فتح لوحة المطابقة',
  'late.close': 'هل حان وقت الختام؟',
  'late.close.text': 'بلغت الدفعة نهايتها المقررة. عند اختتامها يُشكر الثنائيات وتُطرح عليهم الأسئلة الأخيرة.',
  'late.close.open': 'فتح البرنامج',
  'late.planned': 'كان مقررًا في',
  'late.mentors': 'المرشدون المشاركون',
  'late.mentees': 'المسترشدون المشاركون',
  'late.applied': 'بانتظار ردّك',
}

export const dateWords = { en, es, ar }
