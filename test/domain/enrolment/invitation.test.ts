/** Who of those that are to be invited is asked, each once, and what an answer changes. */
import { describe, expect, test } from '@jest/globals'
import {
  type Asked,
  answerInvitation,
  type Invitation,
  whoToInvite,
} from '../../../bot/domain/enrolment/invitation.ts'

const now = new Date('2026-03-02T10:00:00Z')
const nobody = {
  ...{ isEligible: () => true, isAdmitted: () => true },
  ...{ takesPart: new Set<string>(), invited: new Set<string>() },
}
const as = (side: Asked['side'], ...people: string[]): Asked[] =>
  people.map((personId) => ({ personId, side }))
const why = ({ aside }: ReturnType<typeof whoToInvite>) =>
  Object.fromEntries(aside.map((one) => [one.personId, one.why]))

describe('who is invited', () => {
  test('everybody once, on the side they are asked for', () => {
    const asked = [...as('mentor', 'ana', 'ana'), ...as('mentee', 'ben')]
    const { ready, aside } = whoToInvite(asked, nobody)
    expect(ready).toEqual([...as('mentor', 'ana'), ...as('mentee', 'ben')])
    expect(aside).toEqual([{ personId: 'ana', side: 'mentor', why: 'twice' }])
  })

  test('not whoever stands there for both sides: nobody knows which is meant', () => {
    const sorted = whoToInvite([...as('mentor', 'ana'), ...as('mentee', 'ana', 'ben')], nobody)
    expect(sorted.ready).toEqual(as('mentee', 'ben'))
    expect(sorted.aside.map((one) => one.why)).toEqual(['two-sides', 'two-sides'])
  })

  test('nor guests and closed accounts, whoever takes part or once did, or was asked before', () => {
    const sorted = whoToInvite(as('mentor', 'guest', 'in', 'asked'), {
      ...nobody,
      isEligible: (id) => id !== 'guest',
      takesPart: new Set(['in', 'asked']),
      invited: new Set(['asked']),
    })
    expect(sorted.ready).toEqual([])
    expect(why(sorted)).toEqual({ guest: 'not-eligible', in: 'takes-part', asked: 'takes-part' })
    const again = whoToInvite(as('mentor', 'asked'), { ...nobody, invited: new Set(['asked']) })
    expect(why(again)).toEqual({ asked: 'invited' })
    // Nobody is asked to a door that is shut to them on that side.
    const isAdmitted = (id: string, side: Asked['side']) => id !== 'ana' || side === 'mentee'
    expect(why(whoToInvite(as('mentor', 'ana', 'ben'), { ...nobody, isAdmitted }))).toEqual({
      ana: 'not-admitted',
    })
    expect(why(whoToInvite(as('mentee', 'ana'), { ...nobody, isAdmitted }))).toEqual({})
  })
})

describe('an answer', () => {
  const invitation: Invitation = {
    ...{ id: 'i', cohortId: 'c', personId: 'ana', side: 'mentor', byId: 'rita', state: 'open' },
    invitedAt: now,
  }
  const later = new Date(now.getTime() + 1000)

  test('"not now" ends it, once', () => {
    const declined = answerInvitation(invitation, 'not-now', now)
    expect(declined).toMatchObject({ state: 'declined', endedAt: now })
    expect(answerInvitation(declined, 'not-now', later)).toBe(declined)
  })

  test('looking is noted the first time, and takes no "not now" back', () => {
    const looked = answerInvitation(answerInvitation(invitation, 'not-now', now), 'look', later)
    expect(looked).toMatchObject({ state: 'declined', openedAt: later })
    expect(answerInvitation(looked, 'look', now)).toBe(looked)
  })
})
