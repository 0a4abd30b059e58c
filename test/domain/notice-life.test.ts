/** The guide's table of how long each card is worth sending says what the product does. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { Notice } from '../../bot/domain/notice.ts'
import { isOver, mostAgeMs } from '../../bot/domain/notice-life.ts'
import { isOfNoPair } from '../../bot/workflows/deliver-notice.ts'
import { everyNotice } from '../support/every-notice.ts'

const guide = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8')
const table = guide.slice(guide.indexOf('| card | kind | is worth sending until |')).split('\n\n')[0]!
/** Kind to the words of its row. */
const stated = table
  .split('\n')
  .slice(2)
  .flatMap((row) => {
    const [, , kinds, until] = row.split('|').map((cell) => cell.trim())
    return [...kinds!.matchAll(/`([\w-]+)`/g)].map(([, kind]) => [kind!, until!] as const)
  })

const dayMs = 86_400_000
const begin = new Date('2026-12-01T10:00:00Z')
const at = (ms: number) => new Date(begin.getTime() + ms)
const later = at(3 * dayMs)

/** A Notice of this kind whose subject is over at an instant, and that instant. */
function endingOf(kind: Notice['kind'], until: string): [Notice, over: Date] | undefined {
  const notice = everyNotice[kind]
  switch (until) {
    case '11 days after the session began':
      return [{ ...notice, startedAt: begin } as Notice, at(11 * dayMs)]
    case 'the last offered time has begun': {
      const options = [begin, later].map((start) => ({ start, end: start }))
      return [{ ...notice, options } as Notice, later]
    }
    case 'the meeting ends':
      return [{ ...notice, startsAt: begin, endsAt: later } as Notice, later]
    case 'the request runs out':
      return [{ ...notice, until: later } as Notice, later]
    default:
      return undefined
  }
}

describe('the table in docs/deploy.md', () => {
  it('names every kind of card, each once', () => {
    expect(stated.map(([kind]) => kind).sort()).toEqual(Object.keys(everyNotice).sort())
  })

  it.each(stated)('%s: until %s', async (name, until) => {
    const kind = name as Notice['kind']
    const ending = endingOf(kind, until)
    if (ending) {
      const [notice, over] = ending
      expect(isOver(notice, new Date(over.getTime() - 1))).toBe(false)
      expect(isOver(notice, over)).toBe(true)
      return
    }
    expect(['14 days have passed', 'the two are no pair any more']).toContain(until)
    expect(isOver(everyNotice[kind], at(1000 * dayMs))).toBe(false)
    const ended = { pairings: { get: async () => ({ state: 'ended' }) } } as never
    const active = { pairings: { get: async () => ({ state: 'active' }) } } as never
    expect(await isOfNoPair(ended, everyNotice[kind])).toBe(until !== '14 days have passed')
    expect(await isOfNoPair(active, everyNotice[kind])).toBe(false)
  })

  it('and 14 days is the most for any', () => {
    expect(mostAgeMs).toBe(14 * dayMs)
  })
})
