/** Words of the domain by key, with a plain sentence for what this version does not know yet. */
import { asLabel, fill, type Sentence } from '../../../bot/words/sentence.ts'
import { refusalWords, wordOf } from '../../../bot/words/word-table.ts'
import { ApiProblem, Offline } from '../api/client.ts'
import { useTopicNames } from './me.tsx'
import { type SharedTable, sharedWords } from './shared-words.ts'
import { type Text, useFormat, useLanguage, useText } from './text.tsx'
import { wordStrings } from './words-strings.ts'

type Detail = Record<string, string | number>

/** More closely, where it is known. */
interface FailureFacts {
  why?: string | undefined
  fits?: number | undefined
  of?: number | undefined
}

export interface Words {
  t: Text<typeof wordStrings.en>
  /** As a label; inside a sentence, `spoken`. */
  topic(key: string): string
  interest(key: string): string
  spoken: { topic(key: string): string; interest(key: string): string }
  /** What a Session is about. */
  theme(key: string): string | undefined
  /** `<theme>.topic`, `.bring`, `.try`, and the parts that every Session has. */
  arc(key: string): string | undefined
  /** Read after the number. */
  figure(key: string): string | undefined
  /** What the Organizer should look at, with its facts where they are known. */
  concern(kind: string, facts?: Detail): string
  /** Name of a part of the Score. */
  part(key: string): string
  /** `otherwise` is said of a Refusal that this version does not know. */
  refusal(name: string, detail?: Detail, otherwise?: string): string
  holdFailure(code: string | undefined, more?: FailureFacts): string
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
  const topicNames = useTopicNames()
  const say = (sentence: Sentence, values: Detail = {}) =>
    fill(sentence, values, language, (n) => format.number(n))
  const word = (section: keyof SharedTable, key: string, values?: Detail) => {
    const words = wordOf(shared, section, key)
    return words === undefined ? undefined : say(words, values)
  }
  const label = (section: keyof SharedTable, key: string) => {
    const words = word(section, key)
    return words === undefined ? key : asLabel(words, language)
  }
  const known = (name: string, detail?: Detail) => {
    const words = refusalWords(shared, name, detail)
    return words === undefined ? undefined : say(words, detail)
  }
  const ownTopic = (key: string) => {
    const names = Object.hasOwn(topicNames, key) ? topicNames[key] : undefined
    return names?.[language] ?? names?.['en']
  }
  const spokenTopic = (key: string): string | undefined => word('topics', key) ?? ownTopic(key)
  const unnamed = say(shared.said['not-possible'])
  /** A code of the API's own, or a Refusal's name. */
  const coded = ({ code, detail }: ApiProblem) => known(code, detail) ?? t.maybe(`problem.${code}`, detail)
  return {
    t,
    topic: (key) => {
      const words = spokenTopic(key)
      return words === undefined ? key : asLabel(words, language)
    },
    interest: (key) => label('interests', key),
    spoken: {
      topic: (key) => spokenTopic(key) ?? key,
      interest: (key) => word('interests', key) ?? key,
    },
    theme: (key) => word('themes', key),
    arc: (key) => word('arc', key),
    figure: (key) => word('figures', key),
    concern: (kind, facts) =>
      (facts ? word('concernFacts', kind, facts) : undefined) ?? word('concerns', kind) ?? kind,
    part: (key) => t.maybe(`part.${key}`) ?? key,
    refusal: (name, detail, otherwise = unnamed) => known(name, detail) ?? otherwise,
    holdFailure: (code, { why, fits = 0, of = 0 } = {}) =>
      t.maybe(`failure.${code}.${why}`, { fits, of }) ?? t.maybe(`failure.${code}`) ?? t('failure.other'),
    obstacle: (key) => word('obstacles', key) ?? say(shared.obstacles.other),
    bound: (bound, value) => (bound ? say(shared.bounds[bound], { value }) : value),
    whyNot(fault) {
      if (fault instanceof Offline) return t('why.offline')
      if (!(fault instanceof ApiProblem)) return unnamed
      if (fault.status >= 500 || fault.status === 429)
        return coded(fault) ?? t(fault.backInMs === undefined ? 'why.unavailable' : 'why.back')
      return coded(fault) ?? (fault.status === 403 ? say(shared.refusals['not-allowed']) : unnamed)
    },
  }
}
