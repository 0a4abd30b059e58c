/** Two lines over the table (`access.ts`), for what still asks by these names: cards, and who may write to the bot. */
import { may, type Who } from './access.ts'

export function mayAnswerCheckIn(caller: Who, [mentorId, menteeId]: readonly string[]): boolean {
  const pairing = mentorId && menteeId ? { mentorId, menteeId } : undefined
  return may('answer-check-in', caller, { pairing })
}

export function mayEnter(person: { id: string; isEligible: boolean } | undefined): boolean {
  return may('enter', { personId: person?.id ?? '' }, { isEligible: person?.isEligible })
}
