import { useChange, useRoute } from '../query.tsx'

export const useMySeats = () => useRoute('mySeats', {})
export const useAnswerSeat = () =>
  useChange('answerSeat', ['mySeats', 'whoRuns', 'me', 'cohort', 'myMentoring', 'summaries'])
export const useHandOver = () => useChange('handOver', ['cohort', 'mySeats'])
export const useTakeHandoverBack = () => useChange('takeHandoverBack', ['cohort', 'mySeats', 'whoRuns'])

/** Everything that a change of parts moves. */
const ofParts = ['whoRuns', 'mySeats', 'me', 'cohort', 'summaries'] as const
export const useWhoRuns = (id: string) => useRoute('whoRuns', { id })
export const useAskForRole = () => useChange('askForRole', [...ofParts])
export const useTakeRoleBack = () => useChange('takeRoleBack', [...ofParts])
export const useLeavePart = () => useChange('leavePart', [...ofParts])
export const useLendSeat = () => useChange('lendSeat', [...ofParts])
