/** What stands in every agreement of a Program, by versions. */
import { type CohortId, rulesChanged } from '../../domain/program/program.ts'
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

/**
 * What the later of two versions says differently, in the language that its reader gets: against the earlier one in that same
 * language, so that a text the Program wrote in English alone does not look new from the first word to the last.
 */
export async function sentencesChanged(
  ports: Needs,
  cohortId: CohortId,
  { from, to }: { from: number; to: number },
  language: Language,
): Promise<{ added: string[]; dropped: string[] }> {
  const programId = await programOf(ports, cohortId)
  const at = (version: number, inLanguage: Language) =>
    contentOf(ports, programId, 'agreement', 'standing', inLanguage, version)
  const now = await at(to, language)
  const was = await at(from, now.language)
  return rulesChanged(was.body.sentences, now.body.sentences)
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
