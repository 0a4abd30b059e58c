/** When a Cohort closes, the first of its communications staff finds a Summary drafted: its figures in the product's words, no others. */
import type { CohortId } from '../../domain/program/program.ts'
import { writerOf } from '../program/summary-writer.ts'
import { draftSummary } from './write-summary.ts'

type Needs = Parameters<typeof draftSummary>[0]

/** Not beside a draft that somebody is at; done again it finds its own. */
export async function draftAtClose(ports: Needs, cohortId: CohortId): Promise<void> {
  const { store } = ports
  await store.transaction(async () => {
    await store.lock(`draft-at-close.${cohortId}`)
    const cohort = await store.cohorts.get(cohortId)
    if (cohort?.stage !== 'closed') return
    const writer = await writerOf(ports, cohort.programId)
    const person = writer === undefined ? undefined : await store.people.get(writer)
    if (!person || (await store.summaries.list(cohortId)).some(({ state }) => state === 'drafted')) return
    await draftSummary(ports, cohortId, person.preferredLanguage ?? 'en', person.id)
  })
}
