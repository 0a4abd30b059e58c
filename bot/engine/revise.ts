/**
 * Change one thing and see the effect: the earlier prices and pairs stay where they are, only what the change touches
 * is searched anew, and the proof is checked again. The result is as good as pairing from the beginning.
 */

import type { Refusal } from '../domain/refusal.ts'
import { amend, type Book, openBook, proposalOf } from './amend.ts'
import type { Field } from './field.ts'
import { changeLive, type Edit, enliven, type Live, optimumOf } from './kept-run.ts'
import { resumeOptimum, type Task, type Watch } from './optimum.ts'
import { mayBePaired, pairKey } from './pairing-rules.ts'
import type { MatchingInput, MatchingParticipant } from './person.ts'
import { isAlone, type ProposedPairing, proposeWithWorking, type WorkedProposal, writeUp } from './propose.ts'
import { type Roster, withoutRoom } from './roster.ts'
import type { RuleName } from './rule-names.ts'

export type Change =
  | { kind: 'pin'; mentorId: string; menteeId: string }
  | { kind: 'forbid'; mentorId: string; menteeId: string }
  | { kind: 'leave'; personId: string }
  | { kind: 'capacity'; personId: string; capacity: number }

export interface Revised {
  worked: WorkedProposal
  /** Pairs that the change brought and took away. */
  made: ProposedPairing[]
  undone: ProposedPairing[]
  /** What the change costs; negative numbers are gains. */
  costInPairs: number
  /** People who had no partner before the run. */
  costInPeople: number
  costInPoints: number
}

export type RevisionRefusal = RuleName | 'not-enrolled' | 'bad-capacity'

/** Applies one change, or names the rule or fact that stands against it. `previous` is not touched. */
export function revise(
  previous: WorkedProposal,
  change: Change,
  watch: Watch = {},
): Revised | Refusal<RevisionRefusal> {
  const refusal = whyNot(previous, change)
  if (refusal) return refusal
  const plan = planOf(previous, change)
  if (!plan) return compare(previous, proposeWithWorking(changedInput(previous.input, change), watch))
  const input = inputAfter(previous, change, plan)
  return reviseInPlace(previous, input, plan) ?? compare(previous, resume(previous, input, plan, watch))
}

