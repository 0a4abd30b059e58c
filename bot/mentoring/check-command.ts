/** `mentoring check`: judges any list of pairs against every rule. */
import { readOptions, required } from '../command-line.ts'
import { checkPairs } from '../engine/check.ts'
import { InputFault } from '../files/input-fault.ts'
import { readWholeList } from '../files/lists.ts'
import type { People } from '../files/people.ts'
import { readBytes } from './files.ts'
import { readInputs } from './inputs.ts'
import type { Io } from './io.ts'

const known = { people: 'text', pairings: 'text', rules: 'text', seed: 'text', today: 'text' } as const
const columns = { mentorId: ['mentor'], menteeId: ['mentee'] } as const

export function check(argv: readonly string[], io: Io, today: string): number {
  const options = readOptions(argv, known)
  const file = required(options, 'people')
  const pairings = required(options, 'pairings')
  const { input, people } = readInputs(io.cwd, { ...options, people: file }, options.today ?? today)
  const pairs = readPairings(io.cwd, pairings, people)
  const violations = checkPairs(input, pairs)
  for (const { mentorId, menteeId, rule, why } of violations) {
    io.stdout.write(`${mentorId} with ${menteeId}: ${rule}: ${why}\n`)
  }
  const broken = new Set(violations.map((v) => JSON.stringify([v.mentorId, v.menteeId]))).size
  io.stdout.write(
    broken === 0
      ? `${pairs.length} pairs, every rule kept.\n`
      : `${broken} of ${pairs.length} pairs break a rule.\n`,
  )
  return broken === 0 ? 0 : 1
}

/** Ids as the people file spells them; whom it does not know, the judge will say. */
function readPairings(cwd: string, file: string, { idOf }: People): [string, string][] {
  return readWholeList(file, readBytes(cwd, file), columns, (row) => {
    const [mentor, mentee] = [row.get('mentorId'), row.get('menteeId')]
    if (mentor && mentee) return [idOf(mentor) ?? mentor, idOf(mentee) ?? mentee]
    const column = row.columnOf(mentor ? 'menteeId' : 'mentorId')
    throw new InputFault(file, row.line, column, 'The pair names nobody on one side.', 'Fill in both ids.')
  })
}
