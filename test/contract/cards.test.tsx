/** What every card owes Teams: its schema, its size, a line for the notification, and people's words taken literally. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { cards, hostile, hostileCards, locales, readerIn } from '../support/cards.ts'

const require = createRequire(import.meta.url)
const schemaFile = new URL('../../../shared/reference/adaptive-card.schema.json', import.meta.url)

const everyCard = Object.entries({ ...cards, ...prefixed('hostile', hostileCards) }).flatMap(([name, make]) =>
  locales.map((locale) => [name, locale, make(readerIn(locale))] as const),
)

function prefixed<T>(word: string, all: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [`${word} ${name}`, one]))
}

/** Every object in a card, wherever it is. */
function* nodesOf(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Record<string, unknown>
  for (const child of Object.values(node)) yield* nodesOf(child)
}

/** Teams draws faces by an element of its own, which schema and library do not know; other clients leave it out. */
function withoutFaces<T>(node: T): T {
  if (Array.isArray(node)) return node.filter(({ type }) => type !== 'Component').map(withoutFaces) as T
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutFaces(value)])) as T
}

describe('every card', () => {
  it.each(everyCard)(
    '%s in %s has a line for the notification, and says it on old clients too',
    (...[, , message]) => {
      expect(message.summary.trim()).not.toBe('')
      expect(message.card['fallbackText']).toBe(message.summary)
    },
  )

  it.each(everyCard)('%s in %s stays under 28 KB as Teams counts', (...[, , { card }]) => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(28 * 1024)
  })

  it.each(everyCard)('%s in %s leaves no gap unfilled', (...[name, , message]) => {
    const text = JSON.stringify(message)
    if (!name.startsWith('hostile')) expect(text).not.toMatch(/\{\w+\}/)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })

  it.each(everyCard)(
    '%s in %s has a way back for each button and a text for each picture',
    (...[, , { card }]) => {
      for (const node of nodesOf(card)) {
        if (node['type'] === 'Action.Execute') {
          const { verb, data, title } = node as { verb: string; data: object; title: string }
          expect(node['fallback']).toMatchObject({ type: 'Action.Submit', title, data: { verb, ...data } })
        }
        if (node['type'] === 'Image') expect(node['altText']).toBeTruthy()
        if (node['type'] === 'Action.OpenUrl') expect(String(node['url'])).toMatch(/^https:\/\//)
      }
    },
  )

  it.each(everyCard)('%s in %s has no more buttons in a row than a phone shows', (...[, , { card }]) => {
    for (const { actions } of nodesOf(card) as Iterable<{ actions?: unknown[] }>) {
      expect(actions?.length ?? 0).toBeLessThanOrEqual(3)
    }
  })

  it('in Arabic runs from right to left, in the others does not', () => {
    for (const [, locale, { card }] of everyCard) expect(card['rtl'] ?? false).toBe(locale === 'ar')
  })
})

describe('what people wrote', () => {
  const named = Object.entries(hostileCards)
  it.each(named)('is taken literally on the card %s', (_name, make) => {
    const { card } = make(readerIn('en-GB'))
    let seen = 0
    for (const { type, text } of nodesOf(card)) {
      if (typeof text !== 'string' || !text.includes('evil.test')) continue
      seen += 1
      // Only a TextRun shows its text as it is; a TextBlock would make a link of it.
      expect(type).toBe('TextRun')
    }
    expect(seen).toBeGreaterThan(0)
    expect(JSON.stringify(card)).not.toContain('"entities"')
  })

  it('never becomes a button or an address', () => {
    for (const make of Object.values(hostileCards)) {
      for (const node of nodesOf(make(readerIn('en-GB')).card)) {
        if (String(node['type']).startsWith('Action.'))
          expect(JSON.stringify(node)).not.toContain('evil.test')
      }
    }
  })
})

