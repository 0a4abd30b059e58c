/** What was seen in Outlook, as changes of our Sessions: a table of what people do to a series. */
import { describe, expect, it } from '@jest/globals'
import { factsOf, type Known, type Seen } from '../../../bot/domain/scheduling/series-facts.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'

const day = 86_400_000
const first = Date.parse('2026-01-12T10:00:00Z')
const at = (n: number) => new Date(first + n * 21 * day)
const hourAfter = (date: Date) => new Date(date.getTime() + 3_000_000)

const aSession = (number: number, change: Partial<Session> = {}): Session => ({
  id: `s${number}`,
  holdId: 'h',
  pairingId: 'p',
  number,
  startsAt: at(number - 1),
  endsAt: hourAfter(at(number - 1)),
  originalStart: at(number - 1),
  state: 'planned',
  ...change,
})
const seen = (start: Date, originalStart = start, declinedBy: string[] = []) => ({
  ...{ start, originalStart, declinedBy },
  end: hourAfter(start),
})
const three = [aSession(1), aSession(2), aSession(3)]
const series = (change: Partial<Exclude<Seen['series'], 'gone'>> = {}): Seen => ({
  series: { occurrences: [0, 1, 2].map((n) => seen(at(n))), cancelled: [], ...change },
  singles: new Map(),
})
const known = (change: Partial<Known> = {}): Known => ({
  organizerId: 'ana',
  settled: new Set(),
  toldUs: new Set(),
  ...change,
})
const told = (sessions: Session[], what: Seen, who = known()) =>
  factsOf(sessions, what, who).map(({ after, what: happening }) => `${after.number} ${happening}`)

describe('what happened to a series', () => {
  it('is nothing when nothing did', () => {
    expect(told(three, series())).toEqual([])
  })

  it('is that all moved, in order, when the whole series got another time', () => {
    const later = [0, 1, 2].map((n) => seen(new Date(at(n).getTime() + day)))
    expect(told(three, series({ occurrences: later }))).toEqual(['1 moved', '2 moved', '3 moved'])
  })

  it('is that the last were dropped when the series was cut short: nobody called them off', () => {
    expect(told(three, series({ occurrences: [seen(at(0))] }))).toEqual(['2 dropped', '3 dropped'])
  })

  it('is that the middle one was called off, though the others moved up in the list', () => {
    const occurrences = [seen(at(0)), seen(at(2))]
    expect(told(three, series({ occurrences, cancelled: [at(1)] }))).toEqual(['2 cancelled'])
  })

  it('is that the same one stays called off when the whole series moves with the gap in it', () => {
    const later = (n: number) => new Date(at(n).getTime() + day)
    const moved = series({ occurrences: [seen(later(0)), seen(later(2))], cancelled: [later(1)] })
    expect(told(three, moved)).toEqual(['1 moved', '2 cancelled', '3 moved'])
    const off = [aSession(1), aSession(2, { state: 'cancelled', declinedBy: 'ana' }), aSession(3)]
    expect(told(off, moved)).toEqual(['1 moved', '3 moved'])
  })

  it('is that the others move past a Session that has an event of its own', () => {
    const later = (n: number) => new Date(at(n).getTime() + day)
    const sessions = [aSession(1), aSession(2, { eventId: 'own' }), aSession(3)]
    const singles = new Map([['own', seen(at(1))]])
    const moved = {
      ...series({ occurrences: [seen(later(0)), seen(later(2))], cancelled: [later(1)] }),
      singles,
    }
    const after = factsOf(sessions, moved, known()).map(
      (one) => `${one.after.number} ${one.after.startsAt.toISOString()}`,
    )
    expect(after).toEqual([`1 ${later(0).toISOString()}`, `3 ${later(2).toISOString()}`])
  })

  it('is that everything ahead was called off when it is gone', () => {
    const sessions = [aSession(1, { state: 'held' }), aSession(2), aSession(3)]
    expect(told(sessions, { series: 'gone', singles: new Map() })).toEqual(['2 cancelled', '3 cancelled'])
  })

  it('touches neither what was answered for nor what ended with its Pairing', () => {
    const sessions = [aSession(1, { state: 'missed' }), aSession(2), aSession(3, { state: 'cancelled' })]
    const occurrences = [0, 1, 2].map((n) => seen(new Date(at(n).getTime() + day), at(n)))
    expect(told(sessions, series({ occurrences }), known({ settled: new Set(['s2']) }))).toEqual([])
  })

  it('takes a no from the card for a no, though Outlook has not heard of it', () => {
    const sessions = [aSession(1, { declinedBy: 'ben' }), aSession(2), aSession(3)]
    expect(told(sessions, series(), known({ toldUs: new Set(['s1']) }))).toEqual([])
    expect(told(sessions, series())).toEqual(['1 accepted'])
  })

  it('brings back what was called off and stands again', () => {
    const off = aSession(1, { state: 'cancelled', declinedBy: 'ana' })
    const [change] = factsOf([off, ...three.slice(1)], series(), known())
    expect(change).toMatchObject({ what: 'restored', after: { state: 'planned' } })
    expect(change!.after.declinedBy).toBeUndefined()
  })

  it('knows a Session by its own event, wherever the series is', () => {
    const own = aSession(1, { eventId: 'e1', startsAt: at(0) })
    const moved = { ...seen(new Date(at(0).getTime() + day)), declinedBy: ['ben'] }
    const singles = new Map([['e1', moved]])
    const occurrences = [seen(at(1)), seen(at(2))]
    expect(told([own, ...three.slice(1)], { ...series({ occurrences }), singles })).toEqual(['1 moved'])
    const gone = new Map([['e1', 'gone' as const]])
    expect(told([own, ...three.slice(1)], { ...series({ occurrences }), singles: gone })).toEqual([
      '1 cancelled',
    ])
  })

  it('is the same fact only once', () => {
    const moved = series({
      occurrences: [seen(new Date(at(0).getTime() + day), at(0)), seen(at(1)), seen(at(2))],
    })
    const [change] = factsOf(three, moved, known())
    expect(told([change!.after, ...three.slice(1)], moved)).toEqual([])
  })
})
