// Why nothing was booked is kept as keys: a reader's own language says it, and what was kept before still leaves the code.
import { describe, expect, it, test } from '@jest/globals'
import { failureReasons, readFailureFacts } from '../../../bot/domain/scheduling/hold.ts'
import { wordStrings } from '../../../tab/src/ui/words-strings.ts'

describe('what is kept of a failed booking', () => {
  it('comes back as the facts it was', () => {
    const facts = { why: 'nearest', fits: 3, of: 6 } as const
    expect(readFailureFacts(JSON.stringify(facts))).toEqual(facts)
  })

  it.each(['The nearest slot fits 3 of 6 Sessions.', '', '12', 'null', '"mentor"', '{"why":'])(
    'says nothing more when it is no fact (%s)',
    (kept) => expect(readFailureFacts(kept)).toEqual({}),
  )
})

test('every reason has words in every language, and no words are left without one', () => {
  const reasons = Object.entries(failureReasons).flatMap(([code, whys]) =>
    whys.map((why) => `failure.${code}.${why}`),
  )
  for (const words of Object.values(wordStrings)) {
    const said = Object.keys(words).filter((key) => /^failure\.[a-z-]+\.[a-z-]+$/.test(key))
    expect(said.sort()).toEqual([...reasons].sort())
  }
})
