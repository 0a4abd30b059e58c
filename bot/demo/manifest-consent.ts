/** Which resource-specific permissions the Teams package asks for: what a team consents to when the app is added. */
import manifest from '../../manifest/manifest.json' with { type: 'json' }

interface Asking {
  webApplicationInfo?: object
  authorization?: { permissions?: { resourceSpecific?: { name: string }[] } }
}

export function consentedInTeams({ authorization }: Asking = manifest): Set<string> {
  return new Set(authorization?.permissions?.resourceSpecific?.map(({ name }) => name))
}
