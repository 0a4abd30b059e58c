/**
 * People, rules, ratings, rankings and pins of one command, put together for the engine. Whoever has a cell that could not
 * be read where a rule needs it is held back: what is not known is not allowed.
 */

import { enrolBySeed, seededRule } from '../domain/enrolment/seeded-roles.ts'
import { type EffectiveRules, effectiveRules } from '../engine/pairing-rules.ts'
import type { MatchingInput, MatchingParticipant } from '../engine/person.ts'
import type { RuleSettings } from '../engine/rule-settings.ts'
import { isoDate } from '../files/dates.ts'
import type { Field } from '../files/headings.ts'
import { InputFault } from '../files/input-fault.ts'
import { isBare, type People, readPeople, type SetAside, type Unread } from '../files/people.ts'
import { readBytes } from './files.ts'
import { readPins, readRankings, readRatings } from './read-lists.ts'
import { noRules, readRules } from './read-rules.ts'

export interface Inputs {
  input: MatchingInput
  people: People
  /** How roles came about when the file has none. */
  rolesBy?: string
}

/** What stands behind the options of the same name; all but the people may be missing. */
export interface InputFiles {
  people: string
  rules?: string
  ratings?: string
  rankings?: string
  pins?: string
  seed?: string
}

export function readInputs(cwd: string, options: InputFiles, day: string): Inputs {
  const file = options.people
  const seed = wholeNumber(options.seed ?? '1', '--seed')
  const today = dateOf(day)
  const given = options.rules ? readRules(cwd, options.rules) : noRules
  const read = readPeople(file, readBytes(cwd, file), { today, tops: (given.rules.tops ?? []).map(String) })
  const { tops, ...lists } = given.named(read)
  const rules = { ...given.rules, ...(tops ? { tops } : {}) }
  const enrolled = withRoles(read, rules, { seed, today })
  const people = enrolled.people
  const input: MatchingInput = {
    organization: people.organization,
    participants: people.participants,
    rules: enrolled.rules,
    weights: given.weights,
    ...(given.objective ? { objective: given.objective } : {}),
    ...lists,
    earlierPairs: [...people.earlierPairs, ...(lists.earlierPairs ?? [])],
    ratings: options.ratings ? readRatings(cwd, options.ratings, people) : [],
    rankings: options.rankings ? readRankings(cwd, options.rankings, people) : [],
    pins: options.pins ? readPins(cwd, options.pins, people) : [],
    seed,
    today,
  }
  return enrolled.rolesBy ? { input, people, rolesBy: enrolled.rolesBy } : { input, people }
}

interface WithRoles {
  people: People
  rules: RuleSettings
  rolesBy?: string
}

/** The file's own roles, less whom a rule cannot judge; without any, those that are drawn. */
function withRoles(
  read: People,
  rules: RuleSettings,
  { seed, today }: { seed: number; today: string },
): WithRoles {
  if (isBare(read)) {
    const drawn = { ...read, participants: enrolBySeed(read.organization, seed, today) }
    return { people: heldBack(drawn, effectiveRules(rules)), rules, rolesBy: seededRule }
  }
  const assumed = withoutHiringDates(read, rules)
  const held = heldBack(
    { ...read, assumptions: [...read.assumptions, ...assumed.assumptions] },
    effectiveRules(assumed.rules),
  )
  return { people: held, rules: assumed.rules }
}

/** Where nobody has a hiring date and nobody asked for service, the rule would only hold everybody back. */
function withoutHiringDates({ hasHiringDates }: People, rules: RuleSettings) {
  if (hasHiringDates || rules.minimumServiceMonths !== undefined) return { rules, assumptions: [] }
  const assumption =
    'The file has no hiring date of anybody, so no length of service was asked for (minimumServiceMonths 0).'
  return { rules: { ...rules, minimumServiceMonths: 0 }, assumptions: [assumption] }
}

/** Which rule cannot be judged while this cell cannot be read; by the name of its setting. */
const needs: Partial<Record<Field, (rules: EffectiveRules, person: MatchingParticipant) => string | false>> =
  {
    blocked: () => 'blocked',
    dottedManagers: ({ dottedLine }) => dottedLine && 'dottedLine',
    previous: ({ repeatEarlierPairs }) => !repeatEarlierPairs && 'repeatEarlierPairs',
    hiredOn: ({ minimumServiceMonths }, { side }) =>
      side === 'mentor' && minimumServiceMonths > 0 && 'minimumServiceMonths',
    grade: ({ minimumGradeGap }) => minimumGradeGap !== undefined && 'minimumGradeGap',
    country: ({ location }) => location === 'same-country' && 'location',
    site: ({ location }) => (location === 'same-site' || location === 'other-site') && 'location',
    languages: ({ commonLanguage }, { languages }) =>
      commonLanguage && languages.length === 0 && 'commonLanguage',
    managerId: () => 'managerId',
    utcOffsetMin: hoursNeeded,
    timeZone: hoursNeeded,
  }

function hoursNeeded(rules: EffectiveRules, { workMinutesUtc }: MatchingParticipant): string | false {
  return (
    (rules.maximumZoneHours !== undefined && 'maximumZoneHours') ||
    (rules.minimumOverlapMinutes > 0 && !workMinutesUtc && 'minimumOverlapMinutes')
  )
}

function heldBack(people: People, rules: EffectiveRules): People {
  if (people.unread.length === 0) return people
  const enrolled = new Map(people.participants.map((person) => [person.id, person]))
  const held = new Map<string, { personId: string; why: string; line: number }>()
  const said = people.unread.map((unread) => {
    const { personId, field, line, reason } = unread
    const person = enrolled.get(personId)
    const rule = person && needs[field]?.(rules, person)
    if (!rule) return leftOut(unread)
    const why = `${reason} Until then ${personId} is not paired, because ${rule} cannot be judged.`
    if (!held.has(personId)) held.set(personId, { personId, why, line })
    return { ...asSaid(unread), reason: why }
  })
  return {
    ...people,
    participants: people.participants.filter(({ id }) => !held.has(id)),
    notTakingPart: [...people.notTakingPart, ...held.values()],
    setAside: merged(people.setAside, said),
  }
}

const asSaid = ({ line, personId, reason, kind }: Unread): SetAside => ({ line, personId, reason, kind })

const leftOut = (unread: Unread): SetAside => ({
  ...asSaid(unread),
  reason: `${unread.reason} It was left out.`,
})

const merged = (one: SetAside[], other: SetAside[]) => [...one, ...other].sort((a, b) => a.line - b.line)

function wholeNumber(text: string, option: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isSafeInteger(value)) return value
  throw new InputFault(option, 1, 1, `"${text}" is not a whole number.`, 'Give a whole number.')
}

function dateOf(text: string): string {
  const date = isoDate(text)
  if (date) return date
  throw new InputFault('--today', 1, 1, `"${text}" is not an ISO date.`, 'Write it as 2026-11-21.')
}
