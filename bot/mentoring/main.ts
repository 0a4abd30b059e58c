/**
 * `npm run --silent mentoring -- COMMAND`: pairing for people who work with files. Exit code 0, 1 (the answer is no) or
 * 2 (bad input, named with file, line, column and what to do).
 */
import { systemClock } from '../clock.ts'
import { asksForHelp, UsageFault } from '../command-line.ts'
import { utcDate } from '../domain/span.ts'
import { InputFault } from '../files/input-fault.ts'
import { check } from './check-command.ts'
import type { Io } from './io.ts'
import { pair } from './pair.ts'
import { solve } from './solve.ts'

const usage = `Usage:
  mentoring pair  --people FILE [--rules FILE] [--ratings FILE] [--rankings FILE] [--pins FILE]
                  [--seed N] [--today DATE] --out DIR
  mentoring solve --edges FILE [--capacities FILE] [--objective pairs|people] [--out FILE]
  mentoring check --people FILE --pairings FILE [--rules FILE] [--seed N] [--today DATE]
  mentoring doctor [--env FILE] ...   what a machine can say about a tenant: docs/first-tenant.md
The files are described in docs/people-file.md.
`

export async function run(argv: string[], io: Io): Promise<number> {
  const [command, ...rest] = argv
  const today = utcDate(systemClock.now())
  if (command === 'help' || asksForHelp(argv)) {
    io.stdout.write(usage)
    return 0
  }
  try {
    if (command === 'pair') return pair(rest, io, today)
    if (command === 'solve') return solve(rest, io)
    if (command === 'check') return check(rest, io, today)
    if (command === undefined) {
      io.stdout.write(usage)
      return 2
    }
    throw new UsageFault(`There is no command "${command}".`)
  } catch (fault) {
    if (fault instanceof UsageFault) {
      io.stderr.write(`${fault.message}\n${usage}`)
      return 2
    }
    if (!(fault instanceof InputFault)) throw fault
    io.stderr.write(`${fault.message}\n`)
    return 2
  }
}
