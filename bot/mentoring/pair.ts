/** `mentoring pair`: people file in; pairings, people left over, candidates and a report out. */
import { join } from 'node:path'
import { readOptions, required } from '../command-line.ts'
import { proposeWithWorking, type WorkedProposal } from '../engine/propose.ts'
import { partNames } from '../engine/weights.ts'
import type { Cell } from '../files/cell.ts'
import type { SetAside } from '../files/people.ts'
import { pathFrom, writeCsv, writeJson } from './files.ts'
import { type Inputs, readInputs } from './inputs.ts'
import type { Io } from './io.ts'
import { breaksInWords } from './say-breaks.ts'
import { newMeter } from './stage-meter.ts'

const known = {
  people: 'text',
  rules: 'text',
  ratings: 'text',
  rankings: 'text',
  pins: 'text',
  out: 'text',
  seed: 'text',
  today: 'text',
} as const

export function pair(argv: readonly string[], io: Io, today: string): number {
  const options = readOptions(argv, known)
  const people = required(options, 'people')
  const out = pathFrom(io.cwd, required(options, 'out'))
  const meter = newMeter()
  const inputs = meter.measure('reading files', () =>
    readInputs(io.cwd, { ...options, people }, options.today ?? today),
  )
  const worked = meter.measure('pairing', () => proposeWithWorking(inputs.input))
  meter.measure('writing', () => writeTables(out, worked))
  writeJson(join(out, 'report.json'), report(inputs, worked, meter.stages))
  return summarize(io, inputs, worked, out)
}

function writeTables(out: string, { proposal, optimum: { edges }, field }: WorkedProposal): void {
  writeCsv(
    join(out, 'pairings.csv'),
    ['mentorId', 'menteeId', 'score', ...partNames, 'reason'],
    proposal.pairings.map((p): Cell[] => {
      const points = new Map(p.parts.map(({ part, points }) => [part, points]))
      return [p.mentorId, p.menteeId, p.score, ...partNames.map((part) => points.get(part) ?? 0), p.reason]
    }),
  )
  writeCsv(
    join(out, 'unplaced.csv'),
    ['personId', 'role', 'cause', 'smallestChange'],
    proposal.unplaced.map((u): Cell[] => [u.personId, u.side, u.cause, u.smallestChange]),
  )
  const pinned = proposal.pairings.filter((p) => p.pinned)
  writeCsv(join(out, 'candidates.csv'), ['mentorId', 'menteeId', 'score'], candidateRows())

  function* candidateRows(): Generator<Cell[]> {
    for (const p of pinned) yield [p.mentorId, p.menteeId, p.score]
    for (let e = 0; e < edges.count; e++) {
      yield [field.mentors.people[edges.u[e]!]!.id, field.mentees.people[edges.v[e]!]!.id, edges.w[e]!]
    }
  }
}

function report({ input, people, rolesBy }: Inputs, { proposal, roster }: WorkedProposal, stages: object[]) {
  const notTakingPart = [...people.notTakingPart, ...proposal.notTakingPart]
  return {
    counts: {
      people: people.size,
      enrolled: input.participants.length + people.notTakingPart.length,
      ...proposal.totals,
      unplaced: proposal.unplaced.length,
      notTakingPart: notTakingPart.length,
    },
    ...(rolesBy ? { roles: { rule: rolesBy, seed: input.seed } } : {}),
    objective: input.objective ?? 'best-total',
    total: proposal.totals.score,
    bound: proposal.proof.bound,
    gapPercent: proposal.proof.gapPercent,
    scope: proposal.proof.scope,
    certificate: proposal.proof.certificate,
    candidates: proposal.candidates,
    blockingPairs: proposal.blockingPairs,
    seed: input.seed,
    today: input.today,
    rules: roster.context.rules,
    assumptions: people.assumptions,
    chartFaults: roster.organization.faults,
    setAside: [...people.setAside, ...proposal.setAside],
    notTakingPart,
    stages,
  }
}

function summarize(io: Io, { people }: Inputs, { proposal, roster }: WorkedProposal, out: string): number {
  const { totals, proof } = proposal
  for (const assumption of people.assumptions) io.stderr.write(`${assumption}\n`)
  sayFaults(io, people.setAside)
  for (const line of breaksInWords(roster.organization.faults, people)) io.stderr.write(`${line}\n`)
  for (const { reason } of proposal.setAside.slice(0, 20)) io.stderr.write(`${reason}\n`)
  const left = proposal.unplaced.length
  io.stdout.write(
    `${totals.pairs} pairs, ${totals.placedMentors} of ${totals.mentors} Mentors and ${totals.placedMentees} of ` +
      `${totals.mentees} Mentees placed, ${left} left over with a cause. Score ${totals.score}, ` +
      `proof ${proof.certificate}, at most ${proof.gapPercent} % below the best of ${wordsOf(proof.scope)}.\n` +
      `Written to ${out}.\n`,
  )
  if (totals.pairs > 0) return proof.certificate === 'verified' ? 0 : 1
  io.stderr.write(`Nobody could be paired: ${whyNobody(totals)}\n`)
  return 1
}

/** Up to so many faults of a kind are told one by one. */
const toldApart = 5

/** Many faults of one kind are one line with their count; report.json has them all. */
function sayFaults(io: Io, faults: readonly SetAside[]): void {
  const kinds = new Map<string, SetAside[]>()
  for (const fault of faults) {
    const known = kinds.get(fault.kind)
    if (known) known.push(fault)
    else kinds.set(fault.kind, [fault])
  }
  for (const alike of kinds.values()) {
    const [{ line, reason }] = alike as [SetAside]
    if (alike.length > toldApart)
      io.stderr.write(
        `line ${line} and ${alike.length - 1} more, ${alike.length} in all (report.json lists them): ${reason}\n`,
      )
    else for (const fault of alike) io.stderr.write(`line ${fault.line}: ${fault.reason}\n`)
  }
}

function wordsOf(scope: 'all-allowed-pairs' | 'candidate-list'): string {
  return scope === 'all-allowed-pairs' ? 'all allowed pairs' : 'the candidates'
}

function whyNobody({ mentors, mentees }: WorkedProposal['proposal']['totals']): string {
  if (mentors === 0)
    return 'there are no Mentors with room. Enrol some with the role mentor and a capacity from 1 to 4.'
  if (mentees === 0)
    return 'there are no Mentees with room. Enrol some with the role mentee and a capacity from 1 to 4.'
  return 'every possible pair breaks a rule; unplaced.csv names the rule and the smallest change for each person.'
}
