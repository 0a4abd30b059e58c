/**
 * The product as a process of its own, to be killed. Wired as for `npm start`; says `ready` when it works, and after that
 * once a second how many holds, cards and posts are still open.
 */
import { environment, readConfig } from '../../bot/config.ts'
import { wire } from '../../bot/wire.ts'
import type { Ports } from '../../bot/workflows/ports.ts'

const settings = JSON.parse(environment['SETTINGS'] ?? '{}') as Record<string, string>
const leaseMs = Number(environment['LEASE_MS'])

const service = await wire({ ...readConfig(settings, { strict: false }), leaseMs })
await service.listen()
await service.tick()
console.log('ready')
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await service.tick()
  console.log(`open ${await countOpen(service.ports)}`)
}

async function countOpen({ store, clock }: Ports): Promise<number> {
  const later = new Date(clock.now().getTime() + 86_400_000)
  const holds = await store.holds.stranded(later)
  const releases = await store.holds.unreleased(later)
  const notices = await store.notices.stranded({ before: later, leaseMs: -86_400_000 }, 10_000)
  const summaries = await store.summaries.unpublished()
  return holds.length + releases.length + notices.length + summaries.length
}
