/**
 * What an Organizer should know before the yes: whom it reaches, when it begins, what stands against it. Nothing here is asked of
 * a calendar: a time is looked for only once the yes is final, so the first Sessions are a span and holidays are weeks.
 */
import { addDays } from '../calendar-date.ts'
import type { Participant, Side } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'
import type { Cohort } from '../program/program.ts'
import { utcDate } from '../span.ts'
import type { RunOutcome } from './matching-run.ts'
import { isLive, type Pairing, type PairingId } from './pairing.ts'
import { shownScore } from './shown-score.ts'

export interface BeforeApproval {
  pairs: number
  /** Everybody once, however many partners they get. */
  told: PersonId[]
  /** Both days included. */
  first: { from: string; to: string }
  holidays: { days: string[]; sessions: number; of: number }
  /** Mentees first: a leader without a Mentor is what is asked about. */
  nobody: { personId: PersonId; side: Side; cause: string }[]
  oldRules: PersonId[]
  /** By what is shown, the weakest first. */
  weakest: { id: PairingId; mentorId: PersonId; menteeId: PersonId; score: number }[]
}

interface Facts {
  cohort: Pick<Cohort, 'startsOn' | 'sessions' | 'cadenceWeeks' | 'scheduling'>
  rulesVersion: number
  /** Everything of the Cohort that is proposed or lives. */
  pairings: readonly Pairing[]
  chosen: ReadonlySet<PairingId> | 'all'
  participants: readonly Participant[]
  unplaced: RunOutcome['unplaced']
  /** Weeks within which the first Session is looked for. */
  firstWithinWeeks: number
  /** On which either of the two is off; ISO dates. */
  holidaysOf(pairing: Pairing): readonly string[]
  now: Date
}

export function beforeApproval(facts: Facts): BeforeApproval {
  const { pairings, chosen, participants, cohort, rulesVersion, unplaced } = facts
  const asked = pairings.filter(
    ({ id, state }) => state === 'proposed' && (chosen === 'all' || chosen.has(id)),
  )
  const told = new Set(asked.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const placed = new Set(
    pairings
      .filter((one) => one.state === 'proposed' || isLive(one))
      .flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  )
  const causes = new Map(unplaced.map(({ personId, cause }) => [personId, cause]))
  const from = firstDay(facts)
  return {
    pairs: asked.length,
    told: [...told],
    first: { from, to: addDays(from, facts.firstWithinWeeks * 7 - 1) },
    holidays: holidaysHit(asked, from, cohort, facts.holidaysOf),
    nobody: participants
      .filter(({ personId, state }) => state === 'approved' && !placed.has(personId))
      .map(({ personId, side }) => ({ personId, side, cause: causes.get(personId) ?? 'since-the-run' }))
      .toSorted((one, other) => rank(one.side) - rank(other.side)),
    oldRules: participants
      .filter(({ personId, acceptedGroundRules }) => told.has(personId) && acceptedGroundRules < rulesVersion)
      .map(({ personId }) => personId),
    weakest: asked
      .map(({ id, mentorId, menteeId, score, parts, reason }) => {
        return { id, mentorId, menteeId, score: shownScore({ score, parts, reason }).score }
      })
      .toSorted((one, other) => one.score - other.score || (one.id < other.id ? -1 : 1)),
  }
}

const rank = (side: Side) => (side === 'mentee' ? 0 : 1)

function firstDay({ cohort: { startsOn, scheduling }, now }: Facts): string {
  const earliest = addDays(utcDate(now), scheduling.noticeDays)
  return earliest > startsOn ? earliest : startsOn
}

/** Sessions that are due in a week with a holiday, if a pair begins in the first week: the search goes around those days. */
function holidaysHit(
  pairs: readonly Pairing[],
  from: string,
  { sessions, cadenceWeeks }: Facts['cohort'],
  holidaysOf: Facts['holidaysOf'],
): BeforeApproval['holidays'] {
  const weeks = Array.from({ length: sessions }, (_, k) => addDays(from, k * cadenceWeeks * 7))
  const days = new Set<string>()
  let hit = 0
  for (const pair of pairs) {
    const holidays = holidaysOf(pair)
    for (const week of weeks) {
      const end = addDays(week, 6)
      const within = holidays.filter((day) => week <= day && day <= end)
      if (within.length > 0) hit++
      for (const day of within) days.add(day)
    }
  }
  return { days: [...days].sort(), sessions: hit, of: pairs.length * sessions }
}
