/**
 * An attack on the figures: everything every role can fetch, over the weeks of a Cohort, before and after each answer. It
 * must not tell what anybody answered, nor whether. The same attack has to succeed where answers count at once.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CheckInAnswer } from '../../bot/domain/meeting/check-in.ts'
import { recordCheckIn } from '../../bot/workflows/meeting/record-check-in.ts'
import { tick } from '../../bot/workflows/tick.ts'
import { type Api, openApi } from '../support/api.ts'
import { type Booked, bookedProduct } from '../support/keeping.ts'
import { asIfLive, asTheProduct, type Calendar, type Look, twinOf, type World } from '../support/onlooker.ts'
import type { Product } from '../support/product.ts'
import fc from '../support/properties.ts'

describe('somebody who sees everything that is shown over a whole Cohort', () => {
  const answer = fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 5,
      arbitrary: fc.record({
        held: fc.constant(true),
        worth: fc.integer({ min: 1, max: 5 }),
        obstacle: fc.constantFrom('nothing', 'time'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ held: fc.constant(false), obstacle: fc.constantFrom('nothing', 'time') }),
    },
  ) as fc.Arbitrary<CheckInAnswer | undefined>
  const cohort = fc
    .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 1, max: 2 }))
    .chain(([count, rounds]) => {
      const pairs = Array.from({ length: count }, (_, i) => ({
        mentorId: `m${i}`,
        menteeId: `e${i % Math.max(3, count - 2)}`,
      }))
      const sessions = Array.from({ length: rounds }, (_, round) =>
        pairs.map((_pair, pair) => ({ pair, day: 1 + round * 21 + (pair % 5) })),
      ).flat()
      const calendar: Calendar = { pairs, sessions }
      return fc.record({
        calendar: fc.constant(calendar),
        world: fc.array(fc.tuple(answer, answer), { minLength: sessions.length, maxLength: sessions.length }),
      })
    })

  const answeredOrNot = (before: CheckInAnswer | undefined, after: CheckInAnswer | undefined) =>
    (before === undefined) !== (after === undefined)
  const ratedElse = (before: CheckInAnswer | undefined, after: CheckInAnswer | undefined) =>
    after?.worth !== before?.worth
  const saidElse = (before: CheckInAnswer | undefined, after: CheckInAnswer | undefined) =>
    after?.held !== before?.held

  /** Answers that are certain from what is shown. A world that looks the same clears every answer it differs in. */
  function recovered(calendar: Calendar, world: World, look: Look) {
    const open = [...world.keys()].flatMap((session) =>
      ([0, 1] as const).flatMap((side) => {
        const about = [answeredOrNot, saidElse, ...(world[session]![side]?.worth ? [ratedElse] : [])]
        return about.map((wanted) => ({ session, side, wanted, isCertain: true }))
      }),
    )
    for (const one of open) {
      if (!one.isCertain) continue
      const twin = twinOf(calendar, world, [one.session, one.side], one.wanted, look)
      if (!twin) continue
      for (const each of open) {
        const { session, side, wanted } = each
        if (wanted(world[session]![side], twin[session]![side])) each.isCertain = false
      }
    }
    return open
      .filter(({ isCertain }) => isCertain)
      .map((one) => `${one.session}.${one.side} ${one.wanted.name}`)
  }

  it('cannot tell of one person whether they answered, whether they said it was held, or how they rated it', () => {
    fc.assert(
      fc.property(cohort, ({ calendar, world }) => {
        expect(recovered(calendar, world, asTheProduct)).toEqual([])
      }),
      // Making a failing Cohort smaller takes minutes, and small ones are among them.
      { numRuns: 6, endOnFailure: true },
    )
  }, 240_000)

  it('could where answers count at once: the attack works', () => {
    // The first Monday has five ratings, the second one more: their difference is the sixth person's.
    const pairs = Array.from({ length: 6 }, (_, i) => ({ mentorId: `m${i}`, menteeId: `e${i}` }))
    const calendar: Calendar = { pairs, sessions: pairs.map((_, pair) => ({ pair, day: pair < 5 ? 1 : 8 })) }
    const rated = [5, 5, 4, 4, 5, 1].map((worth) => ({ held: true, worth, obstacle: 'nothing' as const }))
    const world: World = rated.map((one) => [one, undefined])
    const difference = (ratings: number[]) => ratings.reduce((sum, one) => sum + one, 0) / ratings.length
    const [monday, tuesday] = [difference([5, 5, 4, 4, 5]), difference([5, 5, 4, 4, 5, 1])]
    expect(Math.round(6 * tuesday - 5 * monday)).toBe(1)
    // Which of the two it was, the dates of the calendar and the changed facts of the pair told; here: the rating.
    const rating = (before: CheckInAnswer | undefined, after: CheckInAnswer | undefined) =>
      after?.worth !== undefined && after.worth !== before?.worth
    expect(twinOf(calendar, world, [5, 0], rating, asIfLive)).toBeUndefined()
    expect(twinOf(calendar, world, [5, 0], rating, asTheProduct)).toBeDefined()
  })
})

