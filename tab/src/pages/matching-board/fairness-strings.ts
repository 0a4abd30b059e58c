/** Whether two people of different pairs would both rather have each other: the plain reading of "stable". */
import { defineStrings } from '../../ui/language.ts'

export const fairnessStrings = defineStrings({
  en: {
    meaning:
      'Each of the two would fit better with the other than with the partner they have. Exchanging them would cost others more than these two gain, or leave someone without a partner, so the best overall set keeps them apart.',
    stable: 'No two people would both score higher with each other',
    unstable: {
      one: 'One pair of people would both score higher with each other',
      other: '{count} pairs of people would both score higher with each other',
    },
  },
  es: {
    meaning:
      'Cada una encajaría mejor con la otra que con quien tiene ahora. Intercambiarlas costaría a las demás más de lo que ganan estas dos, o dejaría a alguien por emparejar; por eso el mejor conjunto las mantiene separadas.',
    stable: 'No hay dos personas que obtendrían ambas más puntos juntas',
    unstable: {
      one: 'Dos personas obtendrían ambas más puntos juntas',
      many: 'En {count} casos, dos personas obtendrían ambas más puntos juntas',
      other: 'En {count} casos, dos personas obtendrían ambas más puntos juntas',
    },
  },
  ar: {
    meaning:
      'كل منهما أنسب للآخر من شريكه الحالي، لكن تبديلهما يكلّف الآخرين أكثر مما يكسبه الاثنان أو يترك أحدًا بلا شريك، ولذلك تُبقيهما أفضل مجموعة متفرقين.',
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
