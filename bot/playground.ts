/**
 * `npm run dev:playground`: the same service for Microsoft 365 Agents Playground, which has no tokens to give. With
 * authentication off anybody who reaches the port speaks as anybody, so this start refuses every address but loopback.
 */
import { ConfigFaults, environment, readConfig } from './config.ts'
import { isLoopback } from './messages/admission.ts'
import { wire } from './wire.ts'

/** Nobody's tenant: the playground brings people of its own. Graph and sign-in point where nobody listens. */
const nowhere = {
  TENANT_ID: '00000000-0000-4000-8000-000000000001',
  CLIENT_ID: '00000000-0000-4000-8000-000000000002',
  CLIENT_SECRET: 'none',
  BOT_ID: '00000000-0000-4000-8000-000000000003',
  AUTHORITY_ADDRESS: 'http://127.0.0.1:9',
  GRAPH_ADDRESS: 'http://127.0.0.1:9',
  DATA_DIR: '.data/playground',
  HOST: '127.0.0.1',
}

function playgroundConfig(env: Record<string, string | undefined>) {
  const config = readConfig(
    {
      ...nowhere,
      PUBLIC_URL: `http://localhost:${env['PORT'] ?? '3978'}`,
      ...env,
      BOT_TYPE: 'off',
      BOT_SECRET: '',
      BOT_SERVICE_HOSTS: 'localhost,127.0.0.1',
      ANSWERED_HOSTS: 'localhost,127.0.0.1,[::1]',
    },
    { strict: false },
  )
  if (!isLoopback(config.host)) {
    const problem = `is ${config.host}, and bot authentication is off: only 127.0.0.1 or ::1 may be listened on`
    throw new ConfigFaults([{ setting: 'HOST', problem }])
  }
  return config
}

try {
  const service = await wire(playgroundConfig(environment))
  const { port } = await service.listen()
  console.log(`The bot listens on http://localhost:${port}/api/messages, for this machine only.`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      service.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
} catch (error) {
  if (!(error instanceof ConfigFaults)) throw error
  console.error(error.message)
  process.exit(1)
}
