/**
 * What stands in Outlook, in the language that everybody who is invited reads. Outlook keeps it as it was written: a language
 * that changes later counts for the next event, and an event that stands is neither written again nor taken for changed.
 * Delegates, and whoever may see titles, read it as well: a subject names the program and never the other person.
 */
import { type Reads, sharedLanguage } from '../../domain/enrolment/shared-language.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import { ar } from '../../words/ar.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { fill, languages, type Values } from '../../words/sentence.ts'
import type { WordTable } from '../../words/word-table.ts'
import type { Ports } from '../ports.ts'

export type CalendarKey = keyof WordTable['calendar']
export type CalendarWords = (key: CalendarKey, values?: Values) => string

/** A person, and what they enrolled with. */
export type CalendarReader = Reads & { id: PersonId }

const tables = { en, es, ar }

/** Where the readers share more than one language, it is rather the organizer's own. */
export function calendarWords(readers: readonly CalendarReader[], organizerId?: PersonId): CalendarWords {
  const inOrder = readers.toSorted((a, b) => Number(b.id === organizerId) - Number(a.id === organizerId))
  const language = sharedLanguage(inOrder, languages)
  return (key, values = {}) => {
    const text = fill(tables[language].calendar[key], values, language)
    // Marks that nobody sees would stand in the way of whoever looks for a title.
    return key === 'subject' ? text.replace(/[\u2068\u2069]/g, '') : text
  }
}

/** For what is said about a Pairing that may be over, of people who may be gone. */
export async function calendarWordsOf(
  { pairings, people, participants }: Pick<Ports['store'], 'pairings' | 'people' | 'participants'>,
  id: PairingId,
  organizerId?: PersonId,
): Promise<CalendarWords> {
  const pairing = await pairings.get(id)
  const two = pairing ? [pairing.mentorId, pairing.menteeId] : []
  const known = await people.many(two)
  const readers: CalendarReader[] = []
  for (const personId of two) {
    const enrolled = pairing && (await participants.of(pairing.cohortId, personId))
    const preferredLanguage = known.get(personId)?.preferredLanguage
    readers.push({ id: personId, preferredLanguage, languages: enrolled?.languages })
  }
  return calendarWords(readers, organizerId)
}
