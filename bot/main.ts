/** Production start: settings, wiring, listening, and a clean stop. */
import { ConfigFaults, environment, readConfig } from './config.ts'
import { loggedOf } from './domain/fault.ts'
import { wire } from './wire.ts'

/** Node would print all fields of the error and of its causes. */
process.on('uncaughtException', (error) => {
  console.error(JSON.stringify(loggedOf(error)))
  process.exit(1)
})

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
  console.error(error instanceof ConfigFaults ? error.message : JSON.stringify(loggedOf(error)))
  process.exit(1)
}
