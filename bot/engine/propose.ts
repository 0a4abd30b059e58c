/**
 * From people to proposed pairings: sort out who can be paired (`roster`), keep what is pinned, look at every allowed
 * pair, find the best set, and say in words why each pair was made and why anybody is left over.
 */
import { Fault } from '../domain/fault.ts'
import { countBlocking } from './blocking.ts'
import type { Edges } from './edges.ts'
import { findFairest } from './fairest.ts'
import { buildField, type Field } from './field.ts'
import { findOptimum, type Optimum, type Proof, type Task, type Watch } from './optimum.ts'
import { type Scratch, scratchFor } from './pair-scores.ts'
import { mayBePaired, pairKey } from './pairing-rules.ts'
import type { MatchingInput, MatchingParticipant, ScorePart, Side } from './person.ts'
import { acceptPins, type Pins } from './pins.ts'
import { reasonInWords } from './reason.ts'
import { buildRoster, type Roster, type SetAside } from './roster.ts'
import { scoreParts } from './score.ts'
import { bestCandidates, explainUnplaced, type Unplaced } from './unplaced.ts'

export type { Unplaced, UnplacedCause } from './unplaced.ts'

export interface ProposedPairing {
  mentorId: string
  menteeId: string
  score: number
  parts: ScorePart[]
  pinned: boolean
  reason: string
}

export interface Proposal {
  pairings: ProposedPairing[]
  unplaced: Unplaced[]
  notTakingPart: { personId: string; why: string }[]
  totals: {
    mentors: number
    mentees: number
    placedMentors: number
    placedMentees: number
    pairs: number
    score: number
  }
  proof: Proof
  /** Pairs the solver was given. */
  candidates: number
  /** Pairs who would both rather have each other than what they got. */
  blockingPairs?: number
  setAside: SetAside[]
}

/** Who must not meet is not fully known: pairing on what is left would break somebody's trust. */
export class ExclusionsUnreadable extends Fault {
  readonly code = 'exclusions-unreadable'
  readonly sources: readonly string[]
  constructor(sources: readonly string[]) {
    super(
      `Nobody is paired while these cannot be read: ${sources.join(', ')}. Restore them and propose again.`,
    )
    this.sources = sources
  }
}

/** A proposal with everything behind it, for explanations, revisions and files; places are those of `field`. */
export interface WorkedProposal {
  proposal: Proposal
  input: MatchingInput
  roster: Roster
  field: Field
  pins: Pins['pairs']
  task: Task
  optimum: Optimum
}

/**
 * Throws `Cancelled` when `options.cancelled` says so, `ExclusionsUnreadable` when a list of exclusions is missing, and a
 * RangeError for weights that are no whole numbers.
 */
export function propose(input: MatchingInput, options: Watch = {}): Proposal {
  return proposeWithWorking(input, options).proposal
}

export function proposeWithWorking(input: MatchingInput, options: Watch = {}): WorkedProposal {
  if (input.unreadable?.length) throw new ExclusionsUnreadable(input.unreadable)
  options.onProgress?.('reading', 0, 1)
  const roster = buildRoster(input)
  const pins = acceptPins(input, roster).pairs
  const field = buildField(roster.mentors, roster.mentees, roster.context, {
    ratings: roster.ratings,
    rankings: roster.rankings,
    ...(input.weights ? { weights: input.weights } : {}),
  })
  const task: Task = { field, ...placesBeside(pins, field), taken: pins, seed: input.seed }
  const optimum = input.objective === 'fairest' ? findFairest(task, options) : findOptimum(task, options)
  options.onProgress?.('reasons', 0, 1)
  return writeUp({ input, roster, field, pins, task, optimum })
}

/** Places that pins leave open, and who has no partner by a pin or from before. */
export function placesBeside(pins: Pins['pairs'], { mentors, mentees }: Field) {
  const capMentor = mentors.capacity.slice()
  const capMentee = mentees.capacity.slice()
  const aloneMentor = Uint8Array.from(mentors.people, isAlone)
  const aloneMentee = Uint8Array.from(mentees.people, isAlone)
  for (const [i, j] of pins) {
    capMentor[i]!--
    capMentee[j]!--
    aloneMentor[i] = 0
    aloneMentee[j] = 0
  }
  return { capMentor, capMentee, aloneMentor, aloneMentee }
}

export function isAlone({ hasPartner }: MatchingParticipant): 0 | 1 {
  return hasPartner ? 0 : 1
}

