import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalJWKSet, generateKeyPair, type JSONWebKeySet, jwtVerify } from 'jose'
import {
  cardOf,
  press,
  refresh,
  say,
  submit,
  tellInstalled,
  tellInstalledInTeam,
} from '../../bot/demo/teams/acts.ts'
import { chatWith, personMri } from '../../bot/demo/teams/ids.ts'
import {
  ANA,
  aCard,
  BEN,
  chatWithMember,
  GENERAL,
  NEWS,
  type StartedTeams,
  startTeams,
  TEAM,
  threadIn,
} from './teams-support.ts'

let teams: StartedTeams
let milliseconds = 0

beforeEach(async () => {
  milliseconds = 0
  teams = await startTeams({ tick: () => milliseconds, answerWithinMs: 5_000 })
})
afterEach(() => teams.close())

const openChat = async (personId: string) => {
  const { body } = await teams.call('POST', '/conversations', chatWithMember(personId))
  return encodeURIComponent(String(body['id']))
}
const code = (body: Record<string, unknown>) => (body['error'] as { code?: string } | undefined)?.code

describe('whom the connector believes', () => {
  it('refuses a call without a token, with a forged one, and with one of another app', async () => {
    const { call, tokenFor } = teams
    const stranger = await generateKeyPair('RS256')
    const attempt = async (bearer: string) =>
      (await call('POST', '/conversations', chatWithMember(ANA), bearer)).status
    expect(await attempt('')).toBe(401)
    expect(await attempt('not.a.token')).toBe(401)
    expect(await attempt(await tokenFor('bot-app', stranger.privateKey))).toBe(401)
    expect(await attempt(await tokenFor('tab-app'))).toBe(401)
    expect(teams.state.conversations.size).toBe(0)
  })

  it('signs what it sends with a key that its metadata publishes, endorsed for Teams', async () => {
    const { state, channel, bot } = teams
    await say(channel, ANA, 'hello')
    const metadata = await fetch(`${state.address}/teams/.well-known/openidconfiguration`)
    const { jwks_uri, issuer } = (await metadata.json()) as { jwks_uri: string; issuer: string }
    const keys = (await (await fetch(jwks_uri)).json()) as JSONWebKeySet
    const { payload } = await jwtVerify(bot.tokens[0]!, createLocalJWKSet(keys), {
      issuer,
      audience: state.apps.bot.id,
    })
    expect(payload['serviceurl']).toBe(`${state.address}/teams/service/`)
    expect(keys.keys[0]).toMatchObject({ endorsements: expect.arrayContaining(['msteams']) })
  })
})

describe('whom the bot may write to', () => {
  it('refuses a chat with somebody who has not got the app', async () => {
    const { status, body } = await teams.call('POST', '/conversations', chatWithMember(ANA))
    expect([status, code(body)]).toEqual([403, 'ForbiddenOperationException'])
  })

  it('opens one by Entra object id or by 29: id once the app is installed, always the same one', async () => {
    teams.state.installedFor.add(ANA)
    expect(await openChat(ANA)).toBe(await openChat(personMri(ANA)))
    expect(teams.state.conversations.size).toBe(1)
  })

  it('does not take a mail address for an id', async () => {
    teams.state.installedFor.add(ANA)
    expect((await teams.call('POST', '/conversations', chatWithMember('Ana@contoso.test'))).status).toBe(400)
  })

  it('lets it write to a member of a team that has the app', async () => {
    teams.state.installedInTeams.add(TEAM)
    expect((await teams.call('POST', '/conversations', chatWithMember(BEN))).status).toBe(201)
    expect((await teams.call('POST', '/conversations', chatWithMember(ANA))).status).toBe(403)
  })

  it('shuts a chat when the app is removed', async () => {
    teams.state.installedFor.add(ANA)
    const chat = await openChat(ANA)
    teams.state.installedFor.delete(ANA)
    const { status, body } = await teams.call('POST', `/conversations/${chat}/activities`, aCard('hi'))
    expect([status, code(body)]).toEqual([403, 'BotNotInConversationRoster'])
  })

  it('knows a chat that a bot remembers from before the tenant was started again', async () => {
    teams.state.installedFor.add(ANA)
    const chat = await openChat(ANA)
    teams.state.conversations.clear()
    expect((await teams.call('POST', `/conversations/${chat}/activities`, aCard('hi'))).status).toBe(201)
  })

  it('answers 404 for a conversation of another tenant', async () => {
    const { status } = await teams.call('POST', '/conversations/a%3A1Zm9yZWlnbg/activities', aCard('hi'))
    expect(status).toBe(404)
  })
})

