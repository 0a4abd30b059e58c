/**
 * Nested app authentication: Outlook itself hands the pane a token for our API, and no sign-in page is ever shown in the frame
 * (learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in). The only file that knows MSAL.
 */
import { createNestablePublicClientApplication, InteractionRequiredAuthError } from '@azure/msal-browser'

export interface Registration {
  clientId: string
  /** With the tenant, e.g. `https://login.microsoftonline.com/<tenant id>`. */
  authority: string
}

/** @returns what asks Outlook for a token each time it is called */
export async function nestedTokens({ clientId, authority }: Registration): Promise<() => Promise<string>> {
  const client = await createNestablePublicClientApplication({
    auth: { clientId, authority },
    // Nothing of it outlives the pane.
    cache: { cacheLocation: 'memoryStorage' },
  })
  // Whoever asks here keeps the token itself, and asks when that one is no good any more.
  // By the id alone: an app that asks for its own API by the URI is refused (AADSTS90009).
  const request = { scopes: [`${clientId}/access_as_user`], forceRefresh: true }
  return async () => {
    try {
      return (await client.acquireTokenSilent(request)).accessToken
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) throw error
      return (await client.acquireTokenPopup(request)).accessToken
    }
  }
}
