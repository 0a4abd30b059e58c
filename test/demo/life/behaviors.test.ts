import { describe, expect, it } from '@jest/globals'
import { behaviors, deedFor, onlyRead, type Situation, unpressed } from '../../../bot/demo/life/behaviors.ts'
import { readCard } from '../../../bot/demo/life/card.ts'
import { characterOf, luckOf, pairCharacterOf } from '../../../bot/demo/life/character.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { cardActs } from '../../../bot/messages/cards/acts.ts'
import { cardForNotice } from '../../../bot/messages/cards/notice.ts'
import { wordsFor } from '../../../bot/messages/language/words.ts'
import { at, everyNotice } from '../../support/every-notice.ts'

const reader = { words: wordsFor('en'), tabLink: () => 'https://teams.example' }
const luck = luckOf('a company')
const drawn = (notice: Notice) => readCard(cardForNotice(notice, reader).card)

/** Of three hundred people who get this card, what each does with it. */
const deedsOf = (card: ReturnType<typeof drawn>, change: Partial<Situation> = {}) =>
  Array.from({ length: 300 }, (_, i) => {
    const pair = `mentor-${i} person-${i}`
    return deedFor({
      ...{ luck, personId: `person-${i}`, pair, session: 1, isWithVisitor: false, card },
      character: characterOf(luck, `person-${i}`),
      pairCharacter: pairCharacterOf(luck, pair),
      ...change,
    })
  })

/** Where a kind of card has several, the one on which something can be done. */
const next = { start: at, end: at, sessionId: 's' }
const asked: { [K in Notice['kind']]?: Partial<Extract<Notice, { kind: K }>> } = {
  pairing: { mayDecline: true, firstId: 's' },
  nudge: { next },
  'break-over': { next },
}

const kinds = Object.keys(everyNotice) as Notice['kind'][]

describe('every kind of card', () => {
  it.each(kinds)('%s: the company acts on it, or it is said why there is nothing to do', (kind) => {
    const card = drawn({ ...everyNotice[kind], ...asked[kind] } as Notice)
    const isActedOn = deedsOf(card).some((deed) => deed?.press)
    expect({ kind, isActedOn }).toEqual({ kind, isActedOn: !Object.hasOwn(onlyRead, kind) })
  })

  it('names no kind that there is not', () => {
    expect(Object.keys(onlyRead).filter((kind) => !kinds.includes(kind as Notice['kind']))).toEqual([])
  })

  it('has a rule or a reason for every button of the product, and for no other', () => {
    const verbs = cardActs.map(({ verb }) => verb).sort()
    expect([...Object.keys(behaviors), ...Object.keys(unpressed)].sort()).toEqual(verbs)
  })
})

describe('what people press', () => {
  it('is what the product takes: every press fits the input of its act', () => {
    for (const kind of kinds) {
      const card = drawn({ ...everyNotice[kind], ...asked[kind] } as Notice)
      for (const { press } of deedsOf(card).flatMap((deed) => deed ?? [])) {
        const act = cardActs.find(({ verb }) => verb === press?.verb)
        if (press)
          expect({ kind, press, fits: act?.input.safeParse(press.data).success }).toMatchObject({
            fits: true,
          })
      }
    }
  })

  it('both of a pair say the same of whether they met, most did, and some never say', () => {
    const card = drawn(everyNotice['check-in'])
    const one = deedsOf(card)
    const other = deedsOf(card, { character: characterOf(luck, 'somebody else') })
    const said = one.map((deed) => deed?.press?.data['held'])
    for (const [i, deed] of other.entries()) {
      const theirs = deed?.press?.data['held']
      if (theirs && said[i]) expect(theirs).toBe(said[i])
    }
    const share = (held: unknown) => said.filter((one) => one === held).length / said.length
    expect(share('yes')).toBeGreaterThan(0.6)
    expect(share('no')).toBeGreaterThan(0.02)
    expect(share(undefined)).toBeGreaterThan(0.02)
  })

  it('some stop answering in the course of the cohort, and nobody before', () => {
    const card = drawn(everyNotice['check-in'])
    const stopped = (session: number) =>
      deedsOf(card, { session }).filter((deed) => deed?.tells === 'stopped').length
    expect(stopped(1)).toBe(0)
    expect(stopped(2)).toBeGreaterThan(0)
    expect(stopped(6)).toBeGreaterThan(stopped(2))
  })

  it('a visitor’s partner answers everything, met, and calls nothing off', () => {
    const isWithVisitor = true
    for (const deed of deedsOf(drawn(everyNotice['check-in']), { isWithVisitor, session: 5 }))
      expect(deed?.press?.data['held']).toBe('yes')
    const pairing = drawn({ ...everyNotice.pairing, mayDecline: true, firstId: 's' })
    expect(deedsOf(pairing, { isWithVisitor }).every((deed) => deed === undefined)).toBe(true)
    const [mine] = deedsOf(drawn(everyNotice.ask), { isWithVisitor })
    expect(mine?.press?.data['wish']).toBe('continue')
    const ahead = drawn({ ...everyNotice['session-ahead'], start: at })
    expect(deedsOf(ahead, { isWithVisitor }).every((deed) => deed === undefined)).toBe(true)
  })
})
