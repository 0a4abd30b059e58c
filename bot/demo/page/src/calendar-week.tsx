import { type CSSProperties, useEffect, useRef } from 'react'
import { type Day, hoursShown, type Placed, placeInDay } from './calendar-days.ts'
import { CalendarEvent } from './calendar-event.tsx'
import type { CalendarItem } from './tenant-api.ts'
import { useSpeech } from './words.ts'

export interface CalendarViewProps {
  items: CalendarItem[]
  zone: string
  today: Day
  /** Start of the event that somebody was sent here to see. */
  marked?: string
  onOpen: (item: CalendarItem) => void
}

/** Seven columns of hours; below a certain width the same days become a list (styles/narrow.css). */
export function CalendarWeek({
  days,
  items,
  zone,
  today,
  marked,
  onOpen,
}: CalendarViewProps & { days: Day[] }) {
  const { locale } = useSpeech()
  const placed = days.map((day) => placeInDay(items, day, zone))
  const { first, last } = hoursShown(placed)
  const hours = Array.from({ length: last - first }, (_all, at) => first + at)
  const box = useRef<HTMLDivElement>(null)
  const isLoaded = items.length > 0
  const focusDay = days.some((day) => day.equals(today)) ? today.toString() : ''
  useEffect(() => {
    if (focusDay)
      box.current?.querySelector('.is-today')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focusDay])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the event stands there once the days are loaded
  useEffect(() => {
    box.current?.querySelector('.is-marked')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [marked, isLoaded])
  return (
    <div className="week" ref={box} style={{ ['--hours' as string]: hours.length }}>
      <div className="week-hours" aria-hidden="true">
        {hours.map((hour, at) => (
          <span key={hour} style={{ gridRow: at + 2 }}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
      {days.map((day, at) => (
        <section key={day.toString()} className={day.equals(today) ? 'week-day is-today' : 'week-day'}>
          <h4>
            <span>{day.toLocaleString(locale, { weekday: 'short' })}</span> <b>{day.day}</b>
          </h4>
          <div className="week-column">
            {placed[at]!.map((one) => (
              <CalendarEvent
                key={`${one.item.id} ${one.item.start}`}
                item={one.item}
                zone={zone}
                isMarked={one.item.isHold && one.item.start === marked}
                style={placeStyle(one, first, last)}
                onOpen={onOpen}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

/** Positions as custom properties, so that the narrow layout can ignore them. */
function placeStyle({ start, end, lane, lanes }: Placed, first: number, last: number): CSSProperties {
  const span = (last - first) * 60
  const from = Math.max(start, first * 60)
  const to = Math.min(end, last * 60)
  return {
    '--start': `${((from - first * 60) / span) * 100}%`,
    '--length': `${((to - from) / span) * 100}%`,
    '--lane': `${(lane / lanes) * 100}%`,
    '--lane-width': `${100 / lanes}%`,
  } as CSSProperties
}
