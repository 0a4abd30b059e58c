// Builds the Teams package offline and refuses to write one that Teams or Outlook would refuse.
import { mkdirSync, writeFileSync } from 'node:fs'
import { assemble, exampleValues } from './assemble.ts'
import { checkPackage } from './check.ts'
import { readEnvFile, type Values } from './fill.ts'
import { writeIcons } from './icons.ts'
import { schemaFaults } from './schema.ts'
import { zip } from './zip.ts'

const here = new URL('./', import.meta.url)

type Output = { say: (line: string) => void; complain: (line: string) => void }

/**
 * `npm run package -- [--env NAME] [--example] [--icons] [NAME=VALUE ...]`. Exit code 0, 1 (the package has faults) or 2
 * (values are missing). Writes manifest/build/mentoring-NAME.zip.
 */
export async function run(
  args: readonly string[],
  environment: Values,
  { say, complain }: Output,
): Promise<number> {
  if (args.includes('--icons')) writeIcons(here)
  const example = args.includes('--example')
  const named = args.includes('--env') ? args[args.indexOf('--env') + 1] : undefined
  const envName = example ? 'example' : (named ?? 'dev')
  const given = Object.fromEntries(
    args.filter((arg) => /^[A-Z0-9_]+=/.test(arg)).map((arg) => arg.split(/=(.*)/s).slice(0, 2)),
  )
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
