/** Two people who edit the same thing: who saves second hears of it, whatever the first one changed. */
import { describe, expect, it } from '@jest/globals'
import { overtaken, versionOf } from '../../bot/domain/version.ts'
import fc from '../support/properties.ts'

describe('a version', () => {
  it('is the same for the same content, in whatever order it is written, and a missing field is none', () => {
    expect(versionOf({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(versionOf({ b: { c: [1, 2] }, a: 1 }))
  })

  it('is another for any other content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        if (!same && versionOf(one) === versionOf(other)) expect(sortedText(one)).toBe(sortedText(other))
      }),
    )
    expect(versionOf(['a', 'b'])).not.toBe(versionOf(['b', 'a']))
    expect(versionOf({ text: 'قواعد' })).not.toBe(versionOf({ text: 'قواعدك' }))
  })

  it('that was seen passes; one that stands there no more is refused', () => {
    const plan = { sessions: 6 }
    expect(overtaken(plan, versionOf({ sessions: 6 }))).toBeUndefined()
    expect(overtaken(plan, versionOf({ sessions: 7 }))).toEqual({ refused: 'changed-meanwhile' })
  })
})

/** By sorted keys, as a version reads it. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
