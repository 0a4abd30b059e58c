/** Before a run: what is offered and wanted, and what each rule costs in people placed. */
import { effectiveRules } from './pairing-rules.ts'
import type { MatchingInput } from './person.ts'
import { type Proposal, propose } from './propose.ts'
import type { RuleSettings } from './rule-settings.ts'

export interface TopicBalance {
  topic: string
  /** Places of Mentors who offer the topic and of Mentees who want it. */
  offered: number
  wanted: number
}

/** Offers and wishes by topic, the scarcest first; `site` narrows to one site. */
export function balanceByTopic({ participants }: MatchingInput, site?: string): TopicBalance[] {
  const balance = new Map<string, TopicBalance>()
  for (const person of participants) {
    if (site !== undefined && person.site !== site) continue
    for (const topic of new Set(person.topics.map((t) => t.topic))) {
      const entry = balance.get(topic) ?? { topic, offered: 0, wanted: 0 }
      entry[person.side === 'mentor' ? 'offered' : 'wanted'] += person.capacity
      balance.set(topic, entry)
    }
  }
  return [...balance.values()].sort(
    (a, b) => b.wanted - b.offered - (a.wanted - a.offered) || (a.topic < b.topic ? -1 : 1),
  )
}

const relaxed: Partial<Record<keyof RuleSettings, RuleSettings>> = {
  sameManager: { sameManager: false },
  dottedLine: { dottedLine: false },
  formerManagerMonths: { formerManagerMonths: 0 },
  commonLanguage: { commonLanguage: false },
  minimumOverlapMinutes: { minimumOverlapMinutes: 0 },
  minimumServiceMonths: { minimumServiceMonths: 0 },
  allowUnknownService: { allowUnknownService: true },
  location: { location: 'anywhere' },
  repeatEarlierPairs: { repeatEarlierPairs: true },
}

export interface RuleCost {
  rule: keyof RuleSettings
  /** How many more pairs there would be, people in them, and points, without the rule. */
  pairs: number
  people: number
  points: number
}

/** Each adjustable rule taken away alone. Solves once a rule: for Cohorts of some thousands. */
export function whatRulesCost(input: MatchingInput): RuleCost[] {
  const before = propose(input).totals
  const rules = effectiveRules(input.rules)
  const costs: RuleCost[] = []
  const add = (rule: keyof RuleSettings, settings: RuleSettings) => {
    const after = propose({ ...input, rules: settings }).totals
    const pairs = after.pairs - before.pairs
    const people = placed(after) - placed(before)
    const points = after.score - before.score
    if (pairs !== 0 || people !== 0 || points !== 0) costs.push({ rule, pairs, people, points })
  }
  for (const [rule, off] of Object.entries(relaxed) as [keyof RuleSettings, RuleSettings][]) {
    if (rules[rule] !== off[rule]) add(rule, { ...input.rules, ...off })
  }
  for (const rule of ['minimumGradeGap', 'maximumZoneHours'] as const) {
    if (rules[rule] === undefined) continue
    const { [rule]: _, ...rest } = input.rules ?? {}
    add(rule, rest)
  }
  return costs.sort((a, b) => b.pairs - a.pairs || b.people - a.people || b.points - a.points)
}

function placed({ placedMentors, placedMentees }: Proposal['totals']): number {
  return placedMentors + placedMentees
}
