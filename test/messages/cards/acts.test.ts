/**
 * Cards lie in people's chats for months and are pressed whenever somebody scrolls back to them. What they say therefore
 * stays: the list below only grows, and no line of it changes.
 */
import { describe, expect, it } from '@jest/globals'
import { cardActs } from '../../../bot/messages/cards/acts.ts'
import { isCommand } from '../../../bot/messages/on-message.ts'
import { cards, readerIn } from '../../support/cards.ts'

/** A press as Teams brings it, with the words of today's cards, and what is read of it. */
const sent: [verb: string, data: Record<string, unknown>, read: object][] = [
  [
    'check-in',
    { sessionId: 's1', obstacle: 'time', held: 'yes', worth: '4' },
    { sessionId: 's1', obstacle: 'time', held: true, worth: 4 },
  ],
  [
    'check-in',
    { sessionId: 's1', obstacle: 'nothing', held: 'no', worth: '' },
    { sessionId: 's1', obstacle: 'nothing', held: false },
  ],
  ['change-check-in', { sessionId: 's1' }, { sessionId: 's1' }],
  [
    'answer-ask',
    { askKey: 'midpoint.p1.ana', fit: 'yes', free: '1' },
    { askKey: 'midpoint.p1.ana', given: { fit: 'yes', free: '1' } },
  ],
  ['change-ask', { askKey: 'midpoint.p1.ana' }, { askKey: 'midpoint.p1.ana' }],
  ['answer-request', { requestId: 'q1', answer: 'accept' }, { requestId: 'q1', answer: 'accept' }],
  ['answer-request', { requestId: 'q1', answer: 'not-now' }, { requestId: 'q1', answer: 'not-now' }],
  ['answer-seat', { handoverId: 'h1', answer: 'accepted' }, { handoverId: 'h1', answer: 'accepted' }],
  ['answer-seat', { handoverId: 'h1', answer: 'declined' }, { handoverId: 'h1', answer: 'declined' }],
  ['answer-place', { offerId: 'o1', answer: 'take' }, { offerId: 'o1', answer: 'take' }],
  ['answer-place', { offerId: 'o1', answer: 'no-thanks' }, { offerId: 'o1', answer: 'no-thanks' }],
  ['answer-invitation', { invitationId: 'i1', answer: 'not-now' }, { invitationId: 'i1', answer: 'not-now' }],
  ['decline-pairing', { pairingId: 'p1' }, { pairingId: 'p1' }],
  ['read-agreement', { pairingId: 'p1' }, { pairingId: 'p1' }],
  [
    'sign-agreement',
    { pairingId: 'p1', version: 2, template: 1, goal: 'Listen longer', goalStart: '3' },
    { pairingId: 'p1', version: 2, template: 1, goal: 'Listen longer', goalStart: 3 },
  ],
  ['choose-assisted', { repairId: 'r1', option: 2 }, { repairId: 'r1', option: 2 }],
  [
    'refuse-assisted',
    { repairId: 'r1', what: 'times', seen: ['0', 2] },
    { repairId: 'r1', what: 'times', seen: [0, 2] },
  ],
  ['tick-duty', { cohortId: 'c1', duty: 'kickoff' }, { cohortId: 'c1', duty: 'kickoff' }],
  ['stop-assisting', { leaderId: 'ben' }, { leaderId: 'ben' }],
  ['rate-speed', { eventId: 'e1', toId: 'ben', rating: '8' }, { eventId: 'e1', toId: 'ben', rating: 8 }],
  ['cannot-make-it', { sessionId: 's1' }, { sessionId: 's1' }],
  [
    'cannot-make-it',
    { sessionId: 's1', at: '2026-03-12T14:00:00.000Z', isAnswer: true },
    { sessionId: 's1', at: '2026-03-12T14:00:00.000Z', isAnswer: true },
  ],
  ['find-another-time', { sessionId: 's1' }, { sessionId: 's1' }],
  ['cannot-make-it', { pairingId: 'p1' }, { pairingId: 'p1' }],
  ['choose-repair', { repairId: 'r1', option: 0 }, { repairId: 'r1', option: 0 }],
  [
    'refuse-times',
    { repairId: 'r1', what: 'days', seen: ['0', 2] },
    { repairId: 'r1', what: 'days', seen: [0, 2] },
  ],
  ['withdraw-repair', { repairId: 'r1' }, { repairId: 'r1' }],
  ['pause-until', { until: '2026-04-01' }, { until: '2026-04-01' }],
  ['resume', { until: '2026-04-01' }, { until: '2026-04-01' }],
]
const commands = ['my-mentoring', 'next-session', 'not-coming', 'pause', 'leave', 'help']

const actOf = (verb: string) => cardActs.find((one) => one.verb === verb)

describe('what cards in chats say', () => {
  it.each(sent)('%s with %j is understood', (verb, data, read) => {
    expect(actOf(verb)?.input.parse(data)).toEqual(read)
  })

  it('is all that a button can do, each verb once', () => {
    expect(cardActs.map(({ verb }) => verb).sort()).toEqual([...new Set(sent.map(([verb]) => verb))].sort())
  })

  it.each(commands)('%s is answered as if it had been written', (command) => {
    expect(isCommand(command)).toBe(true)
    expect(actOf(command)).toBeUndefined()
  })

  it.each(['__proto__', 'constructor', 'toString', ''])('"%s" is no command', (verb) => {
    expect(isCommand(verb)).toBe(false)
  })
})

describe('every button that a card of today has', () => {
  const buttons = Object.entries(cards).flatMap(([name, make]) =>
    [...nodesOf(make(readerIn('en-GB')).card)]
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ verb, data }) => [name, verb as string, data as Record<string, unknown>] as const),
  )

  it('is found by this test', () => {
    const pressed = new Set(buttons.map(([, verb]) => verb))
    expect([...sent.map(([verb]) => verb), ...commands].filter((verb) => !pressed.has(verb))).toEqual([])
  })

  it.each(buttons)('on %s: %s is one that the bot knows, and brings what it needs', (_card, verb, data) => {
    if (commands.includes(verb)) return
    // What somebody picks on the card itself comes along with what the button has.
    expect(actOf(verb)?.input.safeParse(data)).toMatchObject({ success: true })
  })
})

function* nodesOf(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Record<string, unknown>
  for (const child of Object.values(node)) yield* nodesOf(child)
}
