import { type Day, monthOf, placeInDay } from './calendar-days.ts'
import { CalendarEvent } from './calendar-event.tsx'
import type { CalendarViewProps } from './calendar-week.tsx'
import { useSpeech } from './words.ts'

/** As many as fit into a day; Sessions first, since they are why one looks. */
const SHOWN = 3

export function CalendarMonth({ day, items, zone, today, marked, onOpen }: CalendarViewProps & { day: Day }) {
  const { locale } = useSpeech()
  const weeks = monthOf(day)
  return (
    <table className="month">
      <thead>
        <tr>
          {weeks[0]!.map((one) => (
            <th key={one.dayOfWeek} scope="col">
              {one.toLocaleString(locale, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.toString()}>
            {week.map((one) => (
              <MonthDay
                key={one.toString()}
                day={one}
                isOther={one.month !== day.month}
                {...{ items, zone, today, onOpen, ...(marked ? { marked } : {}) }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthDay({
  day,
  isOther,
  items,
  zone,
  today,
  marked,
  onOpen,
}: CalendarViewProps & { day: Day; isOther: boolean }) {
  const { say } = useSpeech()
  const all = placeInDay(items, day, zone).map(({ item }) => item)
  const sorted = [...all].sort((one, other) => Number(other.isHold) - Number(one.isHold))
  const names = ['month-day', isOther && 'is-other', day.equals(today) && 'is-today']
  return (
    <td className={names.filter(Boolean).join(' ')}>
      <span className="month-number">{day.day}</span>
      {sorted.slice(0, SHOWN).map((item) => (
        <CalendarEvent
          key={item.id}
          item={item}
          zone={zone}
          isMarked={item.isHold && item.start === marked}
          onOpen={onOpen}
        />
      ))}
      {sorted.length > SHOWN && (
        <span className="month-more">{say('more', { count: sorted.length - SHOWN })}</span>
      )}
    </td>
  )
}
