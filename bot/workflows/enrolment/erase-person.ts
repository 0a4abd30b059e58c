/**
 * Somebody is erased: at their own word, or once the directory holds them no longer. Their pairs end and their times leave the
 * calendars by what always does that; only then does the database forget whose they were. Killed in between, the tick goes
 * on with it. What others are kept for (a pair that was, its sessions) stays, with a name that is nobody's.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { type ErasureId, type ErasureRefusal, mayForget } from '../../domain/records/erasure.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { endPairing } from '../pairing/end-pairing.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { leaveCohort } from './enrol.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

/** @param by `system` when the time of somebody who left is over */
export async function askForErasure(
  ports: Needs,
  personId: PersonId,
  by: PersonId | 'system',
): Promise<{ id: ErasureId } | Refusal<ErasureRefusal>> {
  const { store, clock, chance, jobs } = ports
  return store.transaction(async () => {
    await store.lock(`erasure.${personId}`)
    const no = await whyNot(ports, personId, by)
    if (no) return no
    const known = await store.erasures.ofPerson(personId)
    if (known) return { id: known.id }
    const erasure = { id: chance.id(), state: 'asked' as const, personId, askedAt: clock.now() }
    await store.erasures.save(erasure)
    await endEverything(ports, personId)
    await audit(ports, by, 'erasure-asked', erasure.id)
    await jobs.add('erase-person', { erasureId: erasure.id })
    return { id: erasure.id }
  })
}

async function whyNot(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  by: PersonId | 'system',
): Promise<Refusal<ErasureRefusal> | undefined> {
  if (!(await store.people.get(personId))) return refuse('not-found')
  if (by !== personId && !(await store.personal.isGone(personId))) return refuse('still-in-directory')
  const [program] = await store.personal.inCharge(personId)
  return program === undefined ? undefined : refuse('still-organizes', { program })
}

/** Leaving ends the pairs of a Cohort; whoever left one before may still be a pair in it. */
async function endEverything(ports: Needs, personId: PersonId): Promise<void> {
  const { store } = ports
  for (const { id, state } of await store.participants.ofPerson(personId))
    if (state !== 'left') await leaveCohort(ports, id, personId)
  for (const { id, state } of await store.pairings.ofPerson(personId))
    if (state === 'approved' || state === 'active') await endPairing(ports, id, personId)
}

/** Waits while a time of theirs stands in a calendar: to take it out one has to know whose it is. */
export async function erasePerson(
  ports: Pick<Ports, 'store' | 'clock' | 'chance'>,
  id: ErasureId,
): Promise<'done' | 'waits'> {
  const { store, clock, chance } = ports
  return store.transaction(async () => {
    const erasure = await store.erasures.lock(id)
    if (erasure?.state !== 'asked') return 'done'
    const { personId, askedAt } = erasure
    const at = clock.now()
    if (!mayForget(erasure, await store.personal.openTimes(personId), at)) return 'waits'
    await store.personal.erase(personId, `erased-${chance.id()}`)
    await store.erasures.save({ id, state: 'done', askedAt, doneAt: at })
    await audit(ports, 'system', 'person-erased', id)
    return 'done'
  })
}
