/**
 * What an Organizer reads before a Cohort closes: what is still open in it, what the challenge came to, what becomes of pairs
 * that meet, and who will be told what. Counts alone: who has not answered is nobody's to know, and of few people not even how
 * many.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { type Closing, speaksFor, type Thanked, type Thanks } from '../../domain/program/closing.ts'
import type { Cohort, CohortId, Program } from '../../domain/program/program.ts'
import type { ChallengeReading } from '../../domain/publishing/challenge.ts'
import { monthsAfter } from '../../domain/records/retention.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { writerOf } from './summary-writer.ts'
import { thankedIn, thanksNow } from './thanks.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'fewestPeople' | 'retentionMonths'>

export interface BeforeClose {
  cohort: Cohort
  program: Program
  closing: Closing | undefined
  endReading: ChallengeReading | undefined
  open: {
    /** Last words that are waited for, and those that pairs which end now are asked for; absent of too few people. */
    lastWords?: number
    /** Other questions: check-ins and forms; absent of too few people. */
    answers?: number
    /** Pairs that meet again, and until which day. */
    meeting: number
    meetingUntil?: string
    /** Proposed and not approved: they go. */
    proposed: number
    /** Approved and not told when they meet: they do not begin. */
    untold: number
    /** Summaries that are drafted or wait for the Sponsor. */
    summaries: number
    /** People who were never told yes or no. */
    undecided: number
  }
  /** Pairs that come to their end, of which both are told. */
  ending: number
  thanked: Record<Thanked, number> & { nobody: number }
  thanks: Pick<Thanks, 'version' | 'words'> & Partial<Thanks>
  /** For whom a Summary is drafted; nobody where none has the part, or a draft is there. */
  writer: PersonId | undefined
  /** In whose name it goes out now; undefined: the Program's. */
  speaker: PersonId | undefined
  /** ISO date: from then on what people said is gone. */
  forgottenOn: string
}

export async function beforeClose(ports: Needs, id: CohortId): Promise<BeforeClose | Refusal> {
  const { store, clock, fewestPeople, retentionMonths } = ports
  const cohort = await store.cohorts.get(id)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!cohort || !program) return refuse('not-found')
  const now = clock.now()
  const closing = await store.closings.of(id)
  const pairings = await store.pairings.list(id)
  const active = pairings.filter(({ state }) => state === 'active')
  const ahead = await sessionsAhead(ports, id, new Set(active.map((one) => one.id)))
  const counts = { 'took-part': 0, left: 0, 'left-out': 0, nobody: 0 }
  for (const { as } of await thankedIn(ports, id)) counts[as ?? 'nobody']++
  const summaries = await store.summaries.list(id)
  const thanks = await thanksNow(ports, id)
  const latest = await store.thanks.latest(id)
  return {
    ...{ cohort, program, closing },
    endReading: (await store.challengeReadings.of(id)).find(({ moment }) => moment === 'end'),
    open: {
      ...(await answersOpen(ports, id, active.length, fewestPeople)),
      meeting: ahead.pairs.size,
      ...(ahead.until ? { meetingUntil: utcDate(ahead.until) } : {}),
      proposed: pairings.filter(({ state }) => state === 'proposed').length,
      untold: pairings.filter(({ state }) => state === 'approved').length,
      summaries: summaries.filter(({ state }) => state === 'drafted' || state === 'submitted').length,
      undecided: (await store.participants.list(id)).filter(({ state }) => state === 'applied').length,
    },
    ending: active.length,
    writer: summaries.some(({ state }) => state === 'drafted')
      ? undefined
      : await writerOf(ports, program.id),
    thanked: counts,
    thanks,
    speaker: closing ? closing.thanksBy : speaksFor(latest, program),
    forgottenOn: utcDate(monthsAfter(closing?.at ?? now, retentionMonths)),
  }
}

async function sessionsAhead({ store, clock }: Needs, id: CohortId, active: ReadonlySet<string>) {
  const pairs = new Set<string>()
  let until: Date | undefined
  for (const { pairingId, state, endsAt } of await store.sessions.list(id)) {
    if (state !== 'planned' || endsAt <= clock.now() || !active.has(pairingId)) continue
    pairs.add(pairingId)
    if (until === undefined || endsAt > until) until = endsAt
  }
  return { pairs, until }
}

/** How many answers are missing, each only where enough people were asked that it tells of nobody. */
async function answersOpen({ store }: Needs, id: CohortId, active: number, fewest: number) {
  const asks = await store.asks.list(id)
  const of = (isLast: boolean) => asks.filter(({ form }) => (form === 'closing') === isLast)
  const waiting = (some: typeof asks) => some.filter(({ state }) => state === 'asked').length
  const people = (some: readonly { personId: PersonId }[]) => new Set(some.map((one) => one.personId)).size
  const [last, others] = [of(true), of(false)]
  const checkIns = await store.checkIns.list(id)
  const toCome = 2 * active - last.filter(({ state }) => state !== 'lapsed').length
  return {
    ...(people(last) + Math.max(0, toCome) >= fewest
      ? { lastWords: waiting(last) + Math.max(0, toCome) }
      : {}),
    ...(people([...others, ...checkIns]) >= fewest
      ? { answers: waiting(others) + checkIns.filter(({ state }) => state === 'asked').length }
      : {}),
  }
}
