/**
 * Change one thing and see the effect: the earlier prices and pairs stay where they are, only what the change touches
 * is searched anew, and the proof is checked again. The result is as good as pairing from the beginning.
 */
import { mayBePaired, pairKey, type RuleName } from '../pairing-rules.ts'
import type { Refusal } from '../refusal.ts'
import { resumeOptimum, type Watch } from './optimum.ts'
import type { MatchingInput } from './person.ts'
import { type ProposedPairing, proposeWithWorking, type WorkedProposal, writeUp } from './propose.ts'

export type Change =
  | { kind: 'pin'; mentorId: string; menteeId: string }
  | { kind: 'forbid'; mentorId: string; menteeId: string }
  | { kind: 'leave'; personId: string }
  | { kind: 'capacity'; personId: string; capacity: number }

export interface Repaired {
  worked: WorkedProposal
  /** Pairs that the change brought and took away. */
  made: ProposedPairing[]
  undone: ProposedPairing[]
  /** What the change costs; negative numbers are gains. */
  costInPairs: number
  costInPoints: number
}

export type RepairRefusal = RuleName | 'not-enrolled' | 'bad-capacity'

/** Applies one change, or names the rule or fact that stands against it. `previous` is not touched. */
export function repair(
  previous: WorkedProposal,
  change: Change,
  watch: Watch = {},
): Repaired | Refusal<RepairRefusal> {
  const input = changedInput(previous.input, change)
  const refusal = whyNot(previous, change)
  if (refusal) return refusal
  const worked = resumable(previous, change)
    ? resume(previous, input, change, watch)
    : proposeWithWorking(input, watch)
  return compare(previous, worked)
}

function whyNot({ input, roster }: WorkedProposal, change: Change): Refusal<RepairRefusal> | undefined {
  const find = (id: string) => input.participants.find((p) => p.id === id)
  const ids = 'personId' in change ? [change.personId] : [change.mentorId, change.menteeId]
  const absent = ids.find((id) => !find(id))
  if (absent !== undefined) return { refused: 'not-enrolled', detail: { personId: absent } }
  if (
    change.kind === 'capacity' &&
    !(Number.isInteger(change.capacity) && change.capacity >= 0 && change.capacity <= 4)
  ) {
    return { refused: 'bad-capacity', detail: { capacity: change.capacity } }
  }
  if (change.kind !== 'pin') return undefined
  const [mentor, mentee] = [find(change.mentorId)!, find(change.menteeId)!]
  const refusal = mayBePaired(mentor, mentee, roster.context)
  if (refusal) return refusal
  const pinned = (id: string) => (input.pins ?? []).filter((pin) => pin.includes(id)).length
  const full = [mentor, mentee].find((p) => pinned(p.id) >= p.capacity)
  return full && { refused: 'capacity', detail: { personId: full.id } }
}

/** The same change as an input, so that a repaired proposal can be repeated from nothing. */
export function changedInput(input: MatchingInput, change: Change): MatchingInput {
  if (change.kind === 'pin')
    return { ...input, pins: [...(input.pins ?? []), [change.mentorId, change.menteeId]] }
  if (change.kind === 'forbid') {
    const pair: [string, string] = [change.mentorId, change.menteeId]
    const pins = (input.pins ?? []).filter((pin) => pairKey(...pin) !== pairKey(...pair))
    return { ...input, pins, forbidden: [...(input.forbidden ?? []), pair] }
  }
  const participants =
    change.kind === 'leave'
      ? input.participants.filter((p) => p.id !== change.personId)
      : input.participants.map((p) => (p.id === change.personId ? { ...p, capacity: change.capacity } : p))
  const pins =
    change.kind === 'leave' ? input.pins?.filter((pin) => !pin.includes(change.personId)) : input.pins
  return { ...input, participants, ...(pins ? { pins } : {}) }
}

