import { keyOf, useChange, useRoute } from './query.tsx'

export const scheduleKey = (id: string) => keyOf('schedule', { id })

/** Asked again every two seconds while Holds are being booked. */
export const useSchedule = (id: string) =>
  useRoute('schedule', { id }, { every: (latest) => (latest?.totals.requested ? 2000 : false) })

export const useBookAll = () => useChange('bookAll', ['schedule', 'cohort'])
export const useRetryHold = () => useChange('retryHold', ['schedule'])
