/**
 * Sessions in a row that do not take place are how programs die: the two are asked first, then the Organizer hears of
 * it, then, where the program wants it, the Sponsor, in counts alone. Each rung once a stall; a pair that meets again is
 * nobody's concern any more.
 */
import type { Concern } from '../domain/concern.ts'
import { type Pairing, type PairingId, partnerOf } from '../domain/pairing.ts'
import type { Cohort, CohortId } from '../domain/program.ts'
import type { Session } from '../domain/session.ts'
import { rungsOf, type Stall, stallOf } from '../domain/stall.ts'
import { tell } from './deliver-notice.ts'
import { faceOf } from './faces.ts'
import type { Ports } from './ports.ts'
import { raiseConcerns } from './raise-concerns.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>

const stallKey = (pairingId: PairingId, since: number) => `stalled.${pairingId}.${since}`

export async function climbLadder(ports: Needs): Promise<void> {
  const { store, clock } = ports
  const cohorts = new Map<CohortId, Cohort>()
  const raised = new Map<CohortId, Concern[]>()
  for (const id of await store.concerns.unsteady(clock.now())) {
    const pairing = await store.pairings.get(id)
    if (!pairing) continue
    const cohort = cohorts.get(pairing.cohortId) ?? (await store.cohorts.get(pairing.cohortId))
    if (!cohort) continue
    cohorts.set(cohort.id, cohort)
    const concern = await climb(ports, pairing, cohort)
    if (concern) raised.set(cohort.id, [...(raised.get(cohort.id) ?? []), concern])
  }
  for (const [cohortId, concerns] of raised) {
    await raiseConcerns(ports, cohorts.get(cohortId)!, concerns)
    await tellSponsor(ports, cohorts.get(cohortId)!)
  }
}

/** The nudge goes out here; what the Organizer should hear is handed back, to be told together. */
async function climb(ports: Needs, pairing: Pairing, cohort: Cohort): Promise<Concern | undefined> {
  const { store, clock } = ports
  const now = clock.now()
  const sessions = await store.sessions.ofPairing(pairing.id)
  const stall = stallOf(sessions, await store.repairs.ofPairing(pairing.id), now)
  const rungs = stall ? rungsOf(stall, cohort.scheduling.ladder) : []
  const isKnown = rungs.includes('organizer') || rungs.includes('sponsor')
  for (const { key } of await store.concerns.open(`stalled.${pairing.id}.`)) {
    if (!stall || !isKnown || key !== stallKey(pairing.id, stall.since)) await store.concerns.close(key, now)
  }
  if (!stall) return undefined
  if (rungs.includes('pair')) await nudge(ports, pairing, sessions, stall)
  if (!isKnown) return undefined
  return {
    key: stallKey(pairing.id, stall.since),
    cohortId: cohort.id,
    pairingId: pairing.id,
    kind: 'stalled',
    detail: { sessions: stall.length, since: stall.since },
    raisedAt: now,
  }
}

/** The same friendly words to both, and nobody's name as the reason. */
async function nudge(ports: Needs, pairing: Pairing, sessions: Session[], stall: Stall): Promise<void> {
  const { store, clock } = ports
  const keyFor = (personId: string) => `nudge.${pairing.id}.${stall.since}.${personId}`
  if (await store.notices.get(keyFor(pairing.menteeId))) return
  const next = sessions.find((one) => one.state === 'planned' && one.startsAt > clock.now())
  const people = await store.people.many([pairing.mentorId, pairing.menteeId])
  await store.transaction(async () => {
    for (const personId of [pairing.mentorId, pairing.menteeId]) {
      const partner = people.get(partnerOf(pairing, personId))
      const enrolment = await store.participants.of(pairing.cohortId, personId)
      if (!partner || !enrolment) continue
      await tell(ports, keyFor(personId), personId, {
        kind: 'nudge',
        pairingId: pairing.id,
        partner: faceOf(partner),
        sessions: stall.length,
        timeZone: enrolment.timeZone,
        ...(next ? { next: { start: next.startsAt, end: next.endsAt } } : {}),
      })
    }
  })
}

/** Counts alone: how many pairs wait for a push, of how many. Once for each stall that comes this far. */
async function tellSponsor(ports: Needs, cohort: Cohort): Promise<void> {
  const { store } = ports
  const threshold = cohort.scheduling.ladder.sponsor
  if (threshold === undefined) return
  const stalled = (await store.concerns.list(cohort.id)).filter(
    ({ kind, detail }) => kind === 'stalled' && Number(detail['sessions']) >= threshold,
  )
  const fresh = stalled.filter(({ detail }) => detail['sponsorTold'] === undefined)
  const program = await store.programs.get(cohort.programId)
  if (!program || !fresh[0]) return
  const pairs = (await store.pairings.list(cohort.id, ['active'])).length
  const key = `stalled-pairs.${fresh.map((one) => one.key).sort()[0]}`
  await store.transaction(async () => {
    await tell(ports, key, program.sponsorId, {
      kind: 'stalled-pairs',
      cohortName: cohort.name,
      stalled: stalled.length,
      pairs,
    })
    for (const one of fresh) await store.concerns.detail(one.key, { ...one.detail, sponsorTold: 1 })
  })
}
