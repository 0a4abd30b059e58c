import { describe, expect, it } from '@jest/globals'
import {
  type Candidate,
  type HeldRole,
  mayHave,
  mostOfARole,
  organizersOf,
  type Part,
  type ProgramRole,
  programRoles,
  type Standing,
  standsInFor,
} from '../../../bot/domain/program/part.ts'
import type { Program } from '../../../bot/domain/program/program.ts'

const program: Program = {
  ...{ id: 'p', name: 'P', objectives: [], sponsorMessage: '', groundRules: { version: 1, items: [] } },
  challenge: { statement: 's', measure: 'm', unit: '', baseline: 0, target: 1 },
  ...{ organizerId: 'olga', sponsorId: 'sam' },
}
const row = (personId: string, role: ProgramRole, more: Partial<HeldRole> = {}): HeldRole => ({
  ...{ programId: 'p', personId, role, since: new Date(0), givenBy: 'olga' },
  ...more,
})
const ana: Candidate = { id: 'ana', isEligible: true }
/** Outside of everything, by a chart that knows everybody. */
const outside: Standing = { takesPart: false, mayBeAbove: () => false }
interface Asked {
  person?: Candidate
  held?: HeldRole[]
  standing?: Standing
}
const no = (part: Part, { person = ana, held = [], standing = outside }: Asked = {}) =>
  mayHave(part, person, { program, held }, standing)?.refused

describe('a part in a program', () => {
  it.each(programRoles)('%s may be anybody’s whom the directory knows, and is nobody else’s', (role) => {
    expect(no(role)).toBeUndefined()
    expect(no(role, { person: { id: 'ana', isEligible: false } })).toBe('unknown-person')
    expect(mayHave(role, undefined, { program, held: [] }, outside)?.refused).toBe('unknown-person')
    expect(no(role, { held: [row('ana', role)] })).toBe('has-seat-already')
  })

  it('nobody is Sponsor and Organizer, whether in the seat or beside it', () => {
    expect(no('co-organizer', { person: { id: 'sam', isEligible: true } })).toBe('one-person-two-seats')
    expect(no('sponsor', { held: [row('ana', 'co-organizer')] })).toBe('one-person-two-seats')
    expect(no('co-organizer', { person: { id: 'olga', isEligible: true } })).toBe('has-seat-already')
    // Whoever is beside the seat may take it.
    expect(no('organizer', { held: [row('ana', 'co-organizer')] })).toBeUndefined()
  })

  it('whoever stands in for the Sponsor runs nothing', () => {
    for (const id of ['olga', 'sam'])
      expect(no('stand-in', { person: { id, isEligible: true } })).toBe('another-part-already')
    expect(no('stand-in', { held: [row('ana', 'co-organizer')] })).toBe('another-part-already')
    expect(no('co-organizer', { held: [row('ana', 'stand-in')] })).toBe('another-part-already')
    expect(no('organizer', { held: [row('ana', 'stand-in')] })).toBe('another-part-already')
    expect(no('stand-in', { held: [row('ana', 'communications')] })).toBeUndefined()
  })

  it.each(['co-organizer', 'reviewer', 'stand-in', 'communications', 'sponsor', 'organizer'] as const)(
    'an independent contact is not %s too, whichever came first',
    (part) => {
      expect(no(part, { held: [row('ana', 'independent-contact')] })).toBe('another-part-already')
      if (part !== 'sponsor' && part !== 'organizer')
        expect(no('independent-contact', { held: [row('ana', part)] })).toBe('another-part-already')
    },
  )

  describe('an independent contact', () => {
    const above = (one: string, other: string): Standing => ({
      takesPart: false,
      mayBeAbove: (a, b) => a === one && b === other,
    })
    const isContact = (standing: Standing, person = ana) =>
      no('independent-contact', { standing, person }) === undefined

    it('is neither Sponsor nor Organizer, and does not take part', () => {
      for (const id of ['olga', 'sam']) expect(isContact(outside, { id, isEligible: true })).toBe(false)
      expect(isContact({ ...outside, takesPart: true })).toBe(false)
    })

    it('stands in no line with an Organizer, above or below, in the seat or beside it', () => {
      expect(isContact(above('ana', 'olga'))).toBe(false)
      expect(isContact(above('olga', 'ana'))).toBe(false)
      const held = [row('otto', 'co-organizer')]
      expect(no('independent-contact', { standing: above('otto', 'ana'), held })).toBe('not-independent')
    })

    it('is not above the Sponsor and does not report to them; further below is allowed', () => {
      expect(isContact(above('ana', 'sam'))).toBe(false)
      expect(isContact(outside, { ...ana, managerId: 'sam' })).toBe(false)
      expect(isContact(above('sam', 'ana'), { ...ana, managerId: 'mia' })).toBe(true)
    })

    it('is nobody where the chart cannot tell, or was not asked', () => {
      expect(isContact({ takesPart: false, mayBeAbove: () => true })).toBe(false)
      expect(mayHave('independent-contact', ana, { program, held: [] })?.refused).toBe('not-independent')
    })
  })

  it('has a largest number of people', () => {
    const held = Array.from({ length: mostOfARole }, (_, at) => row(`r${at}`, 'reviewer'))
    expect(no('reviewer', { held })).toBe('too-many-of-a-role')
    expect(no('reviewer', { held: held.slice(1) })).toBeUndefined()
  })
})

it('Organizers are the one in the seat first, then the longest there', () => {
  const held = [
    row('new', 'co-organizer', { since: new Date(2) }),
    row('old', 'co-organizer', { since: new Date(1) }),
    row('rita', 'reviewer'),
  ]
  expect(organizersOf(program, held)).toEqual(['olga', 'old', 'new'])
})

describe('whoever stands in', () => {
  const held = [row('ana', 'stand-in', { decidesUntil: '2026-11-27' }), row('ben', 'stand-in')]
  it('decides for the Sponsor until the day that was named, and not a day longer', () => {
    expect(standsInFor(program, held, 'ana', '2026-11-27')).toBe('sam')
    expect(standsInFor(program, held, 'ana', '2026-11-28')).toBeUndefined()
    expect(standsInFor(program, held, 'ben', '2026-11-27')).toBeUndefined()
    expect(standsInFor(program, held, 'cy', '2026-11-27')).toBeUndefined()
  })
  it('decides for nobody where there is no Sponsor', () => {
    const { sponsorId: _, ...headless } = program
    expect(standsInFor(headless, held, 'ana', '2026-11-27')).toBeUndefined()
  })
})