describe('what a card keeps to itself', () => {
  it('a hidden figure leaves no trace in the post', () => {
    const text = JSON.stringify(cards['summary-post']!(readerIn('en-GB')).card)
    expect(text).toContain('118')
    expect(text).toContain('91%')
    expect(text).not.toContain('say Mentors')
  })

  it('ratings, rank and waiting are no reason told to a pair', () => {
    const text = JSON.stringify(cards['pairing-mentor']!(readerIn('en-GB')).card)
    expect(text).toContain('AI tools and social media')
    expect(text).not.toMatch(/rating|byMentor|grades/)
  })

  it('no card that answers a request, in any language, has a word for "no"', () => {
    for (const name of [
      ...['request-set-aside', 'request-over', 'answer-none', 'pairing-off', 'pairing-ended'],
      ...['request-left-open', 'answer-left-open'],
    ])
      for (const locale of locales)
        expect(JSON.stringify(cards[name]!(readerIn(locale)).card)).not.toMatch(
          /reject|declin|refus|turned down|rechaz|deneg|رفض|مرفوض/i,
        )
  })

  it('the card of a new pair has a face, what each brings, and a first word to say', () => {
    const { card } = cards['pairing-mentor']!(readerIn('en-GB'))
    const nodes = [...nodesOf(card)]
    expect(nodes).toContainEqual(
      expect.objectContaining({
        ...{ type: 'Component', name: 'graph.microsoft.com/user', fallback: 'drop' },
        properties: expect.objectContaining({ id: 'b2f1' }),
      }),
    )
    expect(JSON.stringify(card)).toContain('You bring what')
    const [first, ...others] = nodes.filter(({ type }) => String(type).startsWith('Action.'))
    expect(first).toMatchObject({ title: 'Say hello' })
    expect(String(first!['url'])).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=/)
    expect(others.map(({ title }) => title)).not.toContain('Join')
  })

  it('of a speed meeting call the one whose turn it is first, and where all began last and by its name', () => {
    const titles = (name: 'speed-round' | 'speed-round-called') =>
      [...nodesOf(cards[name]!(readerIn('en-GB')).card)].flatMap(({ type, title }) =>
        type === 'Action.OpenUrl' ? [title] : [],
      )
    expect(titles('speed-round')).toEqual(['Call', 'Open the timer', 'Opening meeting'])
    expect(titles('speed-round-called')).toEqual(['Open the timer', 'Opening meeting'])
  })

  it('declining stands under “More”, and takes two presses, the second stands under what it means', () => {
    const { card } = cards['pairing-declinable']!(readerIn('en-GB'))
    const nodes = [...nodesOf(card)]
    const shown = nodes.find(({ type }) => type === 'Action.ShowCard') as { card: { actions: object[] } }
    expect(shown.card.actions).toEqual([
      expect.objectContaining({ verb: 'decline-pairing', data: { pairingId: 'p1' } }),
    ])
    const direct = [card['actions'], card['body']].flat() as { verb?: string }[]
    expect(direct.filter(({ verb }) => verb === 'decline-pairing')).toEqual([])
    expect(JSON.stringify(cards['pairing-mentor']!(readerIn('en-GB')))).not.toContain('decline-pairing')
  })

  it('a channel post has nothing to press and nothing about one person', () => {
    const { card } = cards['summary-post']!(readerIn('en-GB'))
    expect([...nodesOf(card)].filter(({ type }) => String(type).startsWith('Action.'))).toEqual([])
  })
})

const schemaTest = existsSync(schemaFile) ? describe : describe.skip
schemaTest('the card schema', () => {
  let validate: (data: unknown) => unknown
  let faults: () => unknown
  beforeAll(() => {
    const compiled = new Ajv({ strict: false, discriminator: true }).compile(
      JSON.parse(readFileSync(schemaFile, 'utf8')),
    )
    validate = compiled
    faults = () => compiled.errors
  })
  it.each(everyCard)('accepts %s in %s', (...[, , { card }]) => {
    const isValid = validate(withoutFaces(card))
    expect(isValid ? [] : faults()).toEqual([])
  })
  it('refuses a card that is wrong', () => {
    expect(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok', text: 'x' }] })).toBe(
      false,
    )
  })
})

describe('the renderer that Teams’ web client is built on', () => {
  let library: typeof import('adaptivecards')
  beforeAll(() => {
    // jsdom has no innerText, and the renderer writes all its words with it.
    Object.defineProperty(HTMLElement.prototype, 'innerText', {
      configurable: true,
      set(this: HTMLElement, text: string) {
        this.textContent = text
      },
    })
    // The package's other build has imports without extensions, which Node cannot follow.
    library = require('adaptivecards/dist/adaptivecards.js')
  })

  const rendered = (json: object) => {
    const { AdaptiveCard, SerializationContext, Versions } = library
    const context = new SerializationContext(Versions.v1_5)
    const card = new AdaptiveCard()
    card.parse(withoutFaces(json), context)
    const warnings = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
    const faults = card.validateProperties().validationEvents.map(({ message }) => message)
    return { card, element: card.render()!, warnings: [...warnings, ...faults] }
  }

  it.each(everyCard)('shows %s in %s without a warning', (...[, , { card }]) => {
    const { element, warnings } = rendered(card)
    expect(warnings).toEqual([])
    expect(element.textContent!.length).toBeGreaterThan(10)
  })

  it('shows hostile words as they were written, and makes neither link nor picture of them', () => {
    for (const make of Object.values(hostileCards)) {
      const { element } = rendered(make(readerIn('en-GB')).card)
      expect(element.textContent).toContain(hostile.split('\n')[0])
      expect(element.querySelectorAll('a, img, script')).toHaveLength(0)
    }
  })

  it('sends the three taps of a check-in with one press', () => {
    const { card, element } = rendered(cards['check-in']!(readerIn('en-GB')).card)
    const sent: unknown[] = []
    card.onExecuteAction = (action) => {
      sent.push({ ...(action as import('adaptivecards').ExecuteAction).data })
    }
    const choose = (label: string) => {
      const input = [...element.querySelectorAll('input')].find(
        (one) => one.getAttribute('aria-label') === label || one.parentElement?.textContent?.includes(label),
      )!
      input.checked = true
      input.dispatchEvent(new window.Event('change'))
    }
    choose('Yes, we met')
    choose('4')
    const buttons = [...element.querySelectorAll('button')] as HTMLButtonElement[]
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Nothing',
      'Time',
      'Finding a topic',
      'Technology',
      'How we get along',
      'Something else',
    ])
    buttons[1]!.click()
    expect(sent).toEqual([
      expect.objectContaining({ held: 'yes', worth: '4', obstacle: 'time', sessionId: expect.any(String) }),
    ])
  })
})
