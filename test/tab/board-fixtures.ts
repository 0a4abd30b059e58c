/**
 * A company for the tests of the board and the pages after it: a tree with leaders near the top and juniors at the bottom,
 * pairs across it, all from one seed.
 */
import type { Face, Out } from '../../bot/contract/index.ts'

export type Board = Out<'board'>
export type Chart = Out<'chart'>
export type BoardPairing = Board['pairings'][number]

const firstNames =
  'Ana Bruno Chidi Dana Emre Farah Grace Hiro Ines Jonas Kavya Liam Mei Noor Olga Pedro Quinn Rosa Sami Tala Uma Viktor Wen Ximena Yara Zoe Amara Bilal Carla Dmitri Elif Femi Greta Hassan Isla Joao'.split(
    ' ',
  )
const lastNames =
  'Okafor Silva Tanaka Weber Haddad Novak Larsen Moreau Costa Singh Kowalski Jansen Rossi Petrov Nguyen Garcia Lindqvist Abadi Fischer Mensah Ortega Park Quist Reyes Sato Toure Ueda Vargas Wong Yilmaz'.split(
    ' ',
  )
const units = ['Sales', 'Engineering', 'Finance', 'Operations', 'People', 'Marketing', 'Legal', 'Research']
const sites = ['Lisbon', 'Munich', 'Nairobi', 'Osaka', 'Toronto', 'Dubai']
const topics = ['AI tools', 'Social media', 'Customer journey', 'Inclusion', 'Data privacy', 'Sustainability']

/** Numbers from 0 up to 1, always the same for one seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function aFace(i: number, overrides: Partial<Face> = {}): Face {
  const first = firstNames[i % firstNames.length]!
  const last = lastNames[(i * 7 + Math.floor(i / firstNames.length)) % lastNames.length]!
  return {
    id: `p${i}`,
    name: `${first} ${last}`,
    jobTitle: 'Analyst',
    department: units[i % units.length]!,
    location: sites[i % sites.length]!,
    ...overrides,
  }
}

interface Size {
  seed?: number
  /** People of the company; the chart keeps those enrolled and those above them. */
  people?: number
  mentors?: number
  mentees?: number
  pairs?: number
}

/** The chart and the people of a company of the given size. */
export function aChart(size: Size = {}): Chart {
  const { seed = 7, people = 2400, mentors = 180, mentees = 60, pairs = 60 } = size
  const random = chance(seed)
  const parents = [-1]
  const rows = [0]
  const reports = [0]
  const room = [8, 7, 6, 6, 5, 4, 0]
  while (parents.length < people) {
    const manager = Math.floor(random() * parents.length)
    if (reports[manager]! >= (room[rows[manager]!] ?? 0)) continue
    reports[manager]! += 1
    parents.push(manager)
    rows.push(rows[manager]! + 1)
    reports.push(0)
  }
  const order = [...parents.keys()]
  const pick = (from: number[], count: number) => {
    const pool = [...from]
    return Array.from(
      { length: Math.min(count, pool.length) },
      () => pool.splice(Math.floor(random() * pool.length), 1)[0]!,
    )
  }
  const menteeSet = new Set(
    pick(
      order.filter((i) => rows[i]! >= 1 && rows[i]! <= 3 && reports[i]! > 0),
      mentees,
    ),
  )
  const mentorSet = new Set(
    pick(
      order.filter((i) => rows[i]! >= 3 && !menteeSet.has(i)),
      mentors,
    ),
  )
  return chartOf(parents, rows, mentorSet, menteeSet, pairs)
}

