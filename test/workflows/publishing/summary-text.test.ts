import { expect, it } from '@jest/globals'
import type { Cohort, Program } from '../../../bot/domain/program/program.ts'
import type { Figure } from '../../../bot/domain/publishing/metrics.ts'
import { draftText } from '../../../bot/workflows/publishing/summary-text.ts'

const program = { name: 'Aprender', challenge: { statement: 'Crecer.' } } as Program
const cohort = { name: 'Primavera' } as Cohort
const figures = [
  { key: 'pairs', value: 12, unit: 'count', bound: 'at-least' },
  { key: 'contact-hours', value: 1250.5, unit: 'hours' },
  { key: 'session-value', unit: 'score' },
  { key: 'match-rate', value: 80, unit: 'percent' },
] as Figure[]

it('is written in the language asked for, with the figures that may be shown and have a sentence', () => {
  const { title, body } = draftText(program, cohort, figures, 'es')
  expect(title).toBe('Aprender: lo que aprendieron los líderes de quienes les enseñan')
  expect(body).toContain('al menos 12 parejas trabajan en el programa')
  expect(body).toContain('1250,5')
  expect(body).not.toMatch(/Mereció|80/)
})

it('says that figures follow while there are none', () => {
  expect(draftText(program, cohort, [], 'en').body).toContain('Primavera has begun. Figures will follow')
})

it.each(['de', 'constructor', '', 'en-a-broken-tag'])('in English for “%s”', (locale) => {
  expect(draftText(program, cohort, figures, locale).body).toContain('at least 12 pairs work together')
})
