/**
 * Somebody who wants to know what single people answered, with everything that may be seen from above a pair over the whole of
 * a Cohort: every snapshot, and for each pair what its health shows. A world is what everybody answered; an answer is safe
 * when there is another world that looks exactly the same on every day, and in which it is a different one.
 */

import type { Participant } from '../../bot/domain/enrolment/participant.ts'
import type { CheckIn, CheckInAnswer } from '../../bot/domain/meeting/check-in.ts'
import { healthOf } from '../../bot/domain/meeting/pair-health.ts'
import type { Pairing } from '../../bot/domain/pairing/pairing.ts'
import type { Cohort } from '../../bot/domain/program/program.ts'
import {
  type AnswerFacts,
  nextSnapshot,
  outcomesOf,
  type Snapshot,
} from '../../bot/domain/publishing/snapshot.ts'

/** What each of the two said of one Session, the Mentor first; undefined: nothing. */
export type Two = readonly [CheckInAnswer | undefined, CheckInAnswer | undefined]
/** By Session in the order of `calendar`. */
export type World = readonly Two[]

export interface Calendar {
  /** Who is paired with whom; a person may be in more than one pair. */
  pairs: readonly { mentorId: string; menteeId: string }[]
  /** Days from the first Monday on which a pair meets; its number within `pairs`. */
  sessions: readonly { pair: number; day: number }[]
}

const dayMs = 86_400_000
export const firstMonday = new Date('2027-01-04T00:00:00Z')
const at = (day: number) => new Date(firstMonday.getTime() + day * dayMs)

function factsOf({ pairs, sessions }: Calendar, world: World): AnswerFacts {
  const sides = new Map(
    pairs.flatMap((one) => [[one.mentorId, 'mentor'] as const, [one.menteeId, 'mentee'] as const]),
  )
  return {
    cohort: { id: 'c', startsOn: '2027-01-04', sessions: 2 } as Cohort,
    participants: [...sides].map(
      ([personId, side]) => ({ personId, side, state: 'approved' }) as Participant,
    ),
    pairings: pairs.map((two, i) => ({ ...two, id: `p${i}`, state: 'active', approvedAt: at(0) }) as Pairing),
    sessions: sessions.map(({ pair, day }, i) => ({
      ...{ id: `s${i}`, holdId: 'h', pairingId: `p${pair}`, number: i, state: 'planned' as const },
      ...{ startsAt: at(day), endsAt: new Date(at(day).getTime() + 3_600_000) },
    })),
    asks: [],
    ideas: [],
    agreedAt: new Map(),
    trainedAt: new Map(),
    checkIns: sessions.flatMap(({ pair, day }, i) => {
      const { mentorId, menteeId } = pairs[pair]!
      return [mentorId, menteeId].map((personId, side): CheckIn => {
        const answer = world[i]![side]
        const asked = { sessionId: `s${i}`, personId, askedAt: new Date(at(day).getTime() + 3_600_000) }
        return answer ? { ...asked, state: 'answered', answer } : { ...asked, state: 'missed' }
      })
    }),
  }
}

/** What is shown on each Monday, one after the other. */
export type Look = (facts: AnswerFacts, days: readonly number[]) => Iterable<unknown>

/** As the product shows it. */
export const asTheProduct: Look = function* (facts, days) {
  let snapshot: Snapshot | undefined
  for (const day of days) {
    snapshot = nextSnapshot(snapshot, facts, at(day), 5)
    const { answered: _, ...shown } = snapshot
    yield shown
    const outcomes = outcomesOf(snapshot)
    for (const { id } of facts.pairings) {
      const sessions = facts.sessions.filter(({ pairingId }) => pairingId === id)
      yield healthOf(sessions, outcomes, at(day))
    }
  }
}

