/**
 * Puts this app into somebody's Teams, without which the bot may not write to them. Teams then tells the bot so, as when the
 * person had added it: learn.microsoft.com/microsoftteams/platform/graph-api/proactive-bots-and-messages/graph-proactive-bots-and-messages.
 */
import type { AppId } from './app-catalog.ts'
import type { Graph } from './client.ts'
import { isGraphError } from './graph-error.ts'
import { pathPart } from './path-part.ts'

interface Needs {
  graph: Graph
  appId: Pick<AppId, 'inCatalog'>
  log: { warn(fields: object, message: string): void }
}

const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All'

/** That it can be put into nobody's Teams is said once, until it could. */
export function createAppInstaller({ graph, appId, log }: Needs) {
  let isSaid = false

  function impossible(fields: object, message: string): 'impossible' {
    if (!isSaid) log.warn(fields, message)
    isSaid = true
    return 'impossible'
  }

  return {
    async installFor(id: string): Promise<'installed' | 'there' | 'refused' | 'impossible'> {
      const app = await appId.inCatalog()
      if (!app) return impossible({}, notInCatalog)
      try {
        await install(graph, id, app)
        isSaid = false
        return 'installed'
      } catch (error) {
        if (!isGraphError(error)) throw error
        if (error.status === 409) return 'there'
        if (isAboutPerson(error)) {
          log.warn({ err: error }, notForOne)
          return 'refused'
        }
        if (error.status === 403) return impossible({ err: error, permission }, notPermitted)
        throw error
      }
    },
  }
}

/** Repeatable, because a second one is refused: learn.microsoft.com/graph/api/userteamwork-post-installedapps. */
async function install(graph: Graph, personId: string, app: string): Promise<void> {
  const link = `${graph.name}/v1.0/appCatalogs/teamsApps/${pathPart(app)}`
  const asked = { 'teamsApp@odata.bind': link }
  await graph.post(`/users/${pathPart(personId)}/teamwork/installedApps`, asked, { repeatable: true })
}

/**
 * An app permission policy, an account without Teams, nobody of that id. A missing permission is `Forbidden` with nothing
 * inside; a policy is `Forbidden` with `AccessDenied` inside.
 */
function isAboutPerson({ status, code }: { status: number; code: string }): boolean {
  return status === 400 || status === 404 || (status === 403 && code === 'AccessDenied')
}

const notInCatalog =
  "the app is not in the organization's catalog: it is installed for nobody, and cards wait until people have it"
const notForOne =
  'the app could not be installed for somebody: a policy, an account without Teams, or the catalog gave the app up a moment ago'
const notPermitted =
  'the app may not be installed for people: nobody gets it this way, and cards wait until people have it'
