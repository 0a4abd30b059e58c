import { describe, expect, test } from '@jest/globals'
import { placesLeft, refuseEntry } from '../../../bot/domain/enrolment/admission.ts'
import { standingOf } from '../../../bot/domain/program/admission.ts'

const kim = { department: 'Field  Sales', country: 'Germany', grade: 5 }

describe('who may enroll', () => {
  test('is everybody where nothing is limited, and whoever the directory knows to fit', () => {
    expect(refuseEntry({}, {}, 'mentor')).toBeUndefined()
    const open = {
      units: ['field sales', 'Legal'],
      countries: ['DE'],
      grades: { mentor: { from: 5, to: 5 } },
    }
    expect(refuseEntry(open, kim, 'mentor')).toBeUndefined()
  })

  test('is nobody of another unit, country or grade, and says which', () => {
    const what = (admission: Parameters<typeof refuseEntry>[0], side: 'mentor' | 'mentee' = 'mentor') =>
      refuseEntry(admission, kim, side)
    expect(what({ units: ['Legal'] })).toEqual({ refused: 'not-admitted', detail: { what: 'unit' } })
    expect(what({ countries: ['ES'] })).toEqual({ refused: 'not-admitted', detail: { what: 'country' } })
    expect(what({ grades: { mentor: { to: 4 } } })).toEqual({
      ...{ refused: 'not-admitted', detail: { what: 'grade' } },
    })
    expect(what({ grades: { mentor: { from: 6 } } })?.refused).toBe('not-admitted')
    // Of the other side nothing is said.
    expect(what({ grades: { mentor: { from: 6 } } }, 'mentee')).toBeUndefined()
  })

  test('is nobody of whom the directory does not say it', () => {
    const unknown = (admission: Parameters<typeof refuseEntry>[0], person = {}) =>
      refuseEntry(admission, person, 'mentee')
    expect(unknown({ units: ['Legal'] }, { department: ' ' })).toEqual({
      ...{ refused: 'admission-unknown', detail: { what: 'unit' } },
    })
    expect(unknown({ countries: ['DE'] }, { country: 'Atlantis' })?.refused).toBe('admission-unknown')
    expect(unknown({ grades: { mentee: { to: 12 } } })?.refused).toBe('admission-unknown')
    // What is known to be outside is said rather than what is missing.
    expect(unknown({ units: ['Legal'], countries: ['DE'] }, { country: 'ES' })?.refused).toBe('not-admitted')
  })
})

test('a break keeps its place; whoever waits, left or was declined has none', () => {
  const all = (['approved', 'paused', 'applied', 'waitlisted', 'left', 'declined'] as const).map((state) => ({
    ...{ state, side: 'mentor' as const },
  }))
  expect(placesLeft({ places: { mentor: 3 } }, all, 'mentor')).toBe(1)
  expect(placesLeft({ places: { mentor: 1 } }, all, 'mentor')).toBe(0)
  expect(placesLeft({ places: { mentor: 1 } }, all, 'mentee')).toBeUndefined()
})

test('a plan that limits nothing reads like one that never did', () => {
  expect(standingOf(undefined)).toEqual({})
  const nothing = { units: [], countries: [], grades: { mentor: {}, mentee: undefined }, places: {} }
  expect(standingOf(nothing)).toEqual({})
  expect(standingOf({ ...nothing, places: { mentee: 4 }, grades: { mentor: { to: 3 } } })).toEqual({
    admission: { places: { mentee: 4 }, grades: { mentor: { to: 3 } } },
  })
})
