/**
 * The host's side of nested app authentication, as far as a token for the signed-in person goes (msal-browser, naa): MSAL in an
 * add-in asks over the bridge, and the host answers under the same request id. No window is touched here.
 */
export interface BridgeRequest {
  messageType: string
  method: string
  requestId: string
  tokenParams?: { clientId?: string; scope?: string; authority?: string }
}

export interface BridgeTokens {
  access_token: string
  id_token: string
  expires_in: number
  scope: string
}

export interface BridgeHost {
  person: { id: string; upn: string; name: string }
  tenantId: string
  /** Rejects with Entra's words. */
  tokens(clientId: string, scope: string): Promise<BridgeTokens>
}

export async function answerBridge(host: BridgeHost, text: string): Promise<string> {
  const { method, requestId, tokenParams } = JSON.parse(text) as BridgeRequest
  const reply = (rest: object) => JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...rest })
  const refuse = (status: string, description: string) =>
    reply({ success: false, error: { status, code: status, description } })
  const { person, tenantId } = host
  const account = {
    homeAccountId: `${person.id}.${tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId,
    localAccountId: person.id,
    username: person.upn,
    name: person.name,
  }
  if (method === 'GetInitContext')
    return reply({
      success: true,
      initContext: {
        sdkName: 'demo-outlook',
        sdkVersion: '1.0.0',
        accountContext: { homeAccountId: account.homeAccountId, environment: account.environment, tenantId },
        capabilities: { queryAccount: false },
      },
    })
  if (method !== 'GetToken' && method !== 'GetTokenPopup')
    return refuse('PERSISTENT_ERROR', `No such method: ${method}`)
  try {
    const token = await host.tokens(tokenParams?.clientId ?? '', tokenParams?.scope ?? '')
    return reply({ success: true, token, account })
  } catch (error) {
    return refuse('PERSISTENT_ERROR', (error as Error).message)
  }
}
