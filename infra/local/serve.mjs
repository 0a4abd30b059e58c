// `npm run serve`: production. Builds first where the tools to build are installed, else expects the build to be there.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeTooOld, root } from './ensure.mjs'
import { stale } from './parts.mjs'

const old = nodeTooOld(process.versions.node)
if (old) stop(old)
if (
  existsSync(join(root, 'node_modules/esbuild')) &&
  existsSync(join(root, 'bot/main.ts')) &&
  stale().length > 0
) {
  const { build } = await import('./build.mjs')
  await build({ say: console.error }).catch((fault) => stop(fault.message)) // stdout belongs to the service's log
}
const program = join(root, 'dist/bot/main.js')
if (!existsSync(program))
  stop('There is no build. Run "npm ci --include=dev" and "npm run build" first, or use the container image.')
process.setSourceMapsEnabled(true)
process.argv[1] = program
await import(pathToFileURL(program).href)

function stop(message) {
  console.error(message)
  process.exit(1)
}
