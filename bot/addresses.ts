/**
 * Judges the addresses in the settings by what they lead to, not by how they are written: `https://2130706433` is this
 * machine, and `https://login.contoso.com@evil.example` is somebody else's. Each function returns what is wrong, in words
 * for whoever sets it, or undefined.
 */
import { BlockList, isIP } from 'node:net'

/** This machine, its neighbours on the wire, and what is no single machine. A gateway of the house may be private. */
const nobodyOutside = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['168.63.129.16', 32], // Azure's own, from inside any of its machines
  ['224.0.0.0', 3],
] as const) {
  nobodyOutside.ipv4.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 96], // unspecified, loopback, and IPv4 in its oldest disguise
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  nobodyOutside.ipv6.addSubnet(network, bits, 'ipv6')
}

const bare = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')

function leadsNowhere(hostname: string): boolean {
  const host = bare(hostname)
  const kind = isIP(host)
  if (kind === 0) return host === 'localhost' || host.endsWith('.localhost') || !host.includes('.')
  const family = kind === 4 ? 'ipv4' : 'ipv6'
  return nobodyOutside[family].check(host, family)
}

/** An https address of some other machine, without a name and password in it. */
export function faultOfOutside(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is no address'
  const { protocol, hostname, username, password } = new URL(address)
  if (protocol !== 'https:') return 'must begin with https://'
  if (username || password) return 'must hold no user name or password'
  if (leadsNowhere(hostname)) return 'points at this machine or its network; that is for the demo tenant'
  return undefined
}

const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const origin = new RegExp(
  String.raw`^(https?)://(\*\.)?(${label}(?:\.${label})*|\[[0-9a-f:.]+\])(?::\d{1,5})?$`,
  'i',
)

/** What goes into `frame-ancestors`: one origin, or the subdomains of one. Anything else could widen the whole policy. */
export function faultOfOrigin(text: string, { production }: { production: boolean }): string | undefined {
  const [, scheme, star, host] = origin.exec(text) ?? []
  if (!scheme || !host || !URL.canParse(text.replace('*.', '')))
    return `holds "${text}", which is no origin such as https://portal.contoso.com`
  if (star && host.split('.').length < 2) return `holds "${text}", which is half of the internet`
  if (!production) return undefined
  const fault = faultOfOutside(text.replace('*.', ''))
  return fault && `holds "${text}", which ${fault}`
}

/** Names below which anybody can register one of their own. */
const publicDomains = [
  'trafficmanager.net',
  'azurewebsites.net',
  'cloudapp.net',
  'cloudapp.azure.com',
  'azure-api.net',
]

/** Hosts to which the bot sends its token: whole names, or the names below one that is not open to everybody. */
export function faultOfServiceHost(text: string): string | undefined {
  const star = text.startsWith('*.')
  const host = (star ? text.slice(2) : text).toLowerCase()
  if (
    !new RegExp(`^${label}(\\.${label})+$`, 'i').test(host) ||
    leadsNowhere(new URL(`https://${host}`).hostname)
  )
    return `holds "${text}", which is no name of an outside host`
  if (star && publicDomains.includes(host)) return `holds "${text}", below which anybody may register a name`
  return undefined
}

const databaseQuery = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'application_name']

/** Encrypted, and to the server that its certificate names; nothing in the query may turn that off again. */
export function faultOfDatabase(url: string): string | undefined {
  if (!URL.canParse(url)) return 'is no address'
  const query = new URL(url).searchParams
  const modes = query.getAll('sslmode')
  if (modes.length !== 1 || modes[0] !== 'verify-full') return 'must end in ?sslmode=verify-full'
  const other = [...query.keys()].find((key) => !databaseQuery.includes(key))
  return other === undefined ? undefined : `must not set "${other}" (it may set ${databaseQuery.join(', ')})`
}

/** How many proxies stand before the service, or which: whoever else names an address of the client is not believed. */
export type TrustedProxies = number | string[]

const mostProxies = 9

/** @returns undefined for what names no proxy. */
export function readProxies(text: string): TrustedProxies | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= mostProxies ? Number(text) : undefined
  const ranges = text.split(',').map((range) => range.trim())
  return ranges.every(isRange) ? ranges : undefined
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  const most = kind === 4 ? 32 : 128
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= most
}
