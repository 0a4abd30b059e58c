/** Whether two people of different pairs would both rather have each other: the plain reading of "stable". */
import { defineStrings } from '../../ui/language.ts'

export const fairnessStrings = defineStrings({
  en: {
    stable: 'No two people would both score higher with each other',
    unstable: {
      one: 'One pair of people would both score higher with each other',
      other: '{count} pairs of people would both score higher with each other',
    },
  },
  es: {
    stable: 'No hay dos personas que obtendrían ambas más puntos juntas',
    unstable: {
      one: 'Dos personas obtendrían ambas más puntos juntas',
      many: 'En {count} casos, dos personas obtendrían ambas más puntos juntas',
      other: 'En {count} casos, dos personas obtendrían ambas más puntos juntas',
    },
  },
  ar: {
    stable: 'لا يوجد شخصان يحصل كلاهما على نقاط أعلى معًا',
    unstable: {
      zero: 'لا يوجد شخصان يحصل كلاهما على نقاط أعلى معًا',
      one: 'في حالة واحدة يحصل شخصان معًا على نقاط أعلى مما لهما الآن',
      two: 'في حالتين يحصل شخصان معًا على نقاط أعلى مما لهما الآن',
      few: 'في {count} حالات يحصل شخصان معًا على نقاط أعلى مما لهما الآن',
      many: 'في {count} حالة يحصل شخصان معًا على نقاط أعلى مما لهما الآن',
      other: 'في {count} حالة يحصل شخصان معًا على نقاط أعلى مما لهما الآن',
    },
  },
})
