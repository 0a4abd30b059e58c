/** Who is invited to what stands in Outlook, and in which words. */
import type { Person, PersonId } from '../../domain/organization/person.ts'
import type { PairContext } from '../pairing/pair-context.ts'
import { type CalendarWords, calendarWords } from './calendar-words.ts'

/** Everybody but the organizer, who is there anyhow. */
export function invited(people: Iterable<Person>, organizerId: PersonId | undefined) {
  return [...people].flatMap(({ id, mail, displayName }) =>
    id === organizerId || !mail ? [] : [{ mail, name: displayName }],
  )
}

export function wordsForPair(
  { mentor, mentee, mentorEnrolment, menteeEnrolment }: PairContext,
  organizerId: PersonId | undefined,
): CalendarWords {
  const readers = [
    { ...mentor, languages: mentorEnrolment.languages },
    { ...mentee, languages: menteeEnrolment.languages },
  ]
  return calendarWords(readers, organizerId)
}

/** A line about each of the two: what the directory tells every colleague, and nothing of what they enrolled with. */
export function whoTheyAre(
  { mentor, mentee }: Pick<PairContext, 'mentor' | 'mentee'>,
  words: CalendarWords,
): string[] {
  return [words('mentor-is', { who: introduced(mentor) }), words('mentee-is', { who: introduced(mentee) })]
}

function introduced({ displayName, jobTitle, department }: Person): string {
  return [displayName, jobTitle, department].filter(Boolean).join(' · ')
}
