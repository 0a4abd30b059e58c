/**
 * What a Cohort achieved beyond whether its Sessions took place: each measure with its formula, its rows (`rows.ts`), and what
 * of it may be said (`disclosure.ts`). They are part of the same picture (`snapshot.ts`): looked at on Mondays, and a measure is
 * renewed only when enough of the people behind it are new in it. Between two pictures it stays as it was said.
 */
import type { Side } from '../../enrolment/participant.ts'
import type { PersonId } from '../../organization/person.ts'
import {
  type Part,
  type Shown,
  shownCount,
  shownMean,
  shownMedian,
  shownNet,
  shownShare,
} from '../disclosure.ts'
import { grouped } from '../grouped.ts'
import type { PooledFigure } from '../pooled.ts'
import { meanRange, normalizedGainOf, type Range, shareRange } from './formula.ts'
import type { Row } from './row.ts'
import {
  agreementRows,
  completionRows,
  type FormRows,
  fateOf,
  fates,
  formRows,
  growthRows,
  ideaRows,
  leaderMovedRows,
  type MeasureFacts,
  obstacleRows,
  placementRows,
  type SettledSession,
  trainingRows,
} from './rows.ts'

const sides = ['mentor', 'mentee'] as const satisfies readonly Side[]
const plural = { mentor: 'mentors', mentee: 'mentees' } as const

/** In the order in which they are shown. */
export const measureKeys = [
  'training',
  'agreement',
  'placement',
  'leader-moved',
  'completion',
  'finished',
  'ideas',
  'ideas-ahead',
  'obstacle',
  'fate-on-the-day',
  'fate-within-a-week',
  'fate-later',
  'fate-called-off',
  'fate-not-confirmed',
  'goal-start-mentors',
  'goal-middle-mentors',
  'goal-end-mentors',
  'gain-mentors',
  'goal-start-mentees',
  'goal-middle-mentees',
  'goal-end-mentees',
  'gain-mentees',
  'nps-mentors',
  'nps-mentees',
  'again',
] as const
export type MeasureKey = (typeof measureKeys)[number]

export type MeasureUnit = 'percent' | 'count' | 'days' | 'score' | 'points'

export interface Measure extends Shown {
  key: MeasureKey
  unit: MeasureUnit
  /** What was named most. */
  option?: string
  /** Absent while it has no value. */
  takenAt?: string
  /** Why it has no value: there is nothing to count yet, or too few people are behind it. */
  why?: 'nothing-yet' | 'too-few'
}

/** In words with the field's terms; shown beside each measure. */
export const measureFormulas: Record<MeasureKey, string> = {
  training: 'people who had finished their lessons when their first Pairing was approved ÷ people paired',
  agreement: 'Pairings signed by both before Session 2 ÷ Pairings whose Session 2 has come',
  placement: 'median of the days from approval to the first Session held, to five days',
  'leader-moved': 'Sessions that the Mentee moved or declined ÷ Sessions due',
  completion:
    'Pairings with all planned Sessions but one held and a last form ÷ Pairings that met and came to their end',
  finished: 'people in Pairings that came to their end with all planned Sessions but one and a last form',
  ideas: 'shared ideas that were decided',
  'ideas-ahead': 'shared ideas that go ahead ÷ shared ideas that were decided',
  obstacle: 'answers that name it ÷ answers that name anything in the way',
  'fate-on-the-day': 'Sessions held on the date agreed first ÷ Sessions due',
  'fate-within-a-week': 'Sessions moved and held within 7 days ÷ Sessions due',
  'fate-later': 'Sessions held more than 7 days off ÷ Sessions due',
  'fate-called-off': 'Sessions called off ÷ Sessions due',
  'fate-not-confirmed': 'Sessions that neither side says took place ÷ Sessions due',
  'goal-start-mentors': 'mean of the own goal at enrolment, 1 to 5, Mentors who answered at the end',
  'goal-middle-mentors': 'mean of the own goal at the Midpoint, 1 to 5, Mentors',
  'goal-end-mentors': 'mean of the own goal at the end, 1 to 5, Mentors',
  'gain-mentors': 'mean of (end − start) ÷ (5 − start), Mentors who began below 5',
  'goal-start-mentees': 'mean of the own goal at enrolment, 1 to 5, Mentees who answered at the end',
  'goal-middle-mentees': 'mean of the own goal at the Midpoint, 1 to 5, Mentees',
  'goal-end-mentees': 'mean of the own goal at the end, 1 to 5, Mentees',
  'gain-mentees': 'mean of (end − start) ÷ (5 − start), Mentees who began below 5',
  'nps-mentors': 'percent who gave 9 or 10 minus percent who gave 0 to 6, Mentors',
  'nps-mentees': 'percent who gave 9 or 10 minus percent who gave 0 to 6, Mentees',
  again: 'people who would do it again ÷ people who answered',
}

