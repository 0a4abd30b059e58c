/**
 * By which client id each host asks for the tab's token: the apps on phones are other clients than the same names on the web
 * (learn.microsoft.com/microsoftteams/platform/m365-apps/extend-m365-teams-personal-tab; Outlook's phone app: msteams-docs#9155).
 */
const CLIENTS: Record<string, Record<string, string>> = {
  desktop: {
    teams: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    outlook: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
    office: '4765445b-32c6-49b0-83e6-1d93765276ca',
  },
  phone: {
    teams: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
    outlook: '27922004-5251-4030-b22d-91ecd9a37ea4',
    office: 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  },
}

/** Throws for a host that does not exist: a token in nobody's name would only be refused later. */
export function hostClient(device: string, host: string): string {
  const client = CLIENTS[device]?.[host]
  if (!client) throw new Error(`There is no ${host} on a ${device}.`)
  return client
}
