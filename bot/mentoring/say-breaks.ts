/** Where the chart of a file is broken, for the error output: how many people that holds back, and the gravest by line. */
import type { OrganizationFault } from '../domain/organization/organization.ts'
import type { People } from '../files/people.ts'

const named = 5

const inWords: Record<OrganizationFault['kind'], (detail: OrganizationFault['detail']) => string> = {
  'missing-manager': () => 'has no manager',
  'self-manager': () => 'is named as their own manager',
  'unknown-manager': ({ managerId }) => `reports to ${managerId}, whom the file does not know`,
  'duplicate-id': ({ managerId, otherManagerId }) =>
    `reports to ${managerId || 'nobody'} in one row and to ${otherManagerId || 'nobody'} in another`,
  cycle: (detail) => `is above themself in a circle: ${detail['with']}`,
}

/** Lines of text; none for a chart without a break. */
export function breaksInWords(
  faults: readonly OrganizationFault[],
  { size, lineOf }: Pick<People, 'size' | 'lineOf'>,
): string[] {
  if (faults.length === 0) return []
  const held = faults.reduce((sum, { detail }) => sum + 1 + Number(detail['peopleBelow']), 0)
  const links = faults.length === 1 ? 'a missing link' : `${faults.length} missing links`
  const lines = faults.slice(0, named).map(({ personId, kind, detail }) => {
    const line = lineOf(personId)
    const below = detail['peopleBelow'] === '0' ? '' : ` (${detail['peopleBelow']} below)`
    return `  ${line === undefined ? '' : `line ${line}: `}${personId} ${inWords[kind](detail)}${below}`
  })
  const more = faults.length - lines.length
  return [
    `${held} of ${size} people stand at or below ${links} of the chart: nobody can tell who is above them, so they are ` +
      'paired only with people below the same link. Correct the managers, or name who has nobody above under "tops" in the rules.',
    ...lines,
    ...(more > 0
      ? [`  and ${more} more: chartFaults in report.json lists all, the one with most people below first.`]
      : []),
  ]
}
