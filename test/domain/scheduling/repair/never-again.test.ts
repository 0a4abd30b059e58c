/** Whatever the two do, and in whatever order: what one of them has said no to is never offered for that Session again. */
import { describe, expect, it } from '@jest/globals'
import { isRefused } from '../../../../bot/domain/refusal.ts'
import { type Interval, overlaps } from '../../../../bot/domain/scheduling/interval.ts'
import {
  agreedStart,
  choose,
  chosenIsTaken,
  dropPassed,
  intervalOf,
  isPending,
  offer,
  openOptions,
  type Repair,
  refusedFor,
  refuseOffered,
  repairOptions,
  repairUntil,
  spanOf,
  standsAt,
  takeBack,
} from '../../../../bot/domain/scheduling/repair/repair.ts'
import { repairSlots } from '../../../../bot/domain/scheduling/repair/repair-slots.ts'
import type { Session } from '../../../../bot/domain/scheduling/session.ts'
import fc from '../../../support/properties.ts'

const hour = 3_600_000
/** A Wednesday, 10:00 in Berlin, in the week in which the clocks change. */
const first = Date.parse('2026-03-25T09:00:00Z')
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'] as const
const week = { days: [1, 2, 3, 4, 5], start: '08:00', end: '18:00' }

type Act =
  | { does: 'decline' | 'withdraw' | 'refuse-times' | 'refuse-days' | 'second-press' }
  | { does: 'choose'; place: number; isTaken: boolean }
  | { does: 'move'; hours: number }
  | { does: 'wait'; hours: number }

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constantFrom('decline', 'withdraw', 'refuse-times', 'refuse-days', 'second-press'),
  }),
  fc.record({ does: fc.constant('choose' as const), place: fc.nat(12), isTaken: fc.boolean() }),
  fc.record({ does: fc.constant('move' as const), hours: fc.integer({ min: -30, max: 90 }) }),
  fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
)

/** The product's own steps, with the calendars and the clock in our hand. */
class Slipping {
  now = first - 60 * hour
  session: Session = {
    ...{ id: 's', holdId: 'h', pairingId: 'p', number: 2, state: 'planned' },
    ...{ startsAt: new Date(first), endsAt: new Date(first + 50 * 60_000) },
  }
  repairs: Repair[] = []
  /** Kept beside the product, in our own words: each span with a no to it, until it is taken back. */
  said: Interval[] = []
  seen: number[] = []
  /** How often there was something to offer. */
  offers = 0
  readonly busy: readonly [Interval[], Interval[]]
  readonly zone: string

  constructor(busy: readonly [Interval[], Interval[]], zone: string) {
    this.busy = busy
    this.zone = zone
  }

  get open(): Repair | undefined {
    return this.repairs.find(isPending)
  }

  keep(repair: Repair): void {
    this.repairs = [...this.repairs.filter(({ id }) => id !== repair.id), repair]
  }

  does(act: Act): void {
    if (act.does === 'wait') this.now += act.hours * hour
    else if (act.does === 'move') this.moves(act.hours)
    else if (act.does === 'decline') this.declines()
    else if (act.does === 'withdraw') this.withdraws()
    else if (act.does === 'choose') this.chooses(act)
    else this.refuses(act.does)
    this.passes()
  }

  /** In Outlook, whatever was said of that time before. */
  private moves(hours: number): void {
    const length = this.session.endsAt.getTime() - this.session.startsAt.getTime()
    const at = this.session.startsAt.getTime() + hours * hour
    const movedFrom = agreedStart(this.session)
    this.session = { ...this.session, movedFrom, startsAt: new Date(at), endsAt: new Date(at + length) }
    if (this.open) this.keep({ ...this.open, state: 'kept' })
  }

  private declines(): void {
    if (this.open || repairUntil(this.session).getTime() <= this.now) return
    const attempt = this.repairs.length + 1
    this.said.push(standsAt(this.session))
    this.keep({
      ...{ id: `r${attempt}`, sessionId: 's', attempt, state: 'open', reason: 'cannot-make-it', options: [] },
      ...{ refused: [spanOf(standsAt(this.session))], openedAt: new Date(this.now) },
    })
  }

  private withdraws(): void {
    if (!this.open) return
    const stands = standsAt(this.session)
    const mine = this.open
    this.keep(takeBack(mine, this.session))
    // Taken back is what this search was about; what an earlier one was about stays.
    const last = this.said.findLastIndex(({ start, end }) => start === stands.start && end === stands.end)
    if (last >= 0) this.said.splice(last, 1)
  }

  private chooses({ place, isTaken }: Extract<Act, { does: 'choose' }>): void {
    const { open } = this
    const chosen = open && choose(open, place, { by: 'ana', at: new Date(this.now) })
    if (!chosen || isRefused(chosen)) return
    const at = intervalOf(chosen.options[place]!)
    expect(this.said.filter((no) => overlaps(no, at))).toEqual([])
    this.keep(isTaken ? chosenIsTaken(chosen) : { ...chosen, state: 'booked' })
    if (isTaken) return
    const movedFrom = agreedStart(this.session)
    this.session = { ...this.session, movedFrom, startsAt: new Date(at.start), endsAt: new Date(at.end) }
  }

