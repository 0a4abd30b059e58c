/** The first draft of a Summary, in three languages. Only figures that may be shown get a sentence. */

import type { Cohort, Program } from '../../domain/program/program.ts'
import type { Figure, FigureKey } from '../../domain/publishing/metrics.ts'

interface Phrases {
  title: (program: string) => string
  /** Before anything happened there is nothing to boast of. */
  early: (cohort: string) => string
  opening: (cohort: string, statement: string) => string
  figures: Partial<Record<FigureKey, (value: string) => string>>
  bounds: Record<NonNullable<Figure['bound']>, (value: string) => string>
  closing: string
}

const english: Phrases = {
  title: (program) => `${program}: what leaders learned from their Mentors`,
  early: (cohort) => `${cohort} has begun. Figures follow as soon as enough people have met.`,
  opening: (cohort, statement) =>
    `In ${cohort}, junior colleagues teach senior leaders. Why we do it: ${statement}`,
  figures: {
    pairs: (value) => `${value} pairs work together, none of them inside one reporting line.`,
    'hold-kept': (value) => `Of the agreed times, ${value} % were kept.`,
    'contact-hours': (value) => `Together they have met for ${value} hours.`,
    'session-value': (value) => `"Worth my time" is rated ${value} out of 5.`,
  },
  bounds: { 'at-least': (value) => `at least ${value}`, 'at-most': (value) => `at most ${value}` },
  closing: 'Thank you to every Mentor who leads, and to every leader who listens.',
}

const spanish: Phrases = {
  title: (program) => `${program}: lo que los líderes aprendieron de sus mentores`,
  early: (cohort) =>
    `${cohort} ha comenzado. Las cifras llegarán en cuanto se haya reunido un número suficiente de personas.`,
  opening: (cohort, statement) =>
    `En ${cohort}, colegas júnior enseñan a líderes sénior. Por qué lo hacemos: ${statement}`,
  figures: {
    pairs: (value) => `${value} parejas trabajan juntas, ninguna dentro de una misma línea jerárquica.`,
    'hold-kept': (value) => `De las citas acordadas se respetó ${value} %.`,
    'contact-hours': (value) => `Horas que han pasado reunidos: ${value}.`,
    'session-value': (value) => `«Mereció mi tiempo» recibe ${value} de 5.`,
  },
  bounds: { 'at-least': (value) => `al menos ${value}`, 'at-most': (value) => `como mucho ${value}` },
  closing: 'Gracias a cada mentor que guía y a cada líder que escucha.',
}

const arabic: Phrases = {
  title: (program) => `${program}: ما تعلّمه القادة من مرشديهم`,
  early: (cohort) => `بدأت ${cohort}. ستُنشر الأرقام حالما يلتقي عدد كافٍ من المشاركين.`,
  opening: (cohort, statement) =>
    `في ${cohort} يعلّم الزملاء الأصغر القادةَ الكبار. لماذا نفعل ذلك: ${statement}`,
  figures: {
    pairs: (value) => `${value} من الأزواج يعملون معًا، ولا يوجد أي زوج داخل خط إداري واحد.`,
    'hold-kept': (value) => `نسبة المواعيد المتفق عليها التي تم الالتزام بها (٪): ${value}.`,
    'contact-hours': (value) => `مجموع ساعات لقاءاتهم: ${value}.`,
    'session-value': (value) => `حصل «كان يستحق وقتي» على ${value} من 5.`,
  },
  bounds: { 'at-least': (value) => `${value} على الأقل`, 'at-most': (value) => `${value} على الأكثر` },
  closing: 'شكرًا لكل مرشد يقود ولكل قائد يستمع.',
}

const byLanguage: Record<string, Phrases> = { en: english, es: spanish, ar: arabic }

export function draftText(
  program: Program,
  cohort: Cohort,
  figures: Figure[],
  language: string,
): { title: string; body: string } {
  const primary = language.split('-')[0] ?? 'en'
  const phrases = byLanguage[primary] ?? english
  const format = new Intl.NumberFormat(primary in byLanguage ? language : 'en')
  const sentences = figures.flatMap(({ key, value, bound }) => {
    const phrase = phrases.figures[key]
    if (!phrase || value === undefined) return []
    const number = format.format(value)
    return [phrase(bound ? phrases.bounds[bound](number) : number)]
  })
  const facts = sentences.length > 0 ? sentences.join(' ') : phrases.early(cohort.name)
  const opening = phrases.opening(cohort.name, program.challenge.statement)
  return { title: phrases.title(program.name), body: [opening, facts, phrases.closing].join('\n\n') }
}
