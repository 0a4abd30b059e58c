/**
 * What people say of each other in private: whom they would not like (blocks), whom they would (rankings), and how a talk
 * went (ratings). It decides who is paired and nothing else: whatever anybody reads is worked out from an input without it,
 * and from who is paired. So no answer can tell more of it than the pairs themselves do.
 */
import type { MatchingInput, PartName } from './person.ts'

/** Parts of the score that are nobody's to read, and whose weight is nobody's to choose. */
export const privateParts = ['preference', 'rating'] as const satisfies readonly PartName[]
export type PrivatePart = (typeof privateParts)[number]

export function isPrivatePart(part: string): part is PrivatePart {
  return privateParts.some((one) => one === part)
}

/** The same people, rules and choices, as if nobody had said anything. */
export function withoutPrivateWishes(input: MatchingInput): MatchingInput {
  const participants = input.participants.map((person) => {
    const { blocked: _, ...rest } = person
    return person.blocked ? rest : person
  })
  return { ...input, participants, ratings: [], rankings: [] }
}
