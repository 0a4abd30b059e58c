import { describe, expect, it } from '@jest/globals'
import type { DirectoryRow as Row } from '../../bot/domain/organization/directory-page.ts'
import { eligibilityOf, isEligibilityOpen, toPerson } from '../../bot/graph/to-person.ts'
import fc from '../support/properties.ts'

const ana = {
  id: 'ana',
  displayName: 'Ana Ruiz',
  mail: 'ana@example.com',
  accountEnabled: true,
  userType: 'Member',
  employeeHireDate: '2019-03-01T00:00:00Z',
  onPremisesExtensionAttributes: { extensionAttribute1: '7', extensionAttribute2: '9' },
  'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: 'bo' }],
}

function person(row: Row) {
  if (row.kind !== 'person') throw new Error(JSON.stringify(row))
  return row
}

describe('a Graph user', () => {
  it('becomes a Person with the manager the directory states', () => {
    expect(toPerson(ana)).toEqual({
      kind: 'person',
      person: {
        id: 'ana',
        displayName: 'Ana Ruiz',
        mail: 'ana@example.com',
        hiredOn: '2019-03-01',
        grade: 7,
        isEligible: true,
      },
      manager: { id: 'bo' },
    })
  })

  it('keeps what a change does not mention: only the title changed, so only the title is told', () => {
    expect(toPerson({ id: 'ana', jobTitle: 'Director' })).toEqual({
      kind: 'person',
      person: { id: 'ana', jobTitle: 'Director' },
      manager: 'unchanged',
    })
  })

  it('clears what Graph says is empty', () => {
    const { person: change } = person(toPerson({ id: 'ana', department: null, employeeHireDate: null }))
    expect(Object.keys(change)).toEqual(['id', 'department', 'hiredOn'])
    expect(change.department).toBeUndefined()
  })

  it.each([
    ['absent', undefined, 'unchanged'],
    ['an empty list', [], 'none'],
    ['null', null, 'none'],
    ['a removed element', [{ id: 'bo', '@removed': { reason: 'deleted' } }], 'none'],
    [
      'the old one removed, the new one named',
      [{ id: 'bo', '@removed': { reason: 'deleted' } }, { id: 'cy' }],
      { id: 'cy' },
    ],
    ['the person themself', [{ id: 'ana' }], { id: 'ana' }],
  ])('whose manager is %s', (_, link, manager) => {
    const user = link === undefined ? { id: 'ana', jobTitle: 'x' } : { id: 'ana', 'manager@delta': link }
    expect(person(toPerson(user)).manager).toEqual(manager)
  })

  it('is removed when Graph says so, whatever else it says', () => {
    expect(toPerson({ ...ana, '@removed': { reason: 'changed' } })).toEqual({ kind: 'removed', id: 'ana' })
    expect(toPerson({ id: 'ana', '@removed': { reason: 'deleted' } })).toEqual({ kind: 'removed', id: 'ana' })
  })

  it.each([
    [null, undefined],
    ['text', undefined],
    [{}, undefined],
    [{ id: 7 }, undefined],
    [{ ...ana, displayName: 7 }, 'ana'],
    [{ ...ana, 'manager@delta': 'bo' }, 'ana'],
    [{ ...ana, 'manager@delta': [{ name: 'bo' }] }, 'ana'],
  ])('that cannot be read says why: %j', (user, id) => {
    const row = toPerson(user)
    expect(row).toMatchObject({ kind: 'unreadable', why: expect.any(String) })
    expect('id' in row ? row.id : undefined).toBe(id)
  })

  it('has a grade only where the attribute holds a whole number from 1 to 12', () => {
    const graded = (value: unknown) =>
      person(toPerson({ id: 'ana', onPremisesExtensionAttributes: { extensionAttribute1: value } })).person
        .grade
    expect(['1', ' 12 ', 5].map(graded)).toEqual([1, 12, 5])
    expect(['0', '13', '7.5', 'E7', '', null, undefined].map(graded)).toEqual(Array(7).fill(undefined))
    expect(person(toPerson(ana, 'extensionAttribute2')).person.grade).toBe(9)
  })

  it('without a name goes by the name they sign in with', () => {
    expect(
      person(toPerson({ id: 'x', displayName: null, userPrincipalName: 'x@example.com' })).person.displayName,
    ).toBe('x@example.com')
  })

  it('was not hired in the year 1', () => {
    expect(
      person(toPerson({ id: 'x', employeeHireDate: '0001-01-01T00:00:00Z' })).person.hiredOn,
    ).toBeUndefined()
  })

  it('never becomes eligible while an account is off, a guest’s, or only half described', () => {
    const facts = fc.record(
      {
        id: fc.constant('ana'),
        accountEnabled: fc.constantFrom(true, false, null),
        userType: fc.constantFrom('Member', 'Guest', 'guest', null),
      },
      { requiredKeys: ['id'] },
    )
    fc.assert(
      fc.property(facts, (user) => {
        const { isEligible } = person(toPerson(user)).person
        const certain =
          user.accountEnabled === true && 'userType' in user && !/guest/i.test(user.userType ?? '')
        expect(isEligible === true).toBe(certain)
        expect(isEligibilityOpen(user)).toBe(
          eligibilityOf(user) === undefined && Object.keys(user).length > 1,
        )
      }),
    )
  })
})