  private refuses(how: 'refuse-times' | 'refuse-days' | 'second-press'): void {
    const { open } = this
    if (!open) return
    if (how !== 'second-press') this.seen = openOptions(open, new Date(this.now)).map(({ option }) => option)
    const before = openOptions(open, new Date(this.now)).filter(({ option }) => this.seen.includes(option))
    const what = how === 'refuse-days' ? 'days' : 'times'
    const refused = refuseOffered(open, what, {
      ...{ seen: this.seen, at: new Date(this.now), timeZone: this.zone },
    })
    if (isRefused(refused)) return
    this.keep(refused)
    for (const { start, end } of before) {
      this.said.push(what === 'times' ? intervalOf({ start, end }) : this.dayOf(start))
    }
  }

  /** Written again, by the calendar of `Intl` alone. */
  private dayOf(start: string): Interval {
    const date = (at: number) => new Date(at).toLocaleDateString('sv', { timeZone: this.zone })
    const on = date(Date.parse(start))
    let from = Date.parse(start)
    let to = from
    while (date(from - hour / 4) === on) from -= hour / 4
    while (date(to) === on) to += hour / 4
    return { start: from, end: to }
  }

  /** What the product does after each act, by itself. */
  private passes(): void {
    const { open } = this
    if (open?.state !== 'open') return
    const now = new Date(this.now)
    const left = dropPassed(open, now)
    const offered = openOptions(left, now).map(intervalOf)
    this.keep(left)
    if (offered.length >= repairOptions) return
    const person = (side: 'mentor' | 'mentee', k: 0 | 1) => ({
      ...{ side, timeZone: zones[k], workingHours: week, busy: this.busy[k] },
    })
    const slots = repairSlots({
      ...{ original: agreedStart(this.session).getTime(), minutes: 50, now: this.now },
      people: [person('mentor', 0), person('mentee', 1)],
      instead: standsAt(this.session),
      refused: [...refusedFor(this.repairs.map((one) => (one.id === left.id ? left : one))), ...offered],
      limit: repairOptions - offered.length,
    })
    this.keep(offer(left, slots.map(spanOf), now))
  }

  check(): void {
    const { open } = this
    const offered = open ? openOptions(open, new Date(this.now)) : []
    this.offers += offered.length > 0 ? 1 : 0
    for (const one of offered) {
      const at = intervalOf(one)
      expect({ at: one, no: this.said.filter((no) => overlaps(no, at)) }).toEqual({ at: one, no: [] })
      expect(at.start).toBeGreaterThan(this.now)
      // A place names the same time for as long as a card may lie in a chat.
      expect(open!.options[one.option]).toMatchObject({ start: one.start, end: one.end })
    }
    expect(offered.length).toBeLessThanOrEqual(repairOptions)
  }
}

const anyBusy = fc.array(
  fc
    .tuple(fc.integer({ min: -48, max: 24 * 8 }), fc.integer({ min: 1, max: 9 }))
    .map(([at, long]) => ({ start: first + at * hour, end: first + (at + long) * hour })),
  { maxLength: 12 },
)

describe('a time that either has refused for this Session', () => {
  it('is never offered again, over any history', () => {
    let offers = 0
    let longest = 0
    fc.assert(
      fc.property(
        fc.tuple(anyBusy, anyBusy),
        fc.constantFrom(...zones),
        fc.array(anyAct, { minLength: 1, maxLength: 14 }),
        (busy, zone, acts) => {
          const slipping = new Slipping(busy, zone)
          slipping.does({ does: 'decline' })
          slipping.check()
          for (const act of acts) {
            slipping.does(act)
            slipping.check()
          }
          offers += slipping.offers
          longest = Math.max(longest, slipping.said.length)
        },
      ),
      { numRuns: 300 },
    )
    // The histories are not empty ones.
    expect(offers).toBeGreaterThan(300)
    expect(longest).toBeGreaterThan(5)
  })

  it('is refused by its place on the card, so a second press refuses nothing that came meanwhile', () => {
    const slipping = new Slipping([[], []], 'Europe/Berlin')
    slipping.does({ does: 'decline' })
    const seen = openOptions(slipping.open!, new Date(slipping.now)).map(({ option }) => option)
    slipping.does({ does: 'refuse-times' })
    const after = openOptions(slipping.open!, new Date(slipping.now))
    expect(after).toHaveLength(3)
    expect(after.some(({ option }) => seen.includes(option))).toBe(false)
    slipping.does({ does: 'second-press' })
    expect(openOptions(slipping.open!, new Date(slipping.now))).toEqual(after)
  })

  it('taken back is free to stand again, and only that one', () => {
    const slipping = new Slipping([[], []], 'Europe/Berlin')
    slipping.does({ does: 'decline' })
    slipping.does({ does: 'refuse-days' })
    const days = refusedFor(slipping.repairs).length - 1
    slipping.does({ does: 'withdraw' })
    expect(refusedFor(slipping.repairs)).toHaveLength(days)
    expect(slipping.repairs[0]!.state).toBe('kept')
  })
})
