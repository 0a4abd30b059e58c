/** A pair is over: no card about it that was sent before can be pressed any more, and each says what became of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { cardForNotice } from '../../../bot/messages/cards/notice.ts'
import { wordsFor } from '../../../bot/messages/language/words.ts'
import { completePairings } from '../../../bot/workflows/pairing/complete-pairings.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import type { Ports } from '../../../bot/workflows/ports.ts'
import { nameDelegate } from '../../../bot/workflows/program/assist.ts'
import { askForRepair } from '../../../bot/workflows/scheduling/repair/ask-for-repair.ts'
import { deliverNotice, tell } from '../../../bot/workflows/telling/deliver-notice.ts'
import { type Booked, bookedProduct, runOnly } from '../../support/keeping.ts'

let product: Awaited<ReturnType<typeof bookedProduct>>['product']
let booked: Booked[]
let cohortId: string
beforeAll(async () => {
  ;({ product, booked, cohortId } = await bookedProduct())
})
afterAll(() => product.close())

const words = wordsFor('en')
const drawn = (notice: Notice) =>
  JSON.stringify(cardForNotice(notice, { words, tabLink: (to) => `https://tab/${to}` }))
const arriving = (): Ports => ({
  ...product.ports,
  messenger: {
    ...product.ports.messenger,
    toPerson: async () => ({ sent: true, conversationId: 'c', activityId: 'a' }),
  },
})
async function sent(key: string, personId: string, notice: Notice) {
  await tell(product.ports, key, personId, notice)
  await deliverNotice(arriving(), key)
  expect((await product.ports.store.notices.get(key))?.state).toBe('sent')
}
const all = (personId: string) => product.ports.store.notices.ofPerson(personId)

/** Every card that this pair may have had, sent to both; and a search for another time, which the assistant hears of too. */
async function withCards({ pairing, sessions }: Booked, assistant: string) {
  const { id: pairingId, mentorId, menteeId } = pairing
  for (const personId of [mentorId, menteeId]) {
    const next = sessions[0]!
    await product.ports.store.reachable.save({
      id: personId,
      conversationId: 'c',
      serviceUrl: 'https://teams',
    })
    const partner = { id: 'p', name: 'Partner' }
    const span = { start: next.startsAt, end: next.endsAt }
    const timeZone = 'UTC'
    const about = { pairingId, partner }
    await sent(`nudge.${pairingId}.${personId}`, personId, {
      ...{ kind: 'nudge', ...about, sessions: 2, next: { ...span, sessionId: next.id }, timeZone },
    })
    await sent(`agreement.${pairingId}.${personId}`, personId, {
      ...{ kind: 'agreement', ...about, version: 2, why: 'changed' },
    })
    await sent(`ahead.${pairingId}.${personId}`, personId, {
      ...{
        kind: 'session-ahead',
        ...about,
        sessionId: next.id,
        number: 1,
        theme: 'show-me',
        openActions: 0,
        mySide: 'mentor',
      },
      ...{ ...span, timeZone },
    })
  }
  await product.ports.store.reachable.save({
    id: assistant,
    conversationId: 'c',
    serviceUrl: 'https://teams',
  })
  await nameDelegate(product.ports, menteeId, assistant)
  await askForRepair(product.ports, sessions[0]!.id, mentorId)
  await runOnly(product, 'offer-repair')
  for (const personId of [mentorId, menteeId, assistant])
    for (const { key, state } of await all(personId))
      if (state === 'waiting') await deliverNotice(arriving(), key)
}

const verbs = [
  'cannot-make-it',
  'read-agreement',
  'choose-repair',
  'withdraw-repair',
  'refuse-times',
  'choose-assisted',
  'refuse-assisted',
]
const pressable = async (personId: string) =>
  (await all(personId)).filter(
    ({ state, notice }) =>
      state === 'sent' && verbs.some((verb) => drawn(notice).includes(`"verb":"${verb}"`)),
  )

describe.each([
  ['ended by the Organizer before they met', 'This pairing won’t go ahead'],
  ['ended after they met', 'This pairing has ended'],
  ['brought to its end by the close of the Cohort', 'Your program has come to its end'],
])('a pair that is %s', (how, title) => {
  it('has no button left on either’s cards or on the assistant’s', async () => {
    const one = booked[['before', 'after', 'close'].findIndex((word) => how.includes(word))]!
    const { mentorId, menteeId, id } = one.pairing
    const assistant = product.company.personas.communications
    await withCards(one, assistant)
    const before = await Promise.all([mentorId, menteeId, assistant].map(pressable))
    expect(before.map((cards) => cards.length > 0)).toEqual([true, true, true])
    product.waiting.length = 0

    if (how.includes('after')) {
      const [first] = await product.ports.store.sessions.ofPairing(id)
      await product.ports.store.sessions.save({ ...first!, ...pastOf(first!) })
    }
    if (how.includes('close')) {
      const cohort = (await product.ports.store.cohorts.get(cohortId))!
      await product.ports.store.cohorts.save({ ...cohort, stage: 'closed' })
      await completePairings(product.ports)
    } else await endPairing(product.ports, id, product.company.personas.organizer)

    for (const personId of [mentorId, menteeId, assistant]) expect(await pressable(personId)).toEqual([])
    const changed = product.waiting.flatMap(({ name, payload }) =>
      name === 'replace-notice' ? [(payload as { noticeKey: string }).noticeKey] : [],
    )
    for (const { key } of before.flat()) expect(changed).toContain(key)
    for (const key of [`nudge.${id}.${mentorId}`, `agreement.${id}.${menteeId}`, `ahead.${id}.${mentorId}`])
      expect(drawn((await product.ports.store.notices.get(key))!.notice)).toContain(title)
    const offered = (await all(assistant)).filter(({ notice }) => notice.kind === 'assisted-repair')
    expect(offered.map(({ notice }) => drawn(notice).includes('A session is off'))).toContain(true)
    for (const { notice } of offered) expect(drawn(notice)).not.toMatch(/pairing|ended/i)
  })
})

function pastOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const back = startsAt.getTime() - product.ports.clock.now().getTime() + 3_600_000 * 30
  return { startsAt: new Date(startsAt.getTime() - back), endsAt: new Date(endsAt.getTime() - back) }
}
