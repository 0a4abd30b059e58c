/**
 * What becomes of people while a Cohort runs, as an administrator enters it: one of those who are paired leaves the company,
 * and two get another manager. Who and when follows from the seed; from few pairs nobody goes, so that a small demo keeps them.
 */
import { changePerson } from '../graph/delta.ts'
import { readDateTime } from '../graph/time-zones.ts'
import { dayMs } from '../span.ts'
import type { TenantState } from '../state.ts'
import type { Luck } from './character.ts'
import { type Series, seriesOf } from './holds.ts'
import { lifeOf, tell } from './memory.ts'
import type { DirectoryChange } from './shape.ts'

const fewestPairs = 8
/** Days after the first session of whom it concerns. */
const changesAfter = [25, 60]
const leavesAfter = 45

/** @returns whether anything changed */
export function changeDirectory(state: TenantState, luck: Luck): boolean {
  const { done, directory } = lifeOf(state)
  const before = directory.length
  const all = seriesOf(state)
  if (all.length < fewestPairs) return false
  const order = [...new Set(all.flatMap(({ organizerId, attendeeIds }) => [organizerId, ...attendeeIds]))]
    .filter((id) => !isWithVisitor(state, all, id))
    .sort((a, b) => luck(`leaves ${a}`) - luck(`leaves ${b}`))
  const [leaver, ...others] = order
  if (leaver && isPast(state, all, leaver, leavesAfter) && !done.has('somebody leaves')) {
    done.add('somebody leaves')
    change(state, { personId: leaver, patch: { accountEnabled: false } })
    tell(state, 'left', leaver)
  }
  for (const [i, days] of changesAfter.entries()) {
    const id = others[i]
    const managerId = id && anotherManager(state, luck, id)
    if (!id || !managerId || done.has(`manager ${i}`) || !isPast(state, all, id, days)) continue
    done.add(`manager ${i}`)
    change(state, { personId: id, patch: { managerId } })
    tell(state, 'manager', id)
  }
  return directory.length > before
}

/** After a restart, what the seed does not know. */
export function changeAgain(state: TenantState): void {
  for (const { personId, patch } of lifeOf(state).directory)
    if (state.company.byId.has(personId)) changePerson(state, personId, patch)
}

function change(state: TenantState, entry: DirectoryChange): void {
  lifeOf(state).directory.push(entry)
  changePerson(state, entry.personId, entry.patch)
}

const theirs = (all: Series[], id: string) => all.filter(({ pair }) => pair.split(' ').includes(id))

function isWithVisitor({ company }: TenantState, all: Series[], id: string): boolean {
  const played = new Set(Object.values(company.personas))
  return theirs(all, id).some(({ pair }) => pair.split(' ').some((one) => played.has(one)))
}

function isPast(state: TenantState, all: Series[], id: string, days: number): boolean {
  const starts = theirs(all, id).map(({ event }) => readDateTime(event.resource['start'], 'start').instant)
  return state.now().getTime() > Math.min(...starts) + days * dayMs
}

/** A colleague of their manager's, who manages others already. */
function anotherManager({ company }: TenantState, luck: Luck, id: string): string | undefined {
  const manager = company.byId.get(company.byId.get(id)?.managerId ?? '')
  if (!manager?.managerId) return undefined
  const played = new Set(Object.values(company.personas))
  const managing = new Set(company.people.flatMap(({ managerId }) => managerId ?? []))
  const peers = company.people.filter(
    (one) =>
      one.managerId === manager.managerId &&
      one.id !== manager.id &&
      one.accountEnabled &&
      managing.has(one.id) &&
      !played.has(one.id),
  )
  return peers.sort((a, b) => luck(`manager ${a.id}`) - luck(`manager ${b.id}`))[0]?.id
}
