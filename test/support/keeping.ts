/** Pairs that are booked, and what people do to their Sessions in Outlook. */
import type { Pairing } from '../../bot/domain/pairing/pairing.ts'
import type { BookedHold } from '../../bot/domain/scheduling/hold.ts'
import type { Session } from '../../bot/domain/scheduling/session.ts'
import { catalog } from '../../bot/jobs/catalog.ts'
import type { JobName, Ports } from '../../bot/workflows/ports.ts'
import { approveAll, enrolCompany, openCohort, type Product, proposeAll, startProduct } from './product.ts'

export interface Booked {
  pairing: Pairing
  hold: BookedHold
  sessions: Session[]
}

/** A Cohort whose Holds are in Outlook; every pair that has one. */
export async function bookedProduct(
  size: Parameters<typeof startProduct>[0] = {},
): Promise<{ product: Awaited<ReturnType<typeof startProduct>>; cohortId: string; booked: Booked[] }> {
  const product = await startProduct({ people: 220, mentors: 14, mentees: 8, ...size })
  const cohortId = await openCohort(product, { cadenceWeeks: 3, sessions: 4 })
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  return { product, cohortId, booked: await bookedPairs(product, cohortId) }
}

export async function bookedPairs({ ports }: Product, cohortId: string): Promise<Booked[]> {
  const booked: Booked[] = []
  for (const hold of await ports.store.holds.list(cohortId)) {
    const pairing = await ports.store.pairings.get(hold.pairingId)
    if (hold.state !== 'booked' || hold.dates || pairing?.state !== 'active') continue
    booked.push({ pairing, hold, sessions: await ports.store.sessions.ofPairing(pairing.id) })
  }
  return booked
}

/** Does the jobs of these names and leaves the others waiting, until none of them is left. */
export async function runOnly(product: Product, ...names: JobName[]): Promise<unknown[]> {
  const failures: unknown[] = []
  for (;;) {
    const at = product.waiting.findIndex((job) => names.includes(job.name))
    if (at < 0) return failures
    const [job] = product.waiting.splice(at, 1)
    const { run } = catalog[job!.name] as { run: (ports: Ports, payload: unknown) => Promise<unknown> }
    await run(product.ports, job!.payload).catch((error: unknown) => failures.push(error))
  }
}

/** Both people's calendars as Outlook shows them: events of ours, by start, that stand. */
export async function outlookOf({ ports }: Product, { hold, pairing }: Booked) {
  const { organizerId } = hold.booking
  const graph = ports.calendar
  const series = await graph.seriesNow(hold.booking)
  const inSeries =
    series === 'gone' || !series.isListed ? [] : series.occurrences.map(({ start }) => start.toISOString())
  const singles = []
  for (const { eventId } of await ports.store.sessions.ofPairing(pairing.id)) {
    const now = eventId ? await graph.singleNow({ organizerId, eventId }) : undefined
    if (now && now !== 'gone' && now.isListed) singles.push(now.start.toISOString())
  }
  return [...inSeries, ...singles].sort()
}

/** Events in the demo tenant that carry a key of this Hold, whoever wrote them: the organizer's copies. */
export function keysInOutlook({ tenant }: Product, { hold }: Booked): string[] {
  return [...tenant.state.events.values()]
    .flatMap(({ transactionId }) => (transactionId?.startsWith(`${hold.id}.`) ? [transactionId] : []))
    .sort()
}

export const sessionNow = async ({ ports }: Product, { id }: Session): Promise<Session> =>
  (await ports.store.sessions.get(id))!

/** What a card of that kind said to somebody, the latest first. */
export async function toldOf({ ports }: Product, personId: string, kind: string) {
  return (await ports.store.notices.ofPerson(personId)).filter(({ notice }) => notice.kind === kind)
}
