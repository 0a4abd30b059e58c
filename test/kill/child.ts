/**
 * The product as a process of its own, to be killed. Wired as for `npm start`, with its pauses shortened; says `ready` when it works, and after that
 * four times a second how many holds, cards and posts are still open.
 */
import { environment, readConfig } from '../../bot/config.ts'
import { wire } from '../../bot/wire.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { hurried } from '../support/hurried.ts'

const settings = JSON.parse(environment['SETTINGS'] ?? '{}') as Record<string, string>
const leaseMs = Number(environment['LEASE_MS'])

const service = await wire({ ...readConfig(settings, { strict: false }), leaseMs }, { time: hurried })
await service.listen()
await service.tick()
console.log('ready')
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 250))
  await service.tick()
  console.log(`open ${await countOpen(service.ports)}`)
}

async function countOpen({ store }: Ports): Promise<number> {
  const summaries = await store.summaries.unpublished()
  return (await openHolds(store)) + (await openNotices(store)) + summaries.length
}

/** To anybody of a pair, held for the app or not, and whether or not a worker has it. */
async function openNotices(store: Ports['store']): Promise<number> {
  const people = new Set<string>()
  for (const { id } of await store.cohorts.list())
    for (const { mentorId, menteeId } of await store.pairings.list(id)) people.add(mentorId).add(menteeId)
  let open = 0
  for (const personId of people) {
    const notices = await store.notices.ofPerson(personId)
    open += notices.filter(({ state }) => state === 'waiting' || state === 'sending').length
  }
  return open
}

/** To be booked, or of a pair that is over and still in Outlook; whether or not a worker has it, who may be dead. */
async function openHolds(store: Ports['store']): Promise<number> {
  let open = 0
  for (const { id } of await store.cohorts.list()) {
    for (const { state, pairingId } of await store.holds.list(id)) {
      const isOver = ['completed', 'ended', 'declined'].includes(
        (await store.pairings.get(pairingId))?.state ?? '',
      )
      if (state === 'requested' || (isOver && state !== 'released')) open += 1
    }
  }
  return open
}
