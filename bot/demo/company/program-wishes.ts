import type { Chance } from './chance.ts'
import type { DemoEnrolment } from './shape.ts'
import type { Site } from './sites.ts'

export const TOPICS = [
  'ai-tools',
  'social-media',
  'collaboration-apps',
  'consumer-trends',
  'why-juniors-stay',
  'inclusion',
  'flexible-work',
  'customer-journey',
  'unwritten-rules',
  'how-strategy-is-heard',
  'data-privacy',
  'sustainability',
]

export const INTERESTS = [
  'running',
  'cooking',
  'chess',
  'cinema',
  'hiking',
  'photography',
  'music',
  'football',
  'reading',
  'gardening',
  'travel',
  'volunteering',
]

/** Leaders all ask for the same two or three things; juniors offer more widely. The gap is what an Organizer must see. */
const WANTED = [10, 4, 3, 5, 6, 4, 3, 4, 2, 5, 1, 1]
const OFFERED = [6, 8, 7, 5, 4, 4, 5, 3, 3, 2, 2, 2]

function distinct(
  chance: Chance,
  weights: readonly number[],
  list: readonly string[],
  count: number,
): string[] {
  const left = list.map((value, index) => ({ value, weight: weights[index] ?? 1 }))
  const chosen: string[] = []
  while (chosen.length < count && left.length > 0) {
    const value = chance.weighted(left)
    chosen.push(value)
    left.splice(
      left.findIndex((entry) => entry.value === value),
      1,
    )
  }
  return chosen
}

const level = (n: number): 1 | 2 | 3 => (n <= 1 ? 1 : n >= 3 ? 3 : 2)

/** What somebody of this side would fill in. */
export function inventWishes(
  chance: Chance,
  personId: string,
  side: 'mentor' | 'mentee',
  languages: string[],
): DemoEnrolment {
  const mentor = side === 'mentor'
  const count = mentor ? 2 + chance.int(3) : 2 + chance.int(2)
  const topics = distinct(chance, mentor ? OFFERED : WANTED, TOPICS, count)
  return {
    personId,
    side,
    topics: topics.map((topic, rank) => ({ topic, level: level(mentor ? 1 + chance.int(3) : 3 - rank) })),
    languages,
    interests: distinct(chance, [], INTERESTS, 1 + chance.int(4)),
    capacity: mentor ? (chance.happens(0.1) ? 2 : 1) : chance.happens(0.15) ? 2 : 1,
  }
}

/**
 * The Mentor and the Mentee one can be on the page. They want and offer what few others do, so that the engine has every
 * reason to pair the two with each other, and one Session can be watched from both sides. Nothing makes it do so.
 */
export function playedWishes(personId: string, side: 'mentor' | 'mentee'): DemoEnrolment {
  return {
    personId,
    side,
    topics: [
      { topic: 'data-privacy', level: 3 },
      { topic: 'sustainability', level: 3 },
      { topic: 'ai-tools', level: 1 },
    ],
    languages: ['en', 'es'],
    interests: ['photography', 'hiking', 'cooking', 'chess'],
    capacity: 1,
  }
}

/** Languages of somebody at this site: the local one, mostly English too, now and then a third. */
export function inventLanguages(chance: Chance, site: Site): string[] {
  const spoken = new Set(site.languages.slice(0, 1))
  if (site.languages[1] && chance.happens(0.6)) spoken.add(site.languages[1])
  if (chance.happens(0.95)) spoken.add('en')
  if (chance.happens(0.12)) spoken.add(chance.pick(['es', 'fr', 'de', 'pt', 'ar', 'pl']))
  return [...spoken]
}
