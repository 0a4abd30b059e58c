/**
 * A bare chart has nobody enrolled. To try the product on it, roles and profiles are drawn by a rule that gives the same
 * people for the same seed, and the report says so.
 */

import { monthsBefore } from '../../engine/pairing-rules.ts'
import type { MatchingParticipant, MatchingPerson, TopicLevel } from '../../engine/person.ts'
import { buildOrganization } from '../organization/organization.ts'

export const seededRule =
  'Nobody in this file is enrolled, so roles were drawn: everyone with somebody reporting to them is a Mentee with room ' +
  'for one; five Mentors for every four Mentees are drawn among the rest. Topics, interests, languages, hours, time ' +
  'zones, sites and styles are drawn too; grades follow the depth in the chart, and all are taken to have been there for ' +
  'ten years. What the file says of somebody is kept. The same seed draws the same people.'

const topics =
  `ai-tools social-media collaboration-apps consumer-trends why-juniors-stay inclusion flexible-work
customer-journey unwritten-rules how-strategy-is-heard data-privacy sustainability`.split(/\s+/)
const interests = `running cooking chess cinema hiking photography music football reading gardening travel
volunteering`.split(/\s+/)
const sites = ['London', 'Edinburgh', 'Cardiff', 'Belfast', 'Brussels']
const zones = new Map([['Brussels', 'Europe/Brussels']])

/** Linear congruential; only the upper bits are used. */
function dice(seed: number) {
  let state = (Math.imul(seed | 0, 2654435761) ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) / 16777216
  }
  return { next, pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! }
}

/** Longer than any rule asks for. */
const monthsOfService = 121

export function enrolBySeed(
  organization: readonly MatchingPerson[],
  seed: number,
  today: string,
): MatchingParticipant[] {
  const chart = buildOrganization(organization)
  const { next, pick } = dice(seed)
  const leads = new Set(organization.map((p) => p.managerId).filter((id) => id !== undefined))
  const people = [...new Map(organization.map((p) => [p.id, p])).values()]
  const mentees = people.filter((p) => leads.has(p.id))
  const others = people.filter((p) => !leads.has(p.id))
  const wanted = Math.min(others.length, Math.ceil(mentees.length * 1.25))
  for (let x = 0; x < wanted; x++) {
    const y = x + Math.floor(next() * (others.length - x))
    const swap = others[x]!
    others[x] = others[y]!
    others[y] = swap
  }
  const some = (list: readonly string[], count: number) => {
    const chosen = new Set<string>()
    while (chosen.size < count) chosen.add(pick(list))
    return [...chosen]
  }
  const hiredOn = monthsBefore(today, monthsOfService)
  const enrol = (person: MatchingPerson, side: 'mentor' | 'mentee'): MatchingParticipant => {
    const site = pick(sites)
    const workMinutesUtc = { start: pick([420, 450, 480, 510, 540]), length: 510 }
    return {
      site,
      // Hours follow a zone that the file names; without one, zone and hours are drawn together.
      ...(person.timeZone ? {} : { timeZone: zones.get(site) ?? 'Europe/London', workMinutesUtc }),
      grade: Math.max(1, 12 - 2 * chart.depthOf(person.id)),
      hiredOn,
      ...person,
      side,
      capacity: 1,
      topics: some(topics, side === 'mentor' ? 4 : 3).map((topic) => ({
        topic,
        level: pick([1, 2, 3]) as TopicLevel,
      })),
      languages: next() < 0.15 ? ['en', pick(['fr', 'de', 'es', 'cy'])] : ['en'],
      interests: some(interests, 3),
      style: pick(['introvert', 'extrovert'] as const),
    }
  }
  return [
    ...mentees.map((person) => enrol(person, 'mentee')),
    ...others.slice(0, wanted).map((person) => enrol(person, 'mentor')),
  ]
}
