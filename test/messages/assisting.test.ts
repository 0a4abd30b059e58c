/** Somebody becomes a leader's assistant: they hear of it once, in a card that says what it is and has the way out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { installFor, pressButton, sayToBot } from '../../bot/demo/tenant.ts'
import type { Notice } from '../../bot/domain/telling/notice.ts'
import { cardForNotice } from '../../bot/messages/cards/notice.ts'
import { wordsFor } from '../../bot/messages/language/words.ts'
import { nameDelegate } from '../../bot/workflows/program/assist.ts'
import { isSubjectOver } from '../../bot/workflows/telling/notice-subject.ts'
import { chatWith } from '../support/messages-people.ts'
import { ANA, BEN, CLEO, type Stage, setStage, wordsOn } from '../support/messages-stage.ts'

let stage: Stage
beforeAll(async () => {
  let ms = 0
  stage = await setStage({
    tick: () => {
      ms += 60_000
      return ms
    },
  })
})
beforeEach(async () => {
  stage.clear()
  await stage.empty()
})
afterAll(() => stage.close())

type Assisting = Extract<Notice, { kind: 'assisting' }>
async function told(personId: string): Promise<Assisting[]> {
  const all = await stage.ports.store.notices.ofPerson(personId)
  return all.flatMap(({ notice }) => (notice.kind === 'assisting' ? [notice] : []))
}
const statesTo = async (personId: string) => (await told(personId)).map(({ state }) => state)
const drawn = (notice: Notice) =>
  cardForNotice(notice, { words: wordsFor('en'), tabLink: (place) => `https://tab/${place}` })

const names = (assistantId: string | null) => nameDelegate(stage.ports, BEN, assistantId)
async function presses(personId: string, leaderId = BEN) {
  await installFor(stage.tenant, personId)
  await sayToBot(stage.tenant, personId, 'help')
  const message = chatWith(stage, personId).at(-1)!
  return pressButton(stage.tenant, personId, message.id, 'stop-assisting', { leaderId })
}

describe('whoever is named', () => {
  it('hears of it once, however often it is said, with what it means and how to stop', async () => {
    await Promise.all([names(ANA), names(ANA)])
    await names(ANA)
    expect(await statesTo(ANA)).toEqual(['named'])
    const { card } = drawn((await told(ANA))[0]!)
    expect(wordsOn(card)).toContain('Ben Berg has named you')
    expect(wordsOn(card)).toContain('never with whom or about what')
    expect(wordsOn(card)).toContain('stop whenever you like')
    expect(JSON.stringify(card)).toContain('"verb":"stop-assisting"')
    expect(await statesTo(BEN)).toEqual([])
  })

  it('reads on the same card that it is over when another is named, or nobody any more', async () => {
    await names(ANA)
    await names(CLEO)
    expect([await statesTo(ANA), await statesTo(CLEO)]).toEqual([['over'], ['named']])
    await names(null)
    expect(await statesTo(CLEO)).toEqual(['over'])
    expect(JSON.stringify(drawn((await told(CLEO))[0]!))).not.toContain('stop-assisting')
    expect(stage.waiting.filter(({ name }) => name === 'replace-notice')).toHaveLength(2)
  })

  it('is not told of it any more where it was taken back before the card went out', async () => {
    await names(ANA)
    const card = (await told(ANA))[0]!
    expect(await isSubjectOver(stage.ports.store, ANA, card)).toBe(false)
    await names(CLEO)
    expect(await isSubjectOver(stage.ports.store, ANA, card)).toBe(true)
  })

  it('can stop by one press: nobody assists, their card says so, and the leader is told', async () => {
    await names(ANA)
    const { value } = await presses(ANA)
    expect(wordsOn(value)).toContain('You’re no longer an assistant')
    expect(await stage.ports.store.delegates.of(BEN)).toBeUndefined()
    expect(await statesTo(ANA)).toEqual(['over'])
    expect(await statesTo(BEN)).toEqual(['stopped'])
    expect(wordsOn(drawn((await told(BEN))[0]!).card)).toContain('Ana no longer does it')
  })

  it('stops nothing by a second press, nor for another who came after', async () => {
    await names(ANA)
    await Promise.all([presses(ANA), presses(ANA)])
    await presses(ANA)
    expect(await statesTo(BEN)).toEqual(['stopped'])
    await names(CLEO)
    await presses(ANA)
    expect((await stage.ports.store.delegates.of(BEN))?.assistantId).toBe(CLEO)
  })
})

it('nobody else can press it, not even the leader', async () => {
  await names(ANA)
  await presses(BEN)
  expect((await stage.ports.store.delegates.of(BEN))?.assistantId).toBe(ANA)
})
