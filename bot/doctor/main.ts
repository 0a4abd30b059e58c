/**
 * `npm run --silent mentoring -- doctor`: what a machine can say about the tenant that the settings name. Exit code 0, 1
 * (something is not ok) or 2 (the question itself is wrong, or no settings could be read).
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { asksForHelp, type Options, readOptions, UsageFault } from '../command-line.ts'
import { type Config, ConfigFaults, environment, readConfig } from '../config.ts'
import { examine } from './examine.ts'
import { type Finding, notOk, ok, report } from './finding.ts'

interface Io {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
  cwd: string
}

const usage = `Usage:
  mentoring doctor [--env FILE] [--mailbox ID] [--outside ID] [--write] [--json]
--env FILE     the service's settings, one NAME=VALUE a line; without it, the environment
--mailbox ID   a mailbox inside the calendar scope: the program's, or somebody's who takes part
--outside ID   one outside of it, which must be refused
--write        also make a subscription and delete it; all else only reads
The list that it goes through is docs/first-tenant.md.
`

const known = { env: 'text', mailbox: 'text', outside: 'text', write: 'flag', json: 'flag' } as const

export async function run([, ...argv]: string[], io: Io): Promise<number> {
  if (asksForHelp(argv)) {
    io.stdout.write(usage)
    return 0
  }
  try {
    return await answer(readOptions(argv, known), io)
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault
    io.stderr.write(`${fault.message}\n${usage}`)
    return 2
  }
}

async function answer(asked: Options<typeof known>, io: Io): Promise<number> {
  const { env, json = false, ...wishes } = asked
  const settings = settingsOf(env, io.cwd)
  if (settings === undefined) {
    io.stderr.write(`--env: ${env} cannot be read.\n`)
    return 2
  }
  const { findings: first, config } = readSettings(settings)
  const findings = config ? [...first, ...(await examine(config, wishes))] : first
  const { text, exitCode } = report(findings, json)
  io.stdout.write(text)
  return config ? exitCode : 2
}

function settingsOf(file: string | undefined, cwd: string): Record<string, string | undefined> | undefined {
  if (file === undefined) return environment
  try {
    return parseEnv(readFileSync(resolve(cwd, file), 'utf8'))
  } catch {
    return undefined
  }
}

/** By the rules of production; where only those are broken, the rest is looked at all the same. */
export function readSettings(env: Record<string, string | undefined>): {
  findings: Finding[]
  config?: Config
} {
  try {
    return { config: readConfig(env, { strict: true }), findings: [{ item: 'settings', ...ok() }] }
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error
    const findings = error.faults.map(({ setting, problem }) => ({
      item: `setting ${setting}`,
      ...notOk(problem, 'docs/deploy.md explains each setting'),
    }))
    try {
      return { findings, config: readConfig(env, { strict: false }) }
    } catch {
      return { findings }
    }
  }
}
