/** Who may speak to the bot, and to which hosts the bot speaks. Fails closed. */

import { type IncomingActivity, tenantsOf } from './activity.ts'
import type { ChannelToken } from './channel-token.ts'
import { NotAdmitted } from './not-admitted.ts'

/**
 * @param token what the channel's token says; undefined where authentication is off
 * @throws NotAdmitted
 */
export function admit(
  activity: IncomingActivity,
  {
    token,
    tenantId,
    serviceHosts,
  }: { token: ChannelToken | undefined; tenantId: string | undefined; serviceHosts: readonly string[] },
): void {
  if (token && token.serviceUrl !== activity.serviceUrl) throw new NotAdmitted('unauthenticated')
  if (token && !token.endorsements.includes(activity.channelId)) throw new NotAdmitted('unauthenticated')
  if (!isServiceHost(activity.serviceUrl, serviceHosts)) throw new NotAdmitted('service-host')
  if (activity.channelId !== 'msteams') throw new NotAdmitted('channel')
  const named = tenantsOf(activity)
  const isOurs = named.length > 0 && named.every((id) => id === tenantId)
  if (tenantId !== undefined && !isOurs) throw new NotAdmitted('tenant')
}

/**
 * The bot sends its own token to the service URL, so only named hosts get it: whole names, or `*.botframework.com` for
 * every name below. Anybody can register a name below `trafficmanager.net`; list `smba.trafficmanager.net` whole.
 */
export function isServiceHost(serviceUrl: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const { protocol, hostname, username, password } = new URL(serviceUrl)
  if (username || password) return false
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) return false
  return hosts.some((host) =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1).toLowerCase()) : hostname === host.toLowerCase(),
  )
}

export const isLoopback = (hostname: string) => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(hostname)
