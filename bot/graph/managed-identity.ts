/**
 * Signing in without a stored secret: Azure vouches for the machine (user-assigned managed identity), and the app
 * registration trusts that by a federated credential. Source: workload-identity-federation-config-app-trust-managed-identity.
 */
import { ManagedIdentityApplication } from '@azure/msal-node'
import { GraphError } from './graph-error.ts'

type NetworkClient = NonNullable<
  NonNullable<ConstructorParameters<typeof ManagedIdentityApplication>[0]>['system']
>['networkClient']

export interface IdentityOptions {
  /** Client id of the user-assigned managed identity. */
  identityClientId: string
  /** Audience of the exchange; national clouds have their own. */
  audience?: string
  /** How Azure's local endpoint is asked, when not by MSAL's own client. */
  networkClient?: NonNullable<NetworkClient>
}

/** An assertion for `tokenSource`, fresh each time it is asked for. @throws GraphError `token-refused` */
export function managedIdentityAssertion({
  identityClientId,
  audience = 'api://AzureADTokenExchange',
  networkClient,
}: IdentityOptions): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: identityClientId },
    ...(networkClient ? { system: { networkClient } } : {}),
  })
  return async () => {
    try {
      return (await identity.acquireToken({ resource: audience })).accessToken
    } catch (cause) {
      throw new GraphError(
        `Azure does not vouch for this machine as managed identity ${identityClientId}. Assign that identity to the app, and see that the app registration has a federated credential for it.`,
        { status: 401, code: 'token-refused', cause },
      )
    }
  }
}