/** As it would be if every answer counted at once: the mean with one decimal, how many answers it is made of, and of whom. */
export const asIfLive: Look = function* ({ sessions, checkIns }, days) {
  for (const day of days) {
    const over = new Set(sessions.flatMap(({ id, endsAt }) => (endsAt <= at(day) ? [id] : [])))
    const answered = checkIns.filter(({ sessionId, answer }) => over.has(sessionId) && answer)
    const worth = answered.flatMap(({ answer }) => answer?.worth ?? [])
    const mean = worth.reduce((sum, one) => sum + one, 0) / worth.length
    yield worth.length < 5 ? {} : { mean: Math.round(mean * 10) / 10, n: worth.length }
    yield answered.map(({ sessionId }) => sessionId)
  }
}

function mondaysOf({ sessions }: Calendar): number[] {
  const last = Math.max(0, ...sessions.map(({ day }) => day))
  return Array.from({ length: Math.ceil(last / 7) + 4 }, (_, week) => 7 * week)
}

function transcriptOf(calendar: Calendar, world: World, look: Look): string[] {
  return [...look(factsOf(calendar, world), mondaysOf(calendar))].map((seen) => JSON.stringify(seen))
}

function looksLike(calendar: Calendar, world: World, look: Look, seen: readonly string[]): boolean {
  let i = 0
  for (const now of look(factsOf(calendar, world), mondaysOf(calendar)))
    if (JSON.stringify(now) !== seen[i++]) return false
  return true
}

type Wanted = (before: CheckInAnswer | undefined, after: CheckInAnswer | undefined) => boolean

const answers: readonly (CheckInAnswer | undefined)[] = [
  undefined,
  ...[1, 2, 3, 4, 5].map((worth) => ({ held: true, worth, obstacle: 'nothing' as const })),
  ...[1, 2, 3, 4, 5].map((worth) => ({ held: true, worth, obstacle: 'time' as const })),
  { held: false, obstacle: 'nothing' },
  { held: false, obstacle: 'time' },
]

/** A world that looks the same in every look and in which that answer differs as wanted; undefined: there is none near. */
export function twinOf(
  calendar: Calendar,
  world: World,
  [session, side]: readonly [number, 0 | 1],
  wanted: Wanted,
  look: Look,
): World | undefined {
  const seen = transcriptOf(calendar, world, look)
  const before = world[session]![side]
  const isTwin = (other: World) =>
    wanted(before, other[session]![side]) && looksLike(calendar, other, look, seen)
  const owns = answers.filter((one) => wanted(before, one))
  const withOwn = (own: CheckInAnswer | undefined, partners: CheckInAnswer | undefined) =>
    world.with(session, side === 0 ? [own, partners] : [partners, own])
  // First with nothing else changed, then with what one or two other Sessions make up for it.
  for (const own of owns) {
    for (const partners of [world[session]![1 - side], ...answers]) {
      const changed = withOwn(own, partners)
      if (isTwin(changed)) return changed
    }
  }
  const near = owns.flatMap((own) => [withOwn(own, world[session]![1 - side]), withOwn(own, before)])
  for (const changed of near) {
    for (const both of changedElsewhere(changed, session)) if (isTwin(both)) return both
  }
  for (const changed of near) {
    for (const both of changedElsewhere(changed, session)) {
      for (const three of changedElsewhere(both, session)) if (isTwin(three)) return three
    }
  }
  return undefined
}

function* changedElsewhere(world: World, session: number): Generator<World> {
  for (const other of world.keys()) {
    if (other === session) continue
    for (const second of neighbours(world[other]!)) yield world.with(other, second)
  }
}

/** The same Session with the two exchanged, or with one answer a step up or down, withheld, or given after all. */
function neighbours([mentor, mentee]: Two): Two[] {
  const steps = (answer: CheckInAnswer | undefined): (CheckInAnswer | undefined)[] => {
    const { worth } = answer ?? {}
    const rated =
      worth === undefined ? [1, 3, 5] : [worth - 1, worth + 1].filter((one) => one >= 1 && one <= 5)
    const obstacle = answer?.obstacle ?? 'nothing'
    return [
      undefined,
      { held: false, obstacle },
      ...rated.map((one) => ({ held: true, worth: one, obstacle })),
    ]
  }
  return [
    [mentee, mentor],
    ...steps(mentor).map((one): Two => [one, mentee]),
    ...steps(mentee).map((one): Two => [mentor, one]),
  ]
}
