/**
 * Answers of the forms, as a figure each: scales as a mean, choices by what most people chose. One rule for all that is said of
 * answers (`disclosure.ts`), kept in the same picture (`snapshot.ts`), so that nothing can be taken from one another: a figure is
 * renewed only when enough people's answers are new in it, it never goes over more than one Cohort, and of a choice only
 * the most frequent option is said, never how the rest is divided. What somebody wrote is in none of them.
 */
import { type Ask, isSettled } from '../meeting/ask.ts'
import { type FormName, formNames, forms, type Question } from '../meeting/form.ts'
import type { PersonId } from '../organization/person.ts'
import { defaultVersion } from '../program/content.ts'
import { type Part, type Shown, shownMean, shownShare } from './disclosure.ts'

export interface PooledFigure extends Shown {
  form: FormName
  /** Key of the question. */
  question: string
  unit: 'score' | 'percent'
  /** The end of the scale. */
  of?: number
  /** What most people chose. */
  option?: string
  takenAt: string
}

/** Answers of a pair count once neither of the two can change theirs any more. */
export interface Settled {
  asks: readonly Ask[]
  settledAt: Date
}

export function pooledFigures(
  asks: readonly Ask[],
  before: readonly PooledFigure[],
  at: Date,
  threshold: number,
): PooledFigure[] {
  return formNames.flatMap((form) => {
    const settled = settledOf(
      // What a Program asks in its own words is another question, also under the same name.
      asks.filter((ask) => ask.form === form && ask.version === defaultVersion),
      at,
    )
    return pooledQuestions(form).flatMap((question) => {
      const last = before.find((one) => one.form === form && one.question === question.key)
      const fresh = settled.filter(({ settledAt }) => !last || settledAt.toISOString() > last.takenAt)
      const shown = shownOf(question, settled, threshold)
      const isNew =
        answeredIn(fresh, question).length >= threshold && askedIn(fresh, question).length > threshold
      if (isNew && shown?.value !== undefined)
        return [{ form, question: question.key, ...shown, takenAt: at.toISOString() }]
      return last ? [last] : []
    })
  })
}

export function pooledQuestions(form: FormName): Question[] {
  const all: readonly Question[] = forms[form].questions
  return all.filter(({ reader, kind }) => (reader === 'pooled' || reader === 'two') && kind !== 'line')
}

/** By pair. */
export function settledOf(asks: readonly Ask[], at: Date): Settled[] {
  const pairs = new Map<string, Ask[]>()
  for (const ask of asks) pairs.set(ask.pairingId, [...(pairs.get(ask.pairingId) ?? []), ask])
  return [...pairs.values()].flatMap((two) => {
    const settledAt = new Date(
      two.every(({ state }) => state === 'answered')
        ? Math.max(...two.map(({ answeredAt, askedAt }) => (answeredAt ?? askedAt).getTime()))
        : Math.max(...two.map(({ until }) => until.getTime())),
    )
    return settledAt <= at && isSettled(two) ? [{ asks: two, settledAt }] : []
  })
}

const isPutTo = (question: Question, { side }: Ask) => question.side === undefined || question.side === side

function askedIn(settled: readonly Settled[], question: Question): PersonId[] {
  const asked = settled.flatMap(({ asks }) => asks.filter((ask) => isPutTo(question, ask)))
  return [...new Set(asked.map(({ personId }) => personId))]
}

function givenIn(settled: readonly Settled[], question: Question) {
  return settled.flatMap(({ asks }) =>
    asks.flatMap(({ personId, answers }) => {
      const value = answers?.[question.key]
      return value === undefined ? [] : [{ personId, value }]
    }),
  )
}

function answeredIn(settled: readonly Settled[], question: Question): PersonId[] {
  return [...new Set(givenIn(settled, question).map(({ personId }) => personId))]
}

function shownOf(question: Question, settled: readonly Settled[], threshold: number) {
  const given = givenIn(settled, question)
  if (question.kind === 'scale') {
    const rated = given.flatMap(({ personId, value }) =>
      typeof value === 'number' ? [{ personId, value }] : [],
    )
    const possible = askedIn(settled, question).length
    return { unit: 'score' as const, of: question.to, ...shownMean(rated, possible, threshold) }
  }
  if (question.kind !== 'choice') return undefined
  const counts = question.options.map((option) => ({ option, part: partOf(given, option) }))
  const [most] = counts.toSorted((one, other) => other.part.count - one.part.count)
  if (!most) return undefined
  const rest = partOf(given, most.option, 'but')
  return { unit: 'percent' as const, option: most.option, ...shownShare(most.part, rest, threshold) }
}

function partOf(given: ReturnType<typeof givenIn>, option: string, but?: 'but'): Part {
  const of = given.filter(({ value }) => (value === option) !== (but === 'but'))
  return { count: of.length, people: new Set(of.map(({ personId }) => personId)) }
}
