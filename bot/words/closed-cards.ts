/** What stands on a card that asked something, once it is answered or nobody waits for the answer any more. */
import { fill, languageOf, type Values } from './sentence.ts'

const en = {
  'answered.title': 'Thank you',
  'check-in.answered': 'Your answer about session {number} is in.',
  'check-in.closed.title': 'The question about session {number} has closed',
  'check-in.closed': 'It was open for ten days. There’s nothing you need to do.',
  'check-in.moved.title': 'Session {number} has another time',
  'check-in.moved': 'I’ll ask you about it after that.',
  'ask.closed.title': 'These questions have closed',
  'ask.closed': 'There’s nothing you need to do.',
}

export type ClosedWordKey = keyof typeof en

const es: Record<ClosedWordKey, string> = {
  'answered.title': 'Gracias',
  'check-in.answered': 'Tu respuesta sobre la sesión {number} ha llegado.',
  'check-in.closed.title': 'La pregunta sobre la sesión {number} está cerrada',
  'check-in.closed': 'Estuvo abierta diez días. No tienes que hacer nada.',
  'check-in.moved.title': 'La sesión {number} tiene otra hora',
  'check-in.moved': 'Te preguntaré después.',
  'ask.closed.title': 'Estas preguntas están cerradas',
  'ask.closed': 'No tienes que hacer nada.',
}

const ar: Record<ClosedWordKey, string> = {
  'answered.title': 'شكرًا لك',
  'check-in.answered': 'وصلت إجابتك عن الجلسة {number}.',
  'check-in.closed.title': 'أُغلق السؤال عن الجلسة {number}',
  'check-in.closed': 'كان مفتوحًا عشرة أيام. لا شيء مطلوب منك.',
  'check-in.moved.title': 'للجلسة {number} موعد آخر',
  'check-in.moved': 'سأسألك عنها بعد ذلك.',
  'ask.closed.title': 'أُغلقت هذه الأسئلة',
  'ask.closed': 'لا شيء مطلوب منك.',
}

export const closedWords = { en, es, ar } as const

export function closedWordsIn(locale: string): (key: ClosedWordKey, gaps?: Values) => string {
  const language = languageOf(locale)
  return (key, gaps = {}) => fill(closedWords[language][key], gaps, language)
}
