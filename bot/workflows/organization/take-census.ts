/**
 * Once a week everybody is read again with their manager, for what no change has told: a manager or a field that was
 * cleared, a manager left out, somebody who is gone. Each page commits with the link that follows it, so a crash goes on
 * at the next page. The changes are read after it and have the last word.
 */
import { Fault } from '../../domain/fault.ts'
import type { Census, OrganizationReading } from '../../domain/organization/organization-reading.ts'
import { weekMs } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { isDirectoryReset, pageLinkLifeMs } from './read-links.ts'

type Needs = Pick<Ports, 'store' | 'directory' | 'clock'>

/** So many are asked about one by one, 20 a request; more missing people than that are a list that ended early. */
const mostMissing = 1000

/** The list of everybody lacks more people than can be asked about at once; the others stay as they are known. */
export class CensusIncomplete extends Fault {
  override readonly name = 'CensusIncomplete'
  readonly code = 'census-incomplete'
}

export async function takeCensusWhenDue({ store, directory, clock }: Needs): Promise<void> {
  const reading = await store.organization.reading()
  if (!isDue(reading, clock.now())) return
  try {
    await takeCensus({ store, directory, clock }, youngOf(reading.census, clock.now()))
  } catch (error) {
    if (!isDirectoryReset(error)) throw error
    await takeCensus({ store, directory, clock })
  }
}

function isDue({ whole, changesFrom, wholeAt }: OrganizationReading, now: Date): boolean {
  if (whole || changesFrom === undefined) return false
  return !wholeAt || now.getTime() - wholeAt.getTime() > weekMs
}

/** One that can go on; without a link it read its last page, or none, and begins again. */
function youngOf(census: Census | undefined, now: Date): Census | undefined {
  if (!census?.next || now.getTime() - census.at.getTime() > pageLinkLifeMs) return undefined
  return census
}

async function takeCensus({ store, directory, clock }: Needs, begun?: Census): Promise<void> {
  const startedAt = begun?.startedAt ?? clock.now()
  if (!begun) await store.organization.beginCensus(startedAt)
  for await (const page of directory.census(begun?.next)) {
    await store.people.applyCensusPage(page, { startedAt, at: clock.now() })
  }
  const missing = await store.people.unseenSince(startedAt, mostMissing + 1)
  const gone = await directory.goneAmong(missing.slice(0, mostMissing))
  const isWhole = missing.length <= mostMissing
  await store.people.endCensus(gone, { at: clock.now(), isWhole })
  if (!isWhole) {
    throw new CensusIncomplete(
      `The directory listed everybody without more than ${mostMissing} people who were there before.`,
    )
  }
}
