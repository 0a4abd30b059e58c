/**
 * Reads the organization chart from the directory: whole the first time, then only changes. Each page and the cursor that
 * follows it commit together, so a crash goes on at the next page; a failed page changes nothing and nobody. People who
 * are gone are removed only when a whole reading has seen its last page.
 */
import { tellingOf } from '../domain/fault.ts'
import { noteBreaks } from './chart.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'directory' | 'clock'>

export async function readOrganization({ store, directory, clock }: Needs): Promise<void> {
  try {
    await readPages({ store, directory, clock })
  } catch (error) {
    if (!isReset(error)) {
      await store.organization.fail(tellingOf(error), clock.now())
      throw error
    }
    // The cursor is older than the directory remembers: everything anew, and absence tells who is gone.
    await store.organization.begin(clock.now(), true)
    await readPages({ store, directory, clock }).catch(async (failure) => {
      await store.organization.fail(tellingOf(failure), clock.now())
      throw failure
    })
  }
  await noteBreaks({ store })
}

async function readPages({ store, directory, clock }: Needs): Promise<void> {
  const before = await store.organization.reading()
  const resumes = before.whole && before.cursor !== undefined && before.startedAt !== undefined
  if (!resumes) await store.organization.begin(clock.now(), before.cursor === undefined)
  const { cursor, whole, startedAt } = await store.organization.reading()
  const round = { whole, startedAt: startedAt ?? clock.now() }
  for await (const page of directory.pages(cursor)) {
    await store.people.applyPage(page, { ...round, at: clock.now() })
  }
}

function isReset(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: string }).code === 'directory-reset'
}
