/** Edges for `solve`: `edges.csv` with a capacities file, or `edges.bin`, as bench/README.md of the reference describes. */
import type { Graph } from '../engine/assign.ts'
import { InputFault } from '../files/input-fault.ts'
import { type ListRow, readWholeList } from '../files/lists.ts'
import { readBytes } from './files.ts'

const MAGIC = 0x524d4531
const MOST_SCORE = 1 << 24

export function readGraph(cwd: string, file: string, capacitiesFile?: string): Graph {
  const bytes = readBytes(cwd, file)
  if (bytes.length >= 16 && bytes.readInt32LE(0) === MAGIC) return fromBinary(file, bytes)
  const graph = fromCsv(file, bytes)
  return capacitiesFile ? withCapacities(graph, capacitiesFile, readBytes(cwd, capacitiesFile)) : graph
}

function fromBinary(file: string, bytes: Buffer): Graph {
  const ints = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)))
  const [, mentors = 0, mentees = 0, edges = 0] = ints
  if (ints.length !== 4 + mentors + mentees + 3 * edges) {
    throw new InputFault(file, 1, 1, 'The file is cut off or too long for its header.', 'Write it again.')
  }
  let at = 4
  const take = (count: number) => {
    at += count
    return ints.subarray(at - count, at)
  }
  const [capMentor, capMentee] = [take(mentors), take(mentees)]
  const graph = { mentors, mentees, capMentor, capMentee, u: take(edges), v: take(edges), w: take(edges) }
  for (let e = 0; e < edges; e++) {
    const fits = graph.u[e]! >= 0 && graph.u[e]! < mentors && graph.v[e]! >= 0 && graph.v[e]! < mentees
    if (fits && graph.w[e]! >= 1 && graph.w[e]! <= MOST_SCORE) continue
    throw new InputFault(
      file,
      1,
      1,
      `Edge ${e} names nobody or has no score from 1 to ${MOST_SCORE}.`,
      'Correct it.',
    )
  }
  return graph
}

const edgeColumns = { mentor: [], mentee: [], score: [] } as const
const capacityColumns = { side: [], index: [], capacity: [] } as const

function fromCsv(file: string, bytes: Uint8Array): Graph {
  const u: number[] = []
  const v: number[] = []
  const w: number[] = []
  const met = new Set<number>()
  let mentors = 0
  let mentees = 0
  readWholeList(file, bytes, edgeColumns, (row) => {
    const mentor = numberIn(file, row, 'mentor', 0, 1 << 25)
    const mentee = numberIn(file, row, 'mentee', 0, 1 << 25)
    const key = mentor * (1 << 26) + mentee
    if (met.has(key)) {
      const problem = 'This pair stands on an earlier line too.'
      throw new InputFault(file, row.line, 1, problem, 'Remove one of them.')
    }
    met.add(key)
    u.push(mentor)
    v.push(mentee)
    w.push(numberIn(file, row, 'score', 1, MOST_SCORE))
    mentors = Math.max(mentors, mentor + 1)
    mentees = Math.max(mentees, mentee + 1)
  })
  return { mentors, mentees, u: Int32Array.from(u), v: Int32Array.from(v), w: Int32Array.from(w) }
}

function withCapacities(graph: Graph, file: string, bytes: Uint8Array): Graph {
  const given = readWholeList(file, bytes, capacityColumns, (row) => {
    const side = row.get('side')
    if (side !== 'mentor' && side !== 'mentee') {
      const problem = `The side "${side}" is neither mentor nor mentee.`
      throw new InputFault(file, row.line, row.columnOf('side'), problem, 'Correct it.')
    }
    const index = numberIn(file, row, 'index', 0, 1 << 25)
    return { side, index, capacity: numberIn(file, row, 'capacity', 0, 1 << 20) }
  })
  const count = (side: string, least: number) =>
    given.reduce((most, g) => (g.side === side ? Math.max(most, g.index + 1) : most), least)
  const mentors = count('mentor', graph.mentors)
  const mentees = count('mentee', graph.mentees)
  const capMentor = new Int32Array(mentors).fill(1)
  const capMentee = new Int32Array(mentees).fill(1)
  for (const { side, index, capacity } of given) (side === 'mentor' ? capMentor : capMentee)[index] = capacity
  return { ...graph, mentors, mentees, capMentor, capMentee }
}

function numberIn<Name extends string>(
  file: string,
  row: ListRow<Name>,
  name: Name,
  least: number,
  most: number,
): number {
  const text = row.get(name)
  const value = Number(text)
  if (text !== '' && Number.isInteger(value) && value >= least && value <= most) return value
  const problem = `${name} is "${text}".`
  throw new InputFault(
    file,
    row.line,
    row.columnOf(name),
    problem,
    `It has to be a whole number from ${least} to ${most}.`,
  )
}
