/** Outlook's working hours → ours. Zone names come as Windows, IANA or a custom zone with its own offsets. */
import type { WorkingHours } from '../domain/enrolment/participant.ts'
import { type CustomZone, ianaZone, zoneLike } from '../domain/scheduling/time-zone.ts'
import { isRecord } from './graph-error.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Whatever of zone and hours can be read; `at` says in which year's rules a custom zone is looked up. */
export function workingTimeOf(told: unknown, at: number): { timeZone?: string; workingHours?: WorkingHours } {
  if (!isRecord(told)) return {}
  const timeZone = isRecord(told.timeZone) ? zoneOf(told.timeZone, at) : undefined
  const workingHours = hoursOf(told)
  return { ...(timeZone ? { timeZone } : {}), ...(workingHours ? { workingHours } : {}) }
}

function zoneOf(zone: Record<string, unknown>, at: number): string | undefined {
  const named = ianaZone(typeof zone.name === 'string' ? zone.name : undefined)
  if (named || typeof zone.bias !== 'number') return named
  const daylightMonth = monthOf(zone.daylightOffset)
  const standardMonth = monthOf(zone.standardOffset)
  const custom: CustomZone = {
    bias: zone.bias,
    ...(daylightMonth === undefined ? {} : { daylightMonth }),
    ...(standardMonth === undefined ? {} : { standardMonth }),
  }
  return zoneLike(custom, at)
}

function monthOf(change: unknown): number | undefined {
  return isRecord(change) && typeof change.month === 'number' && change.month > 0 ? change.month : undefined
}

function hoursOf(told: Record<string, unknown>): WorkingHours | undefined {
  const days = Array.isArray(told.daysOfWeek)
    ? told.daysOfWeek.map((day) => weekdays.indexOf(String(day).toLowerCase()) + 1).filter((day) => day > 0)
    : []
  const start = timeOf(told.startTime)
  const end = timeOf(told.endTime)
  if (days.length === 0 || !start || !end || start === end) return undefined
  return { days: [...new Set(days)].sort(), start, end }
}

/** `08:00:00.0000000` → `08:00`. */
function timeOf(told: unknown): string | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d/.exec(typeof told === 'string' ? told : '')?.[0]
}
