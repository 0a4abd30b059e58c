import { describe, expect, test } from '@jest/globals'
import { assign, type Graph } from '../../bot/engine/assign.ts'
import { verifyCertificate } from '../../bot/engine/verify-certificate.ts'
import { type Checked, type Claim, checkChange, checkClaim } from '../../bot/engine/verify-change.ts'
import fc from '../support/properties.ts'
import { dice } from './company.ts'

function randomGraph(seed: number): Graph {
  const { below } = dice(seed)
  const [mentors, mentees] = [3 + below(6), 3 + below(6)]
  const pairs: [number, number, number][] = []
  for (let i = 0; i < mentors; i++)
    for (let j = 0; j < mentees; j++) if (below(2)) pairs.push([i, j, 1 + below(9)])
  return {
    ...{ mentors, mentees },
    u: Int32Array.from(pairs, ([i]) => i),
    v: Int32Array.from(pairs, ([, j]) => j),
    w: Int32Array.from(pairs, ([, , w]) => w),
    capMentor: Int32Array.from({ length: mentors }, () => below(4)),
    capMentee: Int32Array.from({ length: mentees }, () => below(4)),
    aloneMentor: Uint8Array.from({ length: mentors }, () => below(2)),
    aloneMentee: Uint8Array.from({ length: mentees }, () => below(2)),
  }
}

function claimOf(graph: Graph): Claim {
  const { mentors, u, v, w } = graph
  const { edges, certificate } = assign(graph)
  const state = new Uint8Array((u.length + 3) & ~3)
  for (const e of edges) state[e] = 1
  const cap = Int32Array.from([...graph.capMentor!, ...graph.capMentee!])
  const alone = Uint8Array.from([...graph.aloneMentor!, ...graph.aloneMentee!])
  return { mentors, u, v, w, count: u.length, state, cap, alone, certificate }
}

/** The verdict of the check of the whole list on the pairs that are within reach. */
function isProven({ mentors, u, v, w, count, state, cap, alone, certificate }: Claim): boolean {
  const kept = Int32Array.from({ length: count }, (_, e) => e).filter((e) => state[e] !== 2)
  const pick = (list: Int32Array) => kept.map((e) => list[e]!)
  const edges = Int32Array.from(kept.keys()).filter((x) => state[kept[x]!] === 1)
  const graph = {
    ...{ mentors, mentees: cap.length - mentors, u: pick(u), v: pick(v), w: pick(w) },
    ...{ capMentor: cap.subarray(0, mentors), capMentee: cap.subarray(mentors) },
    ...{ aloneMentor: alone.subarray(0, mentors), aloneMentee: alone.subarray(mentors) },
  }
  const placed = new Set(Array.from(edges, (e) => [graph.u[e]!, mentors + graph.v[e]!]).flat())
  const people = [...placed].filter((x) => alone[x] === 1).length
  const score = edges.reduce((sum, e) => sum + graph.w[e]!, 0)
  return verifyCertificate(graph, { edges, pairs: edges.length, people, score, certificate }) === undefined
}

function tamper(claim: Claim, seed: number): Claim {
  const { below, pick } = dice(seed)
  const { halfMentor, halfMentee, turnMentor, turnMentee, priceMentor, priceMentee, scale } =
    claim.certificate
  const certificate = {
    scale,
    ...{ halfMentor: halfMentor.slice(), halfMentee: halfMentee.slice() },
    ...{ turnMentor: turnMentor.slice(), turnMentee: turnMentee.slice() },
    ...{ priceMentor: priceMentor.slice(), priceMentee: priceMentee.slice() },
  }
  const { state, cap, alone } = claim
  const next = { ...claim, state: state.slice(), cap: cap.slice(), alone: alone.slice(), certificate }
  const what = below(8)
  const e = below(claim.count)
  if (what === 0) next.state[e] = below(3)
  else if (what === 1) next.cap[below(claim.cap.length)]! += pick([-1, 1])
  else if (what === 2) certificate.priceMentor[below(priceMentor.length)]! += pick([-8, -1, 1, 8])
  else if (what === 3) certificate.priceMentee[below(priceMentee.length)]! += pick([-8, -1, 1, 8])
  else if (what === 4) next.alone[below(alone.length)]! ^= 1
  else if (what === 5) certificate.turnMentor[below(turnMentor.length)] = below(3) - 1
  else if (what === 6) certificate.turnMentee[below(turnMentee.length)] = below(3) - 1
  else certificate.halfMentee[below(halfMentee.length)] = below(3)
  return next
}

describe('checkChange', () => {
  test('says about a changed result what checking the whole list says, right or wrong', () => {
    let [proven, refuted] = [0, 0]
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (seed, seeds) => {
        const claim = claimOf(randomGraph(seed))
        if (claim.count === 0) return
        const checked = checkClaim(claim)
        expect(typeof checked).toBe('object')
        const tampered = seeds.reduce(tamper, claim)
        const verdict = typeof checkChange(checked as Checked, tampered) === 'object'
        expect(verdict).toBe(isProven(tampered))
        if (verdict) proven++
        else refuted++
      }),
      { numRuns: 400 },
    )
    expect(proven).toBeGreaterThan(10)
    expect(refuted).toBeGreaterThan(10)
  })
})
