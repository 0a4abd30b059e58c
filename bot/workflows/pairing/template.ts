/** What stands in every agreement of a Program, by versions. */
import type { CohortId } from '../../domain/program/program.ts'
import type { Language } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { contentOf } from '../program/content.ts'

type Needs = Pick<Ports, 'store'>

async function programOf({ store }: Needs, cohortId: CohortId) {
  return (await store.cohorts.get(cohortId))?.programId ?? ''
}

/** The newest, which new drafts take. */
export async function templateOf(ports: Needs, cohortId: CohortId): Promise<number> {
  return (await contentOf(ports, await programOf(ports, cohortId), 'agreement', 'standing', 'en')).version
}

/** As that version had it. */
export async function sentencesOf(
  ports: Needs,
  cohortId: CohortId,
  version: number,
  language: Language,
): Promise<string[]> {
  const programId = await programOf(ports, cohortId)
  return (await contentOf(ports, programId, 'agreement', 'standing', language, version)).body.sentences
}
