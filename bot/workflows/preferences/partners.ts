/** Whom somebody may be paired with, as they themselves may see it: everybody allowed, and no word about the others. */
import type { Participant } from '../../domain/enrolment/participant.ts'
import { foldText } from '../../domain/fold-text.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import type { FoundPartners } from '../../domain/pairing/matching-questions.ts'
import { choosingStages } from '../../domain/preferences/preference.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import { effectiveWays, type Ways } from '../../domain/program/ways-to-match.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { loadMatching } from '../pairing/matching-input.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'matcher'>

/**
 * `only`: of these alone. `described`: so many of the best with their reasons.
 * @throws ExclusionsUnreadable: rather nobody than somebody who must not be met; Busy when too many look at once
 */
export async function partnersAround(
  { store, clock, matcher }: Needs,
  cohortId: CohortId,
  personId: PersonId,
  { only, described = 0 }: { only?: readonly PersonId[]; described?: number } = {},
): Promise<FoundPartners> {
  const { input } = await loadMatching({ store, clock }, cohortId, { seed: 0, around: personId })
  return matcher.ask({ ask: 'partners', input, personId, described, ...(only ? { only } : {}) })
}

export interface Chooser {
  cohort: Cohort
  ways: Ways
  participant: Participant
}

/** Somebody who takes part, or asked to, in a Cohort that is not over. */
export async function chooserIn(
  { store }: Pick<Ports, 'store'>,
  cohortId: CohortId,
  personId: PersonId,
): Promise<Chooser | Refusal> {
  const cohort = await store.cohorts.get(cohortId)
  if (!cohort || cohort.stage === 'draft') return refuse('not-found')
  if (!choosingStages.includes(cohort.stage)) return refuse('stage-out-of-order', { stage: cohort.stage })
  const participant = await store.participants.of(cohortId, personId)
  const { state } = participant ?? {}
  if (!participant || (state !== 'applied' && state !== 'approved')) return refuse('not-taking-part')
  return { cohort, ways: effectiveWays(cohort.matching.ways), participant }
}

export const mostSuggested = 20

export interface Suggestion {
  person: Person
  topics: string[]
  parts: FoundPartners['described'][number]['parts']
}

/** The best partners, or those whose name, title or unit has every word of `text`, the best of them first. */
export async function suggestPartners(
  ports: Needs,
  cohortId: CohortId,
  personId: PersonId,
  text = '',
): Promise<{ people: Suggestion[]; more: boolean } | Refusal> {
  const { store } = ports
  const chooser = await chooserIn(ports, cohortId, personId)
  if ('refused' in chooser) return chooser
  const words = foldText(text).split(/\s+/).filter(Boolean)
  const only = words.length > 0 ? await named(ports, cohortId, words) : undefined
  const found = await partnersAround(ports, cohortId, personId, {
    described: mostSuggested,
    ...(only ? { only } : {}),
  })
  const people = await store.people.many(found.described.map(({ id }) => id))
  return {
    people: found.described.flatMap(({ id, ...why }) => {
      const person = people.get(id)
      return person ? [{ person, ...why }] : []
    }),
    more: found.ids.length > mostSuggested,
  }
}

/** Whoever of the Cohort has all these words in name, title or unit. */
async function named({ store }: Needs, cohortId: CohortId, words: string[]): Promise<PersonId[]> {
  const ids = (await store.participants.list(cohortId)).map(({ personId }) => personId)
  return [...(await store.people.many(ids)).values()]
    .filter((person) => words.every((word) => searchable(person).includes(word)))
    .map(({ id }) => id)
}

function searchable({ displayName, jobTitle, department }: Person): string {
  return foldText([displayName, jobTitle, department].filter(Boolean).join(' '))
}
