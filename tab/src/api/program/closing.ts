import { useChange, useRoute } from '../query.tsx'

export const useBeforeClose = (id: string) => useRoute('beforeClose', { id })
export const useCloseCohort = () =>
  useChange('closeCohort', ['me', 'cohort', 'beforeClose', 'myMentoring', 'board', 'schedule', 'metrics'])
export const useWriteThanks = () => useChange('writeThanks', ['beforeClose'])
export const useAskForThanks = () => useChange('askForThanks', ['beforeClose'])
export const useAgreeToThanks = () => useChange('agreeToThanks', ['beforeClose'])
