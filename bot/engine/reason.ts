/** A pairing's reason in plain English, the weightiest part first. */
import type { PartName, ScorePart } from './person.ts'

type Words = (detail: Record<string, string | number>) => string

const words: Partial<Record<PartName, Words>> = {
  topic: (d) => `offers what is wanted: ${d['topics']}`,
  goals: (d) => `share a goal: ${d['goals']}`,
  interests: (d) => `both enjoy ${d['interests']}`,
  'different-unit': (d) => `work in different units (${d['mentor']} and ${d['mentee']})`,
  'different-site': (d) => `sit at different sites (${d['mentor']} and ${d['mentee']})`,
  language: (d) => `have several languages in common (${d['languages']})`,
  hours: (d) => `${Math.round(Number(d['minutes']) / 6) / 10} hours of the day in common`,
  'seniority-gap': (d) => `${d['grades']} grades apart`,
  style: () => 'one introvert, one extrovert',
  preference: () => 'a preference was stated',
  rating: ratingWords,
  waiting: () => 'waited since an earlier Cohort',
}

function ratingWords({ byMentor, byMentee }: Record<string, string | number>): string {
  if (byMentor && byMentee) return `rated each other ${byMentor} and ${byMentee} of 10 at the speed meeting`
  return byMentor ? `rated ${byMentor} of 10 by the Mentor` : `rated ${byMentee} of 10 by the Mentee`
}

export function reasonInWords(parts: readonly ScorePart[]): string {
  const said = [...parts]
    .sort((a, b) => b.points - a.points)
    .flatMap(({ part, detail }) => words[part]?.(detail ?? {}) ?? [])
  if (said.length === 0) return 'No rule forbids this pair; nothing speaks for it in particular.'
  const text = said.join('; ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}
