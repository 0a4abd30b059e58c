import { guidOf, hash32 } from './chance.ts'
import type { DemoPerson, DemoTeam } from './shape.ts'

/** The company's teams with their channels; `always` are members of every one. */
export function companyTeams(
  domain: string,
  people: readonly DemoPerson[],
  always: readonly string[],
): DemoTeam[] {
  const members = (belongs: (person: DemoPerson) => boolean) => [
    ...new Set([
      ...always,
      ...people.filter((p) => p.accountEnabled && p.userType === 'Member' && belongs(p)).map((p) => p.id),
    ]),
  ]
  const countries = [...new Set(people.map((person) => person.country))]
  const home = countries.map((country) => ({
    country,
    n: people.filter((p) => p.country === country).length,
  }))
  const largest = home.sort((a, b) => b.n - a.n)[0]?.country
  return [
    team(
      domain,
      'All Company',
      members(() => true),
      ['General', 'Announcements', 'Success stories'],
    ),
    team(
      domain,
      'Leadership Forum',
      members((p) => p.grade >= 9),
      ['General', 'Strategy notes'],
      { Succession: 'private' },
    ),
    team(
      domain,
      'New Voices',
      members((p) => p.grade <= 3),
      ['General', 'Mentoring', 'Ask me anything'],
    ),
    team(
      domain,
      `${largest} Office`,
      members((p) => p.country === largest),
      ['General', 'Local news'],
    ),
    team(
      domain,
      'Learning at Work',
      members((p) => hash32(p.id) % 3 === 0),
      ['General', 'Mentoring programs', 'Courses'],
    ),
    team(
      domain,
      'Internal Communications',
      members((p) => /communication/i.test(`${p.department} ${p.jobTitle}`)),
      ['General', 'Drafts'],
      { Agencies: 'shared' },
    ),
  ]
}

function team(
  domain: string,
  displayName: string,
  memberIds: string[],
  channels: string[],
  closed: Record<string, 'private' | 'shared'> = {},
): DemoTeam {
  const idOf = (name: string) =>
    `19:${guidOf(`${domain}/channel/${displayName}/${name}`).replaceAll('-', '')}@thread.tacv2`
  return {
    id: guidOf(`${domain}/team/${displayName}`),
    displayName,
    memberIds,
    channels: [
      ...channels.map((name) => ({ id: idOf(name), displayName: name })),
      ...Object.entries(closed).map(([name, membershipType]) => ({
        ...{ id: idOf(name), displayName: name, membershipType },
      })),
    ],
  }
}
