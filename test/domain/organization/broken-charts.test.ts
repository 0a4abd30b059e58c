// Whatever the missing links of a chart really are, no pair stands in one line: tried by completing charts at random.
import { describe, expect, test } from '@jest/globals'
import { buildOrganization, type ChartRow } from '../../../bot/domain/organization/organization.ts'
import { checkPairs } from '../../../bot/engine/check.ts'
import { mayBePaired, ruleContext } from '../../../bot/engine/pairing-rules.ts'
import type { MatchingInput, MatchingParticipant } from '../../../bot/engine/person.ts'
import { propose } from '../../../bot/engine/propose.ts'
import { dice } from '../../engine/company.ts'
import fc from '../../support/properties.ts'

const today = '2026-11-21'
type Dice = ReturnType<typeof dice>

interface Broken {
  rows: ChartRow[]
  tops: string[]
  /** Everybody's manager where the link can be followed. */
  sound: Map<string, string>
  /** Whose manager nobody knows; those with a link in a circle may keep it. */
  open: Map<string, string | undefined>
  dice: Dice
}

/** A tree with faults of every kind sown into it, several at once; `tops` are told truly. */
function brokenChart({ size, seed, faults }: { size: number; seed: number; faults: number }): Broken {
  const chance = dice(seed)
  const id = (n: number) => `p${n}`
  const rows: ChartRow[] = []
  const open: Broken['open'] = new Map()
  const sound: Broken['sound'] = new Map()
  const said = Array.from({ length: size }, (_, n) => (n === 0 ? undefined : id(chance.below(n))))
  const spoilt = new Map<number, string>()
  for (let x = 0; x < faults; x++) {
    const kind = chance.pick(['empty', 'unknown', 'same-unknown', 'self', 'twice', 'circle', 'second-top'])
    spoilt.set(chance.below(size), kind)
  }
  const tops: string[] = []
  for (const [n, kind] of spoilt) {
    if (kind === 'empty') said[n] = undefined
    if (kind === 'unknown') said[n] = `ghost-${n}`
    if (kind === 'same-unknown') said[n] = 'ghost'
    if (kind === 'self') said[n] = id(n)
    // Somebody at the end of the chart becomes the manager of somebody near its head.
    if (kind === 'circle') said[n] = id(chance.below(size))
    if (kind === 'second-top') {
      said[n] = undefined
      tops.push(id(n))
    }
  }
  for (let n = 0; n < size; n++) rows.push(rowOf(id(n), said[n]))
  const twice = [...spoilt].filter(([, kind]) => kind === 'twice').map(([n]) => n)
  for (const n of twice) rows.push(rowOf(id(n), chance.pick([undefined, 'ghost', id(chance.below(size))])))
  const known = new Set(said.map((_, n) => id(n)))
  for (let n = 0; n < size; n++) {
    const manager = said[n]
    const disagree = rows.some((row) => row.id === id(n) && row.managerId !== manager)
    if (!disagree && tops.includes(id(n))) continue
    if (disagree || manager === undefined || manager === id(n) || !known.has(manager))
      open.set(id(n), undefined)
    else sound.set(id(n), manager)
  }
  for (const member of membersOfCircles(sound)) {
    open.set(member, sound.get(member))
    sound.delete(member)
  }
  // The head of more than half of everybody is a top by the rule; told so, the completions leave it alone.
  for (const [head, kept] of open) {
    const empty = rows.filter((row) => row.id === head).every((row) => row.managerId === undefined)
    if (kept === undefined && empty && 2 * countBelow(head, sound) > size) open.delete(head)
  }
  return { rows, tops, sound, open, dice: chance }
}

const rowOf = (id: string, managerId: string | undefined): ChartRow =>
  managerId === undefined ? { id } : { id, managerId }

function membersOfCircles(links: ReadonlyMap<string, string>): string[] {
  return [...links.keys()].filter((id) => lineOf(id, links).at(-1) === id)
}

