/** Random companies with dirty charts for property tests: plain data from a seed, nothing shared with the engine. */
import type { MatchingInput, MatchingParticipant } from '../../bot/engine/person.ts'

export function dice(seed: number) {
  let state = seed >>> 0 || 1
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  return {
    below: (n: number) => Math.floor(next() * n),
    chance: (p: number) => next() < p,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  }
}

const topics = ['ai', 'sql', 'video', 'privacy', 'climate', 'inclusion']
const interests = ['chess', 'jazz', 'running', 'coffee']
const languages = ['en', 'de', 'fr', 'es']

interface Shape {
  people: number
  seed: number
  /** Share of people whose manager is wrong in some way. */
  dirt: number
}

/** A chart of `people`, most of whom take part; every kind of fault and list can occur. */
export function company({ people, seed, dirt }: Shape): MatchingInput {
  const { below, chance, pick } = dice(seed)
  const id = (n: number) => `p${n}`
  const organization: MatchingInput['organization'] = []
  const participants: MatchingParticipant[] = []
  for (let n = 0; n < people; n++) {
    const managerId = managerOf(n)
    const row = {
      id: id(n),
      ...(managerId === undefined ? {} : { managerId }),
      ...(chance(0.1) ? { dottedManagerIds: [id(below(people))] } : {}),
      department: `d${below(4)}`,
      site: `s${below(3)}`,
      country: pick(['DE', 'FR']),
      ...(chance(0.95) ? { grade: 1 + below(12) } : {}),
      workMinutesUtc: { start: below(48) * 30, length: pick([300, 480, 510]) },
      ...(chance(0.9) ? { hiredOn: chance(0.1) ? '2026-01-10' : '2020-05-01' } : {}),
    }
    organization.push(row)
    if (chance(0.8)) participants.push(enrolled(row))
  }
  if (chance(dirt)) organization.push({ id: id(below(people)), managerId: id(below(people)) })
  return {
    organization,
    participants,
    earlierPairs: pairs(2),
    forbidden: pairs(2),
    conflicts: pairs(2),
    formerManagers: pairs(2).map(([personId, managerId]) => ({
      personId,
      managerId,
      until: pick(['2026-06-01', '2019-06-01']),
    })),
    ratings: pairs(6).map(([from, to]) => ({ from, to, rating: 1 + below(10) })),
    rankings: pairs(12).map(([from, to]) => ({ from, to, rank: 1 + below(5) })),
    partedPairs: pairs(1),
    seed,
    today: '2026-11-21',
  }

  function managerOf(n: number): string | undefined {
    if (chance(dirt)) return pick([undefined, id(n), id(below(people)), 'nobody', 'XX'])
    return n === 0 ? undefined : id(below(n))
  }

  function pairs(count: number): [string, string][] {
    return Array.from({ length: count }, () => [id(below(people)), id(below(people))])
  }

  function some(list: readonly string[], least: number): string[] {
    return list.filter((_, at) => at === least - 1 || chance(0.4))
  }

  function enrolled(row: MatchingInput['organization'][number]): MatchingParticipant {
    return {
      ...row,
      side: chance(0.6) ? 'mentor' : 'mentee',
      capacity: pick([0, 1, 1, 1, 2, 3, 4]),
      topics: some(topics, 0).map((topic) => ({ topic, level: pick([1, 2, 3] as const) })),
      languages: some(languages, chance(0.95) ? 1 : 0),
      interests: some(interests, 0),
      goals: some(['visibility', 'speaking'], 0),
      ...(chance(0.5) ? { style: pick(['introvert', 'extrovert'] as const) } : {}),
      ...(chance(0.1) ? { blocked: [id(below(people))] } : {}),
      ...(chance(0.2) ? { waitedCohorts: below(3) } : {}),
      ...(chance(0.15) ? { hasPartner: true } : {}),
    }
  }
}
