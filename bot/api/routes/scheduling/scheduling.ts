/** The policy of booking, pausing it, and another time for one pair. */
import type { Out } from '../../../contract/index.ts'
import type { SchedulingPolicy } from '../../../domain/program/scheduling-policy.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { dayOf, weekdayOf } from '../../../domain/scheduling/zone-offset.ts'
import { versionOf } from '../../../domain/version.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { changeSlot, type HoldTimes, holdTimes } from '../../../workflows/scheduling/change-slot.ts'
import { cohortDaysOff, moveOffDaysOff } from '../../../workflows/scheduling/days-off.ts'
import { changePolicy, pauseBooking, policyOf } from '../../../workflows/scheduling/scheduling-policy.ts'
import { asks, type Handlers, inCohort } from '../../handler.ts'
import { orWhatStands } from '../../overtaken.ts'
import { whereHeld } from './schedule.ts'

type Routes = Pick<
  Handlers,
  | 'schedulingPolicy'
  | 'changeScheduling'
  | 'pauseBooking'
  | 'daysOff'
  | 'moveOffDaysOff'
  | 'holdTimes'
  | 'changeSlot'
>

export function schedulingRoutes(ports: Ports): Routes {
  const { store } = ports
  const view = async (id: string) => {
    const cohort = await store.cohorts.get(id)
    return cohort ? policyView(cohort.scheduling) : refuse('not-found')
  }
  return {
    schedulingPolicy: asks('book-holds', inCohort, async (_, { id }) => view(id)),
    changeScheduling: asks('book-holds', inCohort, async (asker, { id, policy, version }) => {
      const changed = await changePolicy(ports, id, exact(policy), asker.personId, version)
      if (!isRefused(changed)) return policyView(changed)
      return orWhatStands(ports, changed, {
        ...{ subject: id, actions: ['scheduling-changed'] },
        now: () => view(id),
      })
    }),
    pauseBooking: asks('book-holds', inCohort, async (asker, { id, paused }) => {
      return pauseBooking(ports, id, paused, asker.personId)
    }),
    daysOff: asks('book-holds', inCohort, async (_, { id }) => cohortDaysOff(ports, id)),
    moveOffDaysOff: asks('book-holds', inCohort, async (asker, { id }) =>
      moveOffDaysOff(ports, id, asker.personId),
    ),
    holdTimes: asks('book-holds', whereHeld(ports), async (_, { id }) => {
      const times = await holdTimes(ports, id)
      return isRefused(times) ? times : timesView(times)
    }),
    changeSlot: asks('book-holds', whereHeld(ports), async (asker, { id, ...choice }) =>
      changeSlot(ports, id, choice, asker.personId),
    ),
  }
}

type Policy = Out<'schedulingPolicy'>['policy']

function policyView(scheduling: SchedulingPolicy): Out<'schedulingPolicy'> {
  const policy = policyOf(scheduling)
  return { policy, paused: scheduling.paused, version: versionOf(policy) }
}

/** A key that is not there instead of one that says undefined. */
function exact({ programMailbox, preferred, ladder, ...rest }: Policy): Omit<SchedulingPolicy, 'paused'> {
  const { sponsor, ...told } = ladder
  return {
    ...rest,
    ladder: { ...told, ...(sponsor ? { sponsor } : {}) },
    ...(programMailbox ? { programMailbox } : {}),
    ...(preferred ? { preferred } : {}),
  }
}

function timesView({ question, cells, chosen, candidates }: HoldTimes): Out<'holdTimes'> {
  const { organizerZone: timeZone, occurrences, minutes } = question
  const weekdayOn = (date: string) => weekdayOf(dayOf(date))
  return {
    ...{ timeZone, occurrences, minutes },
    cells: cells.filter(({ mentor, mentee }) => mentor + mentee > 0),
    chosen: chosen ? { weekday: weekdayOn(chosen.firstDate), time: chosen.time } : null,
    candidates: candidates.map(({ slot: { firstDate, time }, score, parts, moved }) => ({
      ...{ firstDate, time, weekday: weekdayOn(firstDate), score, moved: moved.length },
      parts: Object.fromEntries(
        Object.entries(parts ?? {}).map(([name, value]) => [name, Math.round(value * 10) / 10]),
      ),
    })),
  }
}
