import { dayMs } from '../span.ts'
import { type Chance, chanceOf, hash32, share } from './chance.ts'
import type { DemoPerson } from './shape.ts'

/** Something already in somebody's calendar. Minutes after local midnight; `end` may be 1440. */
export interface BusyBlock {
  start: number
  end: number
  showAs: 'busy' | 'tentative' | 'oof' | 'workingElsewhere'
  subject: string
  isPrivate: boolean
  allDay: boolean
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
/** Most of a calendar repeats every week, the rest comes and goes: that is why a common slot for six weeks exists. */
const WEEKLY_PART = 0.72
const DATED_PART = 0.14
/** Share of weeks somebody is away. */
const AWAY = 0.03

const WEEKLY = [
  'Team meeting',
  'One to one',
  'Planning',
  'Status round',
  'Customer call',
  'Design review',
  'Steering group',
  'Pipeline review',
  'Operations stand-up',
]
const DATED = [
  'Workshop',
  'Interview',
  'Supplier visit',
  'Review',
  'Training',
  'Call',
  'Budget talk',
  'Town hall',
]

const HOLIDAYS: Record<string, Record<string, string>> = {
  '': { '01-01': "New Year's Day", '12-25': 'Christmas Day' },
  'United Kingdom': { '12-26': 'Boxing Day', '12-28': 'Bank holiday' },
  Ireland: { '03-17': "Saint Patrick's Day", '12-26': "Saint Stephen's Day" },
  Germany: { '05-01': 'Labour Day', '10-03': 'Unity Day', '12-26': 'Second day of Christmas' },
  France: {
    '05-01': 'Labour Day',
    '05-08': 'Victory Day',
    '07-14': 'National Day',
    '11-11': 'Armistice Day',
  },
  Spain: { '01-06': 'Epiphany', '10-12': 'National Day', '12-08': 'Immaculate Conception' },
  Poland: {
    '01-06': 'Epiphany',
    '05-01': 'Labour Day',
    '05-03': 'Constitution Day',
    '11-11': 'Independence Day',
    '12-26': 'Second day of Christmas',
  },
  'United States': {
    '06-19': 'Juneteenth',
    '07-04': 'Independence Day',
    '11-11': 'Veterans Day',
    '11-26': 'Thanksgiving',
  },
  Canada: { '07-01': 'Canada Day', '12-26': 'Boxing Day' },
  Brazil: {
    '04-21': 'Tiradentes',
    '09-07': 'Independence Day',
    '11-15': 'Republic Day',
    '11-20': 'Black Awareness Day',
  },
  Mexico: { '05-01': 'Labour Day', '09-16': 'Independence Day', '11-16': 'Revolution Day' },
  India: { '01-26': 'Republic Day', '08-15': 'Independence Day', '10-02': 'Gandhi Jayanti' },
  Singapore: { '05-01': 'Labour Day', '08-10': 'National Day' },
  Japan: {
    '01-12': 'Coming of Age Day',
    '02-11': 'Foundation Day',
    '04-29': 'Showa Day',
    '11-03': 'Culture Day',
    '11-23': 'Labour Thanksgiving',
  },
  'United Arab Emirates': { '12-02': 'National Day', '12-03': 'National Day' },
  'South Africa': { '04-27': 'Freedom Day', '09-24': 'Heritage Day', '12-16': 'Day of Reconciliation' },
  Australia: { '01-26': 'Australia Day', '12-28': 'Boxing Day holiday' },
}

/** What fills this person's day, in order of start. The same person and date always give the same. `date` is YYYY-MM-DD. */
export function busyBlocks(person: DemoPerson, date: string): BusyBlock[] {
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs)
  const holiday =
    HOLIDAYS[person.country]?.[date.slice(5)] ??
    (person.country === 'United Arab Emirates' ? undefined : HOLIDAYS['']![date.slice(5)])
  if (holiday) return [wholeDay(holiday)]
  const weekday = WEEKDAYS[(day + 4) % 7]!
  if (!person.workingHours.days.includes(weekday) || person.busyness <= 0) return []
  const week = Math.floor((day + 3) / 7)
  if (share(`${person.id}:away:${week}`) < AWAY)
    return [wholeDay(hash32(person.id) % 2 === 0 ? 'On leave' : 'Travelling')]
  const weekly = everyWeek(person, weekday)
  const dated = fillDay(chanceOf(`${person.id}:${date}`), person, person.busyness * DATED_PART, DATED)
  return [
    ...weekly,
    ...dated.filter((block) => !weekly.some((other) => other.start < block.end && block.start < other.end)),
  ].sort((a, b) => a.start - b.start)
}

/** What repeats is drawn once: free/busy of thousands of people over months asks for the same seven days again and again. */
const repeating = new WeakMap<DemoPerson, Map<string, BusyBlock[]>>()

function everyWeek(person: DemoPerson, weekday: string): BusyBlock[] {
  // Hours and busyness are what people of a running tenant change about themselves.
  const { busyness, workingHours } = person
  const key = `${weekday} ${busyness} ${workingHours.start} ${workingHours.end}`
  const days = repeating.get(person) ?? new Map<string, BusyBlock[]>()
  repeating.set(person, days)
  const known = days.get(key)
  if (known) return known
  const drawn = fillDay(chanceOf(`${person.id}:weekly:${weekday}`), person, busyness * WEEKLY_PART, WEEKLY)
  days.set(key, drawn)
  return drawn
}

function wholeDay(subject: string): BusyBlock {
  return { start: 0, end: 1440, showAs: 'oof', subject, isPrivate: false, allDay: true }
}

/** Walks through the working day in half hours and begins meetings so often that `part` of it is taken. */
function fillDay(chance: Chance, person: DemoPerson, part: number, subjects: string[]): BusyBlock[] {
  const [from, to] = [minutesOf(person.workingHours.start), minutesOf(person.workingHours.end)]
  const begins = (30 * part) / (51 * (1 - part) + 30 * part)
  const blocks: BusyBlock[] = []
  for (let at = Math.ceil(from / 30) * 30; at + 30 <= to; ) {
    if (!chance.happens(at === 720 || at === 750 ? begins / 3 : begins)) {
      at += 30
      continue
    }
    const length = Math.min(
      to - at,
      chance.weighted([
        { weight: 5, value: 30 },
        { weight: 7, value: 60 },
        { weight: 2, value: 90 },
      ]),
    )
    const showAs = chance.weighted([
      { weight: 84, value: 'busy' as const },
      { weight: 12, value: 'tentative' as const },
      { weight: 4, value: 'workingElsewhere' as const },
    ])
    blocks.push({
      start: at,
      end: at + length,
      showAs,
      subject: chance.pick(subjects),
      isPrivate: chance.happens(0.06),
      allDay: false,
    })
    at += length
  }
  return blocks
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
