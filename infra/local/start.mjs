// `npm start`: the demo tenant on this machine, from a fresh clone. Arguments go through: --fresh, --people FILE, --port N.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensure, root } from './ensure.mjs'
import { stale } from './parts.mjs'

ensure()
if (stale().length > 0) {
  const { build } = await import('./build.mjs')
  await build().catch((fault) => {
    console.error(fault.message)
    process.exit(1)
  })
}
const program = join(root, 'dist/demo/start.js')
if (!existsSync(program)) {
  console.error('There is no demo tenant to start: bot/demo/start.ts is missing.')
  process.exit(1)
}
console.log('Starting the demo tenant ...')
// In this process, not a child: one process to stop, and a signal reaches it directly.
process.setSourceMapsEnabled(true)
process.argv[1] = program
await import(pathToFileURL(program).href)