function chartOf(
  parents: number[],
  rows: number[],
  mentors: Set<number>,
  mentees: Set<number>,
  pairs: number,
): Chart {
  const kept = new Set<number>()
  for (const end of [...mentors, ...mentees]) for (let at = end; at >= 0; at = parents[at]!) kept.add(at)
  const below = new Array<number>(parents.length).fill(0)
  for (let i = parents.length - 1; i > 0; i--) below[parents[i]!]! += below[i]! + 1
  const unitOf = (i: number): number => (rows[i]! <= 1 ? i : unitOf(parents[i]!))
  const placeOf = new Map<number, number>()
  const ranks = [
    'Chief Executive',
    'Executive Vice President',
    'Director',
    'Head of Team',
    'Team Lead',
    'Specialist',
    'Analyst',
  ]
  const nodes: Chart['nodes'] = []
  for (const i of [...kept].sort((a, b) => a - b)) {
    placeOf.set(i, nodes.length)
    const side = mentors.has(i) ? 'mentor' : mentees.has(i) ? 'mentee' : undefined
    nodes.push({
      person: aFace(i, { jobTitle: ranks[rows[i]!]!, department: units[unitOf(i) % units.length]! }),
      parent: parents[i]! < 0 ? -1 : placeOf.get(parents[i]!)!,
      below: below[i]!,
      ...(side ? { side } : {}),
    })
  }
  return { nodes, arcs: arcsOf(nodes, pairs) }
}

function arcsOf(nodes: Chart['nodes'], pairs: number): Chart['arcs'] {
  const isAbove = (a: number, b: number): boolean => {
    for (let at = nodes[b]!.parent; at >= 0; at = nodes[at]!.parent) if (at === a) return true
    return false
  }
  const free = nodes.flatMap((node, i) => (node.side === 'mentor' ? [i] : []))
  const arcs: Chart['arcs'] = []
  const mentees = nodes.flatMap((node, i) => (node.side === 'mentee' ? [i] : []))
  for (const [turn, mentee] of mentees.entries()) {
    if (arcs.length >= pairs) break
    const fits = free.filter((i) => !isAbove(mentee, i) && !isAbove(i, mentee))
    const mentor = fits[(turn * 37) % Math.max(1, fits.length)]
    if (mentor === undefined) continue
    free.splice(free.indexOf(mentor), 1)
    arcs.push({ pairingId: `pair${arcs.length}`, mentor, mentee, state: 'proposed', insideLine: false })
  }
  return arcs
}

export function aPairing(i: number, overrides: Partial<BoardPairing> = {}): BoardPairing {
  const random = chance(i + 1)
  const one = topics[i % topics.length]!
  const two = topics[(i + 1 + Math.floor(random() * 3)) % topics.length]!
  const worth = 2 + Math.floor(random() * 12)
  const minutes = 180 + Math.floor(random() * 5) * 60
  const parts: BoardPairing['parts'] = [
    { part: 'base', points: 20 },
    { part: 'topic', points: worth * 9, detail: { topics: `${one}, ${two}`, worth } },
    { part: 'different-unit', points: 24, detail: { mentor: 'Sales', mentee: 'Finance' } },
    { part: 'different-site', points: i % 3 === 0 ? 0 : 12, detail: { mentor: 'Lisbon', mentee: 'Osaka' } },
    { part: 'hours', points: Math.floor(minutes / 30), detail: { minutes } },
    { part: 'seniority-gap', points: 6 + Math.floor(random() * 14), detail: { grades: 5 } },
  ].filter((part) => part.points !== 0)
  const whole: BoardPairing = {
    id: `pair${i}`,
    state: 'proposed',
    mentor: aFace(1000 + i),
    mentee: aFace(100 + i, { jobTitle: 'Director' }),
    score: 0,
    parts,
    reason: 'Offers what the other wants to learn.',
    pinned: false,
    ...overrides,
  }
  return { ...whole, score: overrides.score ?? whole.parts.reduce((sum, part) => sum + part.points, 0) }
}

