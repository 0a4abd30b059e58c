/** What cards say about training. */
import type { Sentence } from './sentence.ts'

const en = {
  'card.open.title': 'Your training is open',
  'card.open.text': {
    one: 'You’re in {program}. Before you’re paired, there is {count} short lesson for you, three to five minutes long. Start whenever you have a moment; you can stop and go on at any time.',
    other:
      'You’re in {program}. Before you’re paired, there are {count} short lessons for you, three to five minutes each. Start whenever you have a moment; you can stop and go on at any time.',
  },
  'card.reminder.title': 'Your training is waiting',
  'card.reminder.text': {
    one: 'You’re in {program}, and {count} of your lessons is still open. You can be paired once you have finished it; it takes three to five minutes.',
    other:
      'You’re in {program}, and {count} of your lessons are still open. You can be paired once you have finished them; each takes three to five minutes.',
  },
  'card.go': 'Open the lesson',
  help: 'Read the lessons',
} as const satisfies Record<string, Sentence>

export type TrainingWordKey = keyof typeof en
type TrainingWords = Record<TrainingWordKey, Sentence> & { help: string }

const es: TrainingWords = {
  'card.open.title': 'Tu formación está abierta',
  'card.open.text': {
    one: 'Participas en {program}. Antes de emparejarte tienes {count} lección breve, de tres a cinco minutos. Empieza cuando tengas un rato; puedes parar y seguir cuando quieras.',
    many: 'Participas en {program}. Antes de emparejarte tienes {count} lecciones breves, de tres a cinco minutos cada una. Empieza cuando tengas un rato; puedes parar y seguir cuando quieras.',
    other:
      'Participas en {program}. Antes de emparejarte tienes {count} lecciones breves, de tres a cinco minutos cada una. Empieza cuando tengas un rato; puedes parar y seguir cuando quieras.',
  },
  'card.reminder.title': 'Tu formación te espera',
  'card.reminder.text': {
    one: 'Participas en {program} y te queda {count} lección por terminar. Podremos emparejarte cuando la termines; lleva de tres a cinco minutos.',
    many: 'Participas en {program} y te quedan {count} lecciones por terminar. Podremos emparejarte cuando las termines; cada una lleva de tres a cinco minutos.',
    other:
      'Participas en {program} y te quedan {count} lecciones por terminar. Podremos emparejarte cuando las termines; cada una lleva de tres a cinco minutos.',
  },
  'card.go': 'Abrir la lección',
  help: 'Leer las lecciones',
}

const ar: TrainingWords = {
  'card.open.title': 'تدريبك مفتوح الآن',
  // “Lessons: 3” is right for any number.
  'card.open.text': {
    other:
      'أنت مشارك في {program}. قبل أن يُختار لك شريك هناك دروس قصيرة لك، عددها {count}، كل منها من ثلاث إلى خمس دقائق. ابدأ متى سنحت لك لحظة، ولك أن تتوقف وتتابع في أي وقت.',
  },
  'card.reminder.title': 'تدريبك في انتظارك',
  // “Lessons: 3” is right for any number.
  'card.reminder.text': {
    other:
      'أنت مشارك في {program}، وما زالت لديك دروس لم تُنهِها، عددها {count}. يمكن أن يُختار لك شريك حين تنهيها، وكل منها من ثلاث إلى خمس دقائق.',
  },
  'card.go': 'افتح الدرس',
  help: 'قراءة الدروس',
}

export const trainingWords = { en, es, ar }
