import type { In } from '../../../../bot/contract/index.ts'
import { useChange, useRoute } from '../query.tsx'

export const useApplication = (id: string) => useRoute('application', { id })
export const useSendApplication = () => useChange('sendApplication', ['application'])
export const useApplications = (id: string) => useRoute('applications', { id })
export const useReviewApplication = () => useChange('reviewApplication', ['applications'])
export const useDecideApplication = () =>
  useChange('decideParticipant', ['applications', 'people', 'cohort', 'board'])

type Asked = keyof In<'sendApplication'>['answers']
export const applicationQuestions = [
  ...(['motive', 'dismissed', 'report', 'cancels'] as const),
] as const satisfies readonly Asked[]
export type Criterion = keyof In<'reviewApplication'>['scores']
export const criteria = [
  ...(['patience', 'subject', 'motive', 'courage', 'discretion'] as const),
] as const satisfies readonly Criterion[]
export const verdicts = [
  'yes',
  'unsure',
  'no',
] as const satisfies readonly In<'reviewApplication'>['verdict'][]
