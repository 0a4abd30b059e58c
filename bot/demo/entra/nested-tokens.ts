import type { TenantState } from '../state.ts'
import type { EntraKeys } from './keys.ts'
import { issueIdToken, issueTabToken, LIFETIME } from './tokens.ts'

interface Asked {
  personId: string
  clientId: string
  /** As MSAL writes it: parted by blanks. */
  scope: string
  /** From where the page that asks was loaded. */
  origin: string
}

const OPENID = new Set(['openid', 'profile', 'offline_access', 'email'])

/**
 * What a host gets for an app inside it (nested app authentication): tokens in the app's own name, `azp` included. Registered is
 * the redirect `brk-multihub://` with the host of the tab alone, as `infra/aad.manifest.json` has it.
 */
export async function issueNestedTokens(
  state: TenantState,
  keys: EntraKeys,
  asked: Asked,
  registered: string,
) {
  const { personId, clientId, scope, origin } = asked
  const app = state.apps.tab
  if (clientId !== app.id)
    throw new Error(`AADSTS700016: Application with identifier '${clientId}' was not found in the directory.`)
  if (!URL.canParse(origin) || new URL(origin).host !== registered)
    throw new Error(
      `AADSTS50011: The redirect URI 'brk-multihub://${origin}' does not match the redirect URIs configured for the application '${clientId}'.`,
    )
  const wanted = scope.split(' ').filter((part) => part && !OPENID.has(part))
  if (wanted.some((part) => part.startsWith('api://')))
    throw new Error(
      `AADSTS90009: Application '${clientId}' is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
    )
  if (wanted.length !== 1 || wanted[0] !== `${app.id}/access_as_user`)
    throw new Error(`AADSTS65001: The user or administrator has not consented to use '${wanted.join(' ')}'.`)
  const person = state.company.byId.get(personId)
  if (!person) throw new Error('AADSTS50034: The user account does not exist in the directory.')
  return {
    access_token: await issueTabToken(state, keys, personId, { host: app.id }),
    id_token: await issueIdToken(state, keys, app.id, person),
    expires_in: LIFETIME,
    scope: wanted.join(' '),
    token_type: 'Bearer',
  }
}
