import { describe, expect, it } from '@jest/globals'
import { signInNameOf } from '../../../bot/domain/organization/person.ts'

const ana = { id: 'ana', displayName: 'Ana Ruiz', isEligible: true }

describe('who Teams calls', () => {
  it.each<[string, { mail?: string; userPrincipalName?: string }, string | undefined]>([
    [
      'the sign-in name, also where mail differs',
      { mail: 'ana.ruiz@contoso.com', userPrincipalName: 'u4711@contoso.com' },
      'u4711@contoso.com',
    ],
    [
      'the mail address where no sign-in name is known',
      { mail: 'ana.ruiz@contoso.com' },
      'ana.ruiz@contoso.com',
    ],
    ['nobody where neither is known', {}, undefined],
    ['nobody where both are empty', { mail: '', userPrincipalName: '' }, undefined],
  ])('%s', (_, names, expected) => expect(signInNameOf({ ...ana, ...names })).toBe(expected))
})
