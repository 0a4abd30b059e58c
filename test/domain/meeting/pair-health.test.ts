/** How a pair is doing, as far as its calendars and the last snapshot tell; and to whom. */
import { describe, expect, it } from '@jest/globals'
import type { Outcome } from '../../../bot/domain/meeting/outcome.ts'
import { healthOf, standsOutside } from '../../../bot/domain/meeting/pair-health.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'

const now = new Date('2027-03-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const session = (number: number, ended: number, change: Partial<Session> = {}): Session => ({
  ...{ id: `s${number}`, holdId: 'h', pairingId: 'p', number, state: 'planned' },
  ...{ startsAt: daysAgo(ended), endsAt: daysAgo(ended), ...change },
})
const outcomes = (...list: [number, boolean, boolean?][]) =>
  new Map(
    list.map(([number, held, obstacle = false]): [string, Outcome] => [
      `s${number}`,
      { sessionId: `s${number}`, held, obstacle },
    ]),
  )
const facts = (...args: Parameters<typeof healthOf>) => healthOf(...args).facts.map(({ key }) => key)

describe('the health of a pair', () => {
  it('is new before anything was due, and while nothing is known of it', () => {
    expect(healthOf([session(1, -7)], new Map(), now).health).toBe('new')
    expect(facts([session(1, 1)], new Map(), now)).toEqual(['not-known-yet'])
  })

  it('does not change with what is stored of answers that no snapshot tells', () => {
    const both = [session(1, 21, { state: 'held' }), session(2, 1, { state: 'missed' }), session(3, -20)]
    const neither = both.map((one) => ({ ...one, state: 'planned' as const }))
    expect(healthOf(both, outcomes([1, true]), now)).toEqual(healthOf(neither, outcomes([1, true]), now))
  })

  it('is on track while they meet', () => {
    const sessions = [session(1, 21), session(2, -1)]
    const health = healthOf(sessions, outcomes([1, true]), now)
    expect(health).toMatchObject({ health: 'on-track', held: 1, due: 1, next: sessions[1]!.startsAt })
  })

  it('says that there is no word of what nobody confirmed, however often, and does not call it stalled', () => {
    const sessions = [session(1, 63), session(2, 42), session(3, 21), session(4, -1)]
    const once = healthOf(sessions, outcomes([1, true], [2, true], [3, false]), now)
    expect(once).toMatchObject({ health: 'no-word', held: 2, due: 3, known: 2, advice: 'no-word' })
    const twice = healthOf(sessions, outcomes([1, true], [2, false], [3, false]), now)
    expect(twice.health).toBe('no-word')
    expect(twice.facts).toContainEqual({ key: 'no-word', detail: { count: 2 } })
  })

  it('does not wait for a picture for ever: after ten days an unknown Session is no word', () => {
    const sessions = [session(1, 11), session(2, -1)]
    expect(healthOf(sessions, new Map(), now)).toMatchObject({ health: 'no-word', due: 1, known: 0 })
    expect(healthOf([session(1, 32), session(2, 9)], outcomes([1, true]), now).health).toBe('on-track')
  })

  it('is stalled when two in a row fell out, of which the calendar knows one', () => {
    const off = { declinedBy: 'ana' }
    const next = session(4, -1)
    const stalled = [session(1, 63), session(2, 42), session(3, 21, off), next]
    expect(healthOf(stalled, outcomes([1, true], [2, false]), now).health).toBe('stalled')
    const one = [session(1, 63), session(2, 42), session(3, 21, off), next]
    expect(healthOf(one, outcomes([1, true], [2, true]), now)).toMatchObject({
      health: 'watch',
      advice: 'called-off',
    })
  })

  it('asks for a last word when no Session is left, instead of reminding of the next', () => {
    expect(healthOf([session(1, 40), session(2, 20)], outcomes([1, true]), now).advice).toBe(
      'no-word-at-the-end',
    )
  })

  it('knows at once what was called off in a calendar, and takes it back when they met after all', () => {
    const sessions = [session(1, 21), session(2, 1, { declinedBy: 'ana' }), session(3, -1)]
    expect(facts(sessions, outcomes([1, true]), now)).toContain('last-called-off')
    expect(facts(sessions, outcomes([1, true], [2, true]), now)).not.toContain('last-called-off')
    const off = [session(1, 21), session(2, 1, { state: 'cancelled', declinedBy: 'ana' }), session(3, -1)]
    expect(facts(off, outcomes([1, true]), now)).toContain('last-called-off')
  })

  it('says that something is in the way, and not to whom', () => {
    const health = healthOf([session(1, 21), session(2, -1)], outcomes([1, true, true]), now)
    expect(health).toMatchObject({ health: 'watch', facts: [{}, { key: 'obstacle-named' }] })
  })
})

describe('outside a pair', () => {
  const pair = { mentorId: 'mo', menteeId: 'ed' }
  const above = (boss: string, below: string) => boss === 'boss' && below === 'mo'

  it('stands neither one of the two nor somebody above one of them', () => {
    expect(standsOutside('ann', pair, above)).toBe(true)
    for (const id of ['mo', 'ed', 'boss']) expect(standsOutside(id, pair, above)).toBe(false)
  })

  it('stands nobody while the chart cannot tell', () => {
    expect(standsOutside('ann', pair, undefined)).toBe(false)
    expect(standsOutside('ann', pair, (_, below) => (below === 'ed' ? undefined : false))).toBe(false)
  })
})
