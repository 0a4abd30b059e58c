/** Pairs the Organizer has fixed. A pin never breaks a rule: one that would is set aside, with the rule it breaks. */
import { mayBePaired, pairKey, wordsOfRule } from './pairing-rules.ts'
import type { MatchingInput } from './person.ts'
import type { Roster } from './roster.ts'

export interface Pins {
  /** Places in `roster.mentors` and `roster.mentees`. */
  pairs: [mentor: number, mentee: number][]
}

export function acceptPins(input: MatchingInput, roster: Roster): Pins {
  const mentorAt = new Map(roster.mentors.map((p, i) => [p.id, i]))
  const menteeAt = new Map(roster.mentees.map((p, i) => [p.id, i]))
  const room = new Map([...roster.mentors, ...roster.mentees].map((p) => [p.id, p.capacity]))
  const pairs: Pins['pairs'] = []
  const met = new Set<string>()
  for (const [mentorId, menteeId] of input.pins ?? []) {
    const refuse = (why: string) =>
      roster.setAside.push({
        personId: mentorId,
        reason: `The pin of ${mentorId} with ${menteeId} was not kept: ${why}`,
      })
    if (met.has(pairKey(mentorId, menteeId))) continue
    met.add(pairKey(mentorId, menteeId))
    const [i, j] = [mentorAt.get(mentorId), menteeAt.get(menteeId)]
    if (i === undefined || j === undefined) {
      refuse(whyAbsent(i === undefined ? mentorId : menteeId, i === undefined ? 'Mentor' : 'Mentee', roster))
      continue
    }
    const refusal = mayBePaired(roster.mentors[i]!, roster.mentees[j]!, roster.context)
    if (refusal) {
      refuse(`${wordsOfRule(refusal.refused)} (${refusal.refused})`)
      continue
    }
    const full = [mentorId, menteeId].find((id) => room.get(id) === 0)
    if (full) {
      refuse(`${full} has other pins for every place (capacity).`)
      continue
    }
    for (const id of [mentorId, menteeId]) room.set(id, room.get(id)! - 1)
    pairs.push([i, j])
  }
  return { pairs }
}

function whyAbsent(id: string, side: string, roster: Roster): string {
  const barred = roster.barred.find(({ person }) => person.id === id)
  if (barred) return `${id} cannot be paired (${barred.rule}). ${barred.smallestChange}`
  const absent = roster.notTakingPart.find(({ personId }) => personId === id)
  return absent ? `${id} ${absent.why}.` : `${id} is not enrolled as a ${side}.`
}
