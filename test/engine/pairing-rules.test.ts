import { describe, expect, test } from '@jest/globals'
import { buildOrganization } from '../../bot/domain/organization/organization.ts'
import {
  type ExclusionLists,
  mayBePaired,
  monthsBefore,
  pairingRules,
  ruleContext,
} from '../../bot/engine/pairing-rules.ts'
import type { MatchingParticipant } from '../../bot/engine/person.ts'
import { ruleNames } from '../../bot/engine/rule-names.ts'
import type { RuleSettings } from '../../bot/engine/rule-settings.ts'

const people = [
  { id: 'top' },
  { id: 'lead', managerId: 'top' },
  { id: 'deputy', managerId: 'lead' },
  { id: 'junior', managerId: 'deputy' },
  { id: 'peer', managerId: 'deputy' },
  { id: 'other', managerId: 'top' },
  { id: 'far', managerId: 'other' },
]
type Some = Partial<MatchingParticipant>

function aPerson(id: string, side: 'mentor' | 'mentee', some: Some): MatchingParticipant {
  const managerId = people.find((p) => p.id === id)?.managerId
  return {
    id,
    ...(managerId ? { managerId } : {}),
    side,
    capacity: 1,
    topics: [],
    languages: ['en'],
    interests: [],
    timeZone: 'Europe/London',
    hiredOn: '2020-03-01',
    ...some,
  }
}

/** The rule that forbids the Mentor with the Mentee, if any. */
function refused(
  mentor: [string, Some?],
  mentee: [string, Some?],
  { rules, lists }: { rules?: RuleSettings; lists?: ExclusionLists } = {},
) {
  const context = ruleContext(buildOrganization(people), rules, '2026-11-21', lists)
  return mayBePaired(
    aPerson(mentor[0], 'mentor', mentor[1] ?? {}),
    aPerson(mentee[0], 'mentee', mentee[1] ?? {}),
    context,
  )?.refused
}

describe('mayBePaired', () => {
  test('allows two people from different lines', () => {
    expect(refused(['junior'], ['far'])).toBeUndefined()
  })

  test('never pairs within a reporting line, and says it more exactly below a direct report', () => {
    expect(refused(['junior'], ['deputy'])).toBe('shared-reporting-line')
    expect(refused(['junior'], ['lead'])).toBe('below-direct-report')
    expect(refused(['junior'], ['top'])).toBe('below-direct-report')
    expect(refused(['lead'], ['junior'])).toBe('shared-reporting-line')
    expect(refused(['junior'], ['peer'])).toBe('same-manager')
    expect(refused(['junior'], ['peer'], { rules: { sameManager: false } })).toBeUndefined()
  })

  test('takes a dotted line for a line, and refuses when that line is unknown', () => {
    expect(refused(['junior', { dottedManagerIds: ['far'] }], ['far'])).toBe('dotted-line')
    expect(refused(['junior', { dottedManagerIds: ['far'] }], ['other'])).toBe('dotted-line')
    expect(refused(['junior', { dottedManagerIds: ['gone'] }], ['far'])).toBe('dotted-line')
  })

  test('keeps every list: blocks, conflicts, bans, earlier pairs, former managers', () => {
    expect(refused(['junior', { blocked: ['far'] }], ['far'])).toBe('blocked')
    expect(refused(['junior'], ['far', { blocked: ['junior'] }])).toBe('blocked')
    expect(refused(['junior'], ['far'], { lists: { conflicts: [['far', 'junior']] } })).toBe('conflict')
    expect(refused(['junior'], ['far'], { lists: { forbidden: [['junior', 'far']] } })).toBe('forbidden')
    const earlierPairs = [['junior', 'far']] as const
    expect(refused(['junior'], ['far'], { lists: { earlierPairs } })).toBe('earlier-pair')
    expect(
      refused(['junior'], ['far'], { lists: { earlierPairs }, rules: { repeatEarlierPairs: true } }),
    ).toBeUndefined()
    const until = (date: string) => ({
      formerManagers: [{ personId: 'junior', managerId: 'far', until: date }],
    })
    expect(refused(['junior'], ['far'], { lists: until('2025-11-21') })).toBe('former-manager')
    expect(refused(['junior'], ['far'], { lists: until('2025-11-20') })).toBeUndefined()
  })

  test('asks for a language, hours, service, grades and places where the Program does', () => {
    expect(refused(['junior', { languages: ['de'] }], ['far'])).toBe('common-language')
    expect(refused(['junior', { timeZone: 'Asia/Tokyo' }], ['far'])).toBe('working-hours')
    expect(refused(['junior', { timeZone: 'Europe/Atlantis' }], ['far'])).toBe('working-hours')
    expect(refused(['junior', { hiredOn: '2026-02-01' }], ['far'])).toBe('minimum-service')
    const { hiredOn: _, ...undated } = aPerson('junior', 'mentor', {})
    const context = (rules: RuleSettings) => ruleContext(buildOrganization(people), rules, '2026-11-21')
    const judged = (rules: RuleSettings) => mayBePaired(undated, aPerson('far', 'mentee', {}), context(rules))
    expect(judged({})?.refused).toBe('minimum-service')
    expect(judged({ allowUnknownService: true })).toBeUndefined()
    expect(refused(['junior', { grade: 4 }], ['far'], { rules: { minimumGradeGap: 2 } })).toBe(
      'seniority-gap',
    )
    expect(
      refused(['junior'], ['far', { grade: 4 }], { rules: { minimumGradeGap: 2, allowUnknownGrade: true } }),
    ).toBeUndefined()
    expect(refused(['junior', { grade: 4 }], ['far', { grade: 5 }], { rules: { minimumGradeGap: 2 } })).toBe(
      'seniority-gap',
    )
    expect(
      refused(['junior'], ['far', { timeZone: 'Europe/Athens' }], { rules: { maximumZoneHours: 1 } }),
    ).toBe('zone-distance')
    expect(refused(['junior'], ['far'], { rules: { location: 'same-country' } })).toBe('location')
    expect(refused(['junior', { capacity: 0 }], ['far'])).toBe('capacity')
  })

  test('refuses people whose line stops before the top', () => {
    expect(refused(['stranger'], ['far'])).toBe('line-unknown')
  })

  test('has words for every rule', () => {
    expect(pairingRules.map((rule) => rule.name).sort()).toEqual([...ruleNames].sort())
    for (const { inWords } of pairingRules) expect(inWords).toMatch(/^[A-Z].+\.$/)
  })
})

describe('monthsBefore', () => {
  test('stays inside the month', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
    expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29')
    expect(monthsBefore('2026-01-15', 13)).toBe('2024-12-15')
  })
})
