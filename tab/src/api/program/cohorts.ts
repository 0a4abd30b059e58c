import type { In } from '../../../../bot/contract/index.ts'
import { keyOf, useChange, useRoute } from '../query.tsx'

export const cohortKey = (id: string) => keyOf('cohort', { id })

export const useCohortDetails = (id: string | null) =>
  useRoute('cohort', { id: id ?? '' }, { enabled: id !== null })
export const useCreateCohort = () => useChange('createCohort', ['me', 'myMentoring'])
export const usePlanAhead = (plan: In<'planAhead'>) => useRoute('planAhead', plan, { keepFormer: true })
export const useNextCohort = () => useChange('nextCohort', ['me', 'cohort'])
export const useLeftOut = (id: string) => useRoute('leftOut', { id })
export const useUpdateCohort = () => useChange('updateCohort', ['me', 'cohort', 'myMentoring', 'schedule'])
export const useTickDuty = () => useChange('tickDuty', ['cohort'])
export const useOpenStage = () => useChange('openStage', ['me', 'cohort', 'myMentoring', 'board', 'schedule'])
