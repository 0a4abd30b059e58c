import { describe, expect, it } from '@jest/globals'
import { placesOf, type Role, rolesOf } from '../../bot/auth/roles.ts'
import { place, role } from '../../bot/contract/shapes.ts'

const nobody = { sponsorOf: false, organizerOf: false }
const anywhere = { sponsorOf: false, organizerOf: true }

describe('roles', () => {
  it.each([
    ['Organizer', 'organizer'],
    ['Communications', 'communications'],
    ['Reviewer', 'reviewer'],
    ['IndependentContact', 'independent-contact'],
    ['Analyst', 'analyst'],
    ['ITAdmin', 'it-admin'],
  ])('the app role %s makes somebody %s', (appRole, expected) => {
    expect(rolesOf({ appRoles: [appRole] }, anywhere)).toEqual(['employee', expected])
  })

  it.each(['organizer', 'Sponsor', 'Admin', '__proto__', 'constructor', ''])(
    'an app role "%s" that we do not know opens nothing',
    (appRole) => expect(rolesOf({ appRoles: [appRole] }, anywhere)).toEqual(['employee']),
  )

  it('the Program names its Sponsor; its Organizer needs to be named and the app role, both', () => {
    expect(rolesOf({ appRoles: [] }, { sponsorOf: true, organizerOf: false })).toEqual([
      'employee',
      'sponsor',
    ])
    expect(rolesOf({ appRoles: [] }, anywhere)).toEqual(['employee'])
    expect(rolesOf({ appRoles: ['Organizer'] }, nobody)).toEqual(['employee'])
    expect(rolesOf({ appRoles: ['Organizer'] }, anywhere)).toEqual(['employee', 'organizer'])
  })

  it('nobody has a role twice', () => {
    expect(
      rolesOf({ appRoles: ['Organizer', 'Organizer'] }, { sponsorOf: false, organizerOf: true }),
    ).toEqual(['employee', 'organizer'])
  })
})

describe('places', () => {
  it.each<[Role, string[]]>([
    ['employee', []],
    ['organizer', ['program', 'people', 'matching', 'schedule', 'check-ins', 'insights']],
    ['sponsor', ['program', 'insights', 'publish']],
    ['communications', ['publish']],
    ['analyst', ['insights']],
    ['reviewer', []],
    ['independent-contact', []],
    ['it-admin', ['program']],
  ])('%s opens, beside My mentoring: %p', (one, expected) => {
    expect(placesOf(['employee', one])).toEqual(['my-mentoring', ...expected])
  })

  it('come in the order of the navigation, and with the names the tab knows', () => {
    const all = placesOf(role.options)
    expect(all).toEqual(place.options)
  })

  it('without any role nothing opens', () => expect(placesOf([])).toEqual([]))
})
