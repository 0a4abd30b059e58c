/** What can be done on a card and on a page is called the same on both, and asked in the same order. */
import { describe, expect, it } from '@jest/globals'
import { checkInCard } from '../../bot/messages/cards/meeting/check-in.ts'
import { cardForNotice } from '../../bot/messages/cards/notice.ts'
import { fill, languageOf } from '../../bot/words/sentence.ts'
import { choiceStrings } from '../../tab/src/pages/my-mentoring/choice-strings.ts'
import { strings } from '../../tab/src/pages/my-mentoring/strings.ts'
import { cards, locales, readerIn } from '../support/cards.ts'
import { everyNotice } from '../support/every-notice.ts'

type Node = Record<string, unknown>
function nodesOf(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(nodesOf)
  return Array.isArray(node) ? below : [node as Node, ...below]
}

describe.each(locales)('in %s', (locale) => {
  const language = languageOf(locale)
  const reader = readerIn(locale)

  it('declining a pairing has one name', () => {
    const page = choiceStrings[language]
    const presses = nodesOf(cards['pairing-declinable']!(reader).card).filter(
      ({ type, verb }) => type === 'Action.Execute' && verb === 'decline-pairing',
    )
    const names = new Set([page.decline, page['decline.confirm'], ...presses.map(({ title }) => title)])
    expect(presses).toHaveLength(1)
    expect([...names]).toEqual([page.decline])
  })

  it('a session is asked about in the same words and in the same order', () => {
    const page = strings[language]
    const { card } = cardForNotice(everyNotice['check-in'], reader)
    const inputs = nodesOf(card).filter(({ type }) => type === 'Input.ChoiceSet')
    expect(inputs.map(({ label }) => label)).toEqual([page['check.held'], page['check.worth']])
    expect(JSON.stringify(card)).toContain(String(page['check.obstacle']))
    const [held, worth] = inputs.map(({ choices }) => choices as { title: string; value: string }[])
    expect(held!.map(({ value }) => value)).toEqual(['yes', 'no'])
    expect(worth!.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5'])
    expect(worth![0]!.title).toContain(fill(page['check.worth.1'], {}, language))
    expect(worth![4]!.title).toContain(fill(page['check.worth.5'], {}, language))
  })

  it('what got in the way is offered in the order of the page', () => {
    const question = {
      sessionId: 's',
      number: 1,
      partner: { id: 'p', name: 'P' },
      startedAt: new Date(0),
      timeZone: 'UTC',
    }
    const offered = nodesOf(checkInCard(question, reader).card).flatMap(({ type, verb, data }) =>
      type === 'Action.Execute' && verb === 'check-in' ? [(data as { obstacle: string }).obstacle] : [],
    )
    expect(offered).toEqual(['nothing', 'time', 'topic', 'technology', 'relationship', 'other'])
  })
})
