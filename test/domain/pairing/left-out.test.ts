import { expect, test } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import { leftOut } from '../../../bot/domain/pairing/left-out.ts'

const someone = (personId: string, state: Participant['state'], day: number, more = {}): Participant => ({
  ...{ id: `of-${personId}`, cohortId: 'c1', personId, state, side: 'mentor', topics: [], languages: [] },
  ...{ interests: [], capacity: 1, timeZone: 'UTC', goal: '', goalStart: 1, acceptedGroundRules: 1 },
  ...{ workingHours: { days: [1], start: '09:00', end: '17:00' } },
  ...{ enrolledAt: new Date(Date.UTC(2026, 0, day)), ...more },
})
test('whoever was left out was nobody’s partner, or waits, the longest first; nobody who said no or was told no', () => {
  const people = [
    someone('late', 'approved', 20),
    someone('paired', 'approved', 1),
    someone('parted', 'approved', 2),
    someone('proposed', 'approved', 3),
    someone('waits', 'waitlisted', 4),
    someone('unanswered', 'applied', 5),
    ...[someone('declined', 'declined', 6), someone('gone', 'left', 7)],
    someone('erased', 'approved', 8, { isErased: true }),
  ]
  const pairings = [
    { mentorId: 'paired', menteeId: 'x', state: 'completed' as const },
    { mentorId: 'parted', menteeId: 'y', state: 'ended' as const },
    { mentorId: 'proposed', menteeId: 'z', state: 'declined' as const },
  ]
  expect(leftOut(people, pairings).map(({ personId, why }) => [personId, why])).toEqual([
    ['proposed', 'no-partner'],
    ['waits', 'waitlisted'],
    ['unanswered', 'undecided'],
    ['late', 'no-partner'],
  ])
})
