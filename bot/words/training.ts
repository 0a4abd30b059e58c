/** What card and tab both say about training. */
const en = {
  'card.open.title': 'Your training is open',
  'card.open.text':
    'You’re in {program}. Before you are paired, there are {left} short lessons for you, three to five minutes each. Start whenever you have a moment; you can stop and go on at any time.',
  'card.reminder.title': 'Your training is waiting',
  'card.reminder.text':
    'You’re in {program}, and {left} of your lessons are still open. You can be paired once you have finished them; each takes three to five minutes.',
  'card.go': 'Open the lesson',
  help: 'Read the lessons',
} as const

export type TrainingWordKey = keyof typeof en

const es: Record<TrainingWordKey, string> = {
  'card.open.title': 'Tu formación está abierta',
  'card.open.text':
    'Participas en {program}. Antes de emparejarte tienes {left} lecciones breves, de tres a cinco minutos cada una. Empieza cuando tengas un rato; puedes parar y seguir cuando quieras.',
  'card.reminder.title': 'Tu formación te espera',
  'card.reminder.text':
    'Participas en {program} y te quedan {left} lecciones por terminar. Podrás tener pareja cuando las termines; cada una lleva de tres a cinco minutos.',
  'card.go': 'Abrir la lección',
  help: 'Leer las lecciones',
}

const ar: Record<TrainingWordKey, string> = {
  'card.open.title': 'تدريبك مفتوح الآن',
  'card.open.text':
    'أنت مشارك في {program}. قبل أن يُختار لك شريك هناك دروس قصيرة لك، عددها {left}، كل منها من ثلاث إلى خمس دقائق. ابدأ متى سنحت لك لحظة، ولك أن تتوقف وتتابع في أي وقت.',
  'card.reminder.title': 'تدريبك في انتظارك',
  'card.reminder.text':
    'أنت مشارك في {program}، وما زالت لديك دروس لم تُنهِها، عددها {left}. يمكن أن يُختار لك شريك حين تنهيها، وكل منها من ثلاث إلى خمس دقائق.',
  'card.go': 'افتح الدرس',
  help: 'قراءة الدروس',
}

export const trainingWords = { en, es, ar }
