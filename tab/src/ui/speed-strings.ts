import { defineStrings } from './text.tsx'

/** The banner under My mentoring that leads to a speed meeting. */
export const speedStrings = defineStrings({
  en: {
    label: 'Speed meeting',
    soon: '{name} · {when}',
    running: '{name} is on now',
    rate: {
      one: 'One person you met is waiting for your private rating',
      other: '{count} people you met are waiting for your private rating',
    },
    open: 'Open',
  },
  es: {
    label: 'Encuentro rápido',
    soon: '{name} · {when}',
    running: '{name} está en marcha',
    rate: {
      one: 'Una persona con la que hablaste espera tu valoración privada',
      other: '{count} personas con las que hablaste esperan tu valoración privada',
    },
    open: 'Abrir',
  },
  ar: {
    label: 'لقاء سريع',
    soon: '{name} · {when}',
    running: '{name} جارٍ الآن',
    rate: {
      zero: 'لا أحد ينتظر تقييمك الخاص',
      one: 'شخص واحد التقيته ينتظر تقييمك الخاص',
      two: 'شخصان التقيتهما ينتظران تقييمك الخاص',
      few: '{count} أشخاص التقيتهم ينتظرون تقييمك الخاص',
      many: '{count} شخصًا التقيتهم ينتظرون تقييمك الخاص',
      other: '{count} شخص التقيتهم ينتظرون تقييمك الخاص',
    },
    open: 'فتح',
  },
})
