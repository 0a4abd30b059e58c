/**
 * The score of one pair as named parts, as people read it. Adds up to what `pair-scores.ts` computes for many pairs at
 * once; docs/score.md explains each part.
 */
import type { Field } from './field.ts'
import {
  enter,
  gapPoints,
  hoursPoints,
  overlap,
  pairScore,
  ratingPoints,
  type Scratch,
} from './pair-scores.ts'
import type { MatchingParticipant, PartName, ScorePart } from './person.ts'
import { most } from './weights.ts'

/** Parts of Mentor `i` with Mentee `j` (places in the field), those without points left out. */
export function scoreParts(field: Field, scratch: Scratch, i: number, j: number): ScorePart[] {
  const { mentors, mentees, weights, rules } = field
  const [mentor, mentee] = [mentors.people[i]!, mentees.people[j]!]
  if (scratch.row !== i) enter(scratch, mentors, i)
  const parts: ScorePart[] = []
  const add = (part: PartName, points: number, detail?: ScorePart['detail']) => {
    if (points !== 0) parts.push(detail ? { part, points, detail } : { part, points })
  }
  add('base', weights.base)
  const topics = commonTopics(mentor, mentee)
  const worth = topics.reduce((sum, t) => sum + t.worth, 0)
  add('topic', weights.topic * Math.min(most.topic, worth), {
    topics: topics.map((t) => t.topic).join(', '),
    worth,
  })
  const goals = shared(mentor.goals ?? [], mentee.goals ?? [])
  add('goals', weights.goals * Math.min(most.goals, goals.length), { goals: goals.join(', ') })
  const interests = shared(mentor.interests, mentee.interests)
  add('interests', weights.interests * Math.min(most.interests, interests.length), {
    interests: interests.join(', '),
  })
  if (
    mentor.department !== undefined &&
    mentee.department !== undefined &&
    mentor.department !== mentee.department
  ) {
    add('different-unit', weights['different-unit'], { mentor: mentor.department, mentee: mentee.department })
  }
  if (mentor.site !== undefined && mentee.site !== undefined && mentor.site !== mentee.site) {
    add('different-site', weights['different-site'], { mentor: mentor.site, mentee: mentee.site })
  }
  const languages = shared(mentor.languages, mentee.languages)
  if (languages.length > 1) add('language', weights.language, { languages: languages.join(', ') })
  const minutes = overlap(field, i, j)
  add('hours', hoursPoints(weights.hours, minutes - rules.minimumOverlapMinutes), { minutes })
  if (mentor.grade && mentee.grade) {
    const gap = mentee.grade - mentor.grade
    add('seniority-gap', gapPoints(weights['seniority-gap'], gap), { grades: gap })
  }
  if (mentor.style && mentee.style && mentor.style !== mentee.style) add('style', weights.style)
  const waited = mentors.waited[i]! + mentees.waited[j]!
  add('waiting', weights.waiting * waited, { cohorts: waited })
  // Without detail: whoever reads the part must not learn who ranked whom.
  if (scratch.ratedBy[j] === i + 1) {
    add('preference', weights.preference * mentors.ranked[scratch.ratedAt[j]!]!)
  }
  addRating(field, scratch, i, j, parts)
  return parts
}

/** Low ratings can take the score down to 1, never below: the pair is allowed, only last in line. */
function addRating(field: Field, scratch: Scratch, i: number, j: number, parts: ScorePart[]): void {
  const { mentors, mentees, weights } = field
  if (scratch.ratedBy[j] !== i + 1) return
  const at = scratch.ratedAt[j]!
  const byMentor = mentors.gave[at]!
  const byMentee = mentors.got[at]!
  if (ratingPoints(weights.rating, byMentor, byMentee) === 0) return
  const before = parts.reduce((sum, part) => sum + part.points, 0)
  const points = pairScore(field, scratch, mentors, mentees, 1, i, j) - before
  const detail: Record<string, number> = {}
  if (byMentor) detail['byMentor'] = byMentor
  if (byMentee) detail['byMentee'] = byMentee
  if (points !== 0) parts.push({ part: 'rating', points, detail })
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set(a)].filter((word) => b.includes(word))
}

/** Topics offered and wanted, the weightiest first; worth is level offered times level wanted. */
export function commonTopics(mentor: MatchingParticipant, mentee: MatchingParticipant) {
  const levels = (p: MatchingParticipant) => {
    const best = new Map<string, number>()
    for (const { topic, level } of p.topics) best.set(topic, Math.max(best.get(topic) ?? 0, level))
    return best
  }
  const wanted = levels(mentee)
  return [...levels(mentor)]
    .filter(([topic]) => wanted.has(topic))
    .map(([topic, level]) => ({ topic, worth: level * wanted.get(topic)! }))
    .sort((a, b) => b.worth - a.worth || (a.topic < b.topic ? -1 : 1))
}
