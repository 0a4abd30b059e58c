/**
 * Names of time zones. Outlook speaks Windows names, sometimes IANA ones, sometimes a custom zone of its own; everything
 * else here speaks IANA. The table is CLDR's (windows-iana); what it lacks stands below.
 */
import { findIana, findWindows } from 'windows-iana'
import { minuteMs, weekMs } from '../span.ts'
import { offsetAt } from './zone-offset.ts'

/** Old spelling to today's, both ways of which occur in mailboxes; the table knows only one side of each. */
const renamed: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Enderbury': 'Pacific/Kanton',
}
const oldName = Object.fromEntries(Object.entries(renamed).map(([old, now]) => [now, old]))

/** Zones that no Windows name stands for, with the Windows zone whose rules they share today. */
const sharedRules: Record<string, string> = {
  'America/Ciudad_Juarez': 'Mountain Standard Time',
  'America/Coyhaique': 'Magallanes Standard Time',
  'Antarctica/Troll': 'W. Europe Standard Time',
}

/** One well-known zone for each set of rules in use: what a custom zone is compared with, and what stands in for a nameless one. */
const wellKnown = [
  'Pacific/Honolulu America/Anchorage America/Los_Angeles America/Phoenix America/Denver America/Chicago America/Regina',
  'America/New_York America/Bogota America/Halifax America/Caracas America/Santiago America/St_Johns America/Sao_Paulo',
  'Atlantic/South_Georgia Atlantic/Azores Europe/London Africa/Abidjan Europe/Berlin Africa/Lagos Europe/Athens',
  'Africa/Johannesburg Europe/Istanbul Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata Asia/Kathmandu',
  'Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Shanghai Asia/Tokyo Australia/Darwin Australia/Adelaide Australia/Brisbane',
  'Australia/Sydney Pacific/Guadalcanal Pacific/Auckland Pacific/Fiji Pacific/Tongatapu Pacific/Kiritimati UTC',
].flatMap((line) => line.split(' '))

/** A custom zone as Graph describes it: `bias` minutes to add to local time to get UTC. */
export interface CustomZone {
  bias: number
  /** Month (1 to 12) in which summer time begins; absent or 0 when it never does. */
  daylightMonth?: number
  /** Month in which it ends. */
  standardMonth?: number
}

/** The IANA zone that a Windows or IANA name stands for; undefined when nobody knows it (`tzone://Microsoft/Custom`). */
export function ianaZone(name: string | undefined): string | undefined {
  const given = name?.trim()
  if (!given) return undefined
  if (given === 'UTC' || given === 'Etc/UTC') return 'UTC'
  const [found] = findIana(given)
  const zone = found ?? given
  const modern = renamed[zone] ?? zone
  return [modern, zone].find(isZone)
}

/**
 * The Windows name to send to Outlook. A zone without one gets a zone with the same clock all through the year after
 * `at`; undefined when there is none, and then the IANA name is the best guess.
 */
export function windowsZone(zone: string, at: number): string | undefined {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC'
  const direct = findWindows(zone)[0] ?? findWindows(oldName[zone] ?? zone)[0] ?? sharedRules[zone]
  if (direct) return direct
  if (!isZone(zone)) return undefined
  const twin = wellKnown.find((other) => sameClock(zone, other, at))
  return twin && findWindows(twin)[0]
}

/** A zone whose clock is that of the custom one in the year after `at`, or undefined. */
export function zoneLike(custom: CustomZone, at: number): string | undefined {
  const standard = -custom.bias * minuteMs
  const changes = Boolean(custom.daylightMonth && custom.standardMonth)
  return wellKnown.find((zone) => {
    const months = monthOffsets(zone, at)
    if (Math.min(...months) !== standard) return false
    if (!changes) return new Set(months).size === 1
    return new Set(months).size === 2 && summerMatches(months, custom)
  })
}

/** Mid-month offsets tell summer time apart: the month after the change has it, the one before has not. */
function summerMatches(months: number[], { daylightMonth = 0, standardMonth = 0 }: CustomZone): boolean {
  const summer = Math.max(...months)
  const at = (month: number) => months[(((month - 1) % 12) + 12) % 12]
  return (
    at(daylightMonth + 1) === summer && at(standardMonth + 1) !== summer && at(daylightMonth - 1) !== summer
  )
}

function monthOffsets(zone: string, at: number): number[] {
  const year = new Date(at).getUTCFullYear()
  return Array.from({ length: 12 }, (_, month) => offsetAt(zone, Date.UTC(year, month, 15)))
}

function sameClock(a: string, b: string, at: number): boolean {
  const weeks = Array.from({ length: 53 }, (_, week) => at + week * weekMs)
  return weeks.every((moment) => offsetAt(a, moment) === offsetAt(b, moment))
}

/** Asking the platform is the only complete list of zones. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}
