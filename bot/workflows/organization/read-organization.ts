/**
 * Reads the organization chart from the directory: whole the first time, then only changes. Each page and the cursor that
 * follows it commit together, so a crash goes on at the next page; a failed page changes nothing and nobody. People who
 * are gone are removed only when a whole reading has seen its last page. Once a week a census comes before the changes.
 *
 * No link can stop the readings: a page link that the directory no longer takes gives way to the end of the last finished
 * round, and that one to everything anew.
 */

import {
  type OrganizationReading as Reading,
  troubleOf,
} from '../../domain/organization/organization-reading.ts'
import { wholeDirectory } from '../../domain/scheduling/calendar-watch.ts'
import type { Ports } from '../ports.ts'
import { noteBreaks } from './chart.ts'
import { isDirectoryReset, pageLinkLifeMs } from './read-links.ts'
import { takeCensusWhenDue } from './take-census.ts'

type Needs = Pick<Ports, 'store' | 'directory' | 'clock'>

/** A page link, then the end of the last round; what dies in a whole round after that is a failure. */
const mostResets = 2

export async function readOrganization({ store, directory, clock }: Needs): Promise<void> {
  // Before the reading: what is told while it goes on asks for another one.
  await store.watches.calm(wholeDirectory)
  let failure: unknown
  // A census that fails must not keep the changes away.
  await takeCensusWhenDue({ store, directory, clock }).catch((error) => {
    failure = error
  })
  try {
    await readRound({ store, directory, clock })
    await noteBreaks({ store })
  } catch (error) {
    failure = error
  }
  if (failure === undefined) return
  await store.organization.fail(troubleOf(failure))
  throw failure
}

async function readRound(needs: Needs, resets = 0): Promise<void> {
  try {
    await readPages(needs)
  } catch (error) {
    if (!isDirectoryReset(error) || resets === mostResets) throw error
    const { store, clock } = needs
    const { cursor, changesFrom } = await store.organization.reading()
    const nothingLeft = changesFrom === undefined || cursor === changesFrom
    await store.organization.begin(clock.now(), nothingLeft)
    await readRound(needs, resets + 1)
  }
}

async function readPages({ store, directory, clock }: Needs): Promise<void> {
  const before = await store.organization.reading()
  if (!isOnItsWay(before, clock.now())) {
    await store.organization.begin(clock.now(), before.changesFrom === undefined)
  }
  const { cursor, whole, startedAt } = await store.organization.reading()
  const round = { whole, startedAt: startedAt ?? clock.now() }
  for await (const page of directory.pages(cursor)) {
    await store.people.applyPage(page, { ...round, at: clock.now() })
  }
}

/** Some pages of a round are read, and the link to the next is young enough to be worth a try. */
function isOnItsWay({ cursor, cursorAt, changesFrom, startedAt }: Reading, now: Date): boolean {
  if (cursor === undefined || cursor === changesFrom || !cursorAt || !startedAt) return false
  return now.getTime() - cursorAt.getTime() <= pageLinkLifeMs
}