/** One measure as it could be said now, and whose cases would be behind it. */
interface Candidate {
  /** Something was there that could have been a case, whatever anybody said of it. */
  isDue: boolean
  /** Renewed with the others of its bundle where it can be, and no hindrance to them where not. */
  isExtra?: true
  key: MeasureKey
  unit: MeasureUnit
  shown: Shown & { option?: string }
  /** Cases in it, and everybody who could have been behind one. */
  rows: readonly { people: readonly PersonId[]; since: Date }[]
  asked?: readonly { people: readonly PersonId[]; since: Date }[]
}

/** Measures that are renewed together or not at all: one of them beside another that is older would tell the difference. */
type Bundle = readonly Candidate[]

/**
 * @param settled Sessions as they count by now
 * @param isNewPicture the figures about Sessions are renewed at this moment; what only divides them further goes with them
 */
export function nextMeasures(
  before: readonly Measure[],
  facts: MeasureFacts,
  settled: readonly SettledSession[],
  { at, threshold, isNewPicture }: { at: Date; threshold: number; isNewPicture: boolean },
): Measure[] {
  const say = (one: Candidate): Measure => ({
    ...{ key: one.key, unit: one.unit, ...one.shown, takenAt: at.toISOString() },
  })
  const stay = (one: Candidate): Measure => lastOf(before, one.key) ?? unsaid(one)
  const alone = ownBundles(facts, at, threshold).flatMap((bundle) => {
    const renews = (one: Candidate) => mayRenew(one, before, threshold)
    const together = bundle.every((one) => one.isExtra || renews(one))
    return bundle.map((one) => (together && renews(one) ? say(one) : stay(one)))
  })
  const divided = sessionBundle(facts, settled, threshold).map((one) =>
    isNewPicture && one.shown.value !== undefined ? say(one) : isNewPicture ? unsaid(one) : stay(one),
  )
  return [...alone, ...divided]
}

const lastOf = (before: readonly Measure[], key: MeasureKey) =>
  before.find((one) => one.key === key && one.value !== undefined)

const unsaid = ({ key, unit, isDue }: Candidate): Measure => ({
  ...{ key, unit, why: isDue ? 'too-few' : 'nothing-yet' },
})

function mayRenew({ key, shown, rows, asked }: Candidate, before: readonly Measure[], threshold: number) {
  const last = lastOf(before, key)
  const fresh = (all: Candidate['rows']) =>
    new Set(all.flatMap(({ people, since }) => (!last || since.toISOString() > last.takenAt! ? people : [])))
      .size
  if (shown.value === undefined || fresh(rows) < threshold) return false
  // Where these are all who were asked, it would say that everybody answered.
  return asked === undefined || fresh(asked) > threshold
}

function ownBundles(facts: MeasureFacts, at: Date, threshold: number): Bundle[] {
  const share = (key: MeasureKey, rows: readonly Row[]): Bundle => [
    { key, unit: 'percent', shown: shareOf(rows, threshold), rows, isDue: rows.length > 0 },
  ]
  const placement = placementRows(facts)
  const completion = completionRows(facts, at)
  const ideas = ideaRows(facts)
  const isDue = facts.closed.length > 0
  return [
    share('training', trainingRows(facts)),
    share('agreement', agreementRows(facts, at)),
    [...share('completion', completion), finished(completion, threshold)],
    [{ key: 'placement', unit: 'days', shown: shownMedian(placement, threshold), rows: placement, isDue }],
    [...share('ideas-ahead', ideas), counted('ideas', ideas, threshold)],
    [obstacle(facts, threshold)],
    sides.map((side) => net(facts, side, at, threshold)),
    sides.map((side) =>
      goal(`goal-middle-${plural[side]}`, formRows(facts, 'midpoint', 'goal', side, at), threshold),
    ),
    sides.flatMap((side) => grown(facts, side, at, threshold)),
  ]
}

