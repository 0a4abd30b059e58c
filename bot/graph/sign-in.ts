/** How the product itself signs in to Entra, as its settings say it. */
import { managedIdentityAssertion } from './managed-identity.ts'

export interface SignInSettings {
  clientId: string
  tenantId: string
  authority: { name: string; address: string }
  credential: { secret: string } | { managedIdentity: string }
}

/** Client secret, or the managed identity's token as a federated assertion: then no secret is stored anywhere. */
export function signIn(
  { clientId, tenantId, authority, credential }: SignInSettings,
  world: { now(): Date; random(): number },
) {
  return {
    clientId,
    tenantId,
    authority: authority.name,
    authorityAddress: authority.address,
    ...world,
    ...('secret' in credential
      ? { secret: credential.secret }
      : { assertion: managedIdentityAssertion({ identityClientId: credential.managedIdentity }) }),
  }
}
