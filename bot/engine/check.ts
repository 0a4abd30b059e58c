/**
 * An independent judge of any list of pairs. It follows manager links from person to person, counts minutes one by one
 * and reads lists from end to end: slow, plain, and without a line of the rules, the chart or the solver, so that it does
 * not share their mistakes. Only the shapes of the data are common.
 *
 * Its chart is made another way than `organization.ts`: circles are what is left when whoever has no reports is taken away
 * again and again; people belong together when good links join them, whichever way one walks; and a group is complete when
 * the one person in it without a good link is known to have nobody above.
 */

import { minuteMs } from '../domain/span.ts'
import type { MatchingInput, MatchingParticipant, MatchingPerson } from './person.ts'
import type { RuleSettings } from './rule-settings.ts'

export interface Violation {
  mentorId: string
  menteeId: string
  rule: string
  why: string
}

type Pair = readonly [mentorId: string, menteeId: string]

/** Every rule that every pair breaks; empty when all is well. */
export function checkPairs(input: MatchingInput, pairs: readonly Pair[]): Violation[] {
  const found: Violation[] = []
  const chart = readChart([...input.organization, ...input.participants], input.rules?.tops ?? [])
  const load = new Map<string, number>()
  const met = new Set<string>()
  const rows = new Map<string, MatchingParticipant[]>()
  for (const person of input.participants) rows.set(person.id, [...(rows.get(person.id) ?? []), person])
  for (const [mentorId, menteeId] of pairs) {
    const say = (rule: string, why: string) => found.push({ mentorId, menteeId, rule, why })
    const both = JSON.stringify([mentorId, menteeId])
    if (met.has(both)) say('repeated', 'the pair is listed twice')
    met.add(both)
    const mentor = enrolled(rows, mentorId, 'mentor', say)
    const mentee = enrolled(rows, menteeId, 'mentee', say)
    if (!mentor || !mentee) continue
    for (const person of [mentor, mentee]) {
      const count = (load.get(person.id) ?? 0) + 1
      load.set(person.id, count)
      if (count > person.capacity)
        say('capacity', `${person.id} has ${count} partners and room for ${person.capacity}`)
    }
    judgeLines(chart, mentor, mentee, input, say)
    judgeLists(mentor, mentee, input, say)
    judgeFit(mentor, mentee, input, say)
  }
  return found
}

type Say = (rule: string, why: string) => void

function enrolled(rows: Map<string, MatchingParticipant[]>, id: string, side: string, say: Say) {
  const own = rows.get(id) ?? []
  if (own.some((person) => person.side !== side)) {
    say('role', `${id} is not enrolled as ${side} alone`)
    return undefined
  }
  if (own.length === 0) say('not-enrolled', `${id} is not enrolled`)
  return own[0]
}

interface Chart {
  managers: Map<string, Set<string>>
  /** The one without a good link in the group that good links join this person to. */
  group: Map<string, string>
  complete: Set<string>
}

function readChart(people: readonly MatchingPerson[], named: readonly string[]): Chart {
  const managers = new Map<string, Set<string>>()
  const nobody = new Set<string>()
  for (const { id, managerId } of people) {
    const own = managers.get(id) ?? new Set()
    managers.set(id, own)
    if (managerId) own.add(managerId)
    else nobody.add(id)
  }
  const contradicts = (id: string) => managers.get(id)!.size + (nobody.has(id) ? 1 : 0) > 1
  const disputed = new Set([...managers.keys()].filter(contradicts))
  const vacant = new Set([...nobody].filter((id) => !disputed.has(id)))
  const link = new Map<string, string>()
  for (const [id, [manager]] of managers) {
    if (manager !== undefined && !disputed.has(id) && manager !== id && managers.has(manager)) {
      link.set(id, manager)
    }
  }
  for (const id of inCircles(link)) {
    if (!named.includes(id)) continue
    // Somebody said that nobody is above: what the row says instead is what closed the circle.
    link.delete(id)
    managers.set(id, new Set())
  }
  for (const id of inCircles(link)) link.delete(id)
  // Of rows that disagree none is taken at its word: the group ends there, whoever they name.
  for (const id of disputed) managers.set(id, new Set())
  const group = joinedBy(link, managers.keys())
  const members = new Map<string, number>()
  for (const end of group.values()) members.set(end, (members.get(end) ?? 0) + 1)
  const complete = new Set<string>()
  for (const [end, count] of members) {
    const leadsMost = vacant.has(end) && 2 * count > managers.size
    if (leadsMost || (named.includes(end) && !disputed.has(end))) complete.add(end)
  }
  return { managers, group, complete }
}

