import type { TabLink } from './cards/card.ts'

/**
 * Links into the app, whose id in the tenant's catalog may come to be known later.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function tabLinks(
  { tenantId, publicUrl }: { tenantId: string; publicUrl: string },
  appId: () => string,
): TabLink {
  return (place) => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: place }))
    const webUrl = encodeURIComponent(`${publicUrl}/tab/#/${place}`)
    return `https://teams.microsoft.com/l/entity/${appId()}/mentoring?webUrl=${webUrl}&context=${context}&tenantId=${tenantId}`
  }
}
