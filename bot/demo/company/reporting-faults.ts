import type { Company, DemoPerson } from './shape.ts'

/**
 * Faults of the reporting lines as the directory states them, in words for the page: one for each person whose entry has
 * to be corrected, so everybody in a circle has one. Of the people without a manager the one with the most people below
 * is the top; the others are listed, guests too. `sourceId` gives back what a file wrote where an object id stands.
 */
export function findReportingFaults(
  people: readonly DemoPerson[],
  sourceId = (id: string) => id,
): Company['faults'] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const faults: Company['faults'] = []
  const label = (person: DemoPerson) =>
    person.employeeId ? `${person.displayName} (${person.employeeId})` : person.displayName
  const rootless: DemoPerson[] = []
  for (const person of people) {
    if (!person.managerId) rootless.push(person)
    else if (person.managerId === person.id)
      faults.push({
        personId: person.id,
        kind: 'self-manager',
        text: `${label(person)} is stated as their own manager.`,
      })
    else if (!byId.has(person.managerId))
      faults.push({
        personId: person.id,
        kind: 'unknown-manager',
        text: `${label(person)} reports to ${sourceId(person.managerId)}, whom the directory does not know.`,
      })
  }
  const top = topOf(people, rootless)
  for (const person of rootless)
    if (person !== top)
      faults.push({
        personId: person.id,
        kind: 'missing-manager',
        text: `${label(person)} ${person.userType === 'Guest' ? 'is a guest without a manager' : 'has no manager and is not the top'}.`,
      })
  for (const cycle of cyclesAmong(people, byId))
    for (const [at, member] of cycle.entries()) {
      const round = [...cycle.slice(at), ...cycle.slice(0, at), member]
      faults.push({
        personId: member.id,
        kind: 'cycle',
        circle: cycle[0]!.id,
        text: `${round.map(label).join(' reports to ')}.`,
      })
    }
  return faults
}

/** Number of people below each of `roots`, the largest first; ties go to the earlier one. */
function topOf(people: readonly DemoPerson[], roots: readonly DemoPerson[]): DemoPerson | undefined {
  const reports = new Map<string, string[]>()
  for (const { id, managerId } of people) {
    if (!managerId) continue
    const list = reports.get(managerId)
    if (list) list.push(id)
    else reports.set(managerId, [id])
  }
  const below = (root: string) => {
    let count = 0
    for (const waiting = [root]; waiting.length > 0; count++)
      waiting.push(...(reports.get(waiting.pop()!) ?? []))
    return count
  }
  return roots.map((person) => ({ person, size: below(person.id) })).sort((a, b) => b.size - a.size)[0]
    ?.person
}

/** Every cycle of two or more once, starting at its first member in the list. */
function cyclesAmong(people: readonly DemoPerson[], byId: Map<string, DemoPerson>): DemoPerson[][] {
  const settled = new Set<string>()
  const cycles: DemoPerson[][] = []
  for (const start of people) {
    const walked: DemoPerson[] = []
    const place = new Map<string, number>()
    let at: DemoPerson | undefined = start
    while (at && !settled.has(at.id) && !place.has(at.id)) {
      place.set(at.id, walked.length)
      walked.push(at)
      at = at.managerId ? byId.get(at.managerId) : undefined
    }
    const entry = at ? place.get(at.id) : undefined
    if (entry !== undefined && walked.length - entry > 1) cycles.push(walked.slice(entry))
    for (const person of walked) settled.add(person.id)
  }
  return cycles
}