/** Takes whoever has no reports away until everybody left has some: those who walk in a circle. */
function inCircles(link: ReadonlyMap<string, string>): Set<string> {
  const reports = new Map<string, number>()
  for (const manager of link.values()) reports.set(manager, (reports.get(manager) ?? 0) + 1)
  const left = new Set(link.keys())
  const leaves = [...left].filter((id) => !reports.has(id))
  while (leaves.length) {
    const id = leaves.pop()!
    left.delete(id)
    const manager = link.get(id)!
    const others = reports.get(manager)! - 1
    reports.set(manager, others)
    if (others === 0 && left.has(manager)) leaves.push(manager)
  }
  return left
}

/** Joins the groups of the two ends of each link; a group is called by its member that has no link. */
function joinedBy(link: ReadonlyMap<string, string>, ids: Iterable<string>): Map<string, string> {
  const members = new Map<string, string[]>()
  const groupOf = new Map<string, string[]>()
  for (const id of ids) {
    const own = [id]
    members.set(id, own)
    groupOf.set(id, own)
  }
  for (const [id, manager] of link) {
    const [small, large] = [groupOf.get(id)!, groupOf.get(manager)!].sort((a, b) => a.length - b.length)
    for (const member of small!) {
      large!.push(member)
      groupOf.set(member, large!)
    }
  }
  const called = new Map<string, string>()
  for (const own of new Set(groupOf.values())) {
    const end = own.find((id) => !link.has(id))!
    for (const member of own) called.set(member, end)
  }
  return called
}

/** Whether everything about the lines of the two towards each other is known. */
function isKnownBetween({ group, complete }: Chart, a: string, b: string): boolean {
  const [one, other] = [group.get(a), group.get(b)]
  if (one === undefined || other === undefined) return false
  return one === other || (complete.has(one) && complete.has(other))
}

/** Everyone above, by any row, however often the chart runs in circles. */
function above(id: string, { managers }: Chart): Set<string> {
  const found = new Set<string>()
  const todo = [...(managers.get(id) ?? [])]
  while (todo.length) {
    const next = todo.pop()!
    if (found.has(next)) continue
    found.add(next)
    todo.push(...(managers.get(next) ?? []))
  }
  return found
}

function judgeLines(
  chart: Chart,
  mentor: MatchingParticipant,
  mentee: MatchingParticipant,
  { rules }: MatchingInput,
  say: Say,
): void {
  if (mentor.id === mentee.id) say('same-person', 'one person is on both sides')
  const overMentor = above(mentor.id, chart)
  const overMentee = above(mentee.id, chart)
  if (overMentor.has(mentee.id)) say('shared-reporting-line', `${mentee.id} is above ${mentor.id}`)
  if (overMentee.has(mentor.id)) say('shared-reporting-line', `${mentor.id} is above ${mentee.id}`)
  if (rules?.sameManager !== false) {
    for (const manager of chart.managers.get(mentor.id) ?? []) {
      if (!chart.managers.get(mentee.id)?.has(manager)) continue
      if (manager !== mentor.id && manager !== mentee.id) say('same-manager', `both report to ${manager}`)
    }
  }
  if (!isKnownBetween(chart, mentor.id, mentee.id)) {
    const [one, other] = [mentor.id, mentee.id].map((id) => chart.group.get(id) ?? 'nowhere')
    say('line-unknown', `the line of ${mentor.id} stops at ${one}, that of ${mentee.id} at ${other}`)
  }
  if (rules?.dottedLine === false) return
  for (const [one, other] of [
    [mentor, mentee],
    [mentee, mentor],
  ] as const) {
    for (const dotted of one.dottedManagerIds ?? []) {
      if (dotted === other.id || above(dotted, chart).has(other.id)) {
        say('dotted-line', `${other.id} leads ${one.id} through ${dotted}`)
      }
      const end = chart.group.get(dotted)
      if (end === undefined || !(chart.complete.has(end) || end === chart.group.get(one.id)))
        say('dotted-line', `the line of ${dotted} is not known`)
    }
  }
}

function judgeLists(
  mentor: MatchingParticipant,
  mentee: MatchingParticipant,
  input: MatchingInput,
  say: Say,
): void {
  const isThisPair = ([a, b]: readonly [string, string]) =>
    (a === mentor.id && b === mentee.id) || (a === mentee.id && b === mentor.id)
  if (mentor.blocked?.includes(mentee.id)) say('blocked', 'one of them asked not to be paired')
  if (mentee.blocked?.includes(mentor.id)) say('blocked', 'one of them asked not to be paired')
  if (input.conflicts?.some(isThisPair)) say('conflict', 'a conflict is declared')
  if (input.forbidden?.some(isThisPair)) say('forbidden', 'the Organizer ruled the pair out')
  if (!input.rules?.repeatEarlierPairs && input.earlierPairs?.some(isThisPair))
    say('earlier-pair', 'they were a pair')
  if (input.partedPairs?.some(isThisPair)) say('earlier-pair', 'their Pairing in this Cohort did not begin')
  const months = input.rules?.formerManagerMonths ?? 12
  for (const { personId, managerId, until } of months ? (input.formerManagers ?? []) : []) {
    if (isThisPair([personId, managerId]) && addMonths(until, months) >= input.today) {
      say('former-manager', `${managerId} managed ${personId} until ${until}`)
    }
  }
}

