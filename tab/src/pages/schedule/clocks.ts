/** One moment on the clocks of two people. Pure. */
import { formatFor } from '../../ui/format.ts'

/** "Lisbon" of "Europe/Lisbon": enough to know whose clock is meant. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replace(/_/g, ' ')
}

interface Zones {
  mentor: string
  mentee: string
}

/** "1:15 PM Tokyo / 5:15 AM Lisbon", with the day where it is another one there; undefined where both clocks show the same. */
export function clocksOf(at: string, { mentor, mentee }: Zones, locale: string): string | undefined {
  const here = formatFor(locale, mentor)
  const there = here.timeElsewhere(at, mentee)
  if (there === undefined) return undefined
  const other = formatFor(locale, mentee)
  const isSameDay = here.shortDay(at) === other.shortDay(at)
  const [one, two] = isSameDay
    ? [here.time(at), other.time(at)]
    : [other.timeElsewhere(at, mentor) ?? here.time(at), there]
  return `${one} ${zoneCity(mentor)} / ${two} ${zoneCity(mentee)}`
}
