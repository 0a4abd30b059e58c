import type { Out, RouteName } from '../../../../bot/contract/index.ts'
import { minuteMs } from '../../../../bot/domain/span.ts'
import { useChange, useRoute } from '../query.tsx'

const plans: readonly RouteName[] = ['speedEvents', 'speedEvent']

/** Asked again while Outlook is being asked. */
export const useSpeedEvents = (cohort: string) =>
  useRoute(
    'speedEvents',
    { id: cohort },
    { every: (latest) => (latest?.events.some(({ outlook }) => outlook === 'asked') ? 2000 : false) },
  )
export const useSpeedEvent = (id: string | undefined) =>
  useRoute('speedEvent', { id: id ?? '' }, { enabled: id !== undefined, keepFormer: true })
export const usePlanSpeedEvent = () => useChange('planSpeedEvent', plans)
export const useReplanSpeedEvent = () => useChange('replanSpeedEvent', plans)
export const usePublishSpeedEvent = () => useChange('publishSpeedEvent', plans)
export const useCancelSpeedEvent = () => useChange('cancelSpeedEvent', plans)

export type MySpeed = Out<'mySpeedMeetings'>
export type MyRound = NonNullable<MySpeed['event']>['rounds'][number]

const soonMs = 15 * minuteMs

/** Close to the rounds and during them often, since somebody may drop out; else now and then, for a plan made meanwhile. */
export const useMySpeedMeetings = () => useRoute('mySpeedMeetings', {}, { every: nextLook })

function nextLook(latest: MySpeed | undefined): number {
  if (!latest?.event) return 300_000
  const now = new Date(latest.now).getTime()
  const { startsAt, endsAt } = latest.event
  const near = new Date(startsAt).getTime() - now < soonMs && new Date(endsAt).getTime() > now
  return near ? 10_000 : minuteMs
}

export const useRateSpeedMeeting = () => useChange('rateSpeedMeeting', ['mySpeedMeetings'])
