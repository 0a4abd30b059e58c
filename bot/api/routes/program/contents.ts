/** What a Program says in its own words, with its versions, for whoever organizes it. */
import { contentKinds, defaultOf, isContent, kindOf, shapeOf } from '../../../content/kinds.ts'
import type { Out } from '../../../contract/index.ts'
import { type ContentVersion, defaultVersion, standingOf } from '../../../domain/program/content.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { type Language, languages } from '../../../words/sentence.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { contentFrom, usedIn, writeContent } from '../../../workflows/program/content.ts'
import { asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<Handlers, 'contents' | 'content' | 'writeContent'>
type Body = Record<string, unknown>

/** Versions that are listed with what they say; older ones stay and are read by whoever signed or answered under them. */
const mostListed = 30

export function contentRoutes(ports: Ports): Routes {
  const { store } = ports
  const programOf = async (cohortId: string) => (await store.cohorts.get(cohortId))?.programId
  return {
    contents: asks('read-content', inCohort, async (_, { id }) => {
      const programId = await programOf(id)
      return programId === undefined ? refuse('not-found') : listView(ports, programId)
    }),
    content: asks('read-content', inCohort, async (_, { id, kind, key }) => {
      const programId = await programOf(id)
      return programId === undefined ? refuse('not-found') : contentView(ports, programId, kind, key)
    }),
    writeContent: asks('write-content', inCohort, async ({ personId }, { id, ...written }) => {
      const programId = await programOf(id)
      if (programId === undefined) return refuse('not-found')
      const answer = await writeContent(ports, programId, written, personId)
      return isRefused(answer) ? answer : contentView(ports, programId, written.kind, written.key)
    }),
  }
}

async function listView({ store }: Ports, programId: string): Promise<Out<'contents'>> {
  const written = await store.contents.written(programId)
  return {
    contents: contentKinds.flatMap((kind) =>
      kindOf(kind).keys.map((key) => {
        const here = written.filter((one) => one.kind === kind && one.key === key)
        const last = here.reduce<Date | undefined>((at, one) => (!at || one.at > at ? one.at : at), undefined)
        return {
          ...{ kind, key, shown: kindOf(kind).shown },
          version: Math.max(defaultVersion, ...here.map(({ version }) => version)),
          own: languages.filter((language) => here.some((one) => one.language === language && one.isOwn)),
          ...(last ? { changedAt: iso(last) } : {}),
        }
      }),
    ),
  }
}

async function contentView(
  { store }: Ports,
  programId: string,
  kind: string,
  key: string,
): Promise<Out<'content'> | Refusal> {
  if (!isContent(kind, key)) return refuse('not-found')
  const versions = await store.contents.versions(programId, kind, key)
  const listed = versions.slice(0, mostListed)
  const people = await store.people.many(listed.map(({ by }) => by))
  return {
    ...{ kind, key, shown: kindOf(kind).shown },
    version: standingOf(versions, 'en').version,
    shape: shapeOf(kind),
    gaps: [...(kindOf(kind).gaps ?? [])],
    needed: [...(kindOf(kind).needed?.(key) ?? []), ...(await usedIn({ store }, programId, kind))],
    languages: languages.map((language) => {
      const { body, language: reads } = contentFrom(versions, kind, key, language)
      return {
        ...{ language, body: body as Body, reads, state: stateOf(versions, language) },
        default: defaultOf(kind, key, language) as Body,
      }
    }),
    history: listed.map(({ version, language, by, at, body }) => ({
      ...{ version, language: language as Language, by: faceFrom(people, by), at: iso(at) },
      ...(body === null ? {} : { body: body as Body }),
    })),
  }
}

/** A language whose text is older than another's may say what no longer holds. */
function stateOf(versions: readonly ContentVersion[], language: Language) {
  const { own, lead } = standingOf(versions, language)
  if (!lead) return 'default'
  if (!own) return 'lacks'
  return own.version < lead.version ? 'older-than-another' : 'own'
}
