/** The product as a process of its own that serves: says on a line `port N` when it listens, and logs like production. */
import { environment, readConfig } from '../../bot/config.ts'
import { wire } from '../../bot/wire.ts'

const settings = JSON.parse(environment['SETTINGS'] ?? '{}') as Record<string, string>
const service = await wire({ ...readConfig(settings, { strict: false }), leaseMs: 3000 })
const { port } = await service.listen()
console.log(`port ${port}`)
