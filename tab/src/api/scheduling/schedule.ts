import { keyOf, useChange, useRoute } from '../query.tsx'

export const scheduleKey = (id: string) => keyOf('schedule', { id })

/** Asked again every two seconds while Holds are being booked. */
export const useSchedule = (id: string) =>
  useRoute('schedule', { id }, { every: (latest) => (latest?.totals.requested ? 2000 : false) })

export const useBookAll = () => useChange('bookAll', ['schedule', 'cohort'])
export const useRetryHold = () => useChange('retryHold', ['schedule'])

/** Both weeks of a pair, read from Outlook when somebody looks. */
export const useHoldTimes = (id: string) => useRoute('holdTimes', { id })
export const useChangeSlot = () => useChange('changeSlot', ['schedule'])
export const useSchedulingPolicy = (id: string) => useRoute('schedulingPolicy', { id })
export const useChangeScheduling = () => useChange('changeScheduling', ['schedulingPolicy', 'daysOff'])
export const useDaysOff = (id: string) => useRoute('daysOff', { id })
export const useMoveOffDaysOff = () => useChange('moveOffDaysOff', ['daysOff', 'schedule', 'cohort'])
export const usePauseBooking = () => useChange('pauseBooking', ['schedule', 'schedulingPolicy'])
