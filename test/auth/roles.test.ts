import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { access, acts } from '../../bot/auth/access.ts'
import type { Role } from '../../bot/auth/role.ts'
import { homeOf, placesOf, rolesOf } from '../../bot/auth/roles.ts'
import { place, role } from '../../bot/contract/shapes.ts'
import type { HeldRole, ProgramRole } from '../../bot/domain/program/part.ts'

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

  const row = (role: ProgramRole, decidesUntil?: string): HeldRole => ({
    ...{ programId: 'p', personId: 'ana', role, since: new Date(0), givenBy: 'organizer' },
    ...(decidesUntil ? { decidesUntil } : {}),
  })
  const here = (held: HeldRole[], appRoles: string[] = [], today = '2026-11-27') =>
    rolesOf({ appRoles }, { ...nobody, held, today })

  it.each([
    ['reviewer', 'reviewer'],
    ['independent-contact', 'independent-contact'],
    ['communications', 'communications'],
  ] as const)('a row of the Program makes somebody %s there, without an app role', (held, expected) => {
    expect(here([row(held)])).toEqual(['employee', expected])
  })

  it('an Organizer beside the one in the seat needs the row and the app role, both', () => {
    expect(here([row('co-organizer')])).toEqual(['employee'])
    expect(here([], ['Organizer'])).toEqual(['employee'])
    expect(here([row('co-organizer')], ['Organizer'])).toEqual(['employee', 'organizer'])
  })

  it('a stand-in is one until the day the Sponsor named, that day included, and on no other', () => {
    expect(here([row('stand-in')])).toEqual(['employee'])
    expect(here([row('stand-in', '2026-11-26')])).toEqual(['employee'])
    expect(here([row('stand-in', '2026-11-27')])).toEqual(['employee', 'stand-in'])
    expect(rolesOf({ appRoles: [] }, { ...nobody, held: [row('stand-in', '2026-11-27')] })).toEqual([
      'employee',
    ])
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
    ['organizer', ['training', 'program', 'people', 'matching', 'schedule', 'check-ins', 'insights']],
    ['sponsor', ['program', 'insights', 'publish']],
    ['communications', ['publish']],
    ['stand-in', ['publish']],
    ['analyst', ['insights']],
    ['reviewer', ['applications']],
    ['independent-contact', []],
    ['it-admin', ['program']],
  ])('%s opens, beside My mentoring: %p', (one, expected) => {
    expect(placesOf(['employee', one])).toEqual(['my-mentoring', ...expected])
  })

  it('come in the order of the navigation, and with the names the tab knows', () => {
    const all = placesOf(role.options)
    expect(all).toEqual(place.options)
  })

  it('applications are for whoever reads them, and for the Organizer where they are read', () => {
    expect(placesOf(['employee', 'organizer'], { screens: true })).toContain('applications')
    expect(placesOf(['employee', 'organizer'])).not.toContain('applications')
  })

  it('lessons are for whoever takes part, and for whoever asks them to', () => {
    expect(placesOf(['employee'], { trains: true })).toEqual(['my-mentoring', 'training'])
    expect(placesOf(['employee', 'sponsor'])).not.toContain('training')
  })

  it('without any role nothing opens', () => expect(placesOf([])).toEqual([]))
})

describe('what an administrator is told of a role', () => {
  const guide = readFileSync('docs/deploy.md', 'utf8')
  const { appRoles } = JSON.parse(readFileSync('infra/aad.manifest.json', 'utf8')) as {
    appRoles: { value: string; description: string }[]
  }
  const opened = (appRole: string) => {
    const roles = rolesOf({ appRoles: [appRole] }, { sponsorOf: false, organizerOf: true })
    return acts.filter((act) =>
      access[act].who.some((grant) =>
        grant.some((name) => name !== 'employee' && roles.includes(name as Role)),
      ),
    )
  }

  it.each(appRoles)('$value: opens something, or both the guide and Entra say that it does not', (one) => {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${one.value}\` |`))
    const isOpen = opened(one.value).length > 0
    expect(row).toBeDefined()
    expect([one.value, !row!.includes('| nothing yet')]).toEqual([one.value, isOpen])
    expect([one.value, !one.description.startsWith('Opens nothing yet')]).toEqual([one.value, isOpen])
  })
})

describe('where somebody begins', () => {
  const home = (roles: Role[], facts: Partial<Parameters<typeof homeOf>[2]> = {}) => {
    const known = { stage: 'running' as const, takesPart: false, decides: false, ...facts }
    return homeOf(placesOf(roles, { decides: known.decides }), roles, known)
  }

  it.each([
    ['an Organizer of people who enroll', ['employee', 'organizer'], { stage: 'enrolling' }, 'people'],
    ['an Organizer before the pairs', ['employee', 'organizer'], { stage: 'matching' }, 'matching'],
    ['an Organizer while they meet', ['employee', 'organizer'], {}, 'check-ins'],
    ['an Organizer without a Cohort', ['employee', 'organizer'], { stage: undefined }, 'program'],
    ['whoever writes', ['employee', 'communications'], {}, 'publish'],
    ['a Sponsor with nothing to decide', ['employee', 'sponsor'], {}, 'program'],
    ['a Sponsor for whom a Summary waits', ['employee', 'sponsor'], { decides: true }, 'publish'],
    ['a Sponsor who learns as well', ['employee', 'sponsor'], { takesPart: true }, 'my-mentoring'],
    ['anybody else', ['employee'], {}, 'my-mentoring'],
    ['anybody else who takes part', ['employee'], { takesPart: true }, 'my-mentoring'],
  ] as const)('%s', (_, roles, facts, place) => {
    expect(home([...roles], facts)).toBe(place)
  })

  it('is a place that is open to them, whatever they are', () => {
    for (const roles of [['it-admin'], ['analyst'], ['reviewer'], ['employee']] as Role[][])
      for (const stage of [undefined, 'draft', 'enrolling', 'matching', 'running', 'closed'] as const) {
        const open = placesOf(roles)
        if (open.length > 0) expect(open).toContain(home(roles, { stage }))
      }
  })
})
