// Everything that one environment needs in Azure: the service, its database, its identity, the bot registration.
// No password or key leaves this file: outputs are names and ids. Not compiled in CI (no compiler can be installed
// there); run `az bicep build --file infra/azure.bicep` before a release. Rules that text can show: test/infra.

targetScope = 'resourceGroup'

@description('Part of every resource name; must be free in all of Azure.')
@minLength(4)
@maxLength(20)
param resourceSuffix string

@description('Where the data lives.')
param location string = resourceGroup().location

@description('Size of the service. B1 carries a pilot; P0v3 and larger add instances without downtime.')
param appSku string = 'B1'

@description('Number of equal instances. Any number works: all state is in the database.')
@minValue(1)
param instances int = 1

@description('Size of the database.')
param databaseSku string = 'Standard_B1ms'

@description('Tier that the database size belongs to.')
@allowed(['Burstable', 'GeneralPurpose', 'MemoryOptimized'])
param databaseTier string = 'Burstable'

@description('Password of the account that owns the database: it makes and alters the tables. Kept in Key Vault.')
@secure()
@minLength(16)
param databasePassword string

@description('Password of the account that the service works as, which the service makes at its first start: rows only. Kept in Key Vault.')
@secure()
@minLength(16)
param databaseServicePassword string

@description('Keys that wrap the data keys, newest first: name:key, separated by commas, each key 32 bytes in base64. Kept in Key Vault.')
@secure()
@minLength(46)
param dataKeys string

@description('Client id of the Entra application (tab sign-in and Microsoft Graph).')
param entraClientId string

@description('Secret of the Entra application. Empty: the managed identity stands in for it as a federated credential.')
@secure()
param clientSecret string = ''

@description('Own host name of the tab and the bot, when it is not the one that Azure gives.')
param publicHost string = ''

@description('Id of the Teams app, for links into it.')
param teamsAppId string

@description('Further settings by name (docs/deploy.md), such as the bot addresses of a national cloud.')
param extraSettings object = {}

@description('Least severe level that is logged.')
@allowed(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
param logLevel string = 'info'

@description('Sign-in service of the cloud.')
param authority string = 'https://login.microsoftonline.com'

@description('Microsoft Graph of the cloud.')
param graph string = 'https://graph.microsoft.com'

@description('Name that people see for the bot.')
@maxLength(42)
param botDisplayName string = 'Mentoring'

var tenantId = subscription().tenantId
var databaseName = 'mentoring'
var databaseOwner = 'mentoring'
var databaseService = 'mentoring_service'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var host = empty(publicHost) ? site.properties.defaultHostName : publicHost

// ---- Identity: signs in to the bot channel, to Key Vault, and (federated) as the Entra application.

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${resourceSuffix}'
  location: location
}

// ---- Network: the database is reachable from the service alone.

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${resourceSuffix}'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.0.64/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${resourceSuffix}.private.postgres.database.azure.com'
  location: 'global'
}

resource databaseZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: databaseZone
  name: 'vnet'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
}

// ---- Database: backups of 14 days, point-in-time restore.

resource databaseServer 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-${resourceSuffix}'
  location: location
  sku: { name: databaseSku, tier: databaseTier }
  properties: {
    version: '16'
    administratorLogin: databaseOwner
    administratorLoginPassword: databasePassword
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: {
      delegatedSubnetResourceId: '${network.id}/subnets/database'
      privateDnsZoneArmResourceId: databaseZone.id
      publicNetworkAccess: 'Disabled'
    }
  }
  dependsOn: [databaseZoneLink]

  resource database 'databases' = {
    name: databaseName
    properties: { charset: 'UTF8' }
  }
}

// ---- Secrets

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${resourceSuffix}'
  location: location
  properties: {
    tenantId: tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  resource databaseUrl 'secrets' = {
    name: 'database-url'
    properties: {
      value: 'postgres://${databaseService}:${uriComponent(databaseServicePassword)}@${databaseServer.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
    }
  }

  resource databaseMigrationUrl 'secrets' = {
    name: 'database-migration-url'
    properties: {
      value: 'postgres://${databaseOwner}:${uriComponent(databasePassword)}@${databaseServer.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
    }
  }

  resource keys 'secrets' = {
    name: 'data-keys'
    properties: { value: dataKeys }
  }

  resource appSecret 'secrets' = if (!empty(clientSecret)) {
    name: 'client-secret'
    properties: { value: clientSecret }
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

// ---- Service

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${resourceSuffix}'
  location: location
  kind: 'linux'
  sku: { name: appSku, capacity: instances }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'app-${resourceSuffix}'
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: '${network.id}/subnets/app'
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node dist/bot/main.js'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/readyz'
      vnetRouteAllEnabled: true
    }
  }

  // Nobody deploys by password: the toolkit and the Azure CLI come with an Entra token.
  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
  resource noDeployPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(
    {
      NODE_ENV: 'production'
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
      PORT: '8080'
      PUBLIC_URL: 'https://${host}'
      DATABASE_URL: '@Microsoft.KeyVault(SecretUri=${vault::databaseUrl.properties.secretUri})'
      DATABASE_MIGRATION_URL: '@Microsoft.KeyVault(SecretUri=${vault::databaseMigrationUrl.properties.secretUri})'
      DATA_KEYS: '@Microsoft.KeyVault(SecretUri=${vault::keys.properties.secretUri})'
      TENANT_ID: tenantId
      CLIENT_ID: entraClientId
      AUTHORITY: authority
      GRAPH: graph
      BOT_ID: identity.properties.clientId
      BOT_TYPE: 'UserAssignedMSI'
      TEAMS_APP_ID: teamsAppId
      // The front end of App Service, which writes the client's address (and port) into X-Forwarded-For.
      TRUSTED_PROXIES: '1'
      LOG_LEVEL: logLevel
    },
    empty(clientSecret)
      ? { MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId }
      : { CLIENT_SECRET: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=client-secret)' },
    extraSettings
  )
  dependsOn: [mayReadSecrets, vault::appSecret]
}

// ---- Bot: single tenant, no password, Teams only.

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'bot-${resourceSuffix}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: botDisplayName
    endpoint: 'https://${host}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
    msaAppType: 'UserAssignedMSI'
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel' }
  }
}

// ---- Logs

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${resourceSuffix}'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: {
    workspaceId: logs.id
    logs: [
      // Not AppServiceHTTPLogs: addresses there hold search words, and who called which path of their own.
      { category: 'AppServiceConsoleLogs', enabled: true }
    ]
  }
}

output BOT_ID string = identity.properties.clientId
output TAB_DOMAIN string = host
output APP_RESOURCE_ID string = site.id
output IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
