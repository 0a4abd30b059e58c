/**
 * Who may be paired: the one home of the hard rules. Each rule is a name, its words, and a test of one Mentor and one
 * Mentee; the names are the same on board, API, card and in files. `matching/field.ts` evaluates the same rules over
 * numbers for speed and a property test holds the two together; every proposal passes through here once more.
 *
 * Every rule fails closed: a line that cannot be followed to the other's, unknown working hours, an unknown language, date
 * of hiring or grade are refusals with a remedy, never permission.
 */

import { KNOWN, type Organization } from '../domain/organization/organization.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { MatchingParticipant } from './person.ts'
import type { RuleName } from './rule-names.ts'
import type { RuleSettings } from './rule-settings.ts'
import { type MinuteSpan, sharedMinutes, workMinutesUtc, zoneOffsetMinutes } from './work-minutes.ts'

export type EffectiveRules = Required<Omit<RuleSettings, 'minimumGradeGap' | 'maximumZoneHours'>> &
  Pick<RuleSettings, 'minimumGradeGap' | 'maximumZoneHours'>

export const defaultRules: EffectiveRules = {
  sameManager: true,
  dottedLine: true,
  formerManagerMonths: 12,
  commonLanguage: true,
  minimumOverlapMinutes: 120,
  minimumServiceMonths: 12,
  allowUnknownService: false,
  allowUnknownGrade: false,
  location: 'anywhere',
  repeatEarlierPairs: false,
  tops: [],
}

export function effectiveRules(settings: RuleSettings = {}): EffectiveRules {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined && value !== null)
  return { ...defaultRules, ...Object.fromEntries(given) }
}

/** Everything a rule may look at besides the two people. Build it once for a run with `ruleContext`. */
export interface RuleContext {
  organization: Organization
  rules: EffectiveRules
  /** ISO date. */
  today: string
  /** Undirected pairs under `pairKey`. */
  forbidden: ReadonlySet<string>
  conflicts: ReadonlySet<string>
  earlier: ReadonlySet<string>
  /** Did not begin in this Cohort: never again in it. */
  parted: ReadonlySet<string>
  formerManagers: ReadonlyMap<string, readonly { managerId: string; until: string }[]>
}

export interface ExclusionLists {
  earlierPairs?: readonly (readonly [string, string])[] | undefined
  partedPairs?: readonly (readonly [string, string])[] | undefined
  forbidden?: readonly (readonly [string, string])[] | undefined
  conflicts?: readonly (readonly [string, string])[] | undefined
  formerManagers?: readonly { personId: string; managerId: string; until: string }[] | undefined
}

export function ruleContext(
  organization: Organization,
  settings: RuleSettings | undefined,
  today: string,
  lists: ExclusionLists = {},
): RuleContext {
  const formerManagers = new Map<string, { managerId: string; until: string }[]>()
  for (const { personId, managerId, until } of lists.formerManagers ?? []) {
    const list = formerManagers.get(personId)
    if (list) list.push({ managerId, until })
    else formerManagers.set(personId, [{ managerId, until }])
  }
  return {
    organization,
    rules: effectiveRules(settings),
    today,
    forbidden: pairSet(lists.forbidden),
    conflicts: pairSet(lists.conflicts),
    earlier: pairSet(lists.earlierPairs),
    parted: pairSet(lists.partedPairs),
    formerManagers,
  }
}

/** One key for two people in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`
}

function pairSet(pairs: readonly (readonly [string, string])[] = []): Set<string> {
  return new Set(pairs.map(([a, b]) => pairKey(a, b)))
}

type Facts = Record<string, string | number>

export interface PairingRule {
  name: RuleName
  /** The rule as an Organizer reads it. */
  inWords: string
  /** Facts of the violation, or undefined when the two may be paired as far as this rule goes. */
  test(mentor: MatchingParticipant, mentee: MatchingParticipant, context: RuleContext): Facts | undefined
}

