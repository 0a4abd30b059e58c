/** A small company for the tab's tests and screenshots, typed by the contract. Builders keep only what matters visible. */
import type { Face, In, Out } from '../../../bot/contract/index.ts'

export const now = '2026-03-03T09:00:00Z'

export const lena: Face = {
  id: 'lena',
  name: 'Lena Fischer',
  jobTitle: 'Junior Data Analyst',
  department: 'Analytics',
  location: 'Berlin',
}
export const omar: Face = {
  id: 'omar',
  name: 'Omar Haddad',
  jobTitle: 'Chief Operating Officer',
  department: 'Operations',
  location: 'Dubai',
}
export const ines: Face = {
  id: 'ines',
  name: 'Inés Navarro',
  jobTitle: 'Executive Vice President',
  department: 'Strategy',
  location: 'Madrid',
}
export const ruth: Face = {
  id: 'ruth',
  name: 'Ruth Okafor',
  jobTitle: 'Talent Programs Lead',
  department: 'People',
  location: 'London',
}
export const tomas: Face = {
  id: 'tomas',
  name: 'Tomás Silva',
  jobTitle: 'Service Designer',
  department: 'Digital',
  location: 'Lisbon',
}

type Me = Out<'me'>
type Mine = Out<'myMentoring'>
type MyCohort = NonNullable<Mine['cohort']>

export const cohortCard = {
  id: 'spring',
  name: 'Spring 2026',
  programName: 'Learning upward',
  stage: 'running' as const,
  startsOn: '2026-02-02',
  endsOn: '2026-07-17',
}

export function me(changes: Partial<Me> = {}): Me {
  return {
    person: { ...ruth, mail: 'ruth@example.com', language: 'en' },
    roles: ['employee', 'organizer'],
    places: [
      'my-mentoring',
      'training',
      'program',
      'people',
      'matching',
      'schedule',
      'check-ins',
      'insights',
      'publish',
    ],
    home: 'my-mentoring',
    cohorts: [cohortCard],
    cohortId: 'spring',
    now,
    ...changes,
  }
}

export function anEmployee(changes: Partial<Me> = {}): Me {
  return me({
    person: { ...lena, mail: 'lena@example.com' },
    roles: ['employee'],
    places: ['my-mentoring'],
    ...changes,
  })
}

export const challenge = {
  statement: 'Half of our leaders have never used the AI tools that their teams work with every day.',
  measure: 'Leaders who use AI tools every week',
  unit: '%',
  baseline: 22,
  target: 70,
}

export function myCohort(changes: Partial<MyCohort> = {}): MyCohort {
  return {
    ...cohortCard,
    sessions: 6,
    sessionMinutes: 50,
    cadenceWeeks: 4,
    challenge,
    objectives: [{ text: 'Leaders can judge AI proposals from their own use', topics: ['ai-tools'] }],
    groundRules: {
      version: 2,
      items: [
        'What is said stays between the two of you.',
        'The Mentor sets the agenda.',
        'Sessions are moved within seven days, never dropped.',
        'Nothing from here is used in appraisals or promotions.',
      ],
    },
    sponsor: ines,
    sponsorMessage: 'I learn from a colleague half my age, and it changed two decisions this year. Join us.',
    organizer: ruth,
    ...changes,
  }
}

export function prefill(changes: Partial<Mine['prefill']> = {}): Mine['prefill'] {
  return {
    side: 'mentor',
    sideSuggested: 'mentor',
    topics: [],
    languages: ['de', 'en'],
    interests: [],
    capacity: 1,
    timeZone: 'Europe/Berlin',
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    goal: '',
    goalStart: 2,
    ...changes,
  }
}

export function participant(
  changes: Partial<NonNullable<Mine['participant']>> = {},
): NonNullable<Mine['participant']> {
  const { sideSuggested: _, ...rest } = prefill()
  return {
    ...rest,
    topics: [{ topic: 'ai-tools', level: 3 }],
    goal: 'Speak up in rooms with executives',
    acceptedGroundRules: 2,
    id: 'p-lena',
    cohortId: 'spring',
    state: 'approved',
    ...changes,
  }
}

type MyPairing = Mine['pairings'][number]
type MySession = MyPairing['sessions'][number]

export const themes = ['who-we-are', 'show-me', 'from-here', 'next-generation', 'reciprocal', 'results']