/** A board after a finished run; the faces of the pairs are those of the chart. */
export function aBoard(overrides: Partial<Board> = {}, chart: Chart = aChart()): Board {
  const pairings = chart.arcs.map((arc, i) =>
    aPairing(i, {
      id: arc.pairingId,
      state: arc.state,
      mentor: chart.nodes[arc.mentor]!.person,
      mentee: chart.nodes[arc.mentee]!.person,
    }),
  )
  const inPair = new Set(chart.arcs.flatMap((arc) => [arc.mentor, arc.mentee]))
  const left = chart.nodes.filter((node, i) => node.side && !inPair.has(i))
  const mentors = chart.nodes.filter((node) => node.side === 'mentor').length
  const mentees = chart.nodes.filter((node) => node.side === 'mentee').length
  const score = pairings.reduce((sum, pairing) => sum + pairing.score, 0)
  return {
    run: {
      id: 'run1',
      state: 'done',
      startedAt: '2026-11-02T09:00:00Z',
      finishedAt: '2026-11-02T09:00:04Z',
      seed: 42,
      objective: 'best-total',
    },
    totals: {
      mentors,
      mentees,
      placedMentors: pairings.length,
      placedMentees: pairings.length,
      pairs: pairings.length,
      score,
    },
    proof: { certificate: 'verified', scope: 'all-allowed-pairs', gapPercent: 0 },
    pairings,
    unplaced: left.map((node, i) => ({
      person: node.person,
      side: node.side!,
      ...(i % 4 === 0
        ? {
            cause: 'common-language',
            detail: { partnersItWouldOpen: 3, example: pairings[0]?.mentee.id ?? 'nobody' },
          }
        : {
            cause: 'partners-taken',
            detail: { allowedPartners: 9, bestPartner: pairings[i % 7]?.mentee.id ?? 'nobody', score: 120 },
          }),
      smallestChange: 'Recruit one more Mentee.',
    })),
    notTakingPart: [
      { person: aFace(5001), why: 'paused' },
      { person: aFace(5002), why: 'waitlisted' },
      { person: aFace(5003), why: 'applied' },
    ],
    wishes: [],
    ...overrides,
  }
}

export function aCohort(overrides: Partial<Out<'cohort'>> = {}): Out<'cohort'> {
  return {
    id: 'c1',
    version: 'c1-1',
    programName: 'Learn from tomorrow',
    cohortName: 'Spring 2027',
    challenge: {
      statement: 'Our leaders decide about tools that only their teams have tried.',
      measure: 'Leaders who use AI tools every week',
      unit: 'percent',
      baseline: 22,
      target: 60,
    },
    objectives: [{ text: 'Every leader tries one new tool a month', topics: ['AI tools'] }],
    sponsorMessage: 'I will be a Mentee myself.',
    startsOn: '2026-11-09',
    endsOn: '2027-04-30',
    sessions: 6,
    cadenceWeeks: 4,
    sessionMinutes: 50,
    stage: 'matching',
    sponsor: aFace(3, { jobTitle: 'Executive Vice President' }),
    organizer: aFace(44),
    asked: [],
    may: { edit: true, handOver: true, tickDuty: true },
    cohorts: [],
    nextId: null,
    groundRules: { version: 1, items: ['What is said stays here.'] },
    timeline: [
      { key: 'enrol', on: '2026-10-12', state: 'done' },
      { key: 'match', on: '2026-11-02', state: 'now' },
      { key: 'first-session', on: '2026-11-09', state: 'ahead' },
      { key: 'midpoint', on: '2027-01-25', state: 'ahead' },
      { key: 'last-session', on: '2027-04-19', state: 'ahead' },
      { key: 'close', on: '2027-04-30', state: 'ahead' },
    ],
    duties: [
      { duty: 'invite', on: '2026-11-09', isDue: false, doneAt: '2026-11-03T09:00:00Z' },
      { duty: 'kickoff', on: '2026-12-14', isDue: false },
      { duty: 'midpoint', on: '2027-02-15', isDue: false },
      { duty: 'close', on: '2027-04-12', isDue: false },
    ],
    nextStage: 'running',
    counts: { applied: 246, mentors: 180, mentees: 60, pairs: 60, held: 0 },
    ...overrides,
  }
}

/** Nothing stands against it, unless a test says so. */
export function aLook(overrides: Partial<Out<'beforeApproval'>> = {}): Out<'beforeApproval'> {
  return {
    ...{ pairs: 2, told: 4, first: { from: '2026-12-07', to: '2026-12-27' } },
    holidays: { known: true, sessions: 0, of: 12, days: [] },
    nobody: { mentees: 0, mentors: 0, people: [] },
    oldRules: { count: 0, people: [] },
    weakest: [],
    ...overrides,
  }
}
