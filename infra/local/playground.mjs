// `npm run dev:playground`: the same service with bot authentication off, on loopback only, in Microsoft 365 Agents Playground.
import { ensure } from './ensure.mjs'

ensure()
const { runTogether } = await import('./children.mjs')
const port = process.env.PORT ?? '3978'
console.log('Agents Playground opens on http://localhost:56150 once the service is ready.')
runTogether(
  ['node_modules/tsx/dist/cli.mjs', 'bot/playground.ts', ...process.argv.slice(2)],
  [
    'node_modules/@microsoft/m365agentsplayground/cli.js',
    'start',
    '-e',
    `http://localhost:${port}/api/messages`,
    '-c',
    'msteams',
    '-p',
    '56150',
    '--disable-telemetry',
  ],
)
