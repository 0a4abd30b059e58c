import { expect, test } from '@jest/globals'
import { firstNameOf } from '../../tab/src/ui/first-name.ts'

test.each([
  ['Anna Nowak', 'Anna'],
  ['Nowak, Anna', 'Anna'],
  ['van Wyk, Thabo (Sales)', 'Thabo'],
  ['Layla', 'Layla'],
  ['ليلى حداد', 'ليلى'],
  ['Nowak,', 'Nowak,'],
  ['', ''],
])('%s is called %s', (name, first) => {
  expect(firstNameOf(name)).toBe(first)
})
