/**
 * An independent judge of any list of pairs. It follows manager links from person to person, counts minutes one by one
 * and reads lists from end to end: slow, plain, and without a line of the rules or the solver, so that it does not
 * share their mistakes. Only the shapes of the data are common.
 */
import type { RuleSettings } from '../pairing-rules.ts'
import type { MatchingInput, MatchingParticipant, MatchingPerson } from './person.ts'

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
    if (met.has(`${mentorId} ${menteeId}`)) say('repeated', 'the pair is listed twice')
    met.add(`${mentorId} ${menteeId}`)
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
  /** Where the line of each person stops, and the stops that count as a top. */
  stop: Map<string, string>
  tops: Set<string>
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
  const stop = new Map<string, string>()
  const below = new Map<string, number>()
  for (const id of managers.keys()) {
    const end = walkUp(id, managers, nobody)
    stop.set(id, end)
    below.set(end, (below.get(end) ?? 0) + 1)
  }
  const largest = Math.max(0, ...[...below].filter(([end]) => !end.startsWith('?')).map(([, count]) => count))
  const tops = new Set<string>()
  for (const [end, count] of below) {
    if (end.startsWith('?')) continue
    if (count === largest || count * 50 >= managers.size || named.includes(end)) tops.add(end)
  }
  return { managers, stop, tops }
}

/** The last person of the line; a circle stops at its smallest id, contradicting rows at "?" and the id. */
function walkUp(start: string, managers: Map<string, Set<string>>, nobody: Set<string>): string {
  const seen: string[] = []
  for (let id = start; ; ) {
    if (seen.includes(id)) return seen.slice(seen.indexOf(id)).sort()[0]!
    seen.push(id)
    const above = managers.get(id)
    if (!above) return id
    if (above.size > 1 || (above.size === 1 && nobody.has(id))) return `?${id}`
    const [next] = above
    if (next === undefined || next === id) return id
    id = next
  }
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
  for (const { id } of [mentor, mentee]) {
    if (!chart.tops.has(chart.stop.get(id)!))
      say('line-unknown', `the line of ${id} stops at ${chart.stop.get(id)}`)
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
      if (!chart.tops.has(chart.stop.get(dotted) ?? '?'))
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
  if (rules.minimumGradeGap !== undefined && mentor.grade !== undefined && mentee.grade !== undefined) {
    if (mentee.grade < mentor.grade + rules.minimumGradeGap)
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
    const minutes = minutesTogether(mentor, mentee)
    if (minutes !== undefined && minutes < least) say('working-hours', `${minutes} minutes of ${least}`)
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

/** Counted minute by minute round the clock; undefined when a day is not written down in minutes. */
function minutesTogether(mentor: MatchingPerson, mentee: MatchingPerson): number | undefined {
  if (!mentor.workMinutesUtc || !mentee.workMinutesUtc) return undefined
  const atWork = new Set<number>()
  for (let m = 0; m < mentor.workMinutesUtc.length; m++) atWork.add((mentor.workMinutesUtc.start + m) % 1440)
  let together = 0
  for (let m = 0; m < mentee.workMinutesUtc.length; m++) {
    if (atWork.has((mentee.workMinutesUtc.start + m) % 1440)) together++
  }
  return together
}

/** ISO date so many months later, the day kept within the month. */
function addMonths(date: string, months: number): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
