import { placesLeft } from '../../domain/enrolment/admission.ts'
import {
  type Decision,
  decide,
  type Participant,
  type ParticipantId,
  type ParticipantState,
} from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isLive } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { saysNothing } from '../../domain/written.ts'
import { closeRequestsOf } from '../pairing/pair-requests.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { lockEnrolment } from './enrol.ts'
import { lockPlaces } from './places.ts'
import { waitsForReviews } from './screen.ts'

async function hasPartner(store: Ports['store'], { cohortId, personId }: Participant): Promise<boolean> {
  const pairings = await store.pairings.ofPerson(personId)
  return pairings.some((pairing) => pairing.cohortId === cohortId && isLive(pairing))
}

/** Approve, waitlist or decline, at first or anew, and tell the person once each time it changes. */
export async function decideParticipant(
  { store, clock, jobs, chance }: Pick<Ports, 'store' | 'clock' | 'jobs' | 'chance'>,
  id: ParticipantId,
  decision: Decision,
  by: PersonId,
  seen?: ParticipantState,
  reason = '',
): Promise<Participant | Refusal> {
  return store.transaction(async () => {
    const known = await store.participants.get(id)
    // Two approvals at once are not both given the last place.
    if (known && decision === 'approve') await lockPlaces({ store }, known.cohortId)
    if (known) await lockEnrolment(store, known)
    const participant = await store.participants.get(id)
    const cohort = participant && (await store.cohorts.get(participant.cohortId))
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!participant || !program) return refuse('not-found')
    if (cohort.stage === 'closed') return refuse('enrolment-closed', { stage: cohort.stage })
    const decided = decide(participant, decision)
    if (isRefused(decided) || decided.state === participant.state) return decided
    // Two who decide at once: the second hears of the first, and decides knowing it.
    if (seen !== undefined && seen !== participant.state)
      return { ...refuse('changed-meanwhile'), saved: { now: { state: participant.state } } }
    if (decision === 'approve') {
      const everybody = await store.participants.list(participant.cohortId)
      if (placesLeft(cohort.admission ?? {}, everybody, participant.side) === 0) return refuse('side-full')
    }
    // Two who read it come first, or a reason that is written down.
    if (decision === 'approve' && saysNothing(reason) && (await waitsForReviews({ store }, participant)))
      return refuse('reviews-missing')
    // A pair is ended as a pair, where both are told: not by a decision about one of them.
    if (decided.state !== 'approved' && (await hasPartner(store, participant))) return refuse('has-partner')
    await store.participants.save(decided)
    if (decided.state !== 'approved') {
      await closeRequestsOf({ store, clock, jobs }, decided.cohortId, decided.personId)
    }
    if (!saysNothing(reason)) {
      const recorded = { id: chance.id(), participantId: id, byId: by, decision, at: clock.now() }
      await store.screening.recordDecision({ ...recorded, reason: reason.trim() }, decided.cohortId)
    }
    const change = chance.id()
    // A key of its own: back to the first decision on the same day is news as well. The lock above makes it one a change.
    await tell({ store, jobs }, `decision.${id}.${change}`, decided.personId, {
      ...{ kind: 'decision', decision, programName: program.name },
      about: { participantId: id, change },
    })
    await audit({ store, clock }, by, 'participant-decided', id, { decision, change })
    return decided
  })
}
