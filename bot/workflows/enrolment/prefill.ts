import type { Enrolment, Participant, Side } from '../../domain/enrolment/participant.ts'
import type { Person } from '../../domain/organization/person.ts'
import { dayMs, plusMs } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'

type Prefill = Omit<Enrolment, 'acceptedGroundRules'> & { sideSuggested: Side }

/** From this grade of 12 on somebody is more likely to learn than to teach here. */
const seniorGrade = 8
const usualHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }

/**
 * What the form begins with: what was said before, else what the directory and the mailbox know. A mailbox that cannot be
 * read costs nothing but the convenience.
 */
export async function prefill(
  { calendar, clock }: Pick<Ports, 'calendar' | 'clock'>,
  person: Person,
  known: Participant | undefined,
): Promise<Prefill> {
  const side: Side = (person.grade ?? 0) >= seniorGrade ? 'mentee' : 'mentor'
  // What is past its time says nothing any more.
  if (known && known.languages.length > 0) {
    const { topics, languages, interests, capacity, timeZone, workingHours, goal, goalStart } = known
    return {
      side: known.side,
      sideSuggested: known.side,
      ...{ topics, languages, interests, capacity, timeZone, workingHours, goal, goalStart },
    }
  }
  const now = clock.now()
  const asked = { id: person.id, ...(person.mail ? { mail: person.mail } : {}) }
  const times = await calendar.availability([asked], now, plusMs(now, dayMs)).catch(() => undefined)
  const time = times?.get(person.id)
  const mine = person.preferredLanguage?.split('-')[0] ?? 'en'
  return {
    side,
    sideSuggested: side,
    topics: [],
    languages: [...new Set([mine, 'en'])],
    interests: [],
    capacity: 1,
    timeZone: (time?.known && time.timeZone) || 'UTC',
    workingHours: (time?.known && time.workingHours) || usualHours,
    goal: '',
    goalStart: 3,
  }
}