/** In order of weight: the first rule that forbids a pair is the one that is named. */
export const pairingRules: readonly PairingRule[] = [
  {
    name: 'same-person',
    inWords: 'Nobody is paired with themself.',
    test: (mentor, mentee) => (mentor.id === mentee.id ? { personId: mentor.id } : undefined),
  },
  {
    name: 'below-direct-report',
    inWords: 'A Mentor never works below one of the Mentee’s direct reports.',
    test(mentor, mentee, { organization }) {
      if (!organization.isAbove(mentee.id, mentor.id) || organization.managerOf(mentor.id) === mentee.id)
        return
      const through = organization
        .lineOf(mentor.id)
        .find((person) => organization.managerOf(person) === mentee.id && person !== mentee.id)
      return { through: through ?? '' }
    },
  },
  {
    name: 'shared-reporting-line',
    inWords: 'Nobody is paired with someone above or below them in the reporting line, at any depth.',
    test(mentor, mentee, { organization }) {
      if (organization.isAbove(mentee.id, mentor.id)) return { above: mentee.id, below: mentor.id }
      if (organization.isAbove(mentor.id, mentee.id)) return { above: mentor.id, below: mentee.id }
      return undefined
    },
  },
  {
    name: 'same-manager',
    inWords: 'Nobody is paired with someone who reports to the same manager.',
    test(mentor, mentee, { organization, rules }) {
      if (!rules.sameManager) return
      const managerId = organization.sharedManager(mentor.id, mentee.id)
      return managerId === undefined ? undefined : { managerId }
    },
  },
  {
    name: 'line-unknown',
    inWords:
      'Two people are paired only where the chart shows that neither can be above the other: nobody below a missing link is paired with anybody outside it.',
    test(mentor, mentee, { organization }) {
      if (organization.sameFragment(mentor.id, mentee.id)) return undefined
      const { id } = organization.lineIsKnown(mentor.id) ? mentee : mentor
      return { personId: id, correct: organization.lineStopsAt(id) ?? id }
    },
  },
  {
    name: 'dotted-line',
    inWords: 'Nobody is paired with someone who leads them, or leads someone above them, in a second line.',
    test(mentor, mentee, { organization, rules }) {
      if (!rules.dottedLine) return
      for (const [below, above] of [
        [mentor, mentee],
        [mentee, mentor],
      ] as const) {
        for (const dotted of below.dottedManagerIds ?? []) {
          if (dotted === above.id || organization.isAbove(above.id, dotted))
            return { above: above.id, through: dotted }
          if (!secondLineIsKnown(organization, below.id, dotted))
            return { personId: below.id, through: dotted, unknown: 'line' }
        }
      }
      return undefined
    },
  },
  {
    name: 'former-manager',
    inWords: 'Nobody is paired with someone who managed them recently.',
    test(mentor, mentee, { formerManagers, rules, today }) {
      if (!rules.formerManagerMonths) return
      const since = monthsBefore(today, rules.formerManagerMonths)
      for (const [person, other] of [
        [mentor, mentee],
        [mentee, mentor],
      ] as const) {
        const spell = formerManagers.get(person.id)?.find((f) => f.managerId === other.id && f.until >= since)
        if (spell) return { managerId: other.id, until: spell.until }
      }
      return undefined
    },
  },
  {
    name: 'blocked',
    inWords: 'Somebody asked not to be paired with this person.',
    test: (mentor, mentee) =>
      mentor.blocked?.includes(mentee.id) || mentee.blocked?.includes(mentor.id) ? {} : undefined,
  },
  {
    name: 'conflict',
    inWords: 'A declared conflict of interest, or a panel on which one decides about the other.',
    test: (mentor, mentee, { conflicts }) => (conflicts.has(pairKey(mentor.id, mentee.id)) ? {} : undefined),
  },
  {
    name: 'forbidden',
    inWords: 'The Organizer has ruled out this pair.',
    test: (mentor, mentee, { forbidden }) => (forbidden.has(pairKey(mentor.id, mentee.id)) ? {} : undefined),
  },
  {
    name: 'earlier-pair',
    inWords: 'These two have been a pair before.',
    test(mentor, mentee, { earlier, parted, rules }) {
      const key = pairKey(mentor.id, mentee.id)
      return parted.has(key) || (!rules.repeatEarlierPairs && earlier.has(key)) ? {} : undefined
    },
  },
  {
    name: 'capacity',
    inWords: 'Both have room for a partner.',
    test(mentor, mentee) {
      const full = [mentor, mentee].find((p) => !(p.capacity > 0))
      return full ? { personId: full.id } : undefined
    },
  },
  {
    name: 'minimum-service',
    inWords: 'A Mentor has been with the organization long enough.',
    test(mentor, _mentee, { rules, today }) {
      if (!rules.minimumServiceMonths) return
      if (!mentor.hiredOn)
        return rules.allowUnknownService ? undefined : { personId: mentor.id, unknown: 'date of hiring' }
      const hiredBy = monthsBefore(today, rules.minimumServiceMonths)
      return mentor.hiredOn > hiredBy ? { personId: mentor.id, hiredOn: mentor.hiredOn } : undefined
    },
  },
  {
    name: 'seniority-gap',
    inWords: 'The Mentee stands enough grades above the Mentor.',
    test(mentor, mentee, { rules }) {
      if (rules.minimumGradeGap === undefined) return
      if (mentor.grade === undefined || mentee.grade === undefined) {
        const { id } = mentor.grade === undefined ? mentor : mentee
        return rules.allowUnknownGrade ? undefined : { personId: id, unknown: 'grade' }
      }
      const gap = mentee.grade - mentor.grade
      return gap < rules.minimumGradeGap ? { gap, minimum: rules.minimumGradeGap } : undefined
    },
  },
  {
    name: 'common-language',
    inWords: 'The two share a language.',
    test(mentor, mentee, { rules }) {
      if (!rules.commonLanguage || mentor.languages.some((l) => mentee.languages.includes(l))) return
      return { mentor: mentor.languages.join(' '), mentee: mentee.languages.join(' ') }
    },
  },
  {
    name: 'working-hours',
    inWords: 'Their working days overlap long enough.',
    test(mentor, mentee, { rules, today }) {
      if (!rules.minimumOverlapMinutes) return
      const days: MinuteSpan[] = []
      for (const person of [mentor, mentee]) {
        const day = workMinutesUtc(person, today)
        if (!day) return { personId: person.id, unknown: 'working hours and time zone' }
        days.push(day)
      }
      const minutes = sharedMinutes(days[0]!, days[1]!)
      return minutes < rules.minimumOverlapMinutes
        ? { minutes, minimum: rules.minimumOverlapMinutes }
        : undefined
    },
  },
  {
    name: 'zone-distance',
    inWords: 'Their time zones are not too far apart.',
    test(mentor, mentee, { rules, today }) {
      if (rules.maximumZoneHours === undefined) return
      const offsets = [mentor, mentee].map((p) => zoneOffsetMinutes(p.timeZone, today))
      const [a, b] = offsets
      if (a === undefined || b === undefined) return { unknown: 'time zone' }
      const apart = Math.abs(a - b)
      const hours = Math.min(apart, 1440 - apart) / 60
      return hours > rules.maximumZoneHours ? { hours, maximum: rules.maximumZoneHours } : undefined
    },
  },
  {
    name: 'location',
    inWords: 'The two sit where the Program wants them to.',
    test(mentor, mentee, { rules }) {
      if (rules.location === 'anywhere') return
      const field = rules.location === 'same-country' ? 'country' : 'site'
      const [a, b] = [mentor[field], mentee[field]]
      if (a === undefined || b === undefined) return { unknown: field }
      const fits = rules.location === 'other-site' ? a !== b : a === b
      return fits ? undefined : { mentor: a, mentee: b }
    },
  },
]

