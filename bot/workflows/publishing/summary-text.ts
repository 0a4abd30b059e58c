/** The first draft of a Summary, in the language of who asked for it. Only figures that may be shown get a sentence. */

import type { Cohort, Program } from '../../domain/program/program.ts'
import type { Figure } from '../../domain/publishing/metrics.ts'
import { ar } from '../../words/ar.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { fill, languageOf, type Values } from '../../words/sentence.ts'
import type { WordTable } from '../../words/word-table.ts'

const tables = { en, es, ar }

/** Figures that the draft has a sentence for, under their own names. */
const told = ['pairs', 'hold-kept', 'contact-hours', 'session-value'] as const

export function draftText(
  program: Program,
  cohort: Cohort,
  figures: Figure[],
  locale: string,
): { title: string; body: string } {
  const language = languageOf(locale)
  const words = tables[language]
  const say = (key: keyof WordTable['summary'], values: Values = {}) =>
    fill(words.summary[key], values, language)
  const format = new Intl.NumberFormat(language)
  const sentences = figures.flatMap(({ key, value, bound }) => {
    const known = told.find((one) => one === key)
    if (!known || value === undefined) return []
    const number = format.format(value)
    return [say(known, { value: bound ? fill(words.bounds[bound], { value: number }, language) : number })]
  })
  const names = { program: program.name, cohort: cohort.name, statement: program.challenge.statement }
  const facts = sentences.length > 0 ? sentences.join(' ') : say('early', names)
  return {
    title: say('title', names),
    body: [say('opening', names), facts, say('closing')].join('\n\n'),
  }
}
