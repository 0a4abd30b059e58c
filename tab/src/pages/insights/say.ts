/** How a figure or a measure is written: its value with what it is bound by. */
import type { Out } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { measureStrings } from './measure-strings.ts'
import { strings } from './strings.ts'

type Metrics = Out<'metrics'>
type Figure = Metrics['figures'][number]
export type Measure = Metrics['measures'][number]

export type Said = Pick<Figure, 'bound'> & { value: number; unit: Figure['unit'] | Measure['unit'] }

export function useWrite(): (figure: Said) => string {
  const t = useText(strings)
  const words = useText(measureStrings)
  const { number, percent } = useFormat()
  const { bound } = useWords()
  const short = (value: number) => number(value, { maximumFractionDigits: 1 })
  return (figure) => bound(figure.bound, plain(figure))

  function plain({ value, unit }: Said): string {
    switch (unit) {
      case 'percent':
        return percent(value / 100)
      case 'hours':
        return t('hours', { value: short(value) })
      case 'days':
        return words('days', { count: value })
      case 'points':
        return words('points', { value: short(value) })
      case 'score':
        // Beside each other, 4 and 3.5 would look like two kinds of figures.
        return t('outOf', {
          value: number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
        })
      case 'count':
        return short(value)
    }
  }
}

/** `goal-start-mentors` is counted as every `goal-start` is. */
const kindOf = (key: string) => key.replace(/^fate-.*/, 'fate').replace(/-(mentors|mentees)$/, '')

/** In the reader's words; the English of the contract where there are none. */
export function useMeasureWords() {
  const t = useText(measureStrings)
  return {
    label: ({ key }: { key: string }) => t.maybe(key) ?? key,
    formula: ({ key, formula }: { key: string; formula: string }) =>
      t.maybe(`formula.${key}`) ?? t.maybe(`formula.${kindOf(key)}`) ?? formula,
  }
}