describe('whoever polls', () => {
  let product: Product
  let cohortId: string
  let booked: Booked[]
  let api: Api
  let analyst: string

  beforeAll(async () => {
    ;({ product, cohortId, booked } = await bookedProduct({ people: 240, mentors: 18, mentees: 10 }))
    analyst = product.company.people.find(
      ({ id }) =>
        !product.company.appRoles.has(id) && !product.company.enrolments.some((one) => one.personId === id),
    )!.id
    product.company.appRoles.set(analyst, ['Analyst'])
    api = await openApi(product)
  })
  afterAll(() => product.close())

  /** Everything that anybody but the two can fetch, and the cards that were sent to roles. */
  async function everything(): Promise<Record<string, unknown>> {
    const { organizer, sponsor, communications } = product.company.personas
    const ask = { organizer, sponsor, communications, analyst }
    const seen: Record<string, unknown> = {}
    for (const [role, personId] of Object.entries(ask)) {
      const id = { id: cohortId }
      const as = api.as(personId)
      const draft = await as('draftSummary', { ...id, language: 'en' })
      seen[`${role} draft`] =
        draft.status === 200 ? [draft.body.title, draft.body.body, draft.body.figures] : draft.status
      for (const route of [
        'metrics',
        'checkIns',
        'schedule',
        'concerns',
        'unreached',
        'cohort',
        'board',
        'fairness',
      ] as const) {
        const { status, body } = await as(route, id)
        seen[`${role} ${route}`] = status === 200 ? body : status
      }
      const people = await as('people', { cohort: cohortId })
      seen[`${role} people`] = people.status === 200 ? people.body : people.status
      seen[`${role} cards`] = (await product.ports.store.notices.ofPerson(personId)).map(
        ({ notice }) => notice,
      )
    }
    return seen
  }
  const asked = () => booked.filter(({ sessions }) => sessions[0]!.endsAt <= product.tenant.state.now())
  const later = async (days: number) => {
    await product.advanceDays(days)
    await tick(product.ports)
  }
  const said: CheckInAnswer[] = [
    { held: true, worth: 5, obstacle: 'nothing' },
    { held: true, worth: 2, obstacle: 'topic' },
    { held: false, obstacle: 'time' },
    { held: true, worth: 4, obstacle: 'nothing' },
  ]

  it('before and after each answer sees the same, in every role, on every page, draft and card', async () => {
    const first = booked.map(({ sessions }) => sessions[0]!.endsAt.getTime())
    await product.tenant.advanceTo(new Date(Math.min(...first) + 5 * 86_400_000))
    await later(0)
    expect(asked().length).toBeGreaterThanOrEqual(5)
    let count = 0
    const before = await everything()
    for (const { pairing, sessions } of asked()) {
      for (const personId of [pairing.mentorId, pairing.menteeId]) {
        const answer = said[count++ % said.length]!
        expect(await recordCheckIn(product.ports, sessions[0]!.id, personId, answer)).not.toHaveProperty(
          'refused',
        )
        await tick(product.ports)
        // Every third answer everything is fetched anew; the others may have changed nothing either way by then.
        if (count <= 6 || count % 3 === 0) expect(await everything()).toEqual(before)
      }
    }
    expect(await everything()).toEqual(before)
    expect(before['organizer metrics']).not.toHaveProperty('takenAt')
  }, 180_000)

  it('sees figures on a Monday, when the questions have closed, and the same ones everywhere', async () => {
    await later(21)
    const seen = await everything()
    const figures = (of: string) =>
      (seen[of] as { figures: { key: string; value?: number; n?: number }[] }).figures
    const shown = figures('organizer metrics').filter(({ value }) => value !== undefined)
    expect(shown.map(({ key }) => key)).toEqual(expect.arrayContaining(['sessions-held', 'session-value']))
    // Who may enter what the challenge was measured at is the one thing in it that is the reader's own.
    const said = (role: string) => {
      const { challenge, ...rest } = seen[`${role} metrics`] as { challenge: object }
      return { ...rest, challenge: { ...challenge, mayEnter: undefined } }
    }
    for (const role of ['sponsor', 'analyst']) expect(said(role)).toEqual(said('organizer'))
    const [, text, drafted] = seen['communications draft'] as [string, string, { key: string }[]]
    expect(drafted.length).toBeGreaterThan(0)
    for (const { formula: _, ...one } of shown as { key: string; formula?: string }[]) {
      const same = drafted.find(({ key }) => key === one.key)
      if (same) expect(same).toEqual(one)
    }
    expect(text).toContain('Worth my time')
    const { holdKept } = seen['organizer schedule'] as { holdKept: object }
    expect(figures('organizer metrics').find(({ key }) => key === 'hold-kept')).toMatchObject(holdKept)
    const exact = JSON.stringify([seen['organizer metrics'], seen['organizer checkIns']])
    expect(exact).not.toMatch(/"(answered|asked|settled)":/)
  }, 60_000)

  it('sees nothing new in the weeks in which fewer than five people answer', async () => {
    const metrics = async () => {
      const { nextAt: _, ...rest } = (await api.as(analyst)('metrics', { id: cohortId })).body
      return rest
    }
    const before = await metrics()
    const open = booked.flatMap(({ pairing, sessions }) =>
      sessions
        .slice(1)
        .filter(
          ({ endsAt }) =>
            endsAt <= product.tenant.state.now() &&
            endsAt.getTime() > product.tenant.state.now().getTime() - 9 * 86_400_000,
        )
        .map((session) => ({ session, personId: pairing.mentorId })),
    )
    for (const { session, personId } of open.slice(0, 4))
      await recordCheckIn(product.ports, session.id, personId, said[1]!)
    expect(open.length).toBeGreaterThan(0)
    await later(14)
    expect(await metrics()).toEqual(before)
  }, 60_000)
})