/**
 * Whether it is known who is above a second manager, as far as partners of this person are concerned: those stand in the
 * person's own fragment, so a second manager below another missing link could have any of them above.
 */
export function secondLineIsKnown(organization: Organization, personId: string, dotted: string): boolean {
  return organization.fragmentOf(dotted) === KNOWN || organization.sameFragment(personId, dotted)
}

/** The first rule that forbids pairing the two, with its facts, or undefined when they may be paired. */
export function mayBePaired(
  mentor: MatchingParticipant,
  mentee: MatchingParticipant,
  context: RuleContext,
): Refusal<RuleName> | undefined {
  for (const rule of pairingRules) {
    const detail = rule.test(mentor, mentee, context)
    if (detail) return { refused: rule.name, detail }
  }
  return undefined
}

/** Every rule that forbids pairing the two. */
export function rulesAgainst(
  mentor: MatchingParticipant,
  mentee: MatchingParticipant,
  context: RuleContext,
): Refusal<RuleName>[] {
  const against: Refusal<RuleName>[] = []
  for (const rule of pairingRules) {
    const detail = rule.test(mentor, mentee, context)
    if (detail) against.push({ refused: rule.name, detail })
  }
  return against
}

export function wordsOfRule(name: RuleName): string {
  return pairingRules.find((rule) => rule.name === name)!.inWords
}

/** The ISO date so many months earlier; the last day of the month when the day does not exist there. */
export function monthsBefore(today: string, months: number): string {
  const [year, month, day] = today.slice(0, 10).split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) - months
  const lastDay = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate()
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-${pad(Math.min(day, lastDay), 2)}`
}
