import { describe, expect, test } from '@jest/globals'
import { assign, type Graph } from '../../../bot/domain/matching/assign.ts'
import { verifyCertificate } from '../../../bot/domain/matching/verify-certificate.ts'
import fc from '../../support/properties.ts'

interface SmallGraph {
  graph: Graph
  edges: [number, number, number][]
}

/** Up to 5 on each side, capacities 0 to 4, scores that often tie, people without edges. */
const smallGraph: fc.Arbitrary<SmallGraph> = fc
  .record({ mentors: fc.integer({ min: 0, max: 5 }), mentees: fc.integer({ min: 0, max: 5 }) })
  .chain(({ mentors, mentees }) =>
    fc.record({
      mentors: fc.constant(mentors),
      mentees: fc.constant(mentees),
      capMentor: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: mentors, maxLength: mentors }),
      capMentee: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: mentees, maxLength: mentees }),
      scores: fc.array(
        fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 1000 })),
        {
          minLength: mentors * mentees,
          maxLength: mentors * mentees,
        },
      ),
    }),
  )
  .map(({ mentors, mentees, capMentor, capMentee, scores }) => {
    const edges: [number, number, number][] = []
    scores.forEach((w, x) => {
      if (w > 0 && edges.length < 14) edges.push([Math.floor(x / mentees), x % mentees, w])
    })
    return { edges, graph: graphOf(mentors, mentees, edges, capMentor, capMentee) }
  })

function graphOf(
  mentors: number,
  mentees: number,
  edges: [number, number, number][],
  capMentor: number[],
  capMentee: number[],
): Graph {
  return {
    mentors,
    mentees,
    u: Int32Array.from(edges, (e) => e[0]),
    v: Int32Array.from(edges, (e) => e[1]),
    w: Int32Array.from(edges, (e) => e[2]),
    capMentor: Int32Array.from(capMentor),
    capMentee: Int32Array.from(capMentee),
  }
}

/** Every edge, scores and capacities from a fixed rule. */
function denseGraph(mentors: number, mentees: number): Graph {
  const edges: [number, number, number][] = []
  for (let i = 0; i < mentors; i++) {
    for (let j = 0; j < mentees; j++) edges.push([i, j, 1 + ((i * 7919 + j * 104729 + i * j * 31) % 997)])
  }
  const caps = (count: number) => Array.from({ length: count }, (_, x) => x % 3)
  return graphOf(mentors, mentees, edges, caps(mentors), caps(mentees))
}

/** Tries every subset of the edges. */
function best({ u, v, w, capMentor, capMentee }: Graph): { pairs: number; score: number } {
  const left = Array.from(capMentor!)
  const right = Array.from(capMentee!)
  let result = { pairs: 0, score: 0 }
  const visit = (e: number, pairs: number, score: number) => {
    if (e === u.length) {
      if (pairs > result.pairs || (pairs === result.pairs && score > result.score)) result = { pairs, score }
      return
    }
    if (left[u[e]!]! > 0 && right[v[e]!]! > 0) {
      left[u[e]!]!--
      right[v[e]!]!--
      visit(e + 1, pairs + 1, score + w[e]!)
      left[u[e]!]!++
      right[v[e]!]!++
    }
    visit(e + 1, pairs, score)
  }
  visit(0, 0, 0)
  return result
}

describe('assign', () => {
  test('places as many pairs as any choice could, and no such choice scores more', () => {
    fc.assert(
      fc.property(smallGraph, ({ graph }) => {
        const { pairs, score } = assign(graph)
        expect({ pairs, score }).toEqual(best(graph))
      }),
      { numRuns: 1500 },
    )
  })

  test('proves every answer to a checker that shares no code with it', () => {
    fc.assert(
      fc.property(smallGraph, ({ graph }) => {
        expect(verifyCertificate(graph, assign(graph))).toBeUndefined()
      }),
      { numRuns: 1500 },
    )
  })

  test('finds the same on a part of the edges, and proves it for all of them', () => {
    fc.assert(
      fc.property(smallGraph, ({ graph }) => {
        const answer = assign(graph, undefined, 0)
        const { pairs, score } = assign(graph)
        expect(answer).toMatchObject({ pairs, score })
        expect(verifyCertificate(graph, answer)).toBeUndefined()
      }),
    )
    const dense = denseGraph(90, 70)
    const answer = assign(dense, undefined, 1)
    expect(answer).toMatchObject({ pairs: assign(dense).pairs, score: assign(dense).score })
    expect(verifyCertificate(dense, answer)).toBeUndefined()
  })

  test('one more edge never lowers pairs, nor the score at as many pairs', () => {
    fc.assert(
      fc.property(smallGraph, fc.nat(), ({ graph, edges }, pick) => {
        fc.pre(edges.length > 0)
        const without = edges.filter((_, e) => e !== pick % edges.length)
        const fewer = assign(
          graphOf(graph.mentors, graph.mentees, without, [...graph.capMentor!], [...graph.capMentee!]),
        )
        const all = assign(graph)
        expect(all.pairs).toBeGreaterThanOrEqual(fewer.pairs)
        if (all.pairs === fewer.pairs) expect(all.score).toBeGreaterThanOrEqual(fewer.score)
      }),
    )
  })

  test('the order of edges does not matter to the total', () => {
    fc.assert(
      fc.property(
        smallGraph,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ graph, edges }, chance) => {
          const shuffled = edges
            .map((edge) => ({ edge, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ edge }) => edge)
          const other = assign(
            graphOf(graph.mentors, graph.mentees, shuffled, [...graph.capMentor!], [...graph.capMentee!]),
          )
          const { pairs, score } = assign(graph)
          expect({ pairs: other.pairs, score: other.score }).toEqual({ pairs, score })
        },
      ),
    )
  })
})

describe('verifyCertificate', () => {
  test('notices a worse answer, a doctored price and an overfull person', () => {
    const graph = graphOf(
      2,
      2,
      [
        [0, 0, 5],
        [0, 1, 4],
        [1, 0, 4],
      ],
      [1, 1],
      [1, 1],
    )
    const answer = assign(graph)
    expect(answer).toMatchObject({ pairs: 2, score: 8 })
    expect(verifyCertificate(graph, { ...answer, edges: Int32Array.of(0), pairs: 1, score: 5 })).toMatch(
      /not ruled out/,
    )
    expect(verifyCertificate(graph, { ...answer, edges: Int32Array.of(0, 1), score: 9 })).toMatch(
      /room for 1/,
    )
    const priceMentor = answer.certificate.priceMentor.slice()
    priceMentor[0]! += 1
    const doctored = { ...answer, certificate: { ...answer.certificate, priceMentor } }
    expect(verifyCertificate(graph, doctored)).toMatch(/not ruled out/)
  })
})
