/** Colleagues put somebody forward; the Organizer reads it, invites them (`invite.ts`) or sets it aside. */
import type { Invitation } from '../../domain/enrolment/invitation.ts'
import {
  type Nomination,
  namedIn,
  nominationsOf,
  type Voice,
  type VoiceId,
  whyNotNominate,
} from '../../domain/enrolment/nomination.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance'>
type Wanted = Pick<Voice, 'personId' | 'side' | 'isNamed' | 'line'>

/** So many names stand on a card; who else spoke is left out. */
const mostNamed = 5

export async function nominate(
  { store, clock, chance }: Needs,
  cohortId: CohortId,
  wanted: Wanted,
  byId: PersonId,
): Promise<Voice | Refusal> {
  return store.transaction(async () => {
    await store.lock(`nominations.${cohortId}.${byId}`)
    const cohort = await store.cohorts.get(cohortId)
    if (!cohort) return refuse('not-found')
    const now = clock.now()
    const no = whyNotNominate(
      { ...wanted, byId },
      {
        stage: cohort.stage,
        isEligible: (await store.people.get(wanted.personId))?.isEligible === true,
        mine: await store.nominations.by(cohortId, byId),
        now,
      },
    )
    if (no) return no
    const voice: Voice = { id: chance.id(), cohortId, byId, saidAt: now, ...wanted }
    await store.nominations.add(voice)
    return voice
  })
}

/** It is gone as if it had never been said; whoever was invited meanwhile stays so. */
export async function takeNominationBack(
  { store }: Pick<Needs, 'store'>,
  id: VoiceId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    const voice = await store.nominations.get(id)
    if (voice?.byId !== by) return refuse('not-found')
    await store.nominations.remove(id)
    return { ok: true }
  })
}

/** For the Organizer; what was said of the reader is not theirs to read here. */
export async function nominationsFor(
  { store }: Pick<Needs, 'store'>,
  cohortId: CohortId,
  reader: PersonId,
): Promise<Nomination[]> {
  const voices = (await store.nominations.list(cohortId)).filter(({ personId }) => personId !== reader)
  if (voices.length === 0) return []
  const people = voices.map(({ personId }) => personId)
  const participants = await store.participants.list(cohortId)
  return nominationsOf(voices, {
    participants: new Map(participants.map(({ personId, state }) => [personId, state])),
    invited: await store.invitations.among(cohortId, people),
  })
}

/** Nobody is told: whoever is put forward does not know of it, and the others heard "thank you". */
export async function setNominationAside(
  ports: Needs,
  cohortId: CohortId,
  personId: PersonId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    if (personId === by) return refuse('not-yours')
    const voices = await store.nominations.of(cohortId, personId)
    if (voices.length === 0) return refuse('not-found')
    if (voices.every(({ asideAt }) => asideAt)) return { ok: true }
    await store.nominations.setAside(cohortId, personId, clock.now())
    await audit(ports, by, 'nomination-set-aside', cohortId)
    return { ok: true }
  })
}

/**
 * What whoever is invited reads of it: the names of those who agreed to that, none where nobody did, and nothing where nobody
 * put them forward before they were invited.
 */
export async function putForwardBy(
  { nominations, people }: Pick<Ports['store'], 'nominations' | 'people'>,
  { cohortId, personId, invitedAt }: Pick<Invitation, 'cohortId' | 'personId' | 'invitedAt'>,
): Promise<string[] | undefined> {
  const before = (await nominations.of(cohortId, personId)).filter(({ saidAt }) => saidAt <= invitedAt)
  if (before.length === 0) return undefined
  const known = await people.many(namedIn(before))
  return [...known.values()].slice(0, mostNamed).map(({ displayName }) => displayName)
}
