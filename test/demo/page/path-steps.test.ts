import { describe, expect, it } from '@jest/globals'
import { STEPS } from '../../../bot/demo/control/path.ts'
import { firstOpen, leadTo, PATH } from '../../../bot/demo/page/src/path-steps.ts'

describe('the guided path', () => {
  it('leads on to the first step that has not happened, whichever happened before', () => {
    expect(firstOpen([])).toBe(1)
    expect(firstOpen(['read'])).toBe(2)
    expect(firstOpen(['pair', 'approve'])).toBe(1)
    expect(firstOpen(['read', 'pair', 'approve', 'check-in'])).toBe(4)
  })

  it('leads nowhere once all have', () => expect(firstOpen(STEPS)).toBeUndefined())

  it('takes one press from a finished step to where the next one happens, unless there is a choice', () => {
    expect(leadTo(2)).toMatchObject({ step: 2, persona: 'organizer', page: 'matching', app: 'tab' })
    expect(leadTo(3)).toMatchObject({ step: 3, persona: 'organizer', page: 'matching' })
    expect([leadTo(4), leadTo(5), leadTo(6)]).toEqual([{ step: 4 }, { step: 5 }, { step: 6 }])
  })

  it('opens the calendar on the session that it speaks of, for both', () => {
    const { places } = PATH.find(({ id }) => id === 'calendar')!
    expect(places.map(({ persona, day }) => [persona, day])).toEqual([
      ['mentor', 'session'],
      ['mentee', 'session'],
    ])
  })
})
