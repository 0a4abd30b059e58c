import { mergeClasses } from '@fluentui/react-components'
import { PeopleSwapFilled } from '@fluentui/react-icons'
import type { CSSProperties } from 'react'
import type { CalendarItem } from './tenant-api.ts'
import { useSpeech } from './words.ts'

interface CalendarEventProps {
  item: CalendarItem
  zone: string
  style?: CSSProperties
  isMarked?: boolean
  onOpen: (item: CalendarItem) => void
}

/** A block in the calendar. A Session stands out; everyday meetings keep back. */
export function CalendarEvent({ item, zone, style, isMarked, onOpen }: CalendarEventProps) {
  const { say, locale } = useSpeech()
  const time = new Date(item.start).toLocaleTimeString(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <button
      type="button"
      className={mergeClasses(
        'event',
        item.isHold && 'is-hold',
        isMarked && 'is-marked',
        item.isCancelled && 'is-cancelled',
        item.response === 'declined' && 'is-declined',
        item.response === 'notResponded' && 'is-open-question',
      )}
      {...(style ? { style } : {})}
      title={`${time} ${item.subject}`}
      onClick={() => onOpen(item)}
    >
      <span className="event-name">
        {item.isHold && <PeopleSwapFilled aria-hidden="true" />}
        {item.isCancelled && `${say('cancelled')}: `}
        {item.subject || say('busy')}
      </span>
      <span className="event-time">{time}</span>
    </button>
  )
}
