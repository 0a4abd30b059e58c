/**
 * Sessions in a row that do not take place are how programs die: the two are asked first, then the Organizer hears of
 * it, then, where the program wants it, the Sponsor, in bands of counts alone. Each rung once a stall; a pair that meets again is
 * nobody's concern any more.
 */
import type { Concern } from '../../domain/meeting/concern.ts'
import type { Outcome } from '../../domain/meeting/outcome.ts'
import {
  cameAsShown,
  cameToTwo,
  rungsOf,
  type Stall,
  type Standing,
  stallOf,
} from '../../domain/meeting/stall.ts'
import type { Pairing, PairingId } from '../../domain/pairing/pairing.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import { mondayBefore, outcomesOf, pairsBand } from '../../domain/publishing/snapshot.ts'
import { isPending } from '../../domain/scheduling/repair/repair.ts'
import type { Session, SessionId } from '../../domain/scheduling/session.ts'
import { cardFacts } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { raiseConcerns } from '../telling/raise-concerns.ts'
import { isOneOfThemPausing } from './pausing.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock' | 'fewestPeople'>

const stallKey = (pairingId: PairingId, since: number) => `stalled.${pairingId}.${since}`

export async function climbLadder(ports: Needs): Promise<void> {
  const { store, clock } = ports
  const cohorts = new Map<CohortId, Cohort>()
  const shown = new Map<CohortId, Map<SessionId, Outcome>>()
  const raised = new Map<CohortId, Concern[]>()
  for (const id of await store.concerns.unsteady(clock.now())) {
    const pairing = await store.pairings.get(id)
    if (!pairing) continue
    const cohort = cohorts.get(pairing.cohortId) ?? (await store.cohorts.get(pairing.cohortId))
    if (!cohort) continue
    cohorts.set(cohort.id, cohort)
    const outcomes = shown.get(cohort.id) ?? outcomesOf(await store.snapshots.get(cohort.id))
    shown.set(cohort.id, outcomes)
    const concern = await climb(ports, pairing, cohort, outcomes)
    if (concern) raised.set(cohort.id, [...(raised.get(cohort.id) ?? []), concern])
  }
  for (const [cohortId, concerns] of raised) {
    await raiseConcerns(ports, cohorts.get(cohortId)!, concerns)
    await tellSponsor(ports, cohorts.get(cohortId)!)
  }
}

/** The nudge goes out here; what the Organizer should hear is handed back, to be told together. */
async function climb(
  ports: Needs,
  pairing: Pairing,
  cohort: Cohort,
  outcomes: ReadonlyMap<SessionId, Outcome>,
): Promise<Concern | undefined> {
  const { store, clock } = ports
  const now = clock.now()
  const sessions = await store.sessions.ofPairing(pairing.id)
  const repairs = await store.repairs.ofPairing(pairing.id)
  const inRepair = new Set(repairs.filter(isPending).map(({ sessionId }) => sessionId))
  const standing = ({ id }: Session): Standing => ({ now, isInRepair: inRepair.has(id) })
  const { ladder } = cohort.scheduling
  const toTwo = await stallToTwo(ports, sessions, standing)
  const isQuiet = await isOneOfThemPausing(store, pairing)
  if (toTwo && !isQuiet && rungsOf(toTwo, ladder).includes('pair'))
    await nudge(ports, pairing, sessions, toTwo)

  const stall = stallOf(sessions, (one) => cameAsShown(one, outcomes.get(one.id), standing(one)))
  const rungs = stall ? rungsOf(stall, ladder) : []
  const isKnown = rungs.includes('organizer') || rungs.includes('sponsor')
  for (const { key } of await store.concerns.open(`stalled.${pairing.id}.`)) {
    if (!stall || !isKnown || key !== stallKey(pairing.id, stall.since)) await store.concerns.close(key, now)
  }
  if (!stall || !isKnown) return undefined
  return {
    key: stallKey(pairing.id, stall.since),
    cohortId: cohort.id,
    pairingId: pairing.id,
    kind: 'stalled',
    detail: { sessions: stall.length, since: stall.since },
    raisedAt: now,
  }
}

async function stallToTwo(
  { store }: Needs,
  sessions: Session[],
  standing: (session: Session) => Standing,
): Promise<Stall | undefined> {
  const came = new Map<SessionId, ReturnType<typeof cameToTwo>>()
  for (const session of sessions) {
    const isAnswered = session.state === 'held' || session.state === 'missed'
    const checkIns = isAnswered ? await store.checkIns.of(session.id) : []
    came.set(session.id, cameToTwo(session, checkIns, standing(session)))
  }
  return stallOf(sessions, ({ id }) => came.get(id) ?? 'open')
}

/** The same friendly words to both, and nobody's name as the reason. */
async function nudge(ports: Needs, pairing: Pairing, sessions: Session[], stall: Stall): Promise<void> {
  const { store, clock } = ports
  const keyFor = (personId: string) => `nudge.${pairing.id}.${stall.since}.${personId}`
  if (await store.notices.get(keyFor(pairing.menteeId))) return
  const next = sessions.find((one) => one.state === 'planned' && one.startsAt > clock.now())
  await store.transaction(async () => {
    for (const personId of [pairing.mentorId, pairing.menteeId]) {
      const facts = await cardFacts(store, pairing, personId)
      if (!facts) continue
      await tell(ports, keyFor(personId), personId, {
        kind: 'nudge',
        pairingId: pairing.id,
        sessions: stall.length,
        ...facts,
        ...(next ? { next: { start: next.startsAt, end: next.endsAt, sessionId: next.id } } : {}),
      })
    }
  })
}

/**
 * How many pairs wait for a push, in bands and no more than once a week; never about so few people that the Sponsor, who may
 * be their manager, could tell who they are.
 */
async function tellSponsor(ports: Needs, cohort: Cohort): Promise<void> {
  const { store, clock, fewestPeople } = ports
  const length = cohort.scheduling.ladder.sponsor
  const key = `stalled-pairs.${cohort.id}.${mondayBefore(clock.now()).toISOString()}`
  if (length === undefined || (await store.notices.get(key))) return
  const stalled = (await store.concerns.list(cohort.id)).filter(
    ({ kind, detail }) => kind === 'stalled' && Number(detail['sessions']) >= length,
  )
  const fresh = stalled.filter(({ detail }) => detail['sponsorTold'] === undefined)
  const pairings = new Map((await store.pairings.list(cohort.id, ['active'])).map((one) => [one.id, one]))
  const pairsOf = (concerns: Concern[]) =>
    concerns.flatMap(({ pairingId }) => pairings.get(pairingId ?? '') ?? [])
  const said = pairsBand(pairsOf(stalled), fewestPeople)
  const program = await store.programs.get(cohort.programId)
  const sponsorId = program?.sponsorId
  // Nobody yet: told when there is one.
  if (!sponsorId || said === undefined || pairsBand(pairsOf(fresh), fewestPeople) === undefined) return
  await store.transaction(async () => {
    await tell(ports, key, sponsorId, {
      kind: 'stalled-pairs',
      cohortId: cohort.id,
      cohortName: cohort.name,
      stalled: said,
    })
    for (const one of fresh) await store.concerns.detail(one.key, { ...one.detail, sponsorTold: 1 })
  })
}
