/**
 * "Not with this person." What the two have open goes the way it would go anyway: a proposal is not there any more, as after
 * another run; what one asked the other is taken back, or set aside without a word. Neither is told, and no log has a line.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { setAside, waitsForAnswer, withdraw } from '../../domain/preferences/preference.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { changeRequest } from '../pairing/pair-requests.ts'
import type { Ports } from '../ports.ts'
import { lockProposals } from '../program/keep-apart.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

export async function blockPerson(
  ports: Needs,
  by: PersonId,
  other: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store } = ports
  if (!(await store.people.get(other))) return refuse('unknown-person', { field: 'personId' })
  const cohorts = (await store.participants.ofPerson(by)).map(({ cohortId }) => cohortId).sort()
  await store.transaction(async () => {
    for (const cohortId of cohorts) await lockProposals(store, cohortId)
    await store.participants.block(by, other)
    await store.pairings.removeProposals(by, other)
  })
  for (const cohortId of cohorts) await closeRequests(ports, cohortId, by, other)
  return { ok: true }
}

export async function unblockPerson(
  { store }: Pick<Ports, 'store'>,
  by: PersonId,
  other: PersonId,
): Promise<{ ok: true } | Refusal> {
  if (!(await store.people.get(other))) return refuse('unknown-person', { field: 'personId' })
  await store.participants.unblock(by, other)
  return { ok: true }
}

/** Mine is withdrawn; theirs waits on unheard until its time is over. */
async function closeRequests(ports: Needs, cohortId: string, by: PersonId, other: PersonId): Promise<void> {
  for (const request of await ports.store.requests.ofPerson(cohortId, by)) {
    const isBetween = request.fromId === other || request.toId === other
    if (!isBetween || !waitsForAnswer(request)) continue
    await changeRequest(ports, request.id, (now) =>
      now.fromId === by ? withdraw(now) : setAside(now, ports.clock.now()),
    )
  }
}
