/**
 * The Teams bot channel of the demo tenant: the OpenID metadata a bot trusts, and the connector it calls. Behaves
 * as Teams does where a bot can notice: it checks the bot's token, knows who has the app, paces and refuses.
 */
import express, { type Request, type Response, Router } from 'express'
import { type Answer, answerThroughFaults, refusals } from './teams/answer.ts'
import type { TeamsChannel } from './teams/channel.ts'
import {
  createConversation,
  deleteActivity,
  getMember,
  listMembers,
  sendActivity,
  teamChannels,
  teamDetails,
  updateActivity,
} from './teams/connector.ts'
import { openIdMetadata } from './teams/signer.ts'

export type { InvokeOutcome } from './teams/acts.ts'
export { cardOf } from './teams/acts.ts'
export type { TeamsChannel } from './teams/channel.ts'
export { settled } from './teams/channel.ts'
export type { Delivery } from './teams/deliver.ts'
export { chatWith, personMri } from './teams/ids.ts'

/** Everything below `/teams`. */
export function teamsRoutes(channel: TeamsChannel): Router {
  const router = Router()
  router.get('/.well-known/openidconfiguration', (_request, response) => {
    response.json(openIdMetadata(`${channel.state.address}/teams`))
  })
  router.get('/.well-known/keys', (_request, response) => {
    response.json({ keys: channel.signer.published })
  })
  router.use('/service', connectorRoutes(channel))
  return router
}

function connectorRoutes(channel: TeamsChannel): Router {
  const router = Router()
  router.use(express.json({ limit: '2mb' }))
  const answer = (decide: (request: Request) => Answer) => (request: Request, response: Response) =>
    answerThroughFaults(channel.state, request, response, () => admitted(channel, request, decide))
  const id = (request: Request, name = 'id') => String(request.params[name])

  router.post(
    '/v3/conversations',
    answer(({ body }) => createConversation(channel, body)),
  )
  router
    .route('/v3/conversations/:id/activities')
    .post(answer((request) => sendActivity(channel, id(request), request.body)))
  router
    .route('/v3/conversations/:id/activities/:activity')
    .post(answer((request) => sendActivity(channel, id(request), request.body)))
    .put(answer((request) => updateActivity(channel, id(request), id(request, 'activity'), request.body)))
    .delete(answer((request) => deleteActivity(channel, id(request), id(request, 'activity'))))
  router.get(
    '/v3/conversations/:id/members',
    answer((request) => listMembers(channel, id(request))),
  )
  router.get(
    '/v3/conversations/:id/pagedmembers',
    answer((request) => listMembers(channel, id(request), pageOf(request))),
  )
  router.get(
    '/v3/conversations/:id/members/:member',
    answer((request) => getMember(channel, id(request), id(request, 'member'))),
  )
  router.get(
    '/v3/teams/:id',
    answer((request) => teamDetails(channel, id(request))),
  )
  router.get(
    '/v3/teams/:id/conversations',
    answer((request) => teamChannels(channel, id(request))),
  )
  router.use(answer(() => ({ status: 404, body: { message: 'No HTTP resource was found.' } })))
  return router
}

/** Only this tenant's bot gets past here, and not faster than Teams lets one app go. */
async function admitted(
  channel: TeamsChannel,
  request: Request,
  decide: (request: Request) => Answer,
): Promise<Answer> {
  const [scheme, bearer] = (request.headers.authorization ?? '').split(' ')
  if (scheme !== 'Bearer' || !bearer || !(await isFromBot(channel, bearer))) return refusals.unauthorized()
  const seconds = channel.rateLimit.wait('app', channel.state.apps.bot.id)
  return seconds > 0 ? refusals.throttled(seconds) : decide(request)
}

async function isFromBot(channel: TeamsChannel, bearer: string): Promise<boolean> {
  try {
    const claims = await channel.verify(bearer)
    return (claims['azp'] ?? claims['appid']) === channel.state.apps.bot.id
  } catch {
    return false
  }
}

function pageOf({ query }: Request) {
  return { size: Number(query['pageSize'] ?? 200), from: Number(query['continuationToken'] ?? 0) }
}
