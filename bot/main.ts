/** Production start: settings, wiring, listening, and a clean stop. */
import { ConfigFaults, environment, readConfig } from './config.ts'
import { wire } from './wire.ts'

try {
  const service = await wire(readConfig(environment, { strict: true }))
  await service.listen()
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
