/**
 * What a Program has beside its plan, in a new one: its texts as they read now, its settings, and its people, who are asked anew.
 * Sponsor, stand-in, challenge and name are the new one's own, and nobody who takes part goes over.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { withKeysRenamed } from '../../domain/program/content.ts'
import { schedulingFrom } from '../../domain/program/next-cohort.ts'
import { organizersOf, type Part } from '../../domain/program/part.ts'
import type { Cohort, Objective, Program, ProgramId } from '../../domain/program/program.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { askUnderLock } from './hand-over.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

/** New names for the topics that a Program has of its own: two Programs call theirs as they like, without each other. */
export type TopicKeys = ReadonlyMap<string, string>

export const settingsFrom = ({ scheduling, matching }: Cohort, startsOn: string) => ({
  scheduling: schedulingFrom(scheduling, startsOn),
  matching,
})

export const objectivesWith = (objectives: readonly Objective[], keys: TopicKeys): Objective[] =>
  objectives.map(({ text, topics }) => ({ text, topics: topics.map((key) => keys.get(key) ?? key) }))

/** The newest of each text in each language. Versions begin anew, in the order in which they were written. */
export async function copyTexts(
  { store, clock, chance }: Needs,
  from: ProgramId,
  to: ProgramId,
  by: PersonId,
): Promise<TopicKeys> {
  const keys = new Map<string, string>()
  const renamed = (key: string) => {
    const known = keys.get(key) ?? `own-${chance.id().slice(0, 8)}`
    keys.set(key, known)
    return known
  }
  const texts = new Map<string, { kind: string; key: string }>()
  for (const { kind, key } of await store.contents.written(from)) texts.set(`${kind} ${key}`, { kind, key })
  for (const { kind, key } of texts.values()) {
    const seen = new Set<string>()
    const newest = (await store.contents.versions(from, kind, key)).filter(
      ({ language }) => !seen.has(language) && seen.add(language),
    )
    const standing = newest.filter(({ body }) => body !== null).reverse()
    for (const [at, { language, body }] of standing.entries()) {
      const copied = kind === 'topics' ? withKeysRenamed(body, renamed) : body
      const version = { language, version: at + 2, body: copied, by, at: clock.now() }
      await store.contents.add(to, kind, key, version)
    }
  }
  return keys
}

/** Joins an open transaction. @returns how many were asked; whoever may not have a part here is not */
export async function askTeam(ports: Needs, from: Program, to: Program, by: PersonId): Promise<number> {
  const held = await ports.store.programRoles.of(from.id)
  const team: { seat: Part; toId: PersonId }[] = [
    ...organizersOf(from, held).map((toId) => ({ seat: 'co-organizer' as const, toId })),
    ...held
      .filter(({ role }) => role !== 'co-organizer' && role !== 'stand-in')
      .map(({ role, personId }) => ({ seat: role, toId: personId })),
  ]
  let asked = 0
  for (const question of team)
    if (question.toId !== by && !isRefused(await askUnderLock(ports, to, question, by))) asked++
  return asked
}
