import { describe, expect, it } from '@jest/globals'
import { managedIdentityAssertion } from '../../bot/graph/managed-identity.ts'

/** Azure's endpoint inside a machine, as far as MSAL asks it. */
function azure(answer: { status: number; body: object }) {
  const asked: URL[] = []
  const send = async <T>(url: string) => {
    asked.push(new URL(url))
    return { headers: {}, body: answer.body as T, status: answer.status }
  }
  return { asked, networkClient: { sendGetRequestAsync: send, sendPostRequestAsync: send } }
}

describe('signing in as a managed identity', () => {
  it('asks Azure for a token that only the exchange accepts, as the one identity it was given', async () => {
    const { asked, networkClient } = azure({
      status: 200,
      body: {
        access_token: 'vouched',
        expires_in: 3600,
        token_type: 'Bearer',
        resource: 'api://AzureADTokenExchange',
      },
    })
    const assertion = managedIdentityAssertion({ identityClientId: 'identity-1', networkClient })
    await expect(assertion()).resolves.toBe('vouched')
    expect(asked[0]!.searchParams.get('resource')).toBe('api://AzureADTokenExchange')
    expect(asked[0]!.searchParams.get('client_id')).toBe('identity-1')
  })

  it('says what to assign when Azure does not know the machine', async () => {
    const { networkClient } = azure({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Identity not found' },
    })
    const assertion = managedIdentityAssertion({
      identityClientId: 'identity-2',
      // MSAL keeps one token a resource for the whole process, whoever asks.
      audience: 'api://AzureADTokenExchangeUSGov',
      networkClient,
    })
    await expect(assertion()).rejects.toMatchObject({
      name: 'GraphError',
      code: 'token-refused',
      message: expect.stringContaining('Assign that identity to the app'),
    })
  })
})
