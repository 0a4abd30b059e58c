/** Names of what a Program may say in its own words: kinds, keys, where they are read, and the fields of their forms. */
const en = {
  'kind.agreement': 'Agreement',
  'key.agreement.standing': 'Sentences in every agreement',
  'shown.agreement': 'Read by every pair above their signatures.',
  'shown.forms': 'Asked of both of a pair, by a card and in the tab.',
  'shown.topic-choice': 'Offered when people enroll and when they look for a partner.',
  'shown.training': 'Read in training.',
  'shown.sessions': 'Read before and during sessions.',
  'field.sentences': 'Sentences',
  'one.sentences': 'Sentence {number}',
} as const

export type ContentWordKey = keyof typeof en

const es: Record<ContentWordKey, string> = {
  'kind.agreement': 'Acuerdo',
  'key.agreement.standing': 'Frases de todos los acuerdos',
  'shown.agreement': 'Las lee cada pareja encima de sus firmas.',
  'shown.forms': 'Se pregunta a las dos personas de una pareja, con una tarjeta y en la pestaña.',
  'shown.topic-choice': 'Se ofrecen al inscribirse y al buscar pareja.',
  'shown.training': 'Se lee en la formación.',
  'shown.sessions': 'Se lee antes de las sesiones y durante ellas.',
  'field.sentences': 'Frases',
  'one.sentences': 'Frase {number}',
}

const ar: Record<ContentWordKey, string> = {
  'kind.agreement': 'الاتفاق',
  'key.agreement.standing': 'الجمل الواردة في كل اتفاق',
  'shown.agreement': 'يقرؤها كل ثنائي فوق توقيعيه.',
  'shown.forms': 'تُطرح على طرفي كل ثنائي، في بطاقة وفي علامة التبويب.',
  'shown.topic-choice': 'تُعرض عند التسجيل وعند البحث عن شريك.',
  'shown.training': 'يُقرأ في التدريب.',
  'shown.sessions': 'يُقرأ قبل الجلسات وفي أثنائها.',
  'field.sentences': 'الجمل',
  'one.sentences': 'الجملة {number}',
}

export const contentWords = { en, es, ar }