/** A change that touches a pin or brings in somebody who was out starts from the beginning, as does the fairest objective. */
function resumable({ input, field }: WorkedProposal, change: Change): boolean {
  if (input.objective === 'fairest' || (change.kind === 'capacity' && change.capacity === 0)) return false
  const pinned = new Set((input.pins ?? []).flat())
  const ids = 'personId' in change ? [change.personId] : [change.mentorId, change.menteeId]
  const people = [field.mentors, field.mentees]
  const inField = (id: string) => people.some((side) => side.people.some((p) => p.id === id))
  return ids.every((id) => inField(id) && !pinned.has(id))
}

function resume(
  previous: WorkedProposal,
  input: MatchingInput,
  change: Change,
  watch: Watch,
): WorkedProposal {
  const { field, task, roster, optimum } = previous
  const place = (side: 'mentors' | 'mentees', id: string) => field[side].people.findIndex((p) => p.id === id)
  const next = {
    ...task,
    capMentor: task.capMentor.slice(),
    capMentee: task.capMentee.slice(),
    taken: [...task.taken],
  }
  const work = { input, roster, field, pins: [...previous.pins] }
  const reopened: number[] = []
  if ('personId' in change) {
    const capacity = change.kind === 'leave' ? 0 : change.capacity
    const i = place('mentors', change.personId)
    const j = place('mentees', change.personId)
    const [caps, at, side] =
      i >= 0 ? ([next.capMentor, i, 'mentors'] as const) : ([next.capMentee, j, 'mentees'] as const)
    if (i >= 0 && caps[at] === 0) reopened.push(i)
    caps[at]! += capacity - field[side].people[at]!.capacity
    work.field = withCapacity(field, side, at, capacity)
    next.field = work.field
    if (change.kind === 'leave') work.roster = leaving(roster, side, change.personId)
  } else {
    const pair: [number, number] = [place('mentors', change.mentorId), place('mentees', change.menteeId)]
    next.taken.push(pair)
    if (change.kind === 'pin') {
      work.pins.push(pair)
      next.capMentor[pair[0]]!--
      next.capMentee[pair[1]]!--
    } else {
      const forbidden = new Set([...roster.context.forbidden, pairKey(change.mentorId, change.menteeId)])
      work.roster = { ...roster, context: { ...roster.context, forbidden } }
    }
  }
  const repaired = { ...work, task: next, optimum: resumeOptimum(next, optimum, reopened, watch) }
  return writeUp(repaired, previous.proposal.pairings)
}

function leaving(roster: WorkedProposal['roster'], side: 'mentors' | 'mentees', personId: string) {
  return { ...roster, [side]: roster[side].filter((p) => p.id !== personId) }
}

function withCapacity(
  field: WorkedProposal['field'],
  side: 'mentors' | 'mentees',
  at: number,
  capacity: number,
) {
  const people = field[side].people.map((p, x) => (x === at ? { ...p, capacity } : p))
  const capacities = field[side].capacity.slice()
  capacities[at] = capacity
  return { ...field, [side]: { ...field[side], people, capacity: capacities } }
}

function without(pairings: ProposedPairing[], others: ProposedPairing[]): ProposedPairing[] {
  const known = new Set(others)
  return pairings.filter((p) => !known.has(p))
}

function compare(previous: WorkedProposal, worked: WorkedProposal): Repaired {
  // Most pairings are the very same objects as before; only the others are compared by who they are.
  const fresh = without(worked.proposal.pairings, previous.proposal.pairings)
  const gone = without(previous.proposal.pairings, worked.proposal.pairings)
  const missing = (pairings: ProposedPairing[], there: ProposedPairing[]) => {
    const keys = new Set(there.map((p) => pairKey(p.mentorId, p.menteeId)))
    return pairings.filter((p) => !keys.has(pairKey(p.mentorId, p.menteeId)))
  }
  return {
    worked,
    made: missing(fresh, gone),
    undone: missing(gone, fresh),
    costInPairs: previous.proposal.totals.pairs - worked.proposal.totals.pairs,
    costInPoints: previous.proposal.totals.score - worked.proposal.totals.score,
  }
}