describe('a channel post', () => {
  it('is refused where the app is not in the team, and in a channel nobody has', async () => {
    const refused = await teams.call('POST', '/conversations', threadIn(NEWS, 'news'))
    expect([refused.status, code(refused.body)]).toEqual([403, 'BotNotInConversationRoster'])
    expect((await teams.call('POST', '/conversations', threadIn('19:no@thread', 'news'))).status).toBe(404)
  })

  it('starts one thread, and an answer lands in that thread', async () => {
    teams.state.installedInTeams.add(TEAM)
    const { body } = await teams.call('POST', '/conversations', threadIn(NEWS, 'news'))
    expect(body['id']).toBe(`${NEWS};messageid=${body['activityId']}`)
    await teams.call(
      'POST',
      `/conversations/${encodeURIComponent(String(body['id']))}/activities`,
      aCard('more'),
    )
    const messages = teams.state.conversations.get(NEWS)!.messages
    expect(messages.map(({ rootId }) => rootId)).toEqual([body['activityId'], body['activityId']])
    expect(new Set(messages.map(({ id }) => id)).size).toBe(2)
  })

  it('does not answer in a thread that never began', async () => {
    teams.state.installedInTeams.add(TEAM)
    const thread = encodeURIComponent(`${NEWS};messageid=1`)
    expect((await teams.call('POST', `/conversations/${thread}/activities`, aCard('more'))).status).toBe(404)
  })
})

describe('changing a message', () => {
  beforeEach(() => void teams.state.installedFor.add(ANA))

  it('replaces it for everybody, the view of whoever pressed a button included', async () => {
    const { call, state, channel, bot } = teams
    const chat = await openChat(ANA)
    const { body } = await call('POST', `/conversations/${chat}/activities`, aCard('first'))
    const card = { type: 'AdaptiveCard', body: [] }
    bot.answers.push({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    })
    await press(channel, ANA, String(body['id']), 'go', {})
    expect(
      (await call('PUT', `/conversations/${chat}/activities/${body['id']}`, aCard('second'))).status,
    ).toBe(200)
    const [message, ...others] = chatWith(state, ANA).messages
    expect(JSON.stringify(cardOf(message!, ANA))).toContain('second')
    expect(message!.edited).toBe(true)
    expect(others).toEqual([])
  })

  it('deletes it, and then knows it no more', async () => {
    const chat = await openChat(ANA)
    const { body } = await teams.call('POST', `/conversations/${chat}/activities`, aCard('first'))
    const at = `/conversations/${chat}/activities/${body['id']}`
    expect((await teams.call('DELETE', at)).status).toBe(200)
    expect((await teams.call('PUT', at, aCard('again'))).status).toBe(404)
  })

  it('leaves what a person wrote alone', async () => {
    await say(teams.channel, ANA, 'mine')
    const [message] = chatWith(teams.state, ANA).messages
    const at = `/conversations/${await openChat(ANA)}/activities/${message!.id}`
    expect((await teams.call('DELETE', at)).status).toBe(403)
  })
})

describe('a bot that somebody blocked', () => {
  beforeEach(() => void teams.state.installedFor.add(ANA))

  it('is refused what it sends and changes there, until they unblock it', async () => {
    const chat = await openChat(ANA)
    const { body } = await teams.call('POST', `/conversations/${chat}/activities`, aCard('first'))
    teams.state.botBlockedBy = new Set([ANA])
    const refused = { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } }
    const at = `/conversations/${chat}/activities`
    expect(await teams.call('POST', at, aCard('second'))).toMatchObject(refused)
    expect(await teams.call('PUT', `${at}/${body['id']}`, aCard('third'))).toMatchObject(refused)
    expect(chatWith(teams.state, ANA).messages).toHaveLength(1)
    teams.state.botBlockedBy.clear()
    expect((await teams.call('POST', at, aCard('fourth'))).status).toBe(201)
  })
})