function whyNot(previous: WorkedProposal, change: Change): Refusal<RevisionRefusal> | undefined {
  const { input, roster } = previous
  const find = (id: string) => personNow(previous, id)
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

/** The same change as an input, so that a revised proposal can be repeated from nothing. */
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

/** The same as `changedInput`, without going through everybody to find one person. */
function inputAfter({ input, field, roster }: WorkedProposal, change: Change, plan: Plan): MatchingInput {
  if (!('personId' in change)) return changedInput(input, change)
  const { personId } = change
  const side = placeOf(field, 'mentors', personId) >= 0 ? 'mentors' : 'mentees'
  const place = placeOf(field, side, personId)
  const at = input.participants.indexOf(field[side].people[place]!)
  const isTwice = roster.setAside.some((row) => row.personId === personId)
  if (at < 0 || isTwice) return changedInput(input, change)
  const participants = input.participants.slice()
  if (change.kind === 'capacity') participants[at] = plan.field[side].people[place]!
  else participants.splice(at, 1)
  if (change.kind === 'capacity' || !input.pins) return { ...input, participants }
  return { ...input, participants, pins: input.pins.filter((pin) => !pin.includes(personId)) }
}

/** What the change means in numbers; undefined when it needs a run from the beginning. */
interface Plan extends Edit {
  pins: WorkedProposal['pins']
  field: Field
  roster: Roster
}

/** A run whose proof is complete and whose pins all hold can be changed in place; the fairest objective cannot. */
function planOf(previous: WorkedProposal, change: Change): Plan | undefined {
  const { field, roster, pins, task } = previous
  if (task.floor !== undefined || previous.input.objective === 'fairest') return undefined
  const asked = new Set((previous.input.pins ?? []).map((pin) => pairKey(...pin)))
  if (asked.size !== pins.length) return undefined
  const plan: Plan = { field, roster, pins, close: [], places: new Map(), alone: new Map() }
  const mentors = task.capMentor.length
  const places = (node: number) => (node < mentors ? task.capMentor[node]! : task.capMentee[node - mentors]!)
  const addPlaces = (node: number, more: number) =>
    plan.places.set(node, (plan.places.get(node) ?? places(node)) + more)
  if (change.kind === 'pin' || change.kind === 'forbid') {
    const i = placeOf(field, 'mentors', change.mentorId)
    const j = placeOf(field, 'mentees', change.menteeId)
    if (i < 0 || j < 0) return undefined
    const isPinned = pins.some((pair) => pair[0] === i && pair[1] === j)
    if (change.kind === 'pin' && isPinned) return plan
    plan.close.push([i, j])
    if (change.kind === 'pin') plan.pins = [...pins, [i, j]]
    else {
      plan.roster = { ...roster, context: { ...roster.context, forbidden: forbiddenWith(roster, change) } }
      plan.pins = pins.filter((pair) => pair[0] !== i || pair[1] !== j)
    }
    const more = change.kind === 'pin' ? -1 : isPinned ? 1 : 0
    for (const node of [i, mentors + j]) if (more !== 0) addPlaces(node, more)
    return withAlone(plan)
  }
  const side = placeOf(field, 'mentors', change.personId) >= 0 ? 'mentors' : 'mentees'
  const place = placeOf(field, side, change.personId)
  if (place < 0) return undefined
  const node = side === 'mentors' ? place : mentors + place
  const own = pins.filter((pair) => pair[side === 'mentors' ? 0 : 1] === place)
  const capacity = change.kind === 'leave' ? 0 : change.capacity
  if (change.kind === 'capacity' && own.length > capacity) return undefined
  for (const [i, j] of change.kind === 'leave' ? own : []) addPlaces(side === 'mentors' ? mentors + j : i, 1)
  plan.places.set(node, change.kind === 'leave' ? 0 : capacity - own.length)
  if (change.kind === 'leave') plan.pins = pins.filter((pair) => !own.includes(pair))
  plan.field = withCapacity(field, side, place, capacity)
  plan.roster = enrolledAs(roster, field[side].people[place]!, plan.field[side].people[place]!, change.kind)
  return withAlone(plan)
}

/** Whose places changed may have a pin more or less. */
function withAlone(plan: Plan): Plan {
  const { mentors, mentees } = plan.field
  const count = mentors.people.length
  for (const node of plan.places.keys()) {
    const person = node < count ? mentors.people[node]! : mentees.people[node - count]!
    const isPinned = plan.pins.some(([i, j]) => (node < count ? i === node : j === node - count))
    plan.alone.set(node, !isPinned && isAlone(person) === 1)
  }
  return plan
}

interface Places {
  mentors: Map<string, number>
  mentees: Map<string, number>
}

/** By the packed Mentors, which all changes of a run keep: looking through 20,000 people takes milliseconds. */
const placesByCards = new WeakMap<Int32Array, Places>()

function placeOf({ mentors, mentees }: Field, side: 'mentors' | 'mentees', id: string): number {
  let places = placesByCards.get(mentors.packed)
  if (!places) {
    const byId = (people: readonly MatchingParticipant[]) => new Map(people.map((p, place) => [p.id, place]))
    places = { mentors: byId(mentors.people), mentees: byId(mentees.people) }
    placesByCards.set(mentors.packed, places)
  }
  return places[side].get(id) ?? -1
}

/** The participant as they take part now; undefined when there is none, or none any more. */
function personNow({ input, field }: WorkedProposal, id: string): MatchingParticipant | undefined {
  for (const side of ['mentors', 'mentees'] as const) {
    const place = placeOf(field, side, id)
    // Whoever has no place may have left.
    if (place >= 0 && field[side].capacity[place]! > 0) return field[side].people[place]
  }
  return input.participants.find((p) => p.id === id)
}

function forbiddenWith({ context }: Roster, pair: { mentorId: string; menteeId: string }): Set<string> {
  return new Set([...context.forbidden, pairKey(pair.mentorId, pair.menteeId)])
}

/** The roster with the person as they are now: with room, without any, or gone. */
function enrolledAs(
  roster: Roster,
  before: MatchingParticipant,
  person: MatchingParticipant,
  kind: Change['kind'],
): Roster {
  const side = person.side === 'mentor' ? 'mentors' : 'mentees'
  const others = roster[side].filter((p) => p !== before)
  const notTakingPart = roster.notTakingPart.filter(({ personId }) => personId !== person.id)
  if (kind !== 'leave' && person.capacity > 0)
    return { ...roster, notTakingPart, [side]: [...others, person] }
  if (kind !== 'leave') notTakingPart.push({ personId: person.id, why: withoutRoom })
  return { ...roster, notTakingPart, [side]: others }
}

interface Alive {
  live: Live
  book: Book
}

/** What stays of each run between changes, for as long as somebody holds the run. */
const alive = new WeakMap<WorkedProposal, Alive>()

function aliveOf(worked: WorkedProposal): Alive | undefined {
  const known = alive.get(worked)
  if (known) return known
  const live = enliven(worked.task, worked.optimum)
  if (!live) return undefined
  const fresh = { live, book: openBook(worked, live.standing) }
  alive.set(worked, fresh)
  return fresh
}

/** Makes the run ready for changes, which otherwise the first change does. */
export function keepReady(worked: WorkedProposal): void {
  aliveOf(worked)
}

function reviseInPlace(previous: WorkedProposal, input: MatchingInput, plan: Plan): Revised | undefined {
  const now = aliveOf(previous)
  const live = now && changeLive(now.live, plan.field, plan)
  if (!live) return undefined
  const { field, roster, pins } = plan
  const nodes = new Set(plan.places.keys())
  for (const [i, j] of plan.close) nodes.add(i).add(live.standing.mentors + j)
  const frame = { field, roster, pins }
  const { book, made, undone } = amend(now.book, now.live.standing, live, frame, nodes)
  const proposal = proposalOf(book, live, roster)
  const worked = { input, ...frame, task: taskAfter(previous.task, plan), optimum: optimumOf(live), proposal }
  alive.set(worked, { live, book })
  return { worked, made, undone, ...costOf(previous, worked) }
}

/** So much changed that only prices and pairs of the earlier run are of use, or its proof was not complete. */
function resume(previous: WorkedProposal, input: MatchingInput, plan: Plan, watch: Watch): WorkedProposal {
  const task = taskAfter(previous.task, plan)
  const { capMentor } = previous.task
  const reopened = [...plan.places].flatMap(([i, places]) => (places > 0 && capMentor[i] === 0 ? [i] : []))
  const optimum = resumeOptimum(task, previous.optimum, reopened, watch)
  const { field, roster, pins } = plan
  return writeUp({ input, roster, field, pins, task, optimum }, previous.proposal.pairings)
}

function taskAfter(task: Task, { field, close, places, alone }: Plan): Task {
  const [capMentor, capMentee] = [task.capMentor.slice(), task.capMentee.slice()]
  const [aloneMentor, aloneMentee] = [task.aloneMentor.slice(), task.aloneMentee.slice()]
  for (const [node, is] of alone) {
    if (node < capMentor.length) aloneMentor[node] = is ? 1 : 0
    else aloneMentee[node - capMentor.length] = is ? 1 : 0
  }
  for (const [node, count] of places) {
    if (node < capMentor.length) capMentor[node] = count
    else capMentee[node - capMentor.length] = count
  }
  const after = { capMentor, capMentee, aloneMentor, aloneMentee }
  return { ...task, field, ...after, taken: [...task.taken, ...close] }
}

/** How many people have a first partner by pins and pairs. */
function firstPlaced({ optimum, pins, field }: WorkedProposal): number {
  const pinned = new Set(pins.flatMap(([i, j]) => [field.mentors.people[i]!, field.mentees.people[j]!]))
  let first = 0
  for (const person of pinned) first += isAlone(person)
  return optimum.assignment.people + first
}

function costOf(previous: WorkedProposal, worked: WorkedProposal) {
  const [before, now] = [previous.proposal.totals, worked.proposal.totals]
  return {
    costInPairs: before.pairs - now.pairs,
    costInPeople: firstPlaced(previous) - firstPlaced(worked),
    costInPoints: before.score - now.score,
  }
}

function withCapacity(
  field: WorkedProposal['field'],
  side: 'mentors' | 'mentees',
  at: number,
  capacity: number,
) {
  const people = field[side].people.slice()
  people[at] = { ...people[at]!, capacity }
  const capacities = field[side].capacity.slice()
  capacities[at] = capacity
  return { ...field, [side]: { ...field[side], people, capacity: capacities } }
}

function compare(previous: WorkedProposal, worked: WorkedProposal): Revised {
  const missing = (from: ProposedPairing[], there: ProposedPairing[]) => {
    const keys = new Set(there.map((p) => pairKey(p.mentorId, p.menteeId)))
    return from.filter((p) => !keys.has(pairKey(p.mentorId, p.menteeId)))
  }
  const [before, now] = [previous.proposal.pairings, worked.proposal.pairings]
  return { worked, made: missing(now, before), undone: missing(before, now), ...costOf(previous, worked) }
}