/** Up to the end, or once round the circle and back at its first member. */
function lineOf(id: string, links: ReadonlyMap<string, string>): string[] {
  const line: string[] = []
  for (let next = links.get(id); next !== undefined && !line.includes(next); next = links.get(next)) {
    line.push(next)
    if (next === id) break
  }
  return line
}

function countBelow(head: string, links: ReadonlyMap<string, string>): number {
  return 1 + [...links.keys()].filter((id) => id !== head && lineOf(id, links).includes(head)).length
}

/** Everybody above each person as bits, by number. */
type Lines = Int32Array

/** The chart by number, with two people from outside at the end. */
function numbered({ rows, sound, open }: Broken) {
  const ids = [...new Set(rows.map((row) => row.id)), 'outsider', 'other outsider']
  const at = new Map(ids.map((id, n) => [id, n]))
  const links = Int32Array.from(ids, (id) => at.get(sound.get(id) ?? '') ?? -1)
  const heads = [...open].map(([id, stated]) => [at.get(id)!, at.get(stated ?? '') ?? -1] as const)
  return { ids, at, links, heads }
}

/** The chart with every open link settled somehow: to anybody, to somebody outside, or to nobody; without circles. */
function completed(
  { links: sound, heads }: ReturnType<typeof numbered>,
  { below, chance }: Dice,
): Int32Array {
  const links = sound.slice()
  const open = [...heads]
  const isAbove = (one: number, other: number) => {
    let next = other
    while (next >= 0 && next !== one) next = links[next]!
    return next === one
  }
  while (open.length) {
    const [[head, stated]] = open.splice(below(open.length), 1) as [readonly [number, number]]
    if (stated >= 0 && chance(0.5) && !isAbove(head, stated)) links[head] = stated
    else if (chance(0.85)) {
      const other = below(links.length)
      if (!isAbove(head, other)) links[head] = other
    }
  }
  return links
}

function linesOf(links: Int32Array): Lines {
  return links.map((manager) => {
    let line = 0
    for (let next = manager; next >= 0; next = links[next]!) line |= 1 << next
    return line
  })
}

/** Undefined when the two stand in different lines and under different managers. */
function faultBetween(a: number, b: number, links: Int32Array, lines: Lines): string | undefined {
  if ((lines[a]! >> b) & 1) return `${b} is above ${a}`
  if ((lines[b]! >> a) & 1) return `${a} is above ${b}`
  return links[a]! >= 0 && links[a] === links[b] ? `both report to ${links[a]}` : undefined
}

function faultsOf(chart: Broken, pairs: readonly (readonly [string, string])[], times: number): string[] {
  const faults: string[] = []
  const plain = numbered(chart)
  for (let x = 0; x < times; x++) {
    const links = completed(plain, chart.dice)
    const lines = linesOf(links)
    for (const [a, b] of pairs) {
      const fault = faultBetween(plain.at.get(a)!, plain.at.get(b)!, links, lines)
      if (fault) faults.push(`${a} and ${b}: ${fault}`)
    }
  }
  return faults
}

function participant({ id, managerId }: ChartRow, side: 'mentor' | 'mentee'): MatchingParticipant {
  return {
    ...{ id, side, capacity: 1, topics: [], languages: ['en'], interests: [] },
    ...(managerId === undefined ? {} : { managerId }),
    ...{ timeZone: 'UTC', hiredOn: '2020-01-01' },
  }
}

function firstRows(rows: readonly ChartRow[]): ChartRow[] {
  return [...new Map([...rows].reverse().map((row) => [row.id, row])).values()]
}

/** Everybody on one side or the other, in turns. */
function inputOf({ rows, tops }: Broken): MatchingInput {
  const participants = firstRows(rows).map((row, n) => participant(row, n % 2 ? 'mentor' : 'mentee'))
  const organization = rows as MatchingInput['organization']
  return { organization, participants, rules: { tops }, seed: 1, today }
}

