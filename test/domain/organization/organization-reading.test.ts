import { describe, expect, it } from '@jest/globals'
import { asTrouble, nextReadingAt, troubleOf } from '../../../bot/domain/organization/organization-reading.ts'

const failed = (fields: object) => troubleOf(Object.assign(new Error('what Ana Lopez wrote'), fields))

describe('why a reading failed', () => {
  it.each([
    ['sign-in', { status: 401 }],
    ['sign-in', { status: 0, code: 'token-refused' }],
    ['refused', { status: 403, code: 'Authorization_RequestDenied' }],
    ['throttled', { status: 429 }],
    ['throttled', { status: 0, code: 'throttled' }],
    ['away', { status: 503 }],
    ['away', { status: 0, code: 'network' }],
    ['incomplete', { code: 'census-incomplete' }],
    ['other', { status: 400 }],
    ['other', {}],
  ])('is kept as %s', (trouble, fields) => {
    expect(failed(fields)).toBe(trouble)
    expect(asTrouble(failed(fields))).toBe(trouble)
  })

  it('is "other" for anything that is no error, and for words an earlier version kept', () => {
    expect([troubleOf(undefined), troubleOf('no'), asTrouble('GraphError: 403')]).toEqual([
      'other',
      'other',
      'other',
    ])
  })
})

it.each([
  ['nightly', '22:00'],
  ['told', '03:00'],
  ['stirred', '02:05'],
] as const)('is due again at the pace "%s", and never by itself before the first', (pace, at) => {
  const startedAt = new Date('2026-11-27T02:00:00Z')
  expect(nextReadingAt({ state: 'fresh', startedAt }, pace)).toEqual(new Date(`2026-11-27T${at}:00Z`))
  expect(nextReadingAt({ state: 'never', startedAt }, pace)).toBeUndefined()
})
