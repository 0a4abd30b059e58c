import { describe, expect, it } from '@jest/globals'
import { STEPS } from '../../../bot/demo/control/path.ts'
import { firstOpen, PATH } from '../../../bot/demo/page/src/path-steps.ts'

describe('the guided path', () => {
  it('leads on to the first step that has not happened, whichever happened before', () => {
    expect(firstOpen([])).toBe(1)
    expect(firstOpen(['read'])).toBe(2)
    expect(firstOpen(['pair', 'approve'])).toBe(1)
    expect(firstOpen(['read', 'pair', 'approve', 'check-in'])).toBe(4)
  })

  it('leads nowhere once all have', () => expect(firstOpen(STEPS)).toBeUndefined())

  it('opens the calendar on the session that it speaks of, for both', () => {
    const { places } = PATH.find(({ id }) => id === 'calendar')!
    expect(places.map(({ persona, day }) => [persona, day])).toEqual([
      ['mentor', 'session'],
      ['mentee', 'session'],
    ])
  })
})
