/** What stands on the card before a session. */
const en = {
  title: 'You meet {partner} next',
  bring: 'You bring',
  agenda: 'See the agenda',
} as const

export type AheadWordKey = keyof typeof en
type Table = Record<AheadWordKey, string>

const es: Table = {
  title: 'Tu próxima sesión con {partner}',
  bring: 'Tú traes',
  agenda: 'Ver la agenda',
}

const ar: Table = {
  title: 'جلستك القادمة مع {partner}',
  bring: 'ما تُحضره معك',
  agenda: 'عرض جدول الجلسة',
}

export const aheadWords = { en, es, ar }
