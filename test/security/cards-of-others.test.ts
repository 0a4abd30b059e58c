/**
 * Buttons of cards, pressed by whom they are not for: with the ids of another pair, with words no card of ours carries, from
 * a channel, and once more with another answer. What counts is who pressed, as Teams says it, and what the record says.
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { fromChannel, fromPerson } from '../../bot/demo/teams/activity.ts'
import { deliver, invoke } from '../../bot/demo/teams/deliver.ts'
import { chatWith, settled } from '../../bot/demo/teams-server.ts'
import { pressButton, submitCard } from '../../bot/demo/tenant.ts'
import { wordsOn } from '../support/messages-stage.ts'
import { type Colleague, colleagues, type Everything, startEverything } from './everything.ts'

jest.setTimeout(120_000)

let everything: Everything
beforeAll(async () => {
  everything = await startEverything()
})
afterAll(() => everything.product.close())

const tenant = () => everything.product.tenant
const idOf = (one: Colleague) => everything.who[one]
const aMessage = (personId: string) =>
  chatWith(tenant().state, personId).messages.find(({ from }) => from === 'bot')!.id

/** Deliveries are written down so that none is taken twice; nothing else may be. */
const changedByThem = async () =>
  (await everything.changed()).filter((name) => name !== 'seen_activities' && name !== 'reachable')

/** What Teams shows whoever pressed, as words. */
async function pressed(by: Colleague, verb: string, data: Record<string, unknown>) {
  const personId = idOf(by)
  const { httpStatus, statusCode, value } = await pressButton(
    tenant(),
    personId,
    aMessage(personId),
    verb,
    data,
  )
  const words = typeof value === 'string' ? value : wordsOn(value)
  return { by, verb, isAnswered: httpStatus === 200 && statusCode === 200, words }
}

const two: Colleague[] = ['mentor', 'mentee']
const thing = (name: keyof Everything['inputs'], key = 'id') => String(everything.inputs[name][key])

/** Each button with the thing of the pair that it is about, and for whom it is. */
const buttons: [verb: string, data: () => Record<string, unknown>, meant: Colleague[]][] = [
  [
    'check-in',
    () => ({ sessionId: thing('answerCheckIn', 'sessionId'), held: 'yes', worth: '5', obstacle: 'nothing' }),
    two,
  ],
  ['change-check-in', () => ({ sessionId: thing('answerCheckIn', 'sessionId') }), two],
  ['answer-ask', () => ({ askKey: thing('answerAsk', 'key'), fit: 'no', free: '1' }), ['mentee']],
  ['change-ask', () => ({ askKey: thing('answerAsk', 'key') }), ['mentee']],
  ['cannot-make-it', () => ({ sessionId: thing('offerRepair') }), two],
  ['find-another-time', () => ({ sessionId: thing('findAnotherTime') }), two],
  ['cannot-make-it', () => ({ pairingId: thing('endPairing') }), two],
  ['choose-repair', () => ({ repairId: thing('chooseRepair'), option: 0 }), two],
  ['refuse-times', () => ({ repairId: thing('chooseRepair'), what: 'days', seen: [0, 1, 2] }), two],
  ['withdraw-repair', () => ({ repairId: thing('chooseRepair') }), ['mentee']],
  ['choose-assisted', () => ({ repairId: thing('chooseRepair'), option: 0 }), ['assistant']],
  [
    'refuse-assisted',
    () => ({ repairId: thing('chooseRepair'), what: 'times', seen: [0, 1, 2] }),
    ['assistant'],
  ],
  ['stop-assisting', () => ({ leaderId: idOf('mentee') }), ['assistant']],
  ['answer-request', () => ({ requestId: thing('answerRequest'), answer: 'accept' }), ['asked']],
  ['answer-request', () => ({ requestId: thing('answerRequest'), answer: 'not-now' }), ['asked']],
  ['answer-seat', () => ({ handoverId: thing('answerSeat'), answer: 'accepted' }), ['asked for a seat']],
  ['answer-seat', () => ({ handoverId: thing('answerSeat'), answer: 'declined' }), ['asked for a seat']],
  ['answer-place', () => ({ offerId: thing('answerPlace', 'offerId'), answer: 'take' }), ['asked']],
  ['answer-place', () => ({ offerId: thing('answerPlace', 'offerId'), answer: 'no-thanks' }), ['asked']],
  [
    'answer-invitation',
    () => ({ invitationId: thing('answerInvitation', 'invitationId'), answer: 'not-now' }),
    ['asked'],
  ],
  ['decline-pairing', () => ({ pairingId: thing('declinePairing') }), two],
  ['read-agreement', () => ({ pairingId: thing('agreement') }), two],
  [
    'sign-agreement',
    () => ({ pairingId: thing('agreement'), version: 1, template: 1, goal: 'To listen', goalStart: '2' }),
    two,
  ],
  [
    'rate-speed',
    () => ({ eventId: thing('rateSpeedMeeting'), toId: thing('rateSpeedMeeting', 'personId'), rating: 9 }),
    ['mentee'],
  ],
]
let attempts = 0

