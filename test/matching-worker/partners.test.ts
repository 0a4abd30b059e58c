/** Suggestions of partners leave the service's own thread free, and are the same as worked out in it. */
import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { answer, type PartnersQuestion } from '../../bot/domain/pairing/matching-questions.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import { createMatcher } from '../../bot/matching-worker/matcher.ts'
import { company } from '../engine/company.ts'

let matcher = createMatcher({ info: () => {} })
afterEach(async () => {
  await matcher.close()
  matcher = createMatcher({ info: () => {} })
})

/** As asked by one of those who can be paired with anybody. */
const question = (input: MatchingInput, at: number, rest: Partial<PartnersQuestion> = {}) => {
  const { mentors, mentees } = buildRoster(input)
  const people = [...mentors, ...mentees]
  const { id } = people[at % people.length]!
  return { ask: 'partners', input, personId: id, described: 20, ...rest } as const
}
/** As it arrives from another thread: `undefined` is no key there. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('partners, asked of the thread', () => {
  test('are those worked out here, also when people, tops or who asks change in between', async () => {
    const small = company({ people: 60, seed: 4, dirt: 0.1 })
    const other = company({ people: 40, seed: 9, dirt: 0.2 })
    const confirmed = { ...small, rules: { ...small.rules, tops: [small.organization[0]!.id] } }
    const moved = {
      ...small,
      organization: small.organization.map((one, at) =>
        at % 7 === 3 ? { ...one, managerId: small.organization[1]!.id } : one,
      ),
    }
    for (const input of [small, small, other, confirmed, small, moved, small])
      for (const at of [0, 1, 2, 3]) {
        const asked = question(input, at)
        expect(sent(await matcher.ask(asked))).toEqual(sent(answer(asked)))
      }
  })

  test('are only those who were asked for, with as many reasons as were wanted', async () => {
    const input = company({ people: 60, seed: 4, dirt: 0 })
    const all = answer(question(input, 0))
    const only = [all.ids.at(-1)!, 'nobody', all.ids[0]!]
    const found = await matcher.ask(question(input, 0, { only, described: 1 }))
    expect(found.ids).toEqual([all.ids[0], all.ids.at(-1)])
    expect(sent(found.described)).toEqual(sent(all.described.slice(0, 1)))
  })

  test('keep nobody else waiting: the service goes on while they are worked out', async () => {
    const large = company({ people: 30_000, seed: 2, dirt: 0 })
    // Begun before: what is shown is the computing, not the start of a thread.
    await matcher.ask(question(company({ people: 20, seed: 1, dirt: 0 }), 0))
    let done = false
    const asks = question(large, 5)
    const asked = matcher.ask(asks).finally(() => {
      done = true
    })
    // Posting the people takes this thread a moment; whatever comes after it is free time.
    let turns = 0
    for (; !done; turns++) await setImmediate()
    expect((await asked).described).toHaveLength(20)
    expect(turns).toBeGreaterThan(100)
  })

  test('are refused to whoever would wait too long, and the others have theirs', async () => {
    const input = company({ people: 60, seed: 4, dirt: 0 })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => matcher.ask(question(input, at))),
    )
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(Array.from({ length: 20 }, () => 'busy'))
    expect(sent(await matcher.ask(question(input, 4)))).toEqual(sent(answer(question(input, 4))))
  })

  test('are refused to whoever has waited for too long, whose turn is left out', async () => {
    const impatient = createMatcher({ info: () => {} }, { patienceMs: 1 })
    const input = company({ people: 2000, seed: 4, dirt: 0 })
    const asks = question(input, 4)
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => impatient.ask(asks)))
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(
      Array.from({ length: 10 }, () => 'busy'),
    )
    // None of them is worked off afterwards, and there is room again.
    await expect(impatient.ask(asks)).rejects.toMatchObject({ code: 'busy' })
    await impatient.close()
  })

  test('come again after the thread failed', async () => {
    const input = company({ people: 60, seed: 4, dirt: 0 })
    await expect(matcher.ask(question({ ...input, weights: { topic: 1.5 } }, 0))).rejects.toThrow(
      /Weight topic is 1.5/,
    )
    expect(sent(await matcher.ask(question(input, 0)))).toEqual(sent(answer(question(input, 0))))
  })
})
