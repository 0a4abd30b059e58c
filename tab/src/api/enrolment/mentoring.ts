import type { Out, RouteName } from '../../../../bot/contract/index.ts'
import { keyOf, useChange, useRoute } from '../query.tsx'

const mine: readonly RouteName[] = ['myMentoring', 'people', 'cohort', 'board']

export const myMentoringKey = (cohort?: string) => keyOf('myMentoring', cohort ? { cohort } : undefined)

/** Asked again while a time is being found or booked, so that nobody reloads to see it. */
export const useMyMentoring = (cohort?: string | null) =>
  useRoute('myMentoring', cohort ? { cohort } : {}, { every: (latest) => nextLook(latest) })

function nextLook(latest: Out<'myMentoring'> | undefined): number | false {
  const running = (latest?.pairings ?? []).filter(({ state }) => state !== 'ended')
  const repairs = running.flatMap(({ sessions }) => sessions.map(({ repair }) => repair?.state))
  if (repairs.some((state) => state === 'looking' || state === 'booking')) return 2000
  return repairs.includes('open') || running.some(({ hold }) => hold.state === 'requested') ? 10_000 : false
}

export const useEnrol = () => useChange('enrol', mine)
export const useUpdateEnrolment = () => useChange('updateEnrolment', mine)
export const usePauseEnrolment = () => useChange('pauseEnrolment', mine)
export const useResumeEnrolment = () => useChange('resumeEnrolment', mine)
export const useLeaveEnrolment = () => useChange('leaveEnrolment', [...mine, 'schedule', 'checkIns'])
export const useAnswerCheckIn = () => useChange('answerCheckIn', ['myMentoring', 'checkIns', 'metrics'])
export const useAnswerAsk = () => useChange('answerAsk', ['myMentoring'])
export const useEndPairing = () =>
  useChange('endPairing', [...mine, 'schedule', 'checkIns', 'concerns', 'board', 'chart', 'cohort'])

const slipping: readonly RouteName[] = ['myMentoring', 'schedule', 'checkIns', 'concerns']
export const useOfferRepair = () => useChange('offerRepair', slipping)
export const useChooseRepair = () => useChange('chooseRepair', slipping)
export const useRefuseTimes = () => useChange('refuseTimes', slipping)
export const useFindAnotherTime = () => useChange('findAnotherTime', slipping)
export const useWithdrawRepair = () => useChange('withdrawRepair', slipping)
