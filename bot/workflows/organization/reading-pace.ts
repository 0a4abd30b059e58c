/** How soon the chart is read again: by what Graph tells of the directory, if it does. */

import { nextReadingAt, type ReadingPace } from '../../domain/organization/organization-reading.ts'
import { isLive, wholeDirectory } from '../../domain/scheduling/calendar-watch.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

/** Graph tells when somebody changes: `isTold`. Where it did and stopped, the last that it told is read all the same. */
export async function readingPace({ store, clock }: Needs): Promise<{ pace: ReadingPace; isTold: boolean }> {
  const watch = await store.watches.get(wholeDirectory)
  const isTold = watch !== undefined && isLive(watch, clock.now())
  return { isTold, pace: watch?.stirred ? 'stirred' : isTold ? 'told' : 'nightly' }
}

export async function readChartWhenDue({ store, clock, jobs }: Needs & Pick<Ports, 'jobs'>): Promise<void> {
  const { pace } = await readingPace({ store, clock })
  const dueAt = nextReadingAt(await store.organization.reading(), pace)
  if (dueAt && clock.now() > dueAt) await jobs.add('read-organization', {})
}
