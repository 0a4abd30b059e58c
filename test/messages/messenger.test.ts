/** Cards to people and posts to channels, through days on which Teams is slow, strict, or loses its answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Announcement, Notice } from '../../bot/domain/telling/notice.ts'
import { createMessenger } from '../../bot/messages/messenger.ts'
import type { Messenger } from '../../bot/workflows/telling/ports.ts'
import { chatWith, postsIn } from '../support/messages-people.ts'
import { ANA, BEN, NEWS, type Stage, setStage, TEAM } from '../support/messages-stage.ts'

let stage: Stage
let messenger: Messenger
/** Milliseconds of the tenant's limits and of our waiting: they pass only when somebody sleeps. */
let ms = 0

beforeAll(async () => {
  stage = await setStage({ tick: () => ms })
})
beforeEach(() => {
  ms += 7_200_000
  stage.clear()
  stage.tenant.state.installedInTeams.clear()
  messenger = createMessenger({
    adapter: stage.adapter,
    serviceUrl: `${stage.tenant.url}/teams/service/`,
    reachable: {
      get: async (id) => stage.records.reachable.get(id),
      save: stage.ports.store.reachable.save,
      remove: stage.ports.store.reachable.remove,
    },
    tabLink: (place) => `https://teams.microsoft.com/l/entity/app/${place}`,
    channelLocale: 'en-GB',
    time: {
      now: () => ms,
      sleep: async (wait) => {
        ms += wait
      },
    },
    chance: () => 0.5,
  })
})
afterAll(() => stage.close())

const install = (id: string) => Set.prototype.add.call(stage.tenant.state.installedFor, id)
const installInTeam = () => Set.prototype.add.call(stage.tenant.state.installedInTeams, TEAM)
const fault = (kind: 'throttle' | 'error-before' | 'error-after' | 'drop-after', more: object = {}) =>
  stage.tenant.state.faults.push({ service: 'teams', kind, times: 1, path: /POST/, ...more } as never)
const summaries = (id = ANA) => chatWith(stage, id).map(({ summary }) => summary)

const decision: Notice = { kind: 'decision', decision: 'approve', programName: 'Reverse 2026' }
const announcement: Announcement = {
  summaryId: 'sum-1',
  title: 'Leaders learned',
  body: 'It worked.\n\nThank you.',
  figures: [],
  programName: 'Reverse 2026',
}
/** Long enough for anything but what a test makes longer. */
const minute = 60_000
const channel = { teamId: TEAM, channelId: NEWS }
const _key = `summary.sum-1.${NEWS}`

