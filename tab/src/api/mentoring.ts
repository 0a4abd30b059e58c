import type { RouteName } from '../../../bot/contract/index.ts'
import { keyOf, useChange, useRoute } from './query.tsx'

const mine: readonly RouteName[] = ['myMentoring', 'people', 'cohort', 'board']

export const myMentoringKey = (cohort?: string) => keyOf('myMentoring', cohort ? { cohort } : undefined)
export const useMyMentoring = (cohort?: string | null) => useRoute('myMentoring', cohort ? { cohort } : {})

export const useEnrol = () => useChange('enrol', mine)
export const useUpdateEnrolment = () => useChange('updateEnrolment', mine)
export const usePauseEnrolment = () => useChange('pauseEnrolment', mine)
export const useResumeEnrolment = () => useChange('resumeEnrolment', mine)
export const useLeaveEnrolment = () => useChange('leaveEnrolment', [...mine, 'schedule', 'checkIns'])
export const useAnswerCheckIn = () => useChange('answerCheckIn', ['myMentoring', 'checkIns', 'metrics'])
export const useEndPairing = () => useChange('endPairing', [...mine, 'schedule', 'checkIns', 'chart'])