describe('limits', () => {
  beforeEach(() => void teams.state.installedFor.add(ANA))

  it('admits seven messages a second to one chat, then says how long to wait', async () => {
    const chat = await openChat(ANA)
    milliseconds = 10_000
    const send = () => teams.call('POST', `/conversations/${chat}/activities`, aCard('hi'))
    for (let sent = 0; sent < 7; sent++) expect((await send()).status).toBe(201)
    const refused = await send()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    milliseconds += 1_000
    expect((await send()).status).toBe(201)
    expect((await send()).status).toBe(429)
    expect(chatWith(teams.state, ANA).messages).toHaveLength(8)
  })

  it('admits fifty calls a second from the whole app, spread over however many chats', async () => {
    const statuses = []
    for (let sent = 0; sent < 51; sent++) {
      statuses.push((await teams.call('GET', `/teams/${TEAM}-${sent}`)).status)
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  })

  it('refuses a message of more than 100 KB in UTF-16', async () => {
    const chat = await openChat(ANA)
    const send = (letters: number) =>
      teams.call('POST', `/conversations/${chat}/activities`, { type: 'message', text: 'a'.repeat(letters) })
    expect((await send(50_000)).status).toBe(201)
    const refused = await send(52_000)
    expect([refused.status, code(refused.body)]).toEqual([413, 'MessageSizeTooBig'])
  })
})

describe('what the bot hears', () => {
  it('learns of a personal installation by two events from the person', async () => {
    await tellInstalled(teams.channel, ANA, 'add')
    expect(teams.bot.heard.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate'])
    expect(teams.bot.heard[0]).toMatchObject({
      action: 'add',
      channelId: 'msteams',
      from: { id: personMri(ANA), aadObjectId: ANA },
      conversation: { conversationType: 'personal', tenantId: teams.state.company.tenantId },
      channelData: { tenant: { id: teams.state.company.tenantId } },
    })
  })

  it('learns of a team from its general channel', async () => {
    await tellInstalledInTeam(teams.channel, TEAM, 'add')
    expect(teams.bot.heard[0]).toMatchObject({
      conversation: { id: GENERAL, conversationType: 'channel', isGroup: true },
      channelData: { team: { id: GENERAL, aadGroupId: TEAM } },
    })
  })

  it('hears one message twice under one id on a bad day', async () => {
    teams.channel.deliverTwice = true
    await say(teams.channel, ANA, 'hello')
    const [first, second] = teams.bot.heard
    expect(second).toEqual(first)
    expect(chatWith(teams.state, ANA).messages).toHaveLength(1)
  })

  it('hears a message again when it took too long to answer', async () => {
    teams.channel.answerWithinMs = 500
    teams.bot.answers.push({ delayMs: 3_000 })
    const { status } = await say(teams.channel, ANA, 'hello')
    expect(teams.bot.heard.map(({ id }) => id)).toEqual([
      teams.bot.heard[0]!['id'],
      teams.bot.heard[0]!['id'],
    ])
    expect(status).toBe(200)
  })

  it('says so when no bot is listening', async () => {
    teams.channel.botEndpoint = () => undefined
    expect((await say(teams.channel, ANA, 'hello')).status).toBe(502)
  })

  it('receives Action.Submit as a message with a value and no text', async () => {
    teams.state.installedFor.add(ANA)
    const { body } = await teams.call('POST', '/conversations', {
      ...chatWithMember(ANA),
      activity: aCard('pick'),
    })
    await submit(teams.channel, ANA, String(body['activityId']), { answer: 'yes' })
    expect(teams.bot.heard[0]).toMatchObject({
      type: 'message',
      value: { answer: 'yes' },
      replyToId: body['activityId'],
    })
    expect(teams.bot.heard[0]).not.toHaveProperty('text')
  })
})

describe('pressing a button', () => {
  const posted = async () => {
    teams.state.installedInTeams.add(TEAM)
    const { body } = await teams.call('POST', '/conversations', {
      ...threadIn(NEWS, ''),
      activity: aCard('for all'),
    })
    return String(body['activityId'])
  }

  it('shows the returned card to the presser alone', async () => {
    const id = await posted()
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'thanks' }] }
    teams.bot.answers.push({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    })
    const outcome = await press(teams.channel, BEN, id, 'thank', { n: 1 })
    expect(outcome).toMatchObject({ httpStatus: 200, statusCode: 200, value: card })
    expect(teams.bot.heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'thank', data: { n: 1 } }, trigger: 'manual' },
      conversation: { id: `${NEWS};messageid=${id}` },
    })
    const message = teams.state.conversations.get(NEWS)!.messages[0]!
    expect(cardOf(message, BEN)).toEqual(card)
    expect(JSON.stringify(cardOf(message, ANA))).toContain('for all')
  })

  it('keeps the card and reports failure when the bot answers in a shape Teams does not know', async () => {
    const id = await posted()
    teams.bot.answers.push({ body: { ok: true } })
    expect((await press(teams.channel, BEN, id, 'thank', {})).statusCode).toBe(502)
    expect(teams.state.conversations.get(NEWS)!.messages[0]!.views).toBeUndefined()
  })

  it('is impossible on a message the person cannot see', async () => {
    const id = await posted()
    await expect(press(teams.channel, ANA, id, 'thank', {})).rejects.toThrow('sees no such message')
  })

  it('refreshes a card only for the people it names', async () => {
    teams.state.installedFor.add(ANA).add(BEN)
    const action = { type: 'Action.Execute', verb: 'again', data: {} }
    const card = aCard('mine', { refresh: { action, userIds: [personMri(ANA)] } })
    const send = async (personId: string) =>
      String(
        (await teams.call('POST', '/conversations', { ...chatWithMember(personId), activity: card })).body[
          'activityId'
        ],
      )
    await refresh(teams.channel, ANA, await send(ANA))
    await refresh(teams.channel, BEN, await send(BEN))
    expect(teams.bot.heard.map(({ value }) => value)).toEqual([{ action, trigger: 'automatic' }])
  })
})

