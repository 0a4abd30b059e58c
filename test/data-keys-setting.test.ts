/** DATA_KEYS: what production must be given before it takes anything that people say. */
import { describe, expect, it } from '@jest/globals'
import { type ConfigFaults, readConfig } from '../bot/config.ts'

const production = {
  PUBLIC_URL: 'https://mentoring.example.com',
  DATABASE_URL: 'postgres://service:x@db.example.com/mentoring?sslmode=verify-full',
  TENANT_ID: '11111111-1111-4111-8111-111111111111',
  CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  CLIENT_SECRET: 'x',
  BOT_ID: '33333333-3333-4333-8333-333333333333',
}
const key = (of: number) => Buffer.alloc(32, of).toString('base64')
const faultsOf = (given: string | undefined, strict = true) => {
  try {
    readConfig({ ...production, DATA_KEYS: given }, { strict })
    return []
  } catch (error) {
    return (error as ConfigFaults).faults
  }
}

describe('DATA_KEYS', () => {
  it('is needed wherever there is a database that is not beside the service', () => {
    for (const strict of [true, false])
      for (const none of [undefined, ''])
        expect(faultsOf(none, strict).map(({ setting }) => setting)).toEqual(['DATA_KEYS'])
  })

  it('names one key or several, the newest first', () => {
    const { dataKeys } = readConfig(
      { ...production, DATA_KEYS: `2027:${key(2)}, 2026:${key(1)}` },
      { strict: true },
    )
    expect(dataKeys).toEqual([
      { id: '2027', key: Buffer.alloc(32, 2) },
      { id: '2026', key: Buffer.alloc(32, 1) },
    ])
  })

  it.each([
    ['no name', key(1)],
    ['too short a key', `a:${Buffer.alloc(16, 1).toString('base64')}`],
    ['too long a key', `a:${Buffer.alloc(33, 1).toString('base64')}`],
    ['no base64', `a:${'*'.repeat(44)}`],
    ['an unfilled reference', '@Microsoft.KeyVault(SecretUri=https://kv/secrets/data-keys)'],
    ['an empty place in the list', `a:${key(1)},`],
    ['a name twice', `a:${key(1)},a:${key(2)}`],
    ['a name that is none', `a b:${key(1)}`],
    ['three parts', `a:${key(1)}:b`],
  ])('with %s is refused, and not repeated', (_, given) => {
    const faults = faultsOf(given)
    expect(faults).toHaveLength(1)
    expect(faults[0]!.setting).toBe('DATA_KEYS')
    expect(faults[0]!.problem).not.toContain(given.slice(2, 20))
  })
})
