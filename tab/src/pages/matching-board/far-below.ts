/**
 * Whether a group fared so much worse than the rest that somebody should look: by the four-fifths rule of US equal employment
 * (29 CFR 1607.4 D), a share with a partner of less than four fifths of everybody else's. A pointer, not a finding.
 */
interface Group {
  group: string
  people: number
  placed: number
}

export function isFarBelow(one: Group, groups: readonly Group[]): boolean {
  const others = groups.filter(({ group }) => group !== one.group)
  const people = others.reduce((sum, other) => sum + other.people, 0)
  const placed = others.reduce((sum, other) => sum + other.placed, 0)
  return people > 0 && one.people > 0 && 5 * one.placed * people < 4 * placed * one.people
}
