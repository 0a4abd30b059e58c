import type { ShownCompany } from './tenant-api.ts'
import type { Word } from './words.ts'

type Fault = ShownCompany['faults'][number]

export interface FaultGroup {
  kind: string
  title: Word
  /** How many entries of this kind there are, also of those that are not listed. */
  count: number
  /** A circle once, however many stand in it. */
  faults: Fault[]
}

const titles: Record<string, Word> = {
  'missing-manager': 'faultsMissing',
  'unknown-manager': 'faultsUnknown',
  'self-manager': 'faultsSelf',
  cycle: 'faultsCircle',
}

/** Faults of the chart by what is wrong, the most frequent first. */
export function groupFaults({
  faults,
  faultCounts,
}: Pick<ShownCompany, 'faults' | 'faultCounts'>): FaultGroup[] {
  const circles = new Set<string>()
  const groups = new Map<string, Fault[]>()
  for (const fault of faults) {
    if (fault.circle !== undefined && circles.has(fault.circle)) continue
    if (fault.circle !== undefined) circles.add(fault.circle)
    groups.set(fault.kind, [...(groups.get(fault.kind) ?? []), fault])
  }
  return [...groups]
    .map(([kind, list]) => ({
      kind,
      title: titles[kind] ?? 'faultsOther',
      count: faultCounts[kind] ?? list.length,
      faults: list,
    }))
    .sort((one, other) => other.count - one.count)
}
