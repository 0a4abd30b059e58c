/** What the bot says when somebody becomes a leader's assistant, or is one no more. */
import { fill, type Language, languageOf, type Values } from './sentence.ts'

const en = {
  'named.title': 'You’re an assistant now',
  'named.text':
    '{leader} has named you. When one of their mentoring sessions needs another time, I’ll ask you, and you can move sessions in My mentoring.',
  'named.sees': 'You see when a session is, never with whom or about what.',
  'named.stop':
    'You can stop whenever you like; {leader} is then told that nobody moves their sessions for them.',
  stop: 'I’d rather not',
  'over.title': 'You’re no longer an assistant',
  'over.text': 'You don’t move {leader}’s mentoring sessions anymore. There’s nothing you need to do.',
  'stopped.title': 'Nobody moves your sessions for you now',
  'stopped.text': '{assistant} no longer does it. You can name someone else in My mentoring.',
}

export type AssistingWordKey = keyof typeof en
type Table = Record<AssistingWordKey, string>

const es: Table = {
  'named.title': 'Ahora prestas asistencia',
  'named.text':
    '{leader} te ha elegido. Cuando una de sus sesiones de mentoría necesite otra hora, te preguntaré, y puedes mover sesiones en Mi mentoría.',
  'named.sees': 'Ves cuándo es una sesión, nunca con quién ni de qué trata.',
  'named.stop': 'Puedes dejarlo cuando quieras; entonces {leader} sabrá que ya nadie mueve sus sesiones.',
  stop: 'Prefiero no hacerlo',
  'over.title': 'Ya no prestas asistencia',
  'over.text': 'Ya no mueves las sesiones de mentoría de {leader}. No tienes que hacer nada.',
  'stopped.title': 'Ahora nadie mueve tus sesiones por ti',
  'stopped.text': '{assistant} ya no lo hace. Puedes elegir a otra persona en Mi mentoría.',
}

const ar: Table = {
  'named.title': 'أصبحت مساعدًا',
  'named.text':
    'اختارك {leader} لهذا. حين تحتاج إحدى جلسات الإرشاد الخاصة به إلى موعد آخر سأسألك، ولك أن تنقل الجلسات من صفحة «إرشادي».',
  'named.sees': 'ترى مواعيد الجلسات فقط، لا مع من ولا عمّ تدور.',
  'named.stop': 'لك أن تتوقف متى شئت، وحينها يُخبَر {leader} بأن لا أحد ينقل جلساته نيابة عنه.',
  stop: 'أفضّل ألا أفعل',
  'over.title': 'لم تعد مساعدًا',
  'over.text': 'لم تعد تنقل جلسات الإرشاد الخاصة بـ {leader}. لا شيء مطلوب منك.',
  'stopped.title': 'لا أحد ينقل جلساتك نيابة عنك الآن',
  'stopped.text': 'لم يعد {assistant} يفعل ذلك. لك أن تختار شخصًا آخر من صفحة «إرشادي».',
}

export const assistingWords: Record<Language, Table> = { en, es, ar }

export function assistingIn(locale: string): (key: AssistingWordKey, gaps?: Values) => string {
  const language = languageOf(locale)
  return (key, gaps = {}) => fill(assistingWords[language][key], gaps, language)
}
