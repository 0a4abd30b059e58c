/**
 * A proposal as an Organizer may read it: who is paired is the engine's, all else is worked out anew from the same people
 * without their private wishes. Scores, parts and reasons, the total, why somebody is left over, how many would rather have
 * each other: each follows from the pairs and from what is open, for any two runs with the same pairs alike.
 */
import { countBlocking } from './blocking.ts'
import { allPairs, type Edges } from './edges.ts'
import { buildField, type Field } from './field.ts'
import { isWhole, type Proof, type Watch } from './optimum.ts'
import type { MatchingInput } from './person.ts'
import { withoutPrivateWishes } from './private-wishes.ts'
import { barredOf, describeAll, type Proposal, proposeWithWorking, type WorkedProposal } from './propose.ts'
import { buildRoster, type Roster } from './roster.ts'
import { startList } from './start-list.ts'
import { bestCandidates, explainUnplaced, type Unplaced } from './unplaced.ts'

/** The bound itself would give away the points that were said in private. */
export type ShownProof = Omit<Proof, 'bound'>

export interface ShownProposal extends Omit<Proposal, 'proof' | 'blockingPairs'> {
  proof: ShownProof
  blockingPairs: number
}

/** A whole run, of which nobody but the engine sees more than may be shown. */
export function proposeToShow(input: MatchingInput, watch: Watch = {}): ShownProposal {
  return shownProposal(proposeWithWorking(input, watch))
}

export function shownProposal({ input, proposal }: WorkedProposal): ShownProposal {
  const open = withoutPrivateWishes(input)
  const roster = buildRoster(open)
  const { weights } = open
  const field = buildField(roster.mentors, roster.mentees, roster.context, weights ? { weights } : {})
  const made = placesOf(proposal, field)
  const pins = proposal.pairings.filter(({ pinned }) => pinned).length
  const pairings = [
    ...describeAll(field, roster, made.slice(0, pins), true),
    ...describeAll(field, roster, made.slice(pins), false),
  ]
  const edges = isWhole(field) ? allPairs(field) : startList(field, input.seed)
  const scores = pairings.map(({ score }) => score)
  return {
    pairings,
    unplaced: [...barredOf(roster), ...leftOver(field, roster, edges, made)],
    notTakingPart: roster.notTakingPart,
    totals: { ...proposal.totals, score: scores.reduce((sum, score) => sum + score, 0) },
    proof: shownProof(proposal.proof),
    candidates: edges.count,
    blockingPairs: countBlocking(field, edges, made, scores),
    setAside: roster.setAside,
  }
}

type Places = (readonly [mentor: number, mentee: number])[]

/** As the proposal has them: pins first. */
function placesOf({ pairings }: Proposal, { mentors, mentees }: Field): Places {
  const [mentorAt, menteeAt] = [mentors, mentees].map(
    ({ people }) => new Map(people.map(({ id }, place) => [id, place])),
  )
  return pairings.map(({ mentorId, menteeId }) => [mentorAt!.get(mentorId)!, menteeAt!.get(menteeId)!])
}

const steps = [0, ...[0.001, 0.01, 0.1, 1, 10].flatMap((one) => [one, 2 * one, 5 * one]), 100]

/**
 * What the engine proved it proved with everything that was said. That it holds is no secret, and neither is how far at most
 * the best could be; rounded up to a step, so that nobody's points can be read from it.
 */
export function shownProof({ certificate, scope, gapPercent }: Proof): ShownProof {
  return { certificate, scope, gapPercent: steps.find((step) => gapPercent <= step) ?? 100 }
}

/**
 * Somebody is left over because those they could have are with others. Two people who are both free, and whom nothing open
 * keeps apart, are no reason for each other: they are passed over without a word.
 */
function leftOver(field: Field, roster: Roster, edges: Edges, made: Places): Unplaced[] {
  const room = { mentor: field.mentors.capacity.slice(), mentee: field.mentees.capacity.slice() }
  const placed = { mentor: new Set<number>(), mentee: new Set<number>() }
  for (const [i, j] of made) {
    room.mentor[i]!--
    room.mentee[j]!--
    placed.mentor.add(i)
    placed.mentee.add(j)
  }
  const taken = keptWhere(edges, (e) => room.mentor[edges.u[e]!] === 0 || room.mentee[edges.v[e]!] === 0)
  const unplaced: Unplaced[] = []
  for (const side of ['mentor', 'mentee'] as const) {
    const other = side === 'mentor' ? 'mentee' : 'mentor'
    const { people, capacity } = side === 'mentor' ? field.mentors : field.mentees
    const best = bestCandidates(field, side, taken)
    const isFree = (place: number) => room[other][place]! > 0
    for (let place = 0; place < people.length; place++) {
      if (capacity[place] === 0 || placed[side].has(place)) continue
      const partner = best.partner[place]!
      const candidate = partner < 0 ? undefined : { partner, score: best.score[place]! }
      unplaced.push(explainUnplaced(field, side, place, candidate, roster.context, isFree))
    }
  }
  return unplaced
}

function keptWhere({ u, v, w, count }: Edges, isKept: (e: number) => boolean): Edges {
  const kept = Int32Array.from({ length: count }, (_, e) => e).filter(isKept)
  return {
    u: Int32Array.from(kept, (e) => u[e]!),
    v: Int32Array.from(kept, (e) => v[e]!),
    w: Int32Array.from(kept, (e) => w[e]!),
    count: kept.length,
  }
}
