import { defineStrings } from './language.ts'

export const balanceStrings = defineStrings({
  en: {
    offered: 'Offered',
    wanted: 'Wanted',
    topic: 'Topic',
    label: 'Offers and wishes by topic',
    short: { one: 'one Mentor short', other: '{count} Mentors short' },
    none: 'Nobody has been approved yet.',
  },
  es: {
    offered: 'Se ofrece',
    wanted: 'Se pide',
    topic: 'Tema',
    label: 'Ofertas y deseos por tema',
    short: { one: 'falta un mentor', many: 'faltan {count} mentores', other: 'faltan {count} mentores' },
    none: 'Aún no se ha aceptado a nadie.',
  },
  ar: {
    offered: 'معروض',
    wanted: 'مطلوب',
    topic: 'الموضوع',
    label: 'العروض والرغبات حسب الموضوع',
    short: {
      zero: '—',
      one: 'ينقص مرشد واحد',
      two: 'ينقص مرشدان',
      few: 'ينقص {count} مرشدين',
      many: 'ينقص {count} مرشدًا',
      other: 'ينقص {count} مرشد',
    },
    none: 'لم يُقبل أحد بعد.',
  },
})
