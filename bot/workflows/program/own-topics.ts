/** Topics that a Program has beside the bank: who may choose which, and what they are called. */
import type { ProgramId } from '../../domain/program/program.ts'
import { type Language, languages } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { contentFrom, lockContent } from './content.ts'

type Needs = Pick<Ports, 'store'>

export interface OwnTopic {
  key: string
  retired: boolean
  names: Record<Language, string>
}

const isOwn = (key: string) => key.startsWith('own-')

export async function ownTopics({ store }: Needs, programId: ProgramId): Promise<OwnTopic[]> {
  const versions = await store.contents.versions(programId, 'topics', 'own')
  const inEach = languages.map(
    (language) => [language, contentFrom(versions, 'topics', 'own', language).body.topics] as const,
  )
  return inEach[0]![1].map(({ key, retired, name }) => ({
    ...{ key, retired },
    names: Object.fromEntries(
      inEach.map(([language, all]) => [language, all.find((one) => one.key === key)?.name ?? name]),
    ) as Record<Language, string>,
  }))
}

/** What a topic of these is called, by language; those of the bank have their names in the language files. */
export async function topicNames(
  ports: Needs,
  programId: ProgramId,
  keys: readonly string[],
): Promise<Record<string, Record<Language, string>>> {
  if (!keys.some(isOwn)) return {}
  const known = await ownTopics(ports, programId)
  return Object.fromEntries(
    known.filter(({ key }) => keys.includes(key)).map(({ key, names }) => [key, names]),
  )
}

/** Of what speaks for two people: the topics in it. */
export async function topicNamesIn(
  ports: Needs,
  cohortId: string,
  parts: readonly { detail?: Record<string, string | number> }[],
): Promise<{ topicNames?: Record<string, Record<string, string>> }> {
  const keys = parts.flatMap(({ detail }) => String(detail?.['topics'] ?? '').split(/,\s*/))
  if (!keys.some(isOwn)) return {}
  const cohort = await ports.store.cohorts.get(cohortId)
  const names = await topicNames(ports, cohort?.programId ?? '', keys)
  return Object.keys(names).length > 0 ? { topicNames: names } : {}
}

/**
 * Whether all of them are there to be chosen: a retired one only for whoever had it before. Until the transaction ends none of
 * them goes. Joins an open transaction.
 */
export async function mayChooseTopics(
  { store }: Needs,
  programId: ProgramId,
  wanted: readonly { topic: string }[],
  had: readonly { topic: string }[] = [],
): Promise<boolean> {
  const own = wanted.filter(({ topic }) => isOwn(topic))
  if (own.length === 0) return true
  await lockContent(store, programId, 'topics', 'own')
  const known = await ownTopics({ store }, programId)
  return own.every(({ topic }) => {
    const one = known.find(({ key }) => key === topic)
    return one !== undefined && (!one.retired || had.some((before) => before.topic === topic))
  })
}
