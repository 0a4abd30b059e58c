/** `mentoring check`: judges any list of pairs against every rule. */
import { checkPairs } from '../domain/matching/check.ts'
import { parseCsv } from './csv.ts'
import { readText } from './files.ts'
import { InputFault } from './input-fault.ts'
import { readInputs } from './inputs.ts'
import type { Io } from './io.ts'
import { parseOptions, required } from './options.ts'

const known = ['people', 'pairings', 'rules', 'seed', 'today']

export function check(argv: readonly string[], io: Io, today: string): number {
  const options = parseOptions(argv, known)
  required(options, 'people')
  const pairs = readPairings(io.cwd, required(options, 'pairings'))
  const { input } = readInputs(io.cwd, options, options['today'] ?? today)
  const violations = checkPairs(input, pairs)
  for (const { mentorId, menteeId, rule, why } of violations) {
    io.stdout.write(`${mentorId} with ${menteeId}: ${rule}: ${why}\n`)
  }
  const broken = new Set(violations.map((v) => `${v.mentorId} ${v.menteeId}`)).size
  io.stdout.write(
    broken === 0
      ? `${pairs.length} pairs, every rule kept.\n`
      : `${broken} of ${pairs.length} pairs break a rule.\n`,
  )
  return broken === 0 ? 0 : 1
}

function readPairings(cwd: string, file: string): [string, string][] {
  const { header, rows } = parseCsv(file, readText(cwd, file))
  for (const name of ['mentorId', 'menteeId']) {
    if (header.includes(name.toLowerCase())) continue
    throw new InputFault(file, 1, 1, `The column ${name} is missing.`, `There are: ${header.join(', ')}.`)
  }
  return rows.map((row) => {
    const pair: [string, string] = [row.cell('mentorid'), row.cell('menteeid')]
    if (pair[0] && pair[1]) return pair
    const column = row.columnOf(pair[0] ? 'menteeid' : 'mentorid')
    throw new InputFault(file, row.line, column, 'The pair names nobody on one side.', 'Fill in both ids.')
  })
}
