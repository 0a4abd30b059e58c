import { Temporal } from 'temporal-polyfill'
import { badRequest } from './exchange.ts'

export interface Recurrence {
  pattern: {
    type: string
    interval: number
    daysOfWeek?: string[]
    firstDayOfWeek?: string
    dayOfMonth?: number
    month?: number
    index?: string
  }
  range: {
    type: string
    startDate: string
    endDate?: string
    numberOfOccurrences?: number
    recurrenceTimeZone?: string
  }
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const INDEXES = ['first', 'second', 'third', 'fourth', 'last']
/** Properties a pattern type takes beside `type` and `interval`; another one is an error. */
const TAKES: Record<string, string[]> = {
  daily: [],
  weekly: ['daysOfWeek', 'firstDayOfWeek'],
  absoluteMonthly: ['dayOfMonth'],
  relativeMonthly: ['daysOfWeek', 'index'],
  absoluteYearly: ['dayOfMonth', 'month'],
  relativeYearly: ['daysOfWeek', 'month', 'index'],
}
const MOST = 999

function refuse(text: string) {
  return badRequest(`At least one property failed validation. ${text}`, 'ErrorPropertyValidationFailure')
}

/** Checks a recurrence against the start's local date. The range must begin on that day. */
export function readRecurrence(value: unknown, startDate: string): Recurrence {
  const { pattern, range } = (value ?? {}) as Partial<Recurrence>
  if (!pattern || !range) throw refuse('A recurrence needs pattern and range.')
  const takes = TAKES[pattern.type]
  if (!takes) throw refuse(`Pattern type '${pattern.type}' is unknown.`)
  if (!Number.isInteger(pattern.interval) || pattern.interval < 1)
    throw refuse('The interval must be at least 1.')
  for (const [name, given] of Object.entries(pattern))
    if (!['type', 'interval', ...takes].includes(name) && !name.includes('@odata') && !isUnset(given))
      throw refuse(`'${name}' does not belong to a ${pattern.type} pattern.`)
  if (
    takes.includes('daysOfWeek') &&
    (!pattern.daysOfWeek?.length || pattern.daysOfWeek.some((day) => !DAYS.includes(day)))
  )
    throw refuse('daysOfWeek is missing or unknown.')
  if (takes.includes('dayOfMonth') && !(pattern.dayOfMonth! >= 1 && pattern.dayOfMonth! <= 31))
    throw refuse('dayOfMonth is missing.')
  if (range.startDate !== startDate)
    throw refuse(`The range begins on ${range.startDate}, the event on ${startDate}.`)
  if (range.type === 'numbered' && !(range.numberOfOccurrences! > 0 && range.numberOfOccurrences! <= MOST))
    throw refuse(`numberOfOccurrences must be 1 to ${MOST}.`)
  if (range.type === 'endDate' && !(range.endDate! >= range.startDate))
    throw refuse('endDate is missing or before the start.')
  if (!['numbered', 'endDate', 'noEnd'].includes(range.type))
    throw refuse(`Range type '${range.type}' is unknown.`)
  return { pattern, range }
}

/** Values that answers contain for every type. */
const isUnset = (value: unknown) =>
  value === 0 ||
  value === 'first' ||
  value === 'sunday' ||
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0)

/** What answers show: all properties of a pattern, whatever its type. */
export function showRecurrence({ pattern, range }: Recurrence, zoneName: string) {
  return {
    pattern: {
      type: pattern.type,
      interval: pattern.interval,
      month: pattern.month ?? 0,
      dayOfMonth: pattern.dayOfMonth ?? 0,
      ...(pattern.daysOfWeek ? { daysOfWeek: pattern.daysOfWeek } : {}),
      firstDayOfWeek: pattern.firstDayOfWeek ?? 'sunday',
      index: pattern.index ?? 'first',
    },
    range: {
      type: range.type,
      startDate: range.startDate,
      endDate: range.endDate ?? '0001-01-01',
      recurrenceTimeZone: range.recurrenceTimeZone ?? zoneName,
      numberOfOccurrences: range.numberOfOccurrences ?? 0,
    },
  }
}

/** Local dates (YYYY-MM-DD) of the occurrences up to and including `until`, in order. */
export function occurrenceDates({ pattern, range }: Recurrence, until: string): string[] {
  const most = range.type === 'numbered' ? range.numberOfOccurrences! : MOST
  const last = range.type === 'endDate' && range.endDate! < until ? range.endDate! : until
  const dates: string[] = []
  const start = Temporal.PlainDate.from(range.startDate)
  for (let period = 0; period < 20_000 && dates.length < most; period++) {
    const days = datesOfPeriod(pattern, start, period * pattern.interval)
    if (days.periodStart > last) break
    for (const day of days.dates) {
      if (day < range.startDate || dates.length >= most) continue
      if (day > last) return dates
      dates.push(day)
    }
  }
  return dates
}

function datesOfPeriod(
  pattern: Recurrence['pattern'],
  start: Temporal.PlainDate,
  step: number,
): { periodStart: string; dates: string[] } {
  if (pattern.type === 'daily') {
    const day = start.add({ days: step }).toString()
    return { periodStart: day, dates: [day] }
  }
  if (pattern.type === 'weekly') {
    const first = DAYS.indexOf(pattern.firstDayOfWeek ?? 'sunday')
    const weekStart = start.subtract({ days: (start.dayOfWeek - 1 - first + 7) % 7 }).add({ weeks: step })
    const dates = pattern.daysOfWeek!.map((day) =>
      weekStart.add({ days: (DAYS.indexOf(day) - first + 7) % 7 }).toString(),
    )
    return { periodStart: weekStart.toString(), dates: dates.sort() }
  }
  const yearly = pattern.type.endsWith('Yearly')
  const month = yearly
    ? start.with({ month: pattern.month || start.month, day: 1 }).add({ years: step })
    : start.with({ day: 1 }).add({ months: step })
  const day = pattern.type.startsWith('absolute')
    ? month.with({ day: pattern.dayOfMonth! })
    : relativeDay(pattern, month)
  return { periodStart: month.toString(), dates: [day.toString()] }
}

/** The first (… fourth, last) of the month's days that match any of the named weekdays. */
function relativeDay(pattern: Recurrence['pattern'], month: Temporal.PlainDate): Temporal.PlainDate {
  const wanted = new Set(pattern.daysOfWeek!.map((day) => DAYS.indexOf(day) + 1))
  const matching = Array.from({ length: month.daysInMonth }, (_, i) => month.with({ day: i + 1 })).filter(
    (day) => wanted.has(day.dayOfWeek),
  )
  return matching[
    Math.min(
      INDEXES.indexOf(pattern.index ?? 'first') === 4
        ? matching.length - 1
        : INDEXES.indexOf(pattern.index ?? 'first'),
      matching.length - 1,
    )
  ]!
}
