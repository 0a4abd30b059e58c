import { describe, expect, test } from '@jest/globals'
import { assign, type Graph } from '../../bot/engine/assign.ts'
import { verifyCertificate } from '../../bot/engine/verify-certificate.ts'
import fc from '../support/properties.ts'

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
      aloneMentor: fc.option(fc.array(fc.nat(1), { minLength: mentors, maxLength: mentors }), {
        nil: undefined,
      }),
      aloneMentee: fc.option(fc.array(fc.nat(1), { minLength: mentees, maxLength: mentees }), {
        nil: undefined,
      }),
      scores: fc.array(
        fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 1000 })),
        {
          minLength: mentors * mentees,
          maxLength: mentors * mentees,
        },
      ),
    }),
  )
  .map(({ mentors, mentees, capMentor, capMentee, aloneMentor, aloneMentee, scores }) => {
    const edges: [number, number, number][] = []
    scores.forEach((w, x) => {
      if (w > 0 && edges.length < 14) edges.push([Math.floor(x / mentees), x % mentees, w])
    })
    const graph = graphOf(mentors, mentees, edges, capMentor, capMentee)
    if (aloneMentor) graph.aloneMentor = Uint8Array.from(aloneMentor)
    if (aloneMentee) graph.aloneMentee = Uint8Array.from(aloneMentee)
    return { edges, graph }
  })

/** The same people with other edges. */
function withEdges(
  { mentors, mentees, capMentor, capMentee, ...rest }: Graph,
  edges: [number, number, number][],
) {
  const { u: _u, v: _v, w: _w, ...alone } = rest
  return { ...graphOf(mentors, mentees, edges, [...capMentor!], [...capMentee!]), ...alone }
}

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

interface Result {
  pairs: number
  people: number
  score: number
}

/** Tries every subset of the edges: most pairs, then most people placed, then the highest score. */
function best({ u, v, w, capMentor, capMentee, aloneMentor, aloneMentee }: Graph): Result {
  const left = Array.from(capMentor!)
  const right = Array.from(capMentee!)
  let result: Result = { pairs: 0, people: 0, score: 0 }
  const placed = () => {
    let people = 0
    left.forEach((room, i) => {
      if (aloneMentor?.[i] && room < capMentor![i]!) people++
    })
    right.forEach((room, j) => {
      if (aloneMentee?.[j] && room < capMentee![j]!) people++
    })
    return people
  }
  const visit = (e: number, pairs: number, score: number) => {
    if (e === u.length) {
      if (pairs < result.pairs) return
      const found = { pairs, people: placed(), score }
      if (compare(found, result) > 0) result = found
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

function compare(a: Result, b: Result): number {
  return a.pairs - b.pairs || a.people - b.people || a.score - b.score
}

function resultOf({ pairs, people, score }: Result): Result {
  return { pairs, people, score }
}

describe('assign', () => {
  test('makes as many pairs as any choice could, places as many people, and no such choice scores more', () => {
    fc.assert(
      fc.property(smallGraph, ({ graph }) => {
        expect(resultOf(assign(graph))).toEqual(best(graph))
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
        expect(answer).toMatchObject(resultOf(assign(graph)))
        expect(verifyCertificate(graph, answer)).toBeUndefined()
      }),
    )
    const dense = denseGraph(90, 70)
    const answer = assign(dense, undefined, 1)
    expect(answer).toMatchObject({ pairs: assign(dense).pairs, score: assign(dense).score })
    expect(verifyCertificate(dense, answer)).toBeUndefined()
  })

  test('a dense list whose prices grow beyond all scores is solved as the whole list is', () => {
    // Whoever comes later knows everybody before, so that only one set pairs all of them, and each would rather not.
    const people = 80
    const edges: [number, number, number][] = []
    for (let i = 0; i < people; i++)
      for (let j = 0; j <= i; j++)
        edges.push([i, j, j === i - 1 ? 2 ** 24 : j === i ? 1 : 1 + ((i * 7 + j * 13) % 1000)])
    const ones = Array.from({ length: people }, () => 1)
    const graph = graphOf(people, people, edges, ones, ones)
    const answer = assign(graph, undefined, 0)
    expect(answer).toMatchObject({ pairs: people, score: people })
    expect(Math.max(...answer.certificate.priceMentor, ...answer.certificate.priceMentee)).toBeGreaterThan(
      2 ** 31,
    )
    expect(verifyCertificate(graph, answer)).toBeUndefined()
  })

  test('one more edge never makes the result worse', () => {
    fc.assert(
      fc.property(smallGraph, fc.nat(), ({ graph, edges }, pick) => {
        fc.pre(edges.length > 0)
        const fewer = withEdges(
          graph,
          edges.filter((_, e) => e !== pick % edges.length),
        )
        expect(compare(assign(graph), assign(fewer))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('starting from the answer to a similar list changes nothing', () => {
    fc.assert(
      fc.property(smallGraph, fc.nat(), ({ graph, edges }, pick) => {
        fc.pre(edges.length > 0)
        const raised = edges.map(([i, j, w], e): [number, number, number] =>
          e === pick % edges.length ? [i, j, 1 + (w % 9)] : [i, j, w],
        )
        const earlier = assign(withEdges(graph, raised))
        const used = new Uint8Array(edges.length)
        for (const e of earlier.edges) used[e] = 1
        const answer = assign(graph, { used, certificate: earlier.certificate })
        expect(resultOf(answer)).toEqual(best(graph))
        expect(verifyCertificate(graph, answer)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  test('nobody takes a second partner while somebody near has none', () => {
    const edges: [number, number, number][] = [
      [0, 0, 90],
      [0, 1, 90],
      [1, 1, 1],
    ]
    const graph = graphOf(2, 2, edges, [2, 2], [1, 1])
    expect(resultOf(assign(graph))).toEqual({ pairs: 2, people: 0, score: 180 })
    const alone = { ...graph, aloneMentor: Uint8Array.of(1, 1), aloneMentee: Uint8Array.of(1, 1) }
    expect(resultOf(assign(alone))).toEqual({ pairs: 2, people: 4, score: 91 })
    const pinned = { ...graph, aloneMentor: Uint8Array.of(1, 0), aloneMentee: Uint8Array.of(1, 1) }
    expect(resultOf(assign(pinned))).toEqual({ pairs: 2, people: 3, score: 180 })
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
          expect(resultOf(assign(withEdges(graph, shuffled)))).toEqual(resultOf(assign(graph)))
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
