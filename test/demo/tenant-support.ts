/** botbuilder's authentication, pointed at a demo tenant by settings alone. */
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'

type Settings = Record<string, string>

export function tenantBotAuthentication(settings: Settings) {
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: settings['BOT_OPENID_METADATA']!,
      ToBotFromChannelTokenIssuer: settings['BOT_TOKEN_ISSUER']!,
      ToBotFromEmulatorOpenIdMetadataUrl: settings['BOT_OPENID_METADATA']!,
      ToChannelFromBotLoginUrl: settings['AUTHORITY']!,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: settings['AUTHORITY']!,
      CallerId: 'test',
    } as never,
    new TenantCredentials(settings) as never,
  )
}

/** Gets the bot's tokens where the tenant's Entra really listens. */
class TenantCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #settings: Settings
  constructor(settings: Settings) {
    super({
      MicrosoftAppId: settings['BOT_ID']!,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: settings['TENANT_ID']!,
      MicrosoftAppPassword: settings['BOT_SECRET']!,
    })
    this.#settings = settings
  }

  override async createCredentials() {
    const token = await this.#token()
    return {
      signRequest: async (request: { headers: { set: (name: string, value: string) => void } }) => {
        request.headers.set('authorization', `Bearer ${token}`)
        return request
      },
    } as never
  }

  async #token(): Promise<string> {
    const { AUTHORITY_ADDRESS, TENANT_ID, BOT_ID, BOT_SECRET } = this.#settings
    const response = await fetch(`${AUTHORITY_ADDRESS}/${TENANT_ID}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: BOT_ID!,
        client_secret: BOT_SECRET!,
        scope: 'https://api.botframework.com/.default',
      }),
    })
    return ((await response.json()) as { access_token: string }).access_token
  }
}