/** What the Sessions that are due divide into. */
function sessionBundle(facts: MeasureFacts, settled: readonly SettledSession[], threshold: number): Bundle {
  const twoOf = new Map(facts.pairings.map((one) => [one.id, [one.mentorId, one.menteeId]]))
  const rowsOf = (isIn: (one: SettledSession) => boolean): Row[] =>
    settled.map((one) => ({
      people: twoOf.get(one.session.pairingId) ?? [],
      value: isIn(one) ? 1 : 0,
      since: one.since,
    }))
  const share = (key: MeasureKey, rows: Row[]): Candidate => ({
    ...{ key, unit: 'percent', shown: shareOf(rows, threshold), rows, isDue: rows.length > 0 },
  })
  return [
    share('leader-moved', leaderMovedRows(facts, settled)),
    ...fates.map((fate) =>
      share(
        `fate-${fate}`,
        rowsOf((one) => fateOf(one) === fate),
      ),
    ),
  ]
}

function partOf(rows: readonly { people: readonly PersonId[] }[]): Part {
  return { count: rows.length, people: new Set(rows.flatMap(({ people }) => people)) }
}

function shareOf(rows: readonly Row[], threshold: number): Shown {
  return shownShare(
    partOf(rows.filter(({ value }) => value === 1)),
    partOf(rows.filter(({ value }) => value !== 1)),
    threshold,
  )
}

function finished(rows: readonly Row[], threshold: number): Candidate {
  const { people } = partOf(rows.filter(({ value }) => value === 1))
  const shown = shownCount({ count: people.size, people }, threshold)
  return { key: 'finished', unit: 'count', shown, rows, isDue: rows.length > 0, isExtra: true }
}

/** How many cases there are, beside what they divide into. */
function counted(key: MeasureKey, rows: readonly Row[], threshold: number): Candidate {
  const shown = shownCount(partOf(rows), threshold)
  return { key, unit: 'count', shown, rows, isDue: rows.length > 0, isExtra: true }
}

/** Only the one that was named most, never how the rest is divided. */
function obstacle(facts: MeasureFacts, threshold: number): Candidate {
  const rows = obstacleRows(facts)
  const named = [...grouped(rows, ({ option }) => option)]
  const [most] = named.toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
  const shown = most
    ? {
        option: most[0],
        ...shownShare(partOf(most[1]), partOf(rows.filter(({ option }) => option !== most[0])), threshold),
      }
    : {}
  return { key: 'obstacle', unit: 'percent', shown, rows, isDue: facts.closed.length > 0 }
}

const ratedBy = (rows: readonly Row[]) =>
  rows.flatMap(({ people: [personId], value }) => (personId === undefined ? [] : [{ personId, value }]))

const askedPeople = ({ asked }: FormRows) => new Set(asked.flatMap(({ people }) => people)).size

function net(facts: MeasureFacts, side: Side, at: Date, threshold: number): Candidate {
  const of = formRows(facts, 'closing', 'recommend', side, at)
  const shown = shownNet(ratedBy(of.rows), askedPeople(of), threshold)
  return { key: `nps-${plural[side]}`, unit: 'points', shown, ...of, isDue: of.asked.length > 0 }
}

function goal(key: MeasureKey, of: FormRows, threshold: number): Candidate {
  const shown = shownMean(ratedBy(of.rows), askedPeople(of), threshold)
  return { key, unit: 'score', shown, ...of, isDue: of.asked.length > 0 }
}

const topOfScale = 5

