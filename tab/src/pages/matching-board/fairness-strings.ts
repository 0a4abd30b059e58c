/** Whether two people of different pairs would both rather have each other: the plain reading of "stable". */
import { defineStrings } from '../../ui/language.ts'

export const fairnessStrings = defineStrings({
  en: {
    stable: 'No two people would both score higher together',
    unstable: {
      one: 'Once, two people would both score higher together than as paired',
      other: '{count} times, two people would both score higher together than as paired',
    },
  },
  es: {
    stable: 'No hay dos personas que puntuarían ambas más juntas',
    unstable: {
      one: 'Una vez, dos personas puntuarían ambas más juntas que en sus parejas',
      many: '{count} veces, dos personas puntuarían ambas más juntas que en sus parejas',
      other: '{count} veces, dos personas puntuarían ambas más juntas que en sus parejas',
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
