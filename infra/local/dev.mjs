// `npm run dev`: the demo tenant, restarted when a source of the service changes, the pages rebuilt when theirs do.
import { ensure } from './ensure.mjs'

ensure()
const [{ build }, { runTogether }] = await Promise.all([import('./build.mjs'), import('./children.mjs')])
await build()
const vite = ['node_modules/vite/bin/vite.js', 'build', '--watch', '--logLevel', 'warn', '--config']
runTogether(
  [...vite, 'tab/vite.config.ts'],
  [...vite, 'bot/demo/page/vite.config.ts'],
  [
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    'bot/demo/start.ts',
    ...process.argv.slice(2),
  ],
)