/** Start, end and gain over the same people. */
function grown(facts: MeasureFacts, side: Side, at: Date, threshold: number): Candidate[] {
  const of = formRows(facts, 'closing', 'goal', side, at)
  const grew = growthRows(facts, of)
  const known = {
    ...of,
    rows: grew.map(({ personId, after, since }) => ({ people: [personId], value: after, since })),
  }
  const starts = known.rows.map((row, i) => ({ ...row, value: grew[i]!.before }))
  return [
    goal(`goal-start-${plural[side]}`, { ...known, rows: starts }, threshold),
    goal(`goal-end-${plural[side]}`, known, threshold),
    {
      ...{ key: `gain-${plural[side]}`, unit: 'percent', asked: of.asked, isDue: of.asked.length > 0 },
      rows: known.rows.filter((_, i) => grew[i]!.before < topOfScale),
      shown: shownGain(grew, askedPeople(of), threshold),
      isExtra: true,
    },
  ]
}

/** To ten percent; of no fewer people than a mean. */
function shownGain(grew: ReturnType<typeof growthRows>, possible: number, threshold: number): Shown {
  const could = grew.filter(({ before }) => before < topOfScale)
  const gain = normalizedGainOf(could, topOfScale)
  const { n } = shownMean(
    could.map(({ personId, after }) => ({ personId, value: after })),
    possible,
    threshold,
  )
  return gain === undefined || n === undefined ? {} : { value: Math.round(gain * 10) * 10 + 0, n }
}

/**
 * Every measure in the order of the list. "Would do again" is the same answer as the pooled one, said the other way round
 * where most said no: counted a second time it could be renewed on another day.
 */
export function allMeasures(known: readonly Measure[], pooled: readonly PooledFigure[]): Measure[] {
  const said = [...known, againFrom(pooled)]
  return measureKeys.map(
    (key) => said.find((one) => one.key === key) ?? { key, unit: units[key], why: 'nothing-yet' },
  )
}

function againFrom(pooled: readonly PooledFigure[]): Measure {
  const figure = pooled.find(({ form, question }) => form === 'closing' && question === 'again')
  if (figure?.value === undefined) return { key: 'again', unit: 'percent', why: 'too-few' }
  const { value, bound, n, option, takenAt } = figure
  const turned = { 'at-least': 'at-most', 'at-most': 'at-least' } as const
  const shown = option === 'yes' ? { value, bound } : { value: 100 - value, bound: bound && turned[bound] }
  return {
    ...{ key: 'again', unit: 'percent', value: shown.value, takenAt },
    ...(shown.bound ? { bound: shown.bound } : {}),
    ...(n === undefined ? {} : { n }),
  }
}

const units: Record<MeasureKey, MeasureUnit> = {
  ...(Object.fromEntries(measureKeys.map((key) => [key, 'percent'])) as Record<MeasureKey, 'percent'>),
  placement: 'days',
  finished: 'count',
  ideas: 'count',
  ...{ 'goal-start-mentors': 'score', 'goal-middle-mentors': 'score', 'goal-end-mentors': 'score' },
  ...{ 'goal-start-mentees': 'score', 'goal-middle-mentees': 'score', 'goal-end-mentees': 'score' },
  ...{ 'nps-mentors': 'points', 'nps-mentees': 'points' },
}

/** Measures over whoever answered, out of those who were asked: others like them might have said something else. */
const sampled: readonly MeasureKey[] = [
  ...([
    'goal-middle-mentors',
    'goal-end-mentors',
    'goal-middle-mentees',
    'goal-end-mentees',
    'again',
  ] as const),
]

/** From what is said and nothing else, so that it can tell no more. Only as many people count as the band says for certain. */
export function rangeOf({ key, unit, value, bound, n }: Measure): Range | undefined {
  if (value === undefined || n === undefined || bound || !sampled.includes(key)) return undefined
  const range = unit === 'score' ? meanRange(value, n, { low: 1, high: topOfScale }) : shareRange(value, n)
  const tenths = (one: number) => Math.round(one * 10) / 10
  return range && { low: tenths(range.low), high: tenths(range.high) }
}
