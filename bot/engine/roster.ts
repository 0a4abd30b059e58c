/**
 * Sorts the people of a run before any pair is looked at: who can be paired, who does not take part, who takes part but
 * cannot be paired with anybody as things stand, and which rows were set aside. Nobody is lost: every participant ends
 * in exactly one of these, or in the pairings.
 */
import { buildOrganization, KNOWN, type Organization } from '../domain/organization/organization.ts'
import {
  effectiveRules,
  monthsBefore,
  type RuleContext,
  ruleContext,
  secondLineIsKnown,
} from './pairing-rules.ts'
import type { MatchingInput, MatchingParticipant } from './person.ts'
import type { RuleName } from './rule-names.ts'
import { workMinutesUtc, zoneOffsetMinutes } from './work-minutes.ts'

export const withoutRoom = 'has no room for a partner (capacity 0)'

export interface SetAside {
  line?: number
  personId?: string
  reason: string
}

export interface Barred {
  person: MatchingParticipant
  rule: RuleName
  detail: Record<string, string | number>
  smallestChange: string
}

export interface Roster {
  organization: Organization
  context: RuleContext
  mentors: MatchingParticipant[]
  mentees: MatchingParticipant[]
  barred: Barred[]
  notTakingPart: { personId: string; why: string }[]
  setAside: SetAside[]
  ratings: NonNullable<MatchingInput['ratings']>
  rankings: NonNullable<MatchingInput['rankings']>
}

/** `chartOf` builds the chart, or is whoever has built it already. */
export function buildRoster(input: MatchingInput, chartOf = buildOrganization): Roster {
  const organization = chartOf(withParticipants(input), effectiveRules(input.rules).tops)
  const context = ruleContext(organization, input.rules, input.today, input)
  const roster: Roster = {
    organization,
    context,
    mentors: [],
    mentees: [],
    barred: [],
    notTakingPart: [],
    setAside: [],
    ratings: [],
    rankings: [],
  }
  for (const person of onePerPerson(input.participants, roster)) enrol(person, roster)
  holdBackTheCutOff(roster)
  roster.ratings = usableRatings(input.ratings ?? [], roster)
  roster.rankings = usableRankings(input.rankings ?? [], roster)
  return roster
}

/** Participants count as rows of the chart too, so that a manager only their enrolment names is not overlooked. */
function withParticipants({ organization, participants }: MatchingInput) {
  if (areRows(participants, organization)) return organization
  const known = new Map(organization.map((person) => [person.id, person]))
  const extra = participants.filter((p) => {
    const row = known.get(p.id)
    return !row || (p.managerId !== undefined && p.managerId !== row.managerId)
  })
  return extra.length ? [...organization, ...extra] : organization
}

/** Read from one file, the participants are some of the rows themselves, in the same order. */
function areRows(participants: readonly object[], rows: readonly object[]): boolean {
  let at = 0
  for (let x = 0; x < rows.length && at < participants.length; x++) if (participants[at] === rows[x]) at++
  return at === participants.length
}

function onePerPerson(participants: MatchingParticipant[], roster: Roster): MatchingParticipant[] {
  const { organization } = roster
  const first = new Int32Array(organization.size).fill(-1)
  const repeated = new Map<string, MatchingParticipant[]>()
  const people: MatchingParticipant[] = []
  for (const person of participants) {
    const place = organization.indexOf(person.id)
    if (first[place]! < 0) {
      first[place] = people.push(person) - 1
      continue
    }
    const rows = repeated.get(person.id)
    if (rows) rows.push(person)
    else repeated.set(person.id, [person])
  }
  const undecided = new Set<string>()
  for (const [personId, rows] of repeated) {
    const { side } = people[first[organization.indexOf(personId)]!]!
    if (rows.some((row) => row.side !== side)) {
      const why = 'is enrolled both as Mentor and as Mentee; choose one role'
      roster.notTakingPart.push({ personId, why })
      roster.setAside.push({ personId, reason: `${personId} ${why}.` })
      undecided.add(personId)
      continue
    }
    for (const _ of rows) {
      roster.setAside.push({
        personId,
        reason: `${personId} is enrolled more than once; the first row was used.`,
      })
    }
  }
  return undecided.size === 0 ? people : people.filter(({ id }) => !undecided.has(id))
}

function enrol(person: MatchingParticipant, roster: Roster): void {
  const { id, capacity } = person
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > 4) {
    roster.notTakingPart.push({ personId: id, why: `capacity ${capacity} is not a whole number from 0 to 4` })
    roster.setAside.push({
      personId: id,
      reason: `Capacity ${capacity} of ${id} is not a whole number from 0 to 4.`,
    })
    return
  }
  if (capacity === 0) {
    roster.notTakingPart.push({ personId: id, why: withoutRoom })
    return
  }
  const barred = whyNotAtAll(person, roster.context)
  if (barred) roster.barred.push(barred)
  else if (person.side === 'mentor') roster.mentors.push(person)
  else roster.mentees.push(person)
}