export function session(number: number, changes: Partial<MySession> = {}): MySession {
  const start = Date.UTC(2026, 1, 10, 10) + (number - 1) * 28 * 86_400_000
  return {
    id: `s${number}`,
    number,
    theme: themes[number - 1] ?? 'show-me',
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + 50 * 60_000).toISOString(),
    state: 'planned',
    ...changes,
  }
}

export function myPairing(changes: Partial<MyPairing> = {}): MyPairing {
  return {
    id: 'pair-1',
    state: 'active',
    mySide: 'mentor',
    partner: { ...omar, signInName: 'omar@example.com' },
    parts: [
      { part: 'topic', points: 420 },
      { part: 'different-unit', points: 180 },
      { part: 'different-site', points: 90 },
      { part: 'language', points: 60, detail: { language: 'en' } },
      { part: 'interests', points: 40 },
    ],
    hold: { state: 'booked', joinUrl: 'https://teams.microsoft.com/l/meetup-join/abc', everyWeeks: 4 },
    sessions: [
      session(1, {
        state: 'held',
        checkIn: { state: 'answered', held: true, worth: 5, obstacle: 'nothing' },
      }),
      ...[2, 3, 4, 5, 6].map((number) => session(number)),
    ],
    nextSessionId: 's2',
    ...changes,
  }
}

export const offered: Mine['offered'] = {
  topics: [
    'ai-tools',
    'social-media',
    'collaboration-apps',
    'consumer-trends',
    'why-juniors-stay',
    'inclusion',
    'flexible-work',
    'customer-journey',
    'unwritten-rules',
    'how-strategy-is-heard',
    'data-privacy',
    'sustainability',
  ],
  interests: ['running', 'cooking', 'chess', 'cinema', 'hiking', 'photography', 'music', 'football'],
  languages: ['en', 'de', 'es', 'ar', 'fr', 'pt'],
}

/** Nobody has signed yet. */
export function anAgreement(changes: Partial<Out<'agreement'>> = {}): Out<'agreement'> {
  return {
    ...{ version: 1, state: 'open', template: 1 },
    sentences: [
      'We meet so that {mentor} can teach and {mentee} can learn.',
      'We meet {count} times for {minutes} minutes, every {weeks} weeks.',
    ],
    terms: { books: 'mentor', place: 'online', reply: 48, notice: 24, offLimits: '', own: '' },
    mine: { goal: 'Say no sooner', goalStart: 2 },
    ...changes,
  }
}

/** Before enrolling, unless changed. */
export function mine(changes: Partial<Mine> = {}): Mine {
  return {
    now,
    cohort: myCohort({ stage: 'enrolling', startsOn: '2026-04-06' }),
    participant: null,
    prefill: prefill(),
    offered,
    pairings: [],
    asks: [],
    steps: [],
    waiting: [],
    ...changes,
  }
}

/** Paired, first Session done, the second a week away. */
export function paired(changes: Partial<Mine> = {}): Mine {
  return mine({
    cohort: myCohort(),
    participant: participant(),
    pairings: [myPairing()],
    steps: [
      { key: 'enrolled', state: 'done' },
      { key: 'accepted', state: 'done' },
      { key: 'paired', state: 'done' },
      { key: 'session', number: 1, at: session(1).startsAt, state: 'done' },
      { key: 'session', number: 2, at: session(2).startsAt, state: 'now' },
      { key: 'session', number: 3, at: session(3).startsAt, state: 'ahead' },
      { key: 'midpoint', at: '2026-04-26T10:00:00Z', state: 'ahead' },
      { key: 'session', number: 4, at: session(4).startsAt, state: 'ahead' },
      { key: 'session', number: 5, at: session(5).startsAt, state: 'ahead' },
      { key: 'session', number: 6, at: session(6).startsAt, state: 'ahead' },
      { key: 'close', at: '2026-07-17T10:00:00Z', state: 'ahead' },
    ],
    ...changes,
  })
}

