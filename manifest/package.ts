// Builds the Teams package offline and refuses to write one that Teams or Outlook would refuse.
import { mkdirSync, writeFileSync } from 'node:fs'
import { asksForHelp, readWithRest, UsageFault } from '../bot/command-line.ts'
import { assemble, exampleValues } from './assemble.ts'
import { checkPackage } from './check.ts'
import { readEnvFile, type Values } from './fill.ts'
import { writeIcons } from './icons.ts'
import { schemaFaults } from './schema.ts'
import { zip } from './zip.ts'

const here = new URL('./', import.meta.url)
/** Served beside the tab, at its address. */
const tabPublic = new URL('../tab/public/', here)

type Output = { say: (line: string) => void; complain: (line: string) => void }

const usage = 'Usage: npm run package -- [--env NAME] [--example] [--icons] [NAME=VALUE ...]'

/** Exit code 0, 1 (the package has faults) or 2 (values are missing). Writes manifest/build/mentoring-NAME.zip. */
export async function run(args: readonly string[], environment: Values, output: Output): Promise<number> {
  if (asksForHelp(args)) {
    output.say(usage)
    return 0
  }
  try {
    return await build(wishesOf(args), environment, output)
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault
    output.complain(`${fault.message}\n${usage}`)
    return 2
  }
}

type Wishes = { env?: string; example?: boolean; icons?: boolean; given: Values }

function wishesOf(args: readonly string[]): Wishes {
  const { options, rest } = readWithRest(args, { env: 'text', example: 'flag', icons: 'flag' })
  const odd = rest.find((word) => !/^[A-Z0-9_]+=/.test(word))
  if (odd !== undefined) throw new UsageFault(`"${odd}" is neither an option nor NAME=VALUE.`)
  return { ...options, given: Object.fromEntries(rest.map((word) => word.split(/=(.*)/s).slice(0, 2))) }
}

async function build(
  { env: named = 'dev', example = false, icons, given }: Wishes,
  environment: Values,
  { say, complain }: Output,
): Promise<number> {
  if (icons) writeIcons(here, tabPublic)
  const envName = example ? 'example' : named
  const stored = example ? exampleValues : readEnvFile(new URL(`../env/.env.${envName}`, here))
  const { manifest, files, missing } = assemble(here, { ...environment, ...stored, ...given })
  if (missing.length > 0) {
    complain(
      `No value for ${missing.join(', ')}. Fill env/.env.${envName} (docs/deploy.md says how), or add NAME=VALUE.`,
    )
    return 2
  }
  const faults = [...(await schemaFaults(manifest)), ...checkPackage(manifest, files)]
  for (const fault of faults) complain(fault)
  if (faults.length > 0) return 1
  const out = new URL(`build/mentoring-${envName}.zip`, here)
  mkdirSync(new URL('build/', here), { recursive: true })
  const archive = zip([...files].map(([file, data]) => ({ name: file, data })))
  writeFileSync(out, archive)
  say(
    `manifest/build/mentoring-${envName}.zip: ${files.size} files, ${archive.length} bytes, no faults${example ? ' (example values: for checking, not for upload)' : ''}.`,
  )
  return 0
}