/** Whoever has nobody of the other side in their own fragment of the chart can be paired with nobody. */
function holdBackTheCutOff(roster: Roster): void {
  const { organization } = roster
  if (organization.faults.length === 0) return
  const fragmentsOf = (people: MatchingParticipant[]) => {
    const fragments = new Set<number>()
    for (const { id } of people) fragments.add(organization.fragmentOf(id))
    return fragments
  }
  const [withMentors, withMentees] = [fragmentsOf(roster.mentors), fragmentsOf(roster.mentees)]
  const isCutOff = (others: Set<number>) => (person: MatchingParticipant) => {
    const fragment = organization.fragmentOf(person.id)
    return fragment !== KNOWN && !others.has(fragment)
  }
  for (const [people, isAlone] of [
    [roster.mentors, isCutOff(withMentees)],
    [roster.mentees, isCutOff(withMentors)],
  ] as const) {
    const alone = people.filter(isAlone)
    if (alone.length === 0) continue
    roster.barred.push(...alone.map((person) => lineUnknown(person, organization)))
    people.splice(0, people.length, ...people.filter((person) => !isAlone(person)))
  }
}

function lineUnknown(person: MatchingParticipant, organization: Organization): Barred {
  const correct = organization.lineStopsAt(person.id) ?? person.id
  return { person, rule: 'line-unknown', detail: { correct }, smallestChange: remedyForLine(correct) }
}

/** What makes a line known that stops at somebody. */
export function remedyForLine(correct: string): string {
  return `Correct the manager of ${correct} in the directory, or confirm that nobody is above ${correct}.`
}

/** The rules that one person alone can break, whoever the partner. */
export function whyNotAtAll(person: MatchingParticipant, context: RuleContext): Barred | undefined {
  const { organization, rules, today } = context
  const bar = (rule: RuleName, detail: Barred['detail'], smallestChange: string) => ({
    person,
    rule,
    detail,
    smallestChange,
  })
  if (!organization.has(person.id)) return lineUnknown(person, organization)
  const dotted = rules.dottedLine
    ? person.dottedManagerIds?.find((id) => !secondLineIsKnown(organization, person.id, id))
    : undefined
  if (dotted !== undefined) {
    const change = `Correct the second manager ${dotted} of ${person.id}, or the line above them.`
    return bar('dotted-line', { through: dotted, unknown: 'line' }, change)
  }
  if (
    person.side === 'mentor' &&
    rules.minimumServiceMonths &&
    !person.hiredOn &&
    !rules.allowUnknownService
  ) {
    const change = `Add the date ${person.id} was hired on, or allow Mentors whose date is unknown.`
    return bar('minimum-service', { unknown: 'date of hiring' }, change)
  }
  if (rules.minimumGradeGap !== undefined && person.grade === undefined && !rules.allowUnknownGrade) {
    const change = `Add the grade of ${person.id}, or allow people whose grade is unknown.`
    return bar('seniority-gap', { unknown: 'grade' }, change)
  }
  if (person.side === 'mentor' && rules.minimumServiceMonths && person.hiredOn) {
    if (person.hiredOn > monthsBefore(today, rules.minimumServiceMonths)) {
      const change = `Lower the minimum service of ${rules.minimumServiceMonths} months, or wait.`
      return bar('minimum-service', { hiredOn: person.hiredOn }, change)
    }
  }
  if (rules.commonLanguage && person.languages.length === 0) {
    return bar('common-language', { unknown: 'languages' }, `Add a language to the profile of ${person.id}.`)
  }
  if (rules.minimumOverlapMinutes && !workMinutesUtc(person, today)) {
    const change = `Give ${person.id} working hours or a time zone that exists.`
    return bar('working-hours', { unknown: 'working hours and time zone' }, change)
  }
  if (rules.maximumZoneHours !== undefined && zoneOffsetMinutes(person.timeZone, today) === undefined) {
    return bar('zone-distance', { unknown: 'time zone' }, `Give ${person.id} a time zone that exists.`)
  }
  if (rules.location !== 'anywhere') {
    const field = rules.location === 'same-country' ? 'country' : 'site'
    if (person[field] === undefined)
      return bar('location', { unknown: field }, `Add the ${field} of ${person.id}.`)
  }
  return undefined
}

function usableRatings(ratings: NonNullable<MatchingInput['ratings']>, roster: Roster) {
  return ratings.filter(({ from, to, rating }) => {
    if (Number.isInteger(rating) && rating >= 1 && rating <= 10) return true
    const reason = `The rating of ${to} by ${from} is ${rating}; ratings are whole numbers from 1 to 10.`
    roster.setAside.push({ personId: from, reason })
    return false
  })
}

function usableRankings(rankings: NonNullable<MatchingInput['rankings']>, roster: Roster) {
  return rankings.filter(({ from, to, rank }) => {
    if (Number.isInteger(rank) && rank >= 1 && rank <= 5) return true
    const reason = `The rank of ${to} for ${from} is ${rank}; ranks are whole numbers from 1 to 5.`
    roster.setAside.push({ personId: from, reason })
    return false
  })
}
