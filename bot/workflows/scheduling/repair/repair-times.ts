/**
 * When the two of a repair have time, by the same rules as when their series was booked: a tentative entry keeps its time
 * or gives it up as the policy says. Our own invitations are tentative until somebody answers them, so what our own records
 * give away counts beside Outlook, whatever the policy says.
 */
import { daysOff } from '../../../domain/program/holidays.ts'
import type { PersonTime } from '../../../domain/scheduling/common-slot.ts'
import type { Interval } from '../../../domain/scheduling/interval.ts'
import type { Ports } from '../../ports.ts'
import { ownTime } from '../reserve-time.ts'
import type { RepairContext } from './repair-context.ts'

/** Mentor, then Mentee; `unknown` when Outlook does not tell about one of them. */
export async function repairTimes(
  ports: Pick<Ports, 'store' | 'calendar' | 'clock'>,
  { hold, cohort, mentor, mentee, mentorEnrolment, menteeEnrolment, session }: RepairContext,
  { start, end }: Interval,
): Promise<readonly [PersonTime, PersonTime] | 'unknown'> {
  const asked = [mentor, mentee].map(({ id, mail }) => ({ id, ...(mail ? { mail } : {}) }))
  const known = await ports.calendar.availability(asked, new Date(start), new Date(end))
  const own = await ownTime(ports, { mentor, mentee }, hold)
  // The Session itself is where the two are not going to be.
  const others = own.replaced.filter((span) => span.start !== session.startsAt.getTime())
  const times = (
    [
      [mentor, mentorEnrolment],
      [mentee, menteeEnrolment],
    ] as const
  ).flatMap(([person, { personId, side, timeZone, workingHours }]): PersonTime[] => {
    const time = known.get(personId)
    if (!time?.known) return []
    const outlook = cohort.scheduling.tentativeIs === 'free' ? time.firm : time.busy
    const busy = [...outlook, ...others, ...(own.taken.get(personId) ?? [])]
    return [{ side, timeZone, workingHours, busy, daysOff: daysOff(cohort.scheduling, person) }]
  })
  const [first, second] = times
  return first && second ? [first, second] : 'unknown'
}
