import { expect, test } from '@jest/globals'
import { createSeededCompany } from '../../../bot/demo/company.ts'
import { groupFaults } from '../../../bot/demo/page/src/fault-groups.ts'

test('faults of the chart are told by what is wrong, the most frequent first, and a circle once', () => {
  const faults = [
    { personId: 'a', kind: 'self-manager', text: 'A' },
    { personId: 'b', kind: 'cycle', text: 'B reports to C reports to B.', circle: 'b' },
    { personId: 'c', kind: 'cycle', text: 'C reports to B reports to C.', circle: 'b' },
    { personId: 'd', kind: 'cycle', text: 'D reports to E reports to D.', circle: 'd' },
  ]
  const groups = groupFaults({ faults, faultCounts: { 'self-manager': 1, cycle: 12 } })
  expect(groups.map(({ kind, title, count }) => [kind, title, count])).toEqual([
    ['cycle', 'faultsCircle', 12],
    ['self-manager', 'faultsSelf', 1],
  ])
  expect(groups[0]!.faults.map(({ personId }) => personId)).toEqual(['b', 'd'])
})

test('every fault of the invented company has a group with a name of its own', () => {
  const { faults } = createSeededCompany()
  const groups = groupFaults({ faults, faultCounts: {} })
  expect(groups.map(({ title }) => title)).not.toContain('faultsOther')
  expect(groups.length).toBeGreaterThan(2)
  const circles = faults.filter(({ kind }) => kind === 'cycle')
  const told = groups.find(({ kind }) => kind === 'cycle')!.faults
  expect(told.length).toBeLessThan(circles.length)
})
