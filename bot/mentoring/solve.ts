/** `mentoring solve`: the bare solver on a list of edges; one JSON line. */
import { readOptions, required, UsageFault } from '../command-line.ts'
import { assign, type Graph } from '../engine/assign.ts'
import { verifyCertificate } from '../engine/verify-certificate.ts'
import type { Cell } from '../files/cell.ts'
import { pathFrom, writeCsv } from './files.ts'
import type { Io } from './io.ts'
import { readGraph } from './read-graph.ts'

const known = { edges: 'text', capacities: 'text', objective: 'text', out: 'text' } as const

export function solve(argv: readonly string[], io: Io): number {
  const options = readOptions(argv, known)
  const objective = options.objective ?? 'pairs'
  if (objective !== 'pairs' && objective !== 'people')
    throw new UsageFault(
      '--objective is "pairs" (most pairs, then score) or "people" (most pairs, most people placed, then score).',
    )
  const edges = readGraph(io.cwd, required(options, 'edges'), options.capacities)
  const graph = objective === 'people' ? withEverybodyAlone(edges) : edges
  const from = process.cpuUsage()
  const answer = assign(graph)
  const fault = verifyCertificate(graph, answer)
  const { user, system } = process.cpuUsage(from)
  if (options.out) {
    const rows = Array.from(answer.edges, (e): Cell[] => [graph.u[e]!, graph.v[e]!, graph.w[e]!])
    writeCsv(pathFrom(io.cwd, options.out), ['mentor', 'mentee', 'score'], rows)
  }
  const line = {
    pairs: answer.pairs,
    ...(objective === 'people' ? { people: answer.people } : {}),
    score: answer.score,
    bound: answer.score,
    certificate: fault ? 'failed' : 'verified',
    cpuMs: Math.round((user + system) / 100) / 10,
    rssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  io.stdout.write(`${JSON.stringify(line)}\n`)
  if (fault) io.stderr.write(`The certificate fails: ${fault}.\n`)
  return fault ? 1 : 0
}

function withEverybodyAlone(graph: Graph): Graph {
  const alone = (count: number) => new Uint8Array(count).fill(1)
  return { ...graph, aloneMentor: alone(graph.mentors), aloneMentee: alone(graph.mentees) }
}
