// `npm run words`: every text that people read, in its languages beside each other; `npm run words -- sponsor` only where that stands.
import { spawnSync } from 'node:child_process'
import { ensure, root } from './ensure.mjs'

ensure()
const program = ['--import', 'tsx', 'test/support/print-words.ts', ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' }).status ?? 1)
