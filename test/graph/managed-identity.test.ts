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
  // The refusal comes first: MSAL keeps a token it was given for the whole process, whoever asks next.
  it('says what to assign when Azure does not know the machine, then asks for the one token that the exchange accepts', async () => {
    const stranger = azure({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Identity not found' },
    })
    const refused = managedIdentityAssertion({
      identityClientId: 'identity-1',
      networkClient: stranger.networkClient,
    })
    await expect(refused()).rejects.toMatchObject({
      name: 'GraphError',
      code: 'token-refused',
      message: expect.stringContaining('Assign that identity to the app'),
    })
    const { asked, networkClient } = azure({
      status: 200,
      body: { access_token: 'vouched', expires_in: 3600, token_type: 'Bearer' },
    })
    await expect(managedIdentityAssertion({ identityClientId: 'identity-1', networkClient })()).resolves.toBe(
      'vouched',
    )
    expect(asked[0]!.searchParams.get('resource')).toBe('api://AzureADTokenExchange')
    expect(asked[0]!.searchParams.get('client_id')).toBe('identity-1')
  })
})
