/** Somebody opened on the People page: what they enrolled with, their pairs, and what was done and decided. */

import { may } from '../../../auth/access.ts'
import type { Caller } from '../../../auth/entra.ts'
import type { Role } from '../../../auth/role.ts'
import type { Out } from '../../../contract/index.ts'
import type { Participant } from '../../../domain/enrolment/participant.ts'
import { isOneOf, isOver, type Pairing, partnerOf } from '../../../domain/pairing/pairing.ts'
import type { AuditEntry } from '../../../domain/records/audit.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { faceFrom, iso } from '../views.ts'

type Opened = Out<'openParticipant'>
type What = Opened['history'][number]['what']

/** The asker's part in the Program, and the chart. */
export interface From {
  roles: readonly Role[]
  isAbove: (above: string, below: string) => boolean | undefined
}

const own: Record<string, What> = {
  ...{ enrolled: 'enrolled', 'enrolment-changed': 'changed' },
  ...{ paused: 'paused', resumed: 'resumed', left: 'left' },
}
const decided: Record<string, What> = { approve: 'approved', waitlist: 'waitlisted', decline: 'declined' }
const actions = [...Object.keys(own), 'participant-decided']
const mostEntries = 200

export async function openParticipant(
  { store }: Pick<Ports, 'store'>,
  participant: Participant,
  asker: Pick<Caller, 'personId'>,
  from: From,
): Promise<Opened | Refusal> {
  const { id, personId, cohortId, side, state, pausedUntil, topics, languages, interests } = participant
  const { capacity, timeZone, workingHours, acceptedGroundRules, enrolledAt } = participant
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const person = await store.people.get(personId)
  if (!program || !person) return refuse('not-found')
  const mayRead = (two: Two) => may('read-pair-health', asker, { ...from, pairing: two })
  const cohorts = new Map(
    (await store.cohorts.list()).flatMap((one) => (one.programId === program.id ? [[one.id, one.name]] : [])),
  )
  const pairings = (await store.pairings.ofPerson(personId)).filter(
    (pairing) => cohorts.has(pairing.cohortId) && wasReal(pairing),
  )
  const shown = pairings.filter(mayRead)
  const wishes = (await store.wishes.list(cohortId)).filter(
    (wish) => wish.kind === 'pin' && isOneOf(wish, personId) && mayRead(wish),
  )
  const entries = await store.audit.on(id, actions, mostEntries)
  const people = await store.people.many([
    ...[...shown, ...wishes].map((two) => partnerOf(two, personId)),
    ...entries.map(({ actorId }) => actorId),
    ...(person.managerId ? [person.managerId] : []),
  ])
  const manager = person.managerId && people.get(person.managerId)
  return {
    person: {
      ...faceFrom(new Map([[personId, person]]), personId),
      ...(manager ? { managerName: manager.displayName } : {}),
    },
    participant: {
      ...{ id, cohortId, side, state, topics, languages, interests, capacity, timeZone, workingHours },
      ...{ acceptedGroundRules, ...(pausedUntil ? { pausedUntil } : {}) },
    },
    enrolledAt: iso(enrolledAt),
    groundRules: program.groundRules.version,
    pairs: shown
      .map((pairing) => ({
        ...{ id: pairing.id, partner: faceFrom(people, partnerOf(pairing, personId)) },
        ...{ cohortName: cohorts.get(pairing.cohortId)!, ...lifeOf(pairing) },
      }))
      .sort((one, other) => (latestOf(one) < latestOf(other) ? 1 : -1)),
    hiddenPairs: pairings.length - shown.length,
    wishes: wishes.map((wish) => ({
      ...{ partner: faceFrom(people, partnerOf(wish, personId)), by: wish.by ?? 'organizer' },
    })),
    history: entries.flatMap((entry) => {
      const own = whatOf(entry)
      // An Organizer may do it for them.
      const isForThem = entry.actorId !== personId && (own === 'paused' || own === 'resumed')
      const what = isForThem ? (`${own}-for-them` as const) : own
      if (!what) return []
      const isDecision = entry.action === 'participant-decided'
      return {
        at: iso(entry.at),
        what,
        ...(isDecision || isForThem ? { by: faceFrom(people, entry.actorId) } : {}),
      }
    }),
  }
}

type Two = Pick<Pairing, 'mentorId' | 'menteeId'>

/** A proposal is no pair yet, and one that was dropped never became one. */
function wasReal(pairing: Pairing): boolean {
  if (pairing.state === 'proposed') return false
  return pairing.state !== 'declined' || pairing.endedAt !== undefined
}

/** Without who ended it: that is between the two. */
function lifeOf(pairing: Pairing): Pick<Opened['pairs'][number], 'state' | 'approvedAt' | 'endedAt'> {
  const endedAt = isOver(pairing) ? pairing.endedAt : undefined
  return {
    state: pairing.state === 'proposed' ? 'declined' : pairing.state,
    ...('approvedAt' in pairing ? { approvedAt: iso(pairing.approvedAt) } : {}),
    ...(endedAt ? { endedAt: iso(endedAt) } : {}),
  }
}

const latestOf = ({
  approvedAt = '',
  endedAt = '9',
}: Pick<Opened['pairs'][number], 'approvedAt' | 'endedAt'>) => `${endedAt} ${approvedAt}`

function whatOf({ action, detail }: AuditEntry): What | undefined {
  return action === 'participant-decided' ? decided[String(detail?.['decision'])] : own[action]
}
