/** Words of the domain by key, with a plain sentence for what this version does not know yet. */
import { fill, type Sentence } from '../../../bot/words/sentence.ts'
import { refusalWords } from '../../../bot/words/word-table.ts'
import { ApiProblem, Offline } from '../api/client.ts'
import { sharedWords } from './shared-words.ts'
import { type Text, useFormat, useLanguage, useText } from './text.tsx'
import { wordStrings } from './words-strings.ts'

type Detail = Record<string, string | number>

export interface Words {
  t: Text<typeof wordStrings.en>
  topic(key: string): string
  interest(key: string): string
  /** Name of a part of the Score. */
  part(key: string): string
  /** `otherwise` is said of a Refusal that this version does not know. */
  refusal(name: string, detail?: Detail, otherwise?: string): string
  holdFailure(code: string | undefined): string
  obstacle(key: string): string
  /** "at least 40": a figure that is that much or more, or less. */
  bound(bound: 'at-least' | 'at-most' | undefined, value: string): string
  /** Why a change did not happen, for a line beside the button that was pressed. */
  whyNot(fault: unknown): string
}

export function useWords(): Words {
  const t = useText(wordStrings)
  const language = useLanguage()
  const format = useFormat()
  const shared = sharedWords[language]
  const say = (sentence: Sentence, values: Detail = {}) =>
    fill(sentence, values, language, (n) => format.number(n))
  const known = (name: string, detail?: Detail) => {
    const words = refusalWords(shared, name, detail)
    return words === undefined ? undefined : say(words, detail)
  }
  const unnamed = say(shared.said['not-possible'])
  /** A code of the API's own, or a Refusal's name. */
  const coded = ({ code, detail }: ApiProblem) => known(code, detail) ?? t.maybe(`problem.${code}`, detail)
  return {
    t,
    topic: (key) => t.maybe(`topic.${key}`) ?? key,
    interest: (key) => t.maybe(`interest.${key}`) ?? key,
    part: (key) => t.maybe(`part.${key}`) ?? key,
    refusal: (name, detail, otherwise = unnamed) => known(name, detail) ?? otherwise,
    holdFailure: (code) => t.maybe(`failure.${code}`) ?? t('failure.other'),
    obstacle: (key) => t.maybe(`obstacle.${key}`) ?? t('obstacle.other'),
    bound: (bound, value) => (bound ? t(`bound.${bound}`, { value }) : value),
    whyNot(fault) {
      if (fault instanceof Offline) return t('why.offline')
      if (!(fault instanceof ApiProblem)) return unnamed
      if (fault.status >= 500 || fault.status === 429)
        return coded(fault) ?? t(fault.backInMs === undefined ? 'why.unavailable' : 'why.back')
      return coded(fault) ?? (fault.status === 403 ? say(shared.refusals['not-allowed']) : unnamed)
    },
  }
}
