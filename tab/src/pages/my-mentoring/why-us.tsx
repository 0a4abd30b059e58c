/**
 * Why the two of us: facts in words, the weightiest first. Points are the Organizer's; a partner who reads "interests 40"
 * would read a mark. Parts without words for the two (allowed by every rule, waited, ranked, rated) are not said at all.
 */
import type { ScorePartShape } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { strings } from './strings.ts'
import { whyUsStrings } from './why-us-strings.ts'

/** Without points the parts stand in their order already, the weightiest first. */
type Reason = Pick<ScorePartShape, 'part' | 'detail'> & { points?: number }

export function WhyUs({ parts }: { parts: readonly Reason[] }) {
  const layout = useLayout()
  const t = useText(strings)
  const said = useWhyUs()(parts)
  if (said.length === 0) return null
  return (
    <div className={layout.close}>
      <h3 className={layout.heading}>{t('partner.why')}</h3>
      <ul className={layout.list}>
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

/** The reasons as sentences; a part whose facts are missing is left out. */
export function useWhyUs(): (parts: readonly Reason[]) => string[] {
  const t = useText(whyUsStrings)
  const words = useWords()
  const format = useFormat()
  const listOf = (value: string | number | undefined, word: (one: string) => string) =>
    typeof value === 'string' && value !== '' ? format.list(value.split(', ').map(word)) : undefined
  const readable = (detail: NonNullable<ScorePartShape['detail']>) => {
    const { topics, interests, languages, minutes, ...rest } = detail
    const facts = {
      ...rest,
      topics: listOf(topics, words.spoken.topic),
      interests: listOf(interests, words.spoken.interest),
      languages: listOf(languages, format.languageName),
      hours:
        minutes === undefined ? undefined : format.number(Number(minutes) / 60, { maximumFractionDigits: 1 }),
    }
    return Object.fromEntries(Object.entries(facts).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])))
  }
  return (parts) =>
    parts
      .filter(({ points = 1 }) => points > 0)
      .toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0))
      .flatMap(({ part, detail = {} }) => t.maybe(part, readable(detail)) ?? [])
      .filter((sentence) => !/\{\w+\}/.test(sentence))
}
