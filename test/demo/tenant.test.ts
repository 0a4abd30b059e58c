import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  type ActivityHandler,
  CloudAdapter,
  type ConversationReference,
  TeamsActivityHandler,
  TeamsInfo,
  TurnContext,
} from 'botbuilder'
import express from 'express'
import { createSeededCompany } from '../../bot/demo/company/seeded-company.ts'
import { chatWith } from '../../bot/demo/teams-server.ts'
import { installFor, installInTeam, pressButton, sayToBot, startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'
import { tenantBotAuthentication } from './tenant-support.ts'

/** A bot as a customer would write one: botbuilder with authentication on, knowing the tenant by its settings. */
class EchoBot extends TeamsActivityHandler {
  references: Partial<ConversationReference>[] = []
  constructor() {
    super()
    this.onInstallationUpdate(async (context, next) => {
      this.references.push(TurnContext.getConversationReference(context.activity))
      await next()
    })
    this.onMessage(async (context, next) => {
      const { name } = await TeamsInfo.getMember(context, context.activity.from.id)
      await context.sendActivity(`${name} said: ${context.activity.text}`)
      await next()
    })
  }
  override async onAdaptiveCardInvoke() {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: THANKS }
  }
}

const THANKS = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Thanks' }] }

let tenant: Tenant
let product: Server
let adapter: CloudAdapter
const bot = new EchoBot()
const unexpected: unknown[] = []

beforeAll(async () => {
  tenant = await startTenant({ company: createSeededCompany({ people: 300 }) })
  adapter = new CloudAdapter(tenantBotAuthentication(tenant.settings()))
  adapter.onTurnError = async (_context, error) => void unexpected.push(error)
  product = await startBot(adapter, bot)
  tenant.setProductUrl(`http://127.0.0.1:${(product.address() as AddressInfo).port}`)
})
afterAll(async () => {
  await tenant.close()
  product.closeAllConnections()
  await new Promise((done) => product.close(done))
  expect(unexpected).toEqual([])
})

