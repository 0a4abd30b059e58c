// `npm run bench -- matching`: measures one thing and prints a table; without a name, each in turn.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensure, root } from './ensure.mjs'

ensure()
const folder = join(root, 'test/bench')
const known = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -3))
  : []
const [name, ...args] = process.argv.slice(2)
if (name === '--help') {
  console.log(`Usage: npm run bench -- [NAME [what that one measures]]\nNames: ${known.join(', ')}`)
  process.exit(0)
}
if (name && !known.includes(name)) {
  console.error(`There is no measurement "${name}". There are: ${known.join(', ') || 'none yet'}.`)
  process.exit(2)
}
const { build, bundleProgram } = await import('./build.mjs')
let failed = 0
for (const each of name ? [name] : known) {
  const options = { cwd: root, stdio: 'inherit' }
  const ran = spawnSync(process.execPath, ['--expose-gc', ...(await programOf(each)), ...args], options)
  if (ran.status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)

/** Computing is measured in one file, as the programs run: loaded from its sources it is an eighth slower, see `build.mjs`. */
async function programOf(measurement) {
  const entry = `test/bench/${measurement}.ts`
  if (measurement !== 'matching') return ['--import', 'tsx', entry]
  await build()
  const out = `dist/bench/${measurement}.js`
  await bundleProgram({ entry, out })
  return [out]
}
