// `npm run package`: see package.ts. This starter lets plain Node run it on a fresh clone.
import { ensure } from '../infra/local/ensure.mjs'

ensure()
const { register } = await import('tsx/esm/api')
register()
const { run } = await import('./package.ts')
const output = { say: console.log, complain: console.error }
process.exitCode = await run(process.argv.slice(2), process.env, output)
