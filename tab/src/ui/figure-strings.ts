/** What a figure is called where it stands by itself; what is read after the number is in `bot/words`. */
import { defineStrings } from './text.tsx'

export const figureStrings = defineStrings({
  en: {
    pairs: 'Pairs at work',
    'match-rate': 'Have a partner',
    'hold-kept': 'Took place as planned',
    'sessions-held': 'Sessions held',
    'contact-hours': 'Hours together',
    'have-met': 'People who have met',
    'session-value': 'Worth my time',
    'session-value-mentors': 'Worth my time, Mentors',
    'session-value-mentees': 'Worth my time, Mentees',
  },
  es: {
    pairs: 'Parejas en marcha',
    'match-rate': 'Personas emparejadas',
    'hold-kept': 'Celebradas según lo previsto',
    'sessions-held': 'Sesiones celebradas',
    'contact-hours': 'Horas de encuentro',
    'have-met': 'Personas que se han reunido',
    'session-value': 'Mereció la pena',
    'session-value-mentors': 'Mereció la pena, quienes enseñan',
    'session-value-mentees': 'Mereció la pena, quienes aprenden',
  },
  ar: {
    pairs: 'ثنائيات تعمل معًا',
    'match-rate': 'لهم شريك',
    'hold-kept': 'عُقدت كما خُطّط',
    'sessions-held': 'جلسات انعقدت',
    'contact-hours': 'ساعات معًا',
    'have-met': 'أشخاص التقوا',
    'session-value': 'استحقت وقتي',
    'session-value-mentors': 'استحقت وقتي، المرشدون',
    'session-value-mentees': 'استحقت وقتي، المسترشدون',
  },
})