describe('a card to a person', () => {
  it('arrives, in the language asked for, at somebody never heard from before', async () => {
    install(ANA)
    expect(await messenger.toPerson(ANA, decision, 'es')).toMatchObject({ sent: true })
    expect(summaries()).toEqual(['Tienes plaza'])
    expect(stage.records.reachable.get(ANA)).toMatchObject({ id: ANA })
  })

  it('goes to the chat we know without opening it again', async () => {
    install(ANA)
    await messenger.toPerson(ANA, decision, 'en')
    await messenger.toPerson(ANA, decision, 'en')
    const opened = stage.tenant.state.log.filter(({ path }) => path.endsWith('/v3/conversations'))
    expect(opened).toHaveLength(1)
    expect(summaries()).toHaveLength(2)
  })

  it('to somebody without the app says so, and forgets the old chat', async () => {
    stage.records.reachable.set(ANA, {
      id: ANA,
      conversationId: (await anaChat()).conversationId,
      serviceUrl: `${stage.tenant.url}/teams/service/`,
    })
    expect(await messenger.toPerson(ANA, decision, 'en')).toEqual({ sent: false, why: 'not-installed' })
    expect(stage.records.reachable.size).toBe(0)
  })

  it('opens the chat anew when Teams has forgotten it', async () => {
    install(ANA)
    const serviceUrl = `${stage.tenant.url}/teams/service/`
    stage.records.reachable.set(ANA, { id: ANA, conversationId: 'a:gone', serviceUrl })
    expect(await messenger.toPerson(ANA, decision, 'en')).toMatchObject({ sent: true })
    expect(stage.records.reachable.get(ANA)?.conversationId).not.toBe('a:gone')
    expect(summaries()).toHaveLength(1)
  })

  it('waits as long as Teams asks, and arrives once', async () => {
    install(ANA)
    fault('throttle', { retryAfterSeconds: 12, times: 2 })
    const before = ms
    expect(await messenger.toPerson(ANA, decision, 'en')).toMatchObject({ sent: true })
    expect(ms - before).toBeGreaterThanOrEqual(24_000)
    expect(summaries()).toHaveLength(1)
  })

  it.each([412, 502, 503, 504])('is tried again after %d', async (status) => {
    install(ANA)
    fault('error-before', { status })
    expect(await messenger.toPerson(ANA, decision, 'en')).toMatchObject({ sent: true })
    expect(summaries()).toHaveLength(1)
  })

  it('is given up after a bounded number of tries, loudly', async () => {
    install(ANA)
    fault('error-before', { status: 503, times: 100 })
    await expect(messenger.toPerson(ANA, decision, 'en')).rejects.toMatchObject({ status: 503 })
    expect(stage.tenant.state.log.filter(({ service }) => service === 'teams')).toHaveLength(5)
  })

  const refusedAs = (body: object) => fault('error-before', { status: 403, body })
  const code = (word: string) => ({ error: { code: word, message: 'No.' } })
  it.each<[string, object, string]>([
    ['blocked by the person', code('ConversationBlockedByUser'), 'blocked'],
    ['switched off by the administrator', code('BotDisabledByAdmin'), 'blocked'],
    ['closed for writing', { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' }, 'blocked'],
    ['without permission', code('NotEnoughPermissions'), 'blocked'],
    ['refused with a word of next year', code('SomethingNew'), 'blocked'],
    ['not in the chat', code('BotNotInConversationRoster'), 'not-installed'],
  ])('%s is not tried again', async (_, body, why) => {
    install(ANA)
    refusedAs(body)
    expect(await messenger.toPerson(ANA, decision, 'en')).toEqual({ sent: false, why })
    expect(stage.tenant.state.log.filter(({ service }) => service === 'teams')).toHaveLength(1)
  })

  it("that our own settings keep from going out is nobody else's fault, and waits", async () => {
    install(ANA)
    refusedAs(code('InvalidBotApiHost'))
    await expect(messenger.toPerson(ANA, decision, 'en')).rejects.toMatchObject({ code: 'InvalidBotApiHost' })
  })

  it('is left to the job when Teams asks for minutes', async () => {
    install(ANA)
    fault('throttle', { retryAfterSeconds: 600 })
    const before = ms
    await expect(messenger.toPerson(ANA, decision, 'en')).rejects.toMatchObject({ status: 429 })
    expect(ms - before).toBeLessThan(1_000)
  })

  it('can be replaced later', async () => {
    install(ANA)
    const sent = await messenger.toPerson(ANA, decision, 'en')
    if (!sent.sent) throw new Error('not sent')
    await messenger.replace(sent, { ...decision, decision: 'waitlist' }, 'en')
    expect(summaries()).toEqual(['You’re on the waiting list'])
  })
})

describe('cards to many', () => {
  it('never meet a limit of Teams, and everybody gets one', async () => {
    install(ANA)
    install(BEN)
    const people = Array.from({ length: 60 }, (_, at) => (at % 2 ? ANA : BEN))
    for (const id of people) await messenger.toPerson(id, decision, 'en')
    expect(stage.tenant.state.log.map(({ status }) => status)).not.toContain(429)
    expect([summaries(ANA).length, summaries(BEN).length]).toEqual([30, 30])
  })
})

describe('a Summary in a channel', () => {
  beforeEach(() => {
    installInTeam()
  })

  it('starts a thread of its own', async () => {
    const sent = await messenger.toChannel(channel, announcement, minute)
    expect(sent).toMatchObject({ sent: true })
    expect(postsIn(stage, NEWS).map(({ summary }) => summary)).toEqual(['Leaders learned'])
  })

  it('has its figures named in the language of its text, and in the usual one where that is unknown', async () => {
    const figures = [{ key: 'pairs', value: 12, unit: 'count' as const, bound: 'at-least' as const }]
    await messenger.toChannel(channel, { ...announcement, figures, language: 'es' }, minute)
    await messenger.toChannel(channel, { ...announcement, figures }, minute)
    const [spanish, usual] = postsIn(stage, NEWS).map((post) => JSON.stringify(post))
    expect(spanish).toContain('al menos 12')
    expect(spanish).toContain('Parejas en marcha')
    expect(usual).toContain('at least 12')
    expect(usual).toContain('Pairs at work')
  })

  it.each(['error-after', 'drop-after'] as const)(
    'whose answer was lost (%s) is not posted again by itself',
    async (kind) => {
      fault(kind, { status: 502 })
      await expect(messenger.toChannel(channel, announcement, minute)).rejects.toThrow('post to the channel')
      expect(postsIn(stage, NEWS)).toHaveLength(1)
    },
  )

  it('waits out a 429, which did nothing, and is posted once', async () => {
    fault('throttle', { retryAfterSeconds: 3 })
    await messenger.toChannel(channel, announcement, minute)
    expect(postsIn(stage, NEWS)).toHaveLength(1)
  })

  it('is not posted after its time is over, when another worker may be at it', async () => {
    fault('throttle', { retryAfterSeconds: 20 })
    const late = messenger.toChannel(channel, announcement, 5_000)
    await expect(late).rejects.toMatchObject({ name: 'TooLate' })
    expect(postsIn(stage, NEWS)).toEqual([])
  })

  it('in a team without the app is refused with the reason', async () => {
    stage.tenant.state.installedInTeams.clear()
    expect(await messenger.toChannel(channel, announcement, minute)).toEqual({
      sent: false,
      why: 'not-installed',
    })
  })

  it('in a channel that is gone is refused with the reason', async () => {
    const gone = { teamId: TEAM, channelId: '19:gone@thread.tacv2' }
    expect(await messenger.toChannel(gone, announcement, minute)).toEqual({ sent: false, why: 'gone' })
  })

  it('can be taken back, and taking back twice is fine', async () => {
    const sent = await messenger.toChannel(channel, announcement, minute)
    if (!sent.sent) throw new Error('not sent')
    await messenger.removeFromChannel(sent)
    await messenger.removeFromChannel(sent)
    expect(postsIn(stage, NEWS)).toEqual([])
  })
})

/** The chat's id, as it was while Ana had the app. */
async function anaChat() {
  install(ANA)
  const sent = await messenger.toPerson(ANA, decision, 'en')
  stage.tenant.state.installedFor.clear()
  if (!sent.sent) throw new Error('not sent')
  return sent
}
