import { Button, ToggleButton } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useState } from 'react'
import { AddInPane } from './add-in-pane.tsx'
import { boundsOf, type Day, dayOf, monthOf, weekOf, zoneOf } from './calendar-days.ts'
import { CalendarMonth } from './calendar-month.tsx'
import { CalendarWeek } from './calendar-week.tsx'
import { EventDetails } from './event-details.tsx'
import { act, type CalendarItem, useTenant } from './tenant-api.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** A person's calendar by week or month, in their own zone; a click opens an event. */
export function OutlookCalendar(props: ViewProps) {
  const { address, company, persona } = props
  const { say } = useSpeech()
  const zone = zoneOf(persona.timeZone)
  const today = dayOf(company.now, zone)
  const todayText = today.toString()
  const [view, setView] = useState<'week' | 'month'>('week')
  const [day, setDay] = useState(today)
  const [openId, setOpenId] = useState<string>()
  const [beside, setBeside] = useState<CalendarItem>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the tenant's clock, whatever was looked at
  useEffect(() => setDay(today), [todayText])
  const days = useMemo(() => (view === 'week' ? weekOf(day) : monthOf(day).flat()), [view, day])
  const next = useNextSession(address.day === 'session' ? persona.id : '')
  useEffect(() => {
    if (next) setDay(dayOf(next, zone))
  }, [next, zone])
  const { data, error, again } = useCalendar(persona.id, days, zone)
  const items = data ?? []
  const open = items.find(({ id }) => id === openId)
  // What was declined leaves the calendar: it must not open again by itself when it comes back at another time.
  useEffect(() => {
    if (data && !open) setOpenId(undefined)
  }, [data, open])
  const show = (item: CalendarItem) => {
    setOpenId(item.id)
    // A pinned pane goes along with whatever is chosen.
    setBeside((pinned) => pinned && item)
    if (item.isHold) void act('path', { step: 'calendar' })
  }
  const shared = { items, zone, today, onOpen: show, ...(next ? { marked: next } : {}) }
  // Outlook's apps on phones do not show panes on appointments.
  const hasAddIns = address.device === 'desktop'
  return (
    <div className="calendar-beside">
      <div className="calendar">
        <CalendarBar day={day} view={view} onDay={setDay} onView={setView} today={today} />
        {error && (
          <p role="alert" className="calendar-error">
            {say('calendarFailed')} <Button onClick={again}>{say('retry')}</Button>
          </p>
        )}
        {view === 'week' ? <CalendarWeek days={days} {...shared} /> : <CalendarMonth day={day} {...shared} />}
        <p className="calendar-zone">
          {say('calendarOf', { name: persona.name })} · {say('calendarZone', { zone })}
        </p>
      </div>
      {hasAddIns && beside && <AddInPane {...props} item={beside} onClose={() => setBeside(undefined)} />}
      {open && (
        <EventDetails
          item={open}
          personId={persona.id}
          zone={zone}
          onClose={() => setOpenId(undefined)}
          {...(hasAddIns
            ? {
                onAddIn: () => {
                  setBeside(open)
                  setOpenId(undefined)
                },
              }
            : {})}
        />
      )}
    </div>
  )
}

/**
 * Start of the Session that somebody was sent here to see, where there is one. In a large company they may come before it is
 * booked; what was found once stays, however far the clock moves.
 */
function useNextSession(personId: string): string | undefined {
  const [found, setFound] = useState<{ personId: string; start: string }>()
  const known = found?.personId === personId ? found.start : undefined
  const path = personId && !known ? `next-session?${new URLSearchParams({ person: personId })}` : undefined
  const { data } = useTenant<{ start: string | null }>(path, ['calendar'])
  useEffect(() => {
    if (data?.start) setFound({ personId, start: data.start })
  }, [data, personId])
  return known
}

function useCalendar(personId: string, days: Day[], zone: string) {
  const { from, to } = boundsOf(days, zone)
  return useTenant<CalendarItem[]>(`calendar?${new URLSearchParams({ person: personId, from, to })}`, [
    'calendar',
  ])
}

interface CalendarBarProps {
  day: Day
  today: Day
  view: 'week' | 'month'
  onDay: (day: Day) => void
  onView: (view: 'week' | 'month') => void
}

function CalendarBar({ day, today, view, onDay, onView }: CalendarBarProps) {
  const { say, locale } = useSpeech()
  const step = view === 'week' ? { weeks: 1 } : { months: 1 }
  return (
    <div className="body-head calendar-bar">
      <Button size="small" onClick={() => onDay(today)}>
        {say('today')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronLeftRegular className="mirrored" />}
        aria-label={say('previous')}
        onClick={() => onDay(day.subtract(step))}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronRightRegular className="mirrored" />}
        aria-label={say('next')}
        onClick={() => onDay(day.add(step))}
      />
      <h3 aria-live="polite">{day.toLocaleString(locale, { month: 'long', year: 'numeric' })}</h3>
      <span className="calendar-views">
        <ToggleButton
          size="small"
          appearance="subtle"
          checked={view === 'week'}
          onClick={() => onView('week')}
        >
          {say('week')}
        </ToggleButton>
        <ToggleButton
          size="small"
          appearance="subtle"
          checked={view === 'month'}
          onClick={() => onView('month')}
        >
          {say('month')}
        </ToggleButton>
      </span>
    </div>
  )
}
