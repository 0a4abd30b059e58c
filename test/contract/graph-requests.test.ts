import { describe, expect, it } from '@jest/globals'
import { forgetDeltaLinks } from '../../bot/demo/graph-server.ts'
import type { Booking } from '../../bot/domain/scheduling/hold.ts'
import { findInCatalog } from '../../bot/graph/app-catalog.ts'
import { calendarFrom } from '../../bot/graph/calendar.ts'
import { graphCalls } from '../../bot/graph/calls.ts'
import { directoryFrom } from '../../bot/graph/directory.ts'
import { createAppInstaller } from '../../bot/graph/install-app.ts'
import { pathShape } from '../../bot/graph/path-shape.ts'
import { createMailSender } from '../../bot/graph/send-mail.ts'
import { watcherFrom } from '../../bot/graph/subscriptions.ts'
import { type StandIn, startStandIn } from '../graph/stand-in.ts'
import { isPublished, type Request, readPublished } from './published-graph.ts'

const whenPublished = isPublished ? describe : describe.skip

const urls = { notifications: 'http://localhost:9/notifications', lifecycle: 'http://localhost:9/lifecycle' }

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

async function useSubscriptions(watcher: ReturnType<typeof watcherFrom>, mailbox: string) {
  await watcher.list()
  // Nobody listens at that address, so Graph refuses: what was asked is what is looked at here.
  await expect(watcher.begin(mailbox, 'secret', new Date('2026-12-03T08:00:00Z'))).rejects.toThrow()
  expect(await watcher.renew('nobody', new Date('2026-12-03T08:00:00Z'))).toBe('gone')
  expect(await watcher.clientStateOf('nobody')).toBeUndefined()
  await watcher.end('nobody')
}

/** Everything the product does with Graph, once, bad luck included. */
async function useEverything(tenant: StandIn) {
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
  await directory.photo(mentor!.id)
  await directory.channelsOf(mentor!.id)
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
  await calendar.troubleWith(mentor!.id)
  await calendar.continuationOf(booked)
  const installer = createAppInstaller({
    graph,
    appId: { inCatalog: async () => (await findInCatalog(graph, "it's none")) ?? 'an-app' },
    log: { warn() {} },
  })
  await installer.installFor(mentor!.id)
  const mailbox = { graph, mailbox: mentee!.mail, now: () => new Date(), log: { warn: () => {} } }
  await createMailSender(mailbox).send({
    ...{ to: { address: mentor!.mail, name: mentor!.displayName }, subject: 'A card', text: 'It waits.' },
  })
  await useOccurrences(calendar, booked)
  await useSubscriptions(watcherFrom(graph, urls), mentor!.id)
  tenant.moveTo('2026-12-20T08:00:00Z')
  await calendar.occurrences(booked, new Date('2026-11-01'), new Date('2027-06-01'))
  await calendar.cancel(booked, 'Ended halfway')
}

function requestsOf(tenant: StandIn): Request[] {
  const log = tenant.state.log.filter(({ service }) => service === 'graph')
  const whole = log.map(({ method, path, requestBody }) => ({
    method,
    path: path.replace('/v1.0', ''),
    body: requestBody,
  }))
  const inner = whole.flatMap(({ path, body }) =>
    path === '/$batch'
      ? (body as { requests: { method: string; url: string; body?: unknown }[] }).requests
      : [],
  )
  return [...whole, ...inner.map(({ method, url, body }) => ({ method, path: url, body }))]
}

whenPublished('every request the product makes of Graph', () => {
  const published = isPublished ? readPublished() : undefined

  it('is published: path, query, selected fields and body, to the last property name', async () => {
    const tenant = await startStandIn()
    await useEverything(tenant).finally(() => tenant.close())
    const requests = requestsOf(tenant)
    expect(requests.flatMap((request) => published!.faultsOf(request))).toEqual([])
    const made = new Set(requests.map(({ method, path }) => `${method} ${pathShape(path)}`))
    expect([...made].sort()).toEqual(graphCalls.map(({ method, path }) => `${method} ${path}`).sort())
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
    expect(published!.faultsOf(request)).toHaveLength(1)
  })
})