describe('the roster', () => {
  it('gives a team page by page and one member by either id', async () => {
    teams.state.installedInTeams.add(TEAM)
    const path = `/conversations/${encodeURIComponent(GENERAL)}`
    const { body } = await teams.call('GET', `${path}/pagedmembers`)
    expect(body['members']).toMatchObject([{ aadObjectId: BEN, tenantId: teams.state.company.tenantId }])
    const byMri = await teams.call('GET', `${path}/members/${encodeURIComponent(personMri(BEN))}`)
    expect(byMri.body).toEqual((await teams.call('GET', `${path}/members/${BEN}`)).body)
    expect((await teams.call('GET', `${path}/members/${ANA}`)).status).toBe(404)
  })

  it('lists channels with the general one unnamed', async () => {
    teams.state.installedInTeams.add(TEAM)
    const { body } = await teams.call('GET', `/teams/${encodeURIComponent(GENERAL)}/conversations`)
    expect(body['conversations']).toEqual([
      { id: GENERAL, type: 'standard' },
      { id: NEWS, name: 'News', type: 'standard' },
    ])
  })
})

describe('a planned fault', () => {
  const post = (text: string) => teams.call('POST', '/conversations', threadIn(NEWS, text))
  const posts = () => teams.state.conversations.get(NEWS)?.messages.length ?? 0
  beforeEach(() => void teams.state.installedInTeams.add(TEAM))

  it('can lose the answer of a post that happened', async () => {
    const fault = { service: 'teams', path: /POST .*\/conversations/, times: 1 } as const
    teams.state.faults.push({ ...fault, kind: 'error-after', status: 502 })
    expect((await post('once')).status).toBe(502)
    expect(posts()).toBe(1)
    teams.state.faults.push({ ...fault, kind: 'drop-after' })
    await expect(post('twice')).rejects.toThrow()
    expect(posts()).toBe(2)
    expect((await post('thrice')).status).toBe(201)
  })

  it('can keep a post from happening', async () => {
    teams.state.faults.push({ service: 'teams', kind: 'error-before', status: 503, times: 1 })
    expect((await post('never')).status).toBe(503)
    teams.state.faults.push({ service: 'teams', kind: 'drop-before', times: 1 })
    await expect(post('never')).rejects.toThrow()
    teams.state.faults.push({ service: 'teams', kind: 'throttle', retryAfterSeconds: 9, times: 1 })
    expect((await post('never')).headers.get('retry-after')).toBe('9')
    teams.state.faults.push({ service: 'teams', kind: 'expire-token', times: 1 })
    expect((await post('never')).status).toBe(401)
    expect(posts()).toBe(0)
  })

  it('leaves other services and other calls alone', async () => {
    teams.state.faults.push({ service: 'graph', kind: 'error-before', times: 9 })
    teams.state.faults.push({ service: 'teams', path: /DELETE /, kind: 'error-before', times: 9 })
    expect((await post('fine')).status).toBe(201)
    expect(teams.state.log.at(-1)).toMatchObject({
      service: 'teams',
      method: 'POST',
      path: '/v3/conversations',
      status: 201,
    })
  })
})