/** Turns numbers back into people, reasons and causes. `known` pairings of the same field need no second look. */
export function writeUp(
  work: Omit<WorkedProposal, 'proposal'>,
  known: readonly ProposedPairing[] = [],
): WorkedProposal {
  const { roster, field, pins, optimum } = work
  const { edges, assignment, proof } = optimum
  const chosen = inOrder(Array.from(assignment.edges, (e): [number, number] => [edges.u[e]!, edges.v[e]!]))
  const pinned = inOrder(pins)
  const earlier = new Map(known.map((p) => [pairKey(p.mentorId, p.menteeId), p]))
  const pairings = [
    ...describeAll(field, roster, pinned, true, earlier),
    ...describeAll(field, roster, chosen, false, earlier),
  ]
  const placed = (side: Side) =>
    new Set(pairings.map((p) => (side === 'mentor' ? p.mentorId : p.menteeId))).size
  const proposal: Proposal = {
    pairings,
    unplaced: leftOver(field, roster, edges, pairings),
    notTakingPart: roster.notTakingPart,
    totals: {
      mentors: enteredOn(roster, 'mentor'),
      mentees: enteredOn(roster, 'mentee'),
      placedMentors: placed('mentor'),
      placedMentees: placed('mentee'),
      pairs: pairings.length,
      score: pairings.reduce((sum, p) => sum + p.score, 0),
    },
    proof: { ...proof, bound: proof.bound + pinnedScore(pairings) },
    candidates: edges.count,
    blockingPairs: countBlocking(
      field,
      edges,
      [...pinned, ...chosen],
      pairings.map((p) => p.score),
    ),
    setAside: roster.setAside,
  }
  return { ...work, proposal }
}

/** People of one side who take part, whether or not anybody may be paired with them. */
export function enteredOn(roster: Roster, side: Side): number {
  const free = side === 'mentor' ? roster.mentors : roster.mentees
  return free.length + roster.barred.filter(({ person }) => person.side === side).length
}

export function inOrder(pairs: Pins['pairs']): Pins['pairs'] {
  return [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** The last gate: whatever the numbers said, the rules are asked once more about the two people themselves. */
export function describeAll(
  field: Field,
  roster: Roster,
  pairs: readonly (readonly [mentor: number, mentee: number])[],
  pinned: boolean,
  earlier: ReadonlyMap<string, ProposedPairing> = new Map(),
): ProposedPairing[] {
  let scratch: Scratch | undefined
  return pairs.map(([i, j]) => {
    const mentor = field.mentors.people[i]!
    const mentee = field.mentees.people[j]!
    const known = earlier.get(pairKey(mentor.id, mentee.id))
    if (known) return known.pinned === pinned ? known : { ...known, pinned }
    const refusal = mayBePaired(mentor, mentee, roster.context)
    if (refusal)
      throw new Error(`${mentor.id} and ${mentee.id} were proposed against the rule ${refusal.refused}.`)
    scratch ??= scratchFor(field, 'mentors')
    const parts = scoreParts(field, scratch, i, j)
    const score = parts.reduce((sum, part) => sum + part.points, 0)
    return { mentorId: mentor.id, menteeId: mentee.id, score, parts, pinned, reason: reasonInWords(parts) }
  })
}

function pinnedScore(pairings: readonly ProposedPairing[]): number {
  return pairings.reduce((sum, p) => sum + (p.pinned ? p.score : 0), 0)
}

/** Who cannot be paired with anybody, whatever the pairs. */
export function barredOf({ barred }: Roster): Unplaced[] {
  return barred.map(({ person, rule, detail, smallestChange }) => ({
    personId: person.id,
    side: person.side,
    cause: rule,
    detail,
    smallestChange,
  }))
}

function leftOver(field: Field, roster: Roster, edges: Edges, pairings: ProposedPairing[]): Unplaced[] {
  const unplaced = barredOf(roster)
  const placed = new Set(pairings.flatMap((p) => [p.mentorId, p.menteeId]))
  for (const side of ['mentor', 'mentee'] as const) {
    const { people, capacity } = side === 'mentor' ? field.mentors : field.mentees
    const best = bestCandidates(field, side, edges)
    people.forEach((person, place) => {
      // Only somebody who left after the run has no place left here.
      if (capacity[place] === 0) return
      if (placed.has(person.id)) return
      const partner = best.partner[place]!
      const candidate = partner < 0 ? undefined : { partner, score: best.score[place]! }
      unplaced.push(explainUnplaced(field, side, place, candidate, roster.context))
    })
  }
  return unplaced
}
