/**
 * The id by which Teams knows this app in links. An app of the organization's catalog (or of the store) has an id of its own
 * there, and only somebody's own upload is known by the id in its manifest:
 * learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application, "App ID for different types of apps".
 */

import { dayMs, minuteMs } from '../domain/span.ts'
import type { Graph } from './client.ts'
import { isGraphError } from './graph-error.ts'

interface TeamsApp {
  id: string
  distributionMethod: string
}

/** In the order in which a link prefers them; an app that somebody uploaded for themselves is not in the catalog. */
const shelves = ['organization', 'store']

/**
 * Needs `AppCatalog.Read.All`: learn.microsoft.com/graph/api/appcatalogs-list-teamsapps.
 * @returns undefined when the catalog does not hold the app
 * @throws GraphError
 */
export async function findInCatalog(graph: Graph, manifestId: string): Promise<string | undefined> {
  const filter = encodeURIComponent(`externalId eq '${manifestId.replaceAll("'", "''")}'`)
  const found: TeamsApp[] = []
  for await (const page of graph.pages<TeamsApp>(`/appCatalogs/teamsApps?$filter=${filter}`))
    found.push(...page.value)
  const ranked = shelves.flatMap((shelf) => found.filter((app) => app.distributionMethod === shelf))
  return ranked[0]?.id
}

export interface AppId {
  /** What is known now. Asks for it anew, without waiting, when that is a day old. */
  current(): string
  /** Looks once; resolves, whatever Graph says, with what is known then. */
  look(): Promise<string>
  /** The catalog's id alone; undefined where the catalog does not hold the app, or may not be read. @throws GraphError */
  inCatalog(): Promise<string | undefined>
}

interface Needs {
  graph: Graph
  manifestId: string
  now(): Date
  log: { warn(fields: object, message: string): void }
}

const keptMs = dayMs
/** A question that failed is asked again sooner; until then the last answer holds. */
const retryMs = 10 * minuteMs

/** Before anything is known, and where the catalog has no such app or may not be read, the manifest's id. */
export function createAppId({ graph, manifestId, now, log }: Needs): AppId {
  let found: string | undefined
  let trouble: unknown
  let dueAt = 0
  let looking: Promise<string> | undefined
  let isSaid = false
  const known = () => found ?? manifestId

  async function look(): Promise<string> {
    const wait = await ask()
    dueAt = now().getTime() + wait
    return known()
  }

  async function ask(): Promise<number> {
    try {
      found = await findInCatalog(graph, manifestId)
      trouble = undefined
      isSaid = false
      return keptMs
    } catch (error) {
      trouble = error
      if (!isSaid) log.warn({ err: error, permission: 'AppCatalog.Read.All' }, said(error))
      isSaid = true
      return retryMs
    }
  }

  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  return {
    current() {
      if (now().getTime() >= dueAt) void lookOnce()
      return known()
    },
    look: lookOnce,
    async inCatalog() {
      if (trouble || now().getTime() >= dueAt) await lookOnce()
      if (!found && trouble && !mayNotRead(trouble)) throw trouble
      return found
    },
  }
}

const mayNotRead = (error: unknown) => isGraphError(error) && error.status === 403

const said = (error: unknown) =>
  mayNotRead(error)
    ? 'the app catalog may not be read: links use the id of the manifest, which only fits an app that people uploaded themselves'
    : 'the app catalog did not answer: links use the last id known, or that of the manifest'
