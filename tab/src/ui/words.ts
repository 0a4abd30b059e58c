/** Words of the domain by key, with a plain sentence for what this version does not know yet. */
import { ApiProblem, Offline } from '../api/client.ts'
import { type Text, useText } from './text.tsx'
import { wordStrings } from './words-strings.ts'

type Detail = Record<string, string | number>

export interface Words {
  t: Text<typeof wordStrings.en>
  topic(key: string): string
  interest(key: string): string
  /** Name of a part of the Score. */
  part(key: string): string
  refusal(code: string, detail?: Detail): string
  holdFailure(code: string | undefined): string
  obstacle(key: string): string
  /** "at least 40": a figure that is that much or more, or less. */
  bound(bound: 'at-least' | 'at-most' | undefined, value: string): string
  /** Why a change did not happen, for a line beside the button that was pressed. */
  whyNot(fault: unknown): string
}

export function useWords(): Words {
  const t = useText(wordStrings)
  const refusal = (code: string, detail?: Detail) => t.maybe(`refusal.${code}`, detail) ?? t('refusal.other')
  return {
    t,
    topic: (key) => t.maybe(`topic.${key}`) ?? key,
    interest: (key) => t.maybe(`interest.${key}`) ?? key,
    part: (key) => t.maybe(`part.${key}`) ?? key,
    refusal,
    holdFailure: (code) => t.maybe(`failure.${code}`) ?? t('failure.other'),
    obstacle: (key) => t.maybe(`obstacle.${key}`) ?? t('obstacle.other'),
    bound: (bound, value) => (bound ? t(`bound.${bound}`, { value }) : value),
    whyNot(fault) {
      if (fault instanceof Offline) return t('why.offline')
      if (!(fault instanceof ApiProblem)) return t('refusal.other')
      if (fault.status >= 500 || fault.status === 429)
        return (
          t.maybe(`refusal.${fault.code}`, fault.detail) ??
          t(fault.backInMs === undefined ? 'why.unavailable' : 'why.back')
        )
      if (fault.status === 403) return t.maybe(`refusal.${fault.code}`) ?? t('refusal.forbidden-act')
      return refusal(fault.code, fault.detail)
    },
  }
}