const anyBroken = fc.record({
  size: fc.integer({ min: 2, max: 14 }),
  seed: fc.integer({ min: 1, max: 0x7fffffff }),
  faults: fc.integer({ min: 0, max: 6 }),
})

describe('whatever the missing links of a chart are', () => {
  test('no two people who may be paired stand in one line, or share a manager', () => {
    let charts = 0
    let mayPair = 0
    fc.assert(
      fc.property(anyBroken, (shape) => {
        const chart = brokenChart(shape)
        const context = ruleContext(buildOrganization(chart.rows, chart.tops), { tops: chart.tops }, today)
        const people = firstRows(chart.rows)
        const mentors = people.map((row) => participant(row, 'mentor'))
        const mentees = people.map((row) => participant(row, 'mentee'))
        const allowed = mentors.flatMap((mentor) =>
          mentees
            .filter((mentee) => !mayBePaired(mentor, mentee, context))
            .map((mentee) => [mentor.id, mentee.id] as const),
        )
        charts++
        mayPair += allowed.length
        expect(faultsOf(chart, allowed, 4)).toEqual([])
      }),
      { numRuns: 20_000 },
    )
    expect(charts).toBeGreaterThanOrEqual(20_000)
    // Pairing nobody would be safe as well.
    expect(mayPair).toBeGreaterThan(100_000)
  })

  test('nobody is kept apart without need: some completion puts the two into one line', () => {
    fc.assert(
      fc.property(anyBroken, (shape) => {
        const chart = brokenChart(shape)
        const organization = buildOrganization(chart.rows, chart.tops)
        const people = firstRows(chart.rows).map(({ id }) => id)
        const { at, links: sound } = numbered(chart)
        for (const a of people) {
          for (const b of people) {
            if (a === b || organization.sameFragment(a, b)) continue
            // Hang the head of one under the other, and everything else anywhere: one of the two ways must work.
            const under = (id: string, other: string) => {
              const head = organization.lineStopsAt(id)
              if (head === undefined) return undefined
              const links = sound.slice()
              links[at.get(head)!] = at.get(other)!
              return faultBetween(at.get(a)!, at.get(b)!, links, linesOf(links))
            }
            expect(under(a, b) ?? under(b, a)).toMatch(/is above/)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('no proposed pair stands in one line, and the check says so of each', () => {
    let pairs = 0
    fc.assert(
      fc.property(anyBroken, (shape) => {
        const chart = brokenChart(shape)
        const input = inputOf(chart)
        const proposed = propose(input).pairings.map((p) => [p.mentorId, p.menteeId] as const)
        pairs += proposed.length
        expect(checkPairs(input, proposed)).toEqual([])
        expect(faultsOf(chart, proposed, 4)).toEqual([])
      }),
      { numRuns: 1500 },
    )
    expect(pairs).toBeGreaterThan(1500)
  })

  test('the check objects to a solver that takes every end of a line for a top', () => {
    let caught = 0
    fc.assert(
      fc.property(anyBroken, (shape) => {
        const chart = brokenChart(shape)
        const input = inputOf(chart)
        const heads = buildOrganization(chart.rows).faults.map(({ personId }) => personId)
        const careless = { ...input, rules: { tops: [...heads, ...chart.tops] } }
        const pairs = propose(careless).pairings.map((p) => [p.mentorId, p.menteeId] as const)
        const organization = buildOrganization(chart.rows, chart.tops)
        const wrong = pairs.filter(([a, b]) => !organization.sameFragment(a, b))
        const objections = checkPairs(input, pairs).filter(({ rule }) => rule === 'line-unknown')
        expect(objections.map(({ mentorId, menteeId }) => [mentorId, menteeId])).toEqual(wrong)
        caught += wrong.length
      }),
      { numRuns: 500 },
    )
    expect(caught).toBeGreaterThan(100)
  })
})
