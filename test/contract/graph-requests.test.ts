import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, it } from '@jest/globals'
import { forgetDeltaLinks } from '../../bot/demo/graph-server.ts'
import { wholeDirectory } from '../../bot/domain/scheduling/calendar-watch.ts'
import type { Booking } from '../../bot/domain/scheduling/hold.ts'

import { createAppId } from '../../bot/graph/app-catalog.ts'
import { calendarFrom } from '../../bot/graph/calendar.ts'
import { graphCalls } from '../../bot/graph/calls.ts'
import type { Graph } from '../../bot/graph/client.ts'
import { directoryFrom } from '../../bot/graph/directory.ts'
import { createAppInstaller } from '../../bot/graph/install-app.ts'
import { pathShape } from '../../bot/graph/path-shape.ts'
import { troubleWith } from '../../bot/graph/program-mailbox.ts'

import { createMailSender } from '../../bot/graph/send-mail.ts'
import { watcherFrom } from '../../bot/graph/subscriptions.ts'
import { type StandIn, startStandIn } from '../graph/stand-in.ts'
import { type Request, readPublished, whenPublished } from './published-graph.ts'

/** Answers the question by which Graph makes sure that somebody listens. */
async function listen(): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end(new URL(request.url!, 'http://localhost').searchParams.get('validationToken') ?? '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

/** What keeps Sessions from slipping: looking, moving, calling one off, one event of its own. */
async function useOccurrences(calendar: ReturnType<typeof calendarFrom>, booked: Booking) {
  const series = await calendar.seriesNow(booked)
  if (series === 'gone') throw new Error('The series that was just booked is gone.')
  const [first, second, third] = series.occurrences.map(({ originalStart }) => originalStart)
  const span = (at: Date) => ({ start: at.getTime() + 86_400_000, end: at.getTime() + 90_000_000 })
  expect(await calendar.moveOccurrence(booked, first!, span(first!))).toBe('moved')
  expect(await calendar.moveOccurrence(booked, second!, span(third!))).toBe('crossing')
  await calendar.cancelOccurrence(booked, third!, 'Not this time')
  const single = await calendar.bookSingle({
    key: 'hold-1.session-3.1',
    organizer: { id: booked.organizerId },
    attendees: [],
    at: span(third!),
    subject: 'Mentoring',
    body: 'Its own event',
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/1?a=1&b=2',
  })
  await calendar.singleNow(single)
  expect(await calendar.moveSingle(single, span(new Date(third!.getTime() + 3_600_000)))).toBe('moved')
}

async function useSubscriptions(graph: Graph, mailbox: string) {
  const server = await listen()
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const urls = { notifications: `${address}/notifications`, lifecycle: `${address}/lifecycle` }
  const watcher = watcherFrom(graph, urls)
  const until = new Date('2026-11-25T08:00:00Z')
  const { id } = await watcher.begin(mailbox, 'secret', until)
  await watcher.end((await watcher.begin(wholeDirectory, 'secret', until)).id)
  await watcher.list()
  expect(await watcher.clientStateOf(id)).toBe('secret')
  expect(await watcher.renew(id, until)).not.toBe('gone')
  await watcher.end(id)
  expect(await watcher.renew('nobody', until)).toBe('gone')
  expect(await watcher.clientStateOf('nobody')).toBeUndefined()
  await watcher.end('nobody')
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}

async function useInstalling(tenant: StandIn, personId: string) {
  const manifestId = '6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01'
  tenant.state.teamsAppId = manifestId
  const graph = tenant.graph()
  const log = { warn: (_: object, message: string) => expect(message).toBe('') }
  const appId = createAppId({ graph, manifestId, now: graph.now, log })
  const installer = createAppInstaller({ graph, appId, log })
  expect(await installer.installFor(personId)).toBe('installed')
  expect(await installer.installFor(personId)).toBe('there')
}

/** Everything the product does with Graph, once, bad luck included. */
async function useEverything(tenant: StandIn) {
  // What the calls say they need, and no more: the stand-in refuses what that does not cover.
  tenant.state.apps.tab.applicationPermissions = graphCalls.flatMap(({ permission }) => permission ?? [])
  const graph = tenant.graph()
  const directory = directoryFrom(graph)
  let cursor = ''
  for await (const page of directory.pages()) cursor = page.cursor
  for await (const page of directory.pages(cursor)) cursor = page.cursor
  for await (const _ of directory.census());
  await directory.goneAmong([tenant.state.company.people[0]!.id])
  forgetDeltaLinks(tenant.state)
  await expect(
    (async () => {
      for await (const _ of directory.pages(cursor));
    })(),
  ).rejects.toThrow()
  const [mentor, mentee] = tenant.state.company.people.filter(
    (one) => one.accountEnabled && one.userType === 'Member',
  )
  // Some have a photo and some have none: both answers are looked at.
  for (const { id } of tenant.state.company.people.slice(0, 10)) await directory.photo(id)
  await directory.channelsOf(mentor!.id)
  await useInstalling(tenant, mentor!.id)
  expect(await troubleWith(graph, mentor!.id)).toBeUndefined()
  expect(await troubleWith(graph, 'nobody')).toBe('mailbox-missing')
  const calendar = calendarFrom(graph)
  await calendar.availability(
    tenant.state.company.people.slice(0, 45),
    new Date('2026-11-30'),
    new Date('2027-03-01'),
  )
  const wish = {
    key: 'hold-1.1',
    organizer: { id: mentor!.id },
    attendees: [{ mail: mentee!.mail, name: mentee!.displayName }],
    slot: {
      firstDate: '2026-12-01',
      time: '15:00',
      minutes: 60,
      timeZone: 'Europe/Berlin',
      everyWeeks: 2,
      occurrences: 6,
    },
    subject: 'Mentoring',
    body: 'Agenda',
  }
  tenant.state.faults = [
    { service: 'graph', path: /POST .*\/events$/, kind: 'error-after', status: 504, times: 1 },
  ]
  const booked = await calendar.book(wish)
  await calendar.book({ ...wish, mayExist: true })
  await calendar.book({ ...wish, body: 'Other words' })
  const other = await calendar.book({ ...wish, key: 'hold-2.1' })
  await calendar.cancel(other, 'Ended before it began')
  await calendar.continuationOf(booked)
  const mailbox = { graph, mailbox: mentee!.mail, now: () => new Date(), log: { warn: () => {} } }
  const mail = {
    to: { address: mentor!.mail, name: mentor!.displayName },
    subject: 'A card',
    text: 'It waits.',
  }
  expect(await createMailSender(mailbox).send(mail)).toBe('sent')
  await useOccurrences(calendar, booked)
  await useSubscriptions(graph, mentor!.id)
  tenant.moveTo('2026-12-20T08:00:00Z')
  await calendar.occurrences(booked, new Date('2026-11-01'), new Date('2027-06-01'))
  await calendar.cancel(booked, 'Ended halfway')
}

interface Exchange extends Request {
  answer: { status: number; body: unknown }
}

function exchangesOf(tenant: StandIn): Exchange[] {
  const log = tenant.state.log.filter(({ service }) => service === 'graph')
  const whole = log.map(({ method, path, requestBody, status, responseBody }) => ({
    ...{ method, path: path.replace('/v1.0', ''), body: requestBody },
    answer: { status, body: responseBody },
  }))
  return [...whole, ...whole.flatMap(innerOf)]
}

function innerOf({ path, body, answer }: Exchange): Exchange[] {
  if (path !== '/$batch') return []
  const { requests } = body as { requests: { id: string; method: string; url: string; body?: unknown }[] }
  const { responses } = answer.body as { responses: { id: string; status: number; body?: unknown }[] }
  return requests.map((one) => {
    const { status, body: content } = responses.find(({ id }) => id === one.id)!
    return { method: one.method, path: one.url, body: one.body, answer: { status, body: content } }
  })
}

whenPublished('every call the product makes of Graph', () => {
  let published: ReturnType<typeof readPublished>
  let exchanges: Exchange[]

  // Not before: the body of a group that is skipped runs too.
  beforeAll(async () => {
    published = readPublished()
    const tenant = await startStandIn()
    await useEverything(tenant).finally(() => tenant.close())
    exchanges = exchangesOf(tenant)
  })

  it('is published: path, query, selected fields and body, to the last property name', () => {
    expect(exchanges.flatMap((request) => published.faultsOf(request))).toEqual([])
  })

  it('is answered by the stand-in as published', () => {
    const faults = exchanges.flatMap(({ method, path, answer }) =>
      published.faultsOfAnswer(method, path, answer),
    )
    expect(faults).toEqual([])
  })

  it('is in the list of calls, and each call of the list is made and answered well here', () => {
    const well = exchanges.filter(({ answer }) => answer.status < 300)
    const made = new Set(well.map(({ method, path }) => `${method} ${pathShape(path)}`))
    const listed = graphCalls.map(({ method, path }) => `${method} ${path}`)
    expect([...made].sort()).toEqual([...listed].sort())
  })

  it.each<[string, Request]>([
    ['a path nobody published', { method: 'GET', path: '/users/ana/holds' }],
    ['an unknown query', { method: 'GET', path: '/users/delta?$top=5' }],
    ['a missing query', { method: 'GET', path: '/users/ana/events/e1/instances?startDateTime=x' }],
    ['a field that is none', { method: 'GET', path: '/users/delta?$select=id,boss' }],
    [
      'a misspelt property',
      { method: 'POST', path: '/users/ana/events', body: { subject: 'x', showsAs: 'busy' } },
    ],
    [
      'a misspelling within',
      { method: 'POST', path: '/users/ana/events', body: { start: { dateTime: 'x', zone: 'y' } } },
    ],
    ['a body out of bounds', { method: 'POST', path: '/$batch', body: { requests: [] } }],
  ])('would be told of %s', (_, request) => {
    expect(published.faultsOf(request)).toHaveLength(1)
  })
})