describe(`${buttons.length} buttons, each pressed by everybody whom it is not for`, () => {
  it.each(buttons)('%s', async (verb, data, meant) => {
    const names = two.map((one) => everything.product.company.byId.get(idOf(one))!.displayName)
    for (const by of colleagues.filter((one) => !meant.includes(one))) {
      // The one who asked, and the other of the two, may be shown how it stands; nothing of it is theirs to change.
      const isNear = two.includes(by) && verb.endsWith('repair')
      const answer = await pressed(by, verb, {
        ...data(),
        personId: idOf(meant[0]!),
        userId: idOf(meant[0]!),
      })
      expect({ ...answer, isAnswered: answer.isAnswered }).toMatchObject({ by, isAnswered: true })
      if (!isNear) expect(names.filter((name) => answer.words.includes(name))).toEqual([])
      attempts += 1
    }
    expect(await changedByThem()).toEqual([])
  })

  it('says the same to them as if there were no such thing', async () => {
    for (const [verb, data] of buttons) {
      const real = await pressed('employee', verb, data())
      const made = Object.fromEntries(
        Object.entries(data()).map(([key, value]) => [
          key,
          /Id$/.test(key) ? '00000000-0000-4000-8000-000000000009' : value,
        ]),
      )
      expect(await pressed('employee', verb, made)).toEqual(real)
      attempts += 2
    }
  })

  it('were far more than the 36 that were once tried by hand', () => {
    expect(attempts).toBeGreaterThan(200)
  })
})

describe('the same buttons', () => {
  it.each(buttons)(
    '%s is not answered where others read along, even by the one it is for',
    async (verb, data, meant) => {
      const { company } = everything.product
      const [team] = company.teams
      const { channel } = tenant()
      for (const by of meant) {
        const action = { type: 'Action.Execute', verb, data: data() }
        const activity = fromChannel(channel, company.byId.get(idOf(by))!, team!, team!.channels[0]!.id, {
          ...{ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } },
        })
        const { status, body } = await invoke(channel, activity)
        const { type } = body as { type?: string }
        expect({ by, status, type }).toEqual({
          by,
          status: 200,
          type: 'application/vnd.microsoft.activity.message',
        })
      }
      expect(await changedByThem()).toEqual([])
    },
  )

  /** Without this, that nobody else is answered would mean nothing. */
  it.each(buttons)('%s does or shows something for whoever it is for', async (verb, data, meant) => {
    const { words } = await pressed(meant[0]!, verb, data())
    const isShown = words !== (await pressed('employee', verb, data())).words
    const isStored = (await changedByThem()).length > 0
    if (isStored) await everything.restore()
    expect(isShown || isStored).toBe(true)
  })
})

describe('words that no card of ours carries', () => {
  const odd: [string, string, Record<string, unknown>][] = [
    ['another verb', 'approve-pairings', {}],
    ['a verb of every object', '__proto__', {}],
    ['a verb of every object', 'constructor', { sessionId: 'x' }],
    ['a verb in other case', 'CHECK-IN', { sessionId: 'x', held: 'yes', worth: '5', obstacle: 'nothing' }],
    ['no data', 'check-in', {}],
    ['data of another kind', 'check-in', { sessionId: { $ne: '' }, held: ['yes'], obstacle: 'nothing' }],
    ['an option there is not', 'choose-repair', { repairId: 'x', option: 999 }],
    ['an option that is none', 'choose-repair', { repairId: 'x', option: '0 or 1=1' }],
    ['an answer there is not', 'answer-seat', { handoverId: 'x', answer: 'approved' }],
    ['a very long id', 'decline-pairing', { pairingId: 'x'.repeat(10_000) }],
    ['a date of yesterday', 'pause-until', { until: '2020-01-01' }],
    ['a date that is none', 'pause-until', { until: "2031-01-01'; drop table people; --" }],
  ]
  it.each(odd)('%s (%s) brings an answer and changes nothing', async (_what, verb, data) => {
    for (const by of ['mentor', 'employee'] as const)
      expect(await pressed(by, verb, data)).toMatchObject({ isAnswered: true })
    expect(await changedByThem()).toEqual([])
  })
})

describe('pressed again', () => {
  it('by the same person with another answer through an old client is theirs alone, and by another it is nothing', async () => {
    const data = { sessionId: thing('answerCheckIn', 'sessionId'), held: 'no', obstacle: 'time' }
    const submit = async (by: Colleague) => {
      await submitCard(tenant(), idOf(by), aMessage(idOf(by)), { verb: 'check-in', ...data })
      await settled(tenant().channel)
    }
    await submit('of another pair')
    await submit('line manager')
    await submit('assistant')
    expect(await changedByThem()).toEqual([])
  })

  it('as a message that was heard already, with another answer in it: the first one stays', async () => {
    const { product } = everything
    const { channel } = tenant()
    const id = idOf('mentee')
    const pause = (days: number) => {
      const until = new Date(product.ports.clock.now().getTime() + days * 86_400_000)
        .toISOString()
        .slice(0, 10)
      return { type: 'message', value: { verb: 'pause-until', until } }
    }
    const mine = () => product.ports.store.participants.of(thing('board'), id)
    const first = fromPerson(channel, product.company.byId.get(id)!, pause(20))
    const before = await mine()
    expect((await deliver(channel, first)).status).toBeLessThan(300)
    const paused = await mine()
    expect(paused).not.toEqual(before)
    const said = chatWith(tenant().state, id).messages.length
    for (const again of [first, { ...first, ...pause(40) }])
      expect((await deliver(channel, again)).status).toBeLessThan(300)
    expect(await mine()).toEqual(paused)
    expect(chatWith(tenant().state, id).messages).toHaveLength(said)
    await everything.restore()
  })

  it('and delivered twice by Teams: a seat is taken once', async () => {
    const { channel } = tenant()
    channel.deliverTwice = true
    const answer = await pressed('asked for a seat', 'answer-seat', {
      ...{ handoverId: thing('answerSeat'), answer: 'declined' },
    })
    channel.deliverTwice = false
    expect(answer.isAnswered).toBe(true)
    const { store } = everything.product.ports
    expect((await store.handovers.get(thing('answerSeat')))!.state).toBe('declined')
    const deeds = (await store.audit.list(50)).filter(({ actorId }) => actorId === idOf('asked for a seat'))
    expect(deeds).toHaveLength(1)
    await everything.restore()
  })
})
