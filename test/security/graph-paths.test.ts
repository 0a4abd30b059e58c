/** An id is a name, never a way: whatever it holds, no request to Graph leaves the path that its caller meant. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { namedChannel } from '../../bot/contract/shapes.ts'
import { calendarFrom } from '../../bot/graph/calendar.ts'
import { directoryFrom } from '../../bot/graph/directory.ts'
import { watcherFrom } from '../../bot/graph/subscriptions.ts'
import { type LocalGraph, startLocalGraph } from '../graph/local-graph.ts'

let local: LocalGraph

beforeAll(async () => {
  local = await startLocalGraph(() => ({ json: { value: [], id: 'one', expirationDateTime: '2026-12-01' } }))
})
afterAll(() => local.close())

const hostile = [
  '../../me',
  '..',
  '.',
  '',
  '%2e%2e',
  '..%2f..%2fme',
  'a/../../me',
  'a?$select=mail',
  'a#b',
  'a/b',
  '\\..\\me',
  '//evil.example',
  'https://evil.example/',
  'a;b',
  'a%00b',
  'a\u0000b',
  'a\r\nHost: evil.example',
  "a'b",
  'a b',
  '…',
]

/** Everything of ours that puts an id into a path, and the path it means. */
const calls: [string, (id: string) => Promise<unknown>, RegExp][] = [
  [
    'a person whose photo is read',
    (id) => directoryFrom(local.graph()).photo(id),
    /^\/users\/[^/?]+\/photo\/\$value$/,
  ],
  [
    'a person whose teams are read',
    (id) => directoryFrom(local.graph()).channelsOf(id),
    /^\/users\/[^/?]+\/joinedTeams$/,
  ],
  [
    'a mailbox in which a series is looked for',
    (id) => calendarFrom(local.graph()).seriesNow({ organizerId: id, eventId: 'event' }),
    /^\/users\/[^/?]+\/events\/event(\/instances)?\?/,
  ],
  [
    'an event that is looked for',
    (id) => calendarFrom(local.graph()).singleNow({ organizerId: 'ana', eventId: id }),
    /^\/users\/ana\/events\/[^/?]+\?/,
  ],
  [
    'a subscription that is renewed',
    (id) => watcherFrom(local.graph(), urls).renew(id, new Date(0)),
    /^\/subscriptions\/[^/?]+$/,
  ],
  [
    'a subscription that is asked for its secret',
    (id) => watcherFrom(local.graph(), urls).clientStateOf(id),
    /^\/subscriptions\/[^/?]+$/,
  ],
  [
    'a subscription that is ended',
    (id) => watcherFrom(local.graph(), urls).end(id),
    /^\/subscriptions\/[^/?]+$/,
  ],
]
const urls = { notifications: 'https://mentoring.example/a', lifecycle: 'https://mentoring.example/b' }

describe(`${hostile.length} hostile ids in ${calls.length} places: ${hostile.length * calls.length} attempts`, () => {
  it.each(calls)('%s', async (_what, call, meant) => {
    for (const id of hostile) {
      const before = local.asked.length
      // What cannot be part of a path at all is an error here, before anything is sent.
      await call(id).catch(() => undefined)
      for (const { path } of local.asked.slice(before)) {
        expect({ id, path }).toEqual({ id, path: expect.stringMatching(meant) })
        expect(path).not.toMatch(/\/(\.|%2e){1,2}(\/|$|\?)/i)
      }
    }
  })

  it('the id of a mailbox that is listened to stays one part of its resource', async () => {
    for (const id of hostile) {
      const before = local.asked.length
      await watcherFrom(local.graph(), urls)
        .begin(id, 'secret', new Date(0))
        .catch(() => undefined)
      for (const { body } of local.asked.slice(before)) {
        const { resource } = body as { resource: string }
        expect(resource).toMatch(/^\/users\/[^/?]+\/events$/)
        expect(new URL(resource, 'https://graph.microsoft.com/v1.0').pathname).toBe(resource)
      }
    }
  })

  it('an id that is no name is refused, and nothing is asked', async () => {
    for (const id of ['', '.', '..', 'a\u0000b', 'a\r\nb']) {
      const before = local.asked.length
      await expect(directoryFrom(local.graph()).photo(id)).rejects.toMatchObject({ code: 'bad-id' })
      expect(local.asked.length).toBe(before)
    }
  })
})

it('a team is named by the id that Entra gave it, and by nothing else', () => {
  const channel = (teamId: string) =>
    namedChannel.safeParse({ teamId, channelId: '19:a@thread.tacv2' }).success
  expect(channel('6f1a3c9e-0d8b-4c55-9a63-2e1f0b7d4a10')).toBe(true)
  for (const teamId of hostile) expect(channel(teamId)).toBe(false)
})
