/** Why a pair fits, and why two people may not be one, in the reader's language from the facts the API gives. */
import type { Out, ScorePartShape } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { reasonStrings } from './reason-strings.ts'

type Detail = Record<string, string | number>
type Unplaced = Out<'board'>['unplaced'][number]

export interface Reasons {
  /** One part in words, or undefined when its name says it all. */
  why(part: ScorePartShape): string | undefined
  /** The weightiest parts as one sentence. */
  sentence(parts: readonly ScorePartShape[], most?: number): string
  part(name: string): string
  /** The same parts for the bar; a part that only this board has words for carries them as its name. */
  named(parts: readonly ScorePartShape[]): ScorePartShape[]
  /** A rule with the people and numbers of this case; ids become names. */
  rule(name: string, detail: Detail | undefined): string
  cause(cause: string): string
  change(unplaced: Unplaced): string
}

/** Causes whose remedy has words of its own, whatever the facts. */
const ownChange: ReadonlySet<string> = new Set(['line-unknown', 'no-allowed-partner', 'since-the-run'])

/** `nameOf` turns a person's id into a name, and leaves anything else alone. */
export function useReasons(nameOf: (id: string) => string): Reasons {
  const t = useText(reasonStrings)
  const words = useWords()
  const format = useFormat()
  const why = ({ part: name, detail = {} }: ScorePartShape) =>
    complete(t.maybe(`why.${name}`, readable(detail)))
  const readable = (detail: Detail): Detail => ({
    ...detail,
    ...each(detail, 'topics', words.spoken.topic),
    ...each(detail, 'interests', words.spoken.interest),
    ...each(detail, 'languages', format.languageName),
    ...(detail['minutes'] === undefined
      ? {}
      : { hours: format.number(Number(detail['minutes']) / 60, { maximumFractionDigits: 1 }) }),
  })
  const each = (detail: Detail, key: string, word: (one: string) => string): Detail => {
    const value = detail[key]
    if (typeof value !== 'string' || value === '') return {}
    return { [key]: format.list(value.split(', ').map(word)) }
  }
  const named = (detail: Detail = {}): Detail =>
    Object.fromEntries(
      Object.entries(detail).map(([key, value]) => [key, typeof value === 'string' ? nameOf(value) : value]),
    )
  const part = (name: string) => t.maybe(`part.${name}`) ?? words.part(name)
  return {
    why,
    part,
    named: (parts) =>
      parts.map((one) => (t.maybe(`part.${one.part}`) ? { ...one, part: part(one.part) } : one)),
    sentence(parts, most = 3) {
      const said = parts
        .toSorted((a, b) => b.points - a.points)
        .flatMap((one) => why(one) ?? [])
        .slice(0, most)
      const text = said.join(t('between'))
      return text ? `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.` : ''
    },
    rule(name, detail) {
      const facts = named(detail)
      if (name === 'common-language') {
        Object.assign(facts, spoken(detail, 'mentor'), spoken(detail, 'mentee'))
      }
      const known = complete(t.maybe(`${'unknown' in facts ? 'unknown' : 'rule'}.${name}`, facts))
      return known ?? words.refusal(name, detail, t('ruleOther', { rule: name }))
    },
    cause: (cause) =>
      t.maybe(`cause.${cause}`) ??
      t.maybe(`name.${cause}`) ??
      t.maybe(`name.${cause.replace(/\.unknown$/, '')}`) ??
      cause,
    change({ cause, detail, smallestChange }) {
      const facts = named(detail)
      const key =
        cause === 'partners-taken'
          ? 'changeTaken'
          : cause === 'nobody-on-the-other-side'
            ? 'changeNobody'
            : 'unknown' in facts || ownChange.has(cause)
              ? `change.${cause}`
              : 'partnersItWouldOpen' in facts
                ? 'changeOpen'
                : 'changeRecruit'
      return complete(t.maybe(key, facts)) ?? smallestChange
    },
  }

  function spoken(detail: Detail | undefined, side: string): Detail {
    const tags = detail?.[side]
    return typeof tags === 'string' ? { [side]: format.list(tags.split(' ').map(format.languageName)) } : {}
  }
}

/** A sentence whose facts are missing is no sentence: better the rule's plain words. */
function complete(sentence: string | undefined): string | undefined {
  return sentence && !/\{\w+\}/.test(sentence) ? sentence : undefined
}