export function cohortDetails(changes: Partial<Out<'cohort'>> = {}): Out<'cohort'> {
  const { challenge, objectives, groundRules, sponsorMessage, sessions, sessionMinutes, cadenceWeeks } =
    myCohort()
  return {
    id: 'spring',
    version: 'c1',
    programName: 'Learning upward',
    cohortName: 'Spring 2026',
    challenge,
    objectives,
    groundRules: { ...groundRules, asks: 254 },
    sponsorMessage,
    startsOn: '2026-02-02',
    endsOn: '2026-07-17',
    sessions,
    sessionMinutes,
    cadenceWeeks,
    stage: 'enrolling',
    duties: [
      { duty: 'invite', on: '2026-11-09', isDue: false, doneAt: '2026-11-03T09:00:00Z' },
      { duty: 'kickoff', on: '2026-12-14', isDue: false },
      { duty: 'midpoint', on: '2027-02-15', isDue: false },
      { duty: 'close', on: '2027-04-12', isDue: false },
    ],
    nextStage: 'matching',
    cohorts: [],
    nextId: null,
    sponsor: ines,
    organizer: ruth,
    asked: [],
    may: { edit: true, handOver: true, tickDuty: true },
    timeline: [
      { key: 'enrol', on: '2026-01-12', state: 'now' },
      { key: 'match', on: '2026-01-26', state: 'ahead' },
      { key: 'first-session', on: '2026-02-10', state: 'ahead' },
      { key: 'midpoint', on: '2026-04-26', state: 'ahead' },
      { key: 'last-session', on: '2026-06-30', state: 'ahead' },
      { key: 'close', on: '2026-07-17', state: 'ahead' },
    ],
    counts: { applied: 14, mentors: 180, mentees: 60, pairs: 0, held: 0 },
    ...changes,
  }
}

type PersonRow = Out<'people'>['people'][number]

export function personRow(
  index: number,
  changes: Partial<NonNullable<PersonRow['participant']>> = {},
): PersonRow {
  const first = ['Amina', 'Bruno', 'Chiara', 'Deniz', 'Elif', 'Farid', 'Greta', 'Hugo']
  const last = ['Adler', 'Bianchi', 'Costa', 'Demir', 'Evans', 'Farouk', 'Gómez', 'Hansen', 'Ito']
  const side = index % 4 === 0 ? ('mentee' as const) : ('mentor' as const)
  return {
    person: {
      id: `person-${index}`,
      name: `${first[index % first.length]} ${last[index % last.length]}`,
      jobTitle: side === 'mentee' ? 'Vice President' : 'Associate Engineer',
      department: 'Engineering',
      location: 'Porto',
      managerName: 'Ruth Okafor',
    },
    participant: {
      id: `participant-${index}`,
      side,
      state: index < 3 ? 'applied' : 'approved',
      topics: [
        { topic: 'ai-tools', level: 3 },
        { topic: 'inclusion', level: 1 },
      ],
      languages: ['en', 'pt'],
      capacity: side === 'mentor' ? 1 : 2,
      load: index % 2,
      timeZone: 'Europe/Lisbon',
      ...changes,
    },
  }
}

export function peoplePage(changes: Partial<Out<'people'>> = {}): Out<'people'> {
  return {
    people: Array.from({ length: 12 }, (_, index) => personRow(index)),
    total: 12,
    counts: {
      everyone: 2400,
      enrolled: 240,
      applied: 3,
      approved: 230,
      waitlisted: 4,
      declined: 1,
      paused: 1,
      left: 1,
      mentors: 180,
      mentees: 60,
    },
    balance: [
      { topic: 'ai-tools', offered: 62, wanted: 41 },
      { topic: 'inclusion', offered: 31, wanted: 12 },
      { topic: 'how-strategy-is-heard', offered: 9, wanted: 22 },
      { topic: 'sustainability', offered: 14, wanted: 6 },
    ],
    ...changes,
  }
}

export function organization(changes: Partial<Out<'organization'>> = {}): Out<'organization'> {
  return {
    state: 'fresh',
    people: 2400,
    pages: 12,
    startedAt: '2026-03-03T02:00:00Z',
    finishedAt: '2026-03-03T02:01:10Z',
    isToldOfChanges: true,
    faultCount: 2,
    heldBack: 2,
    tops: [],
    faults: [
      { person: tomas, kind: 'self-manager', below: 0, detail: {} },
      {
        person: { id: 'kim', name: 'Kim Novak', jobTitle: 'Buyer' },
        kind: 'missing-manager',
        below: 0,
        detail: {},
      },
    ],
    ...changes,
  }
}

export type Enrol = In<'enrol'>