function judgeFit(
  mentor: MatchingParticipant,
  mentee: MatchingParticipant,
  input: MatchingInput,
  say: Say,
): void {
  const rules: RuleSettings = input.rules ?? {}
  const service = rules.minimumServiceMonths ?? 12
  if (service && mentor.hiredOn && addMonths(mentor.hiredOn, service) > input.today) {
    say('minimum-service', `${mentor.id} was hired on ${mentor.hiredOn}`)
  }
  if (service && !mentor.hiredOn && !rules.allowUnknownService)
    say('minimum-service', `nobody knows since when ${mentor.id} is here`)
  if (rules.minimumGradeGap !== undefined) {
    if (mentor.grade === undefined || mentee.grade === undefined) {
      if (!rules.allowUnknownGrade)
        say('seniority-gap', `${mentor.grade ?? 'unknown'} and ${mentee.grade ?? 'unknown'}`)
    } else if (mentee.grade < mentor.grade + rules.minimumGradeGap)
      say('seniority-gap', `${mentor.grade} and ${mentee.grade}`)
  }
  if (
    rules.commonLanguage !== false &&
    !mentor.languages.some((tongue) => mentee.languages.includes(tongue))
  ) {
    say('common-language', `${mentor.languages.join(' ')} and ${mentee.languages.join(' ')}`)
  }
  const least = rules.minimumOverlapMinutes ?? 120
  if (least) {
    const minutes = minutesTogether(mentor, mentee, input.today)
    if (minutes === undefined) say('working-hours', 'nobody knows when one of them works')
    else if (minutes < least) say('working-hours', `${minutes} minutes of ${least}`)
  }
  if (rules.maximumZoneHours !== undefined) {
    const [a, b] = [mentor, mentee].map((one) => minutesAhead(one.timeZone, input.today))
    const apart = a === undefined || b === undefined ? undefined : Math.abs(a - b) % 1440
    const hours = apart === undefined ? undefined : Math.min(apart, 1440 - apart) / 60
    if (hours === undefined || hours > rules.maximumZoneHours)
      say('zone-distance', `${hours ?? 'an unknown number of'} hours`)
  }
  if (rules.location && rules.location !== 'anywhere') {
    const field = rules.location === 'same-country' ? 'country' : 'site'
    const [a, b] = [mentor[field], mentee[field]]
    const same = a === b
    if (a === undefined || b === undefined || same === (rules.location === 'other-site')) {
      say('location', `${a ?? 'unknown'} and ${b ?? 'unknown'}`)
    }
  }
}

/** Counted minute by minute round the clock; undefined when nobody knows when one of them works. */
function minutesTogether(mentor: MatchingPerson, mentee: MatchingPerson, today: string): number | undefined {
  const [one, other] = [mentor, mentee].map((person) => minutesAtWork(person, today))
  if (!one || !other) return undefined
  let together = 0
  for (const minute of one) if (other.has(minute)) together++
  return together
}

/** Minutes of the UTC day; nine to five where only the zone is known. */
function minutesAtWork({ workMinutesUtc, timeZone }: MatchingPerson, today: string): Set<number> | undefined {
  const ahead = minutesAhead(timeZone, today)
  if (!workMinutesUtc && ahead === undefined) return undefined
  const { start, length } = workMinutesUtc ?? { start: 9 * 60 - ahead! + 1440, length: 8 * 60 }
  return new Set(Array.from({ length }, (_, minute) => (start + minute) % 1440))
}

/** What a clock on the wall there shows at noon in Greenwich, less noon. */
function minutesAhead(timeZone: string | undefined, today: string): number | undefined {
  if (!timeZone) return undefined
  try {
    const noon = new Date(`${today.slice(0, 10)}T12:00:00Z`)
    const wall = noon.toLocaleString('sv-SE', { timeZone })
    return Math.round((Date.parse(`${wall.replace(' ', 'T')}Z`) - noon.getTime()) / minuteMs)
  } catch {
    return undefined
  }
}

/** ISO date so many months later, the day kept within the month. */
function addMonths(date: string, months: number): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