async function startBot(on: CloudAdapter, handler: ActivityHandler): Promise<Server> {
  const app = express().use(express.json())
  app.post('/api/messages', (request, response) => on.process(request, response, (turn) => handler.run(turn)))
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

const demo = async (path: string, body?: unknown) => {
  const response = await fetch(`${tenant.url}/_demo/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { status: response.status, body: await response.json() }
}
const shown = (personId: string) =>
  chatWith(tenant.state, personId).messages.map(({ activity }) => activity['text'])

describe('a botbuilder bot with authentication on', () => {
  it('hears of its installation and answers a person by name', async () => {
    const { mentor } = tenant.state.company.personas
    await installFor(tenant, mentor)
    expect(bot.references.at(-1)?.serviceUrl).toBe(`${tenant.url}/teams/service/`)
    expect((await sayToBot(tenant, mentor, 'hello')).status).toBe(200)
    const name = tenant.state.company.byId.get(mentor)!.displayName
    expect(shown(mentor)).toEqual(['hello', `${name} said: hello`])
  })

  it('shows the card it returns to the person who pressed', async () => {
    const { mentor } = tenant.state.company.personas
    const message = chatWith(tenant.state, mentor).messages.at(-1)!
    expect(await pressButton(tenant, mentor, message.id, 'thank', {})).toMatchObject({
      httpStatus: 200,
      statusCode: 200,
      value: THANKS,
    })
  })

  it('opens a chat with somebody it never met, once they have the app', async () => {
    const { mentee } = tenant.state.company.personas
    const open = () =>
      adapter.createConversationAsync(
        tenant.state.apps.bot.id,
        'msteams',
        `${tenant.url}/teams/service/`,
        'https://api.botframework.com',
        {
          isGroup: false,
          bot: { id: `28:${tenant.state.apps.bot.id}`, name: '' },
          members: [{ id: mentee, name: '' }],
          tenantId: tenant.state.company.tenantId,
          channelData: { tenant: { id: tenant.state.company.tenantId } },
        } as never,
        async (context) => void (await context.sendActivity('welcome')),
      )
    await expect(open()).rejects.toMatchObject({ statusCode: 403, code: 'ForbiddenOperationException' })
    await installFor(tenant, mentee)
    await open()
    expect(shown(mentee)).toEqual(['welcome'])
  })

  it('posts to a channel once, and changes and deletes that post', async () => {
    const team = tenant.state.company.teams[0]!
    const channel = team.channels.at(-1)!
    await installInTeam(tenant, team.id)
    let reference: Partial<ConversationReference> = {}
    await adapter.createConversationAsync(
      tenant.state.apps.bot.id,
      'msteams',
      `${tenant.url}/teams/service/`,
      'https://api.botframework.com',
      {
        isGroup: true,
        channelData: { channel: { id: channel.id } },
        activity: { type: 'message', text: 'Summary' },
      } as never,
      async (context) => {
        reference = TurnContext.getConversationReference(context.activity)
      },
    )
    const posts = () => tenant.state.conversations.get(channel.id)!.messages
    expect(posts().map(({ activity }) => activity['text'])).toEqual(['Summary'])
    const id = posts()[0]!.id
    await adapter.continueConversationAsync(tenant.state.apps.bot.id, reference, async (context) => {
      await context.updateActivity({ id, type: 'message', text: 'Summary, corrected' })
    })
    expect(posts()).toMatchObject([{ id, edited: true, activity: { text: 'Summary, corrected' } }])
    await adapter.continueConversationAsync(tenant.state.apps.bot.id, reference, (context) =>
      context.deleteActivity(id),
    )
    expect(posts()).toMatchObject([{ id, deleted: true }])
  })

  it('cannot post with the token of another app, or with a forged one', async () => {
    const { TENANT_ID, CLIENT_ID, CLIENT_SECRET, AUTHORITY_ADDRESS } = tenant.settings()
    const answer = await fetch(`${AUTHORITY_ADDRESS}/${TENANT_ID}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: CLIENT_ID!,
        client_secret: CLIENT_SECRET!,
        scope: 'https://api.botframework.com/.default',
      }),
    })
    const { access_token } = (await answer.json()) as { access_token?: string }
    for (const token of [access_token ?? 'none', `${access_token}x`]) {
      const response = await fetch(`${tenant.url}/teams/service/v3/conversations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{}',
      })
      expect(response.status).toBe(401)
    }
  })
})

describe('what the page asks', () => {
  it('introduces the company and who one can be', async () => {
    const { body } = await demo('company')
    expect(body).toMatchObject({ people: 300, tenantId: tenant.state.company.tenantId })
    const { personas } = body as { personas: { role: string; name: string }[] }
    expect(personas.map(({ role }) => role)).toEqual([
      'mentor',
      'mentee',
      'organizer',
      'communications',
      'sponsor',
      'newcomer',
    ])
  })

  it('shows a Session in both calendars, takes an answer, and finds the end of the next one', async () => {
    const { mentor, mentee } = tenant.state.company.personas
    const start = new Date(tenant.state.now().getTime() + 3 * 86_400_000)
    start.setUTCHours(10, 0, 0, 0)
    await book(mentor, mentee, start)
    const week = {
      from: tenant.state.now().toISOString(),
      to: new Date(start.getTime() + 86_400_000).toISOString(),
    }
    const holds = async (person: string) => {
      const { body } = await demo(`calendar?${new URLSearchParams({ person, ...week })}`)
      return (
        body as { id: string; isHold: boolean; start: string; response: string; seriesMasterId?: string }[]
      ).filter(({ isHold }) => isHold)
    }
    expect(await holds(mentor)).toMatchObject([{ start: start.toISOString() }])
    const [invited] = await holds(mentee)
    expect(invited).toMatchObject({ start: start.toISOString(), response: 'notResponded' })
    await demo('calendar/respond', { person: mentee, eventId: invited!.id, response: 'accepted' })
    expect(await holds(mentee)).toMatchObject([{ response: 'accepted' }])

    // Only whoever organizes it can call a date off, or the series; then it is out of both calendars.
    const early = new Date(start.getTime() - 2 * 86_400_000)
    await book(mentor, mentee, early)
    const [own] = await holds(mentor)
    expect(own).toMatchObject({ start: early.toISOString() })
    const [copy] = await holds(mentee)
    expect((await demo('calendar/cancel', { person: mentee, eventId: copy!.id })).status).toBe(400)
    expect((await holds(mentor)).length).toBe(2)
    await demo('calendar/cancel', { person: mentor, eventId: own!.id })
    expect(await holds(mentor)).toMatchObject([{ start: start.toISOString() }])
    expect(await holds(mentee)).toMatchObject([{ start: start.toISOString() }])
    const later = start.getTime() + 8 * 7 * 86_400_000
    const dates = async (person: string) => {
      const whole = { ...week, to: new Date(later).toISOString() }
      const { body } = await demo(`calendar?${new URLSearchParams({ person, ...whole })}`)
      return (body as { isHold: boolean; seriesMasterId?: string }[]).filter(
        ({ isHold, seriesMasterId }) => isHold && seriesMasterId === own!.seriesMasterId,
      )
    }
    expect((await dates(mentor)).length).toBeGreaterThan(0)
    await demo('calendar/cancel', { person: mentor, eventId: own!.seriesMasterId! })
    expect([await dates(mentor), await holds(mentee)]).toMatchObject([[], [{ start: start.toISOString() }]])

    const next = await demo(`next-session?${new URLSearchParams({ person: mentor })}`)
    expect(next.body).toEqual({ start: start.toISOString() })
    const { newcomer } = tenant.state.company.personas
    expect((await demo(`next-session?${new URLSearchParams({ person: newcomer })}`)).body).toEqual({
      start: null,
    })
    // Between others and by itself, as a speed meeting is: it comes first, and is no Session.
    await book(mentor, newcomer, new Date(start.getTime() - 86_400_000), { repeats: false })
    expect((await demo(`next-session?${new URLSearchParams({ person: mentor })}`)).body).toEqual(next.body)
    const { body } = await demo('clock', { next: 'session' })
    expect(body).toMatchObject({ moved: true })
    const after = new Date(start.getTime() + 50 * 60_000)
    expect(tenant.state.now().getTime()).toBeGreaterThanOrEqual(after.getTime())
  })

  it('lets the directory say in which language somebody reads, and takes it back in English', async () => {
    const { mentee } = tenant.state.company.personas
    const person = tenant.state.company.byId.get(mentee)!
    const first = person.preferredLanguage
    const shownMentee = async () => {
      const { body } = await demo('company')
      return (body as { personas: { id: string }[] }).personas.find(({ id }) => id === mentee)
    }
    await demo('language', { person: mentee, lang: 'ar' })
    expect(person.preferredLanguage).toBe('ar-AE')
    expect(await shownMentee()).toMatchObject({ reads: 'ar', hasChosen: true })
    expect((await demo('language', { person: mentee, lang: 'xx' })).status).toBe(400)
    await demo('language', { person: mentee, lang: 'en' })
    expect(person.preferredLanguage).toBe(first)
    expect(await shownMentee()).toMatchObject({ reads: 'en', hasChosen: false })
  })

  it('ticks the steps of the guided path that the tenant saw happen', async () => {
    const steps = async () => ((await demo('path')).body as { done: string[] }).done
    // The bot began a thread in a channel in an earlier test: what it posted counts.
    expect(await steps()).toEqual(expect.arrayContaining(['pair', 'approve', 'publish']))
    expect(await steps()).not.toContain('calendar')
    expect((await demo('path', { step: 'calendar' })).body).toMatchObject({
      done: expect.arrayContaining(['calendar']),
    })
  })

  it('counts what the bot wrote until the chat is opened', async () => {
    const { mentee } = tenant.state.company.personas
    const unread = async () => {
      const { personas } = (await demo('company')).body as { personas: { id: string; unread: number }[] }
      return personas.find(({ id }) => id === mentee)!.unread
    }
    expect(await unread()).toBe(1)
    await demo(`chat?person=${mentee}`)
    expect(await unread()).toBe(0)
  })

  it('waits its turn when Graph has no time for the calendar', async () => {
    tenant.state.faults.push({
      service: 'graph',
      path: /calendarView/,
      kind: 'throttle',
      retryAfterSeconds: 0,
      times: 2,
    })
    const now = tenant.state.now().toISOString()
    const query = new URLSearchParams({ person: tenant.state.company.personas.mentor, from: now, to: now })
    expect((await demo(`calendar?${query}`)).status).toBe(200)
    expect(tenant.state.faults.at(-1)!.times).toBe(0)
  })

  it('never turns the clock back', async () => {
    const before = tenant.state.now()
    await demo('clock', { to: '2020-01-01T00:00:00Z' })
    expect(tenant.state.now().getTime()).toBeGreaterThanOrEqual(before.getTime())
  })

  it('says what was wrong with a question', async () => {
    const { status, body } = await demo('chat')
    expect(status).toBe(400)
    expect(body).toEqual({ error: 'Say person in the address: ?person=...' })
  })
})

/** The mentor's mailbox invites the mentee, as an app with Calendars.ReadWrite would. */
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** A series as the product books it: approving is seen by it, a single meeting is something else. */
async function book(mentor: string, mentee: string, start: Date, { repeats = true } = {}): Promise<void> {
  const { TENANT_ID, CLIENT_ID, CLIENT_SECRET, AUTHORITY_ADDRESS, GRAPH_ADDRESS } = tenant.settings()
  const granted = await fetch(`${AUTHORITY_ADDRESS}/${TENANT_ID}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID!,
      client_secret: CLIENT_SECRET!,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token } = (await granted.json()) as { access_token: string }
  const wall = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' })
  const response = await fetch(`${GRAPH_ADDRESS}/v1.0/users/${mentor}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: 'Mentoring',
      start: wall(start),
      end: wall(new Date(start.getTime() + 50 * 60_000)),
      recurrence: !repeats
        ? undefined
        : {
            pattern: { type: 'weekly', interval: 3, daysOfWeek: [weekdays[start.getUTCDay()]] },
            range: {
              type: 'numbered',
              numberOfOccurrences: 6,
              startDate: start.toISOString().slice(0, 10),
              recurrenceTimeZone: 'UTC',
            },
          },
      attendees: [
        { type: 'required', emailAddress: { address: tenant.state.company.byId.get(mentee)!.mail } },
      ],
    }),
  })
  expect(response.status).toBe(201)
}
