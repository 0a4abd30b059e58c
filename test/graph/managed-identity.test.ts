import { describe, expect, it } from '@jest/globals'
import { managedIdentityAssertion } from '../../bot/graph/managed-identity.ts'

/** Azure's endpoint inside a machine, as far as MSAL asks it: the next answer, and what was asked. */
const azure = {
  asked: [] as URL[],
  next: { status: 500, body: {} as object },
}
const send = async <T>(url: string) => {
  azure.asked.push(new URL(url))
  return { headers: {}, body: azure.next.body as T, status: azure.next.status }
}

describe('signing in as a managed identity', () => {
  const assertion = managedIdentityAssertion({
    identityClientId: 'identity-1',
    networkClient: { sendGetRequestAsync: send, sendPostRequestAsync: send },
  })

  it('says what to assign when Azure does not know the machine', async () => {
    azure.next = { status: 400, body: { error: 'invalid_request', error_description: 'Identity not found' } }
    await expect(assertion()).rejects.toMatchObject({
      name: 'GraphError',
      code: 'token-refused',
      message: expect.stringContaining('Assign that identity to the app'),
    })
  })

  it('asks for a token that only the exchange accepts, as the one identity it was given', async () => {
    azure.asked.length = 0
    azure.next = { status: 200, body: { access_token: 'vouched', expires_in: 3600, token_type: 'Bearer' } }
    await expect(assertion()).resolves.toBe('vouched')
    expect(azure.asked[0]!.searchParams.get('resource')).toBe('api://AzureADTokenExchange')
    expect(azure.asked[0]!.searchParams.get('client_id')).toBe('identity-1')
  })
})
