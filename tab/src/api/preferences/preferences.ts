import type { RouteName } from '../../../../bot/contract/index.ts'
import { useChange, useRoute } from '../query.tsx'

const mine: readonly RouteName[] = ['myChoices', 'myMentoring']

export const useMyChoices = (id: string) => useRoute('myChoices', { id })
/** Suggestions without `text`; while the next answer is on its way the former one stays. */
export const usePartners = (id: string, text: string) =>
  useRoute('partners', text ? { id, text } : { id }, { keepFormer: true })

export const useSaveRanking = () => useChange('saveRanking', ['myChoices'])
export const useAskToPair = () => useChange('askToPair', mine)
export const useWithdrawRequest = () => useChange('withdrawRequest', mine)
export const useAnswerRequest = () => useChange('answerRequest', mine)
export const useDeclinePairing = () => useChange('declinePairing', mine)

export const useWays = (id: string) => useRoute('ways', { id })
export const useChangeWays = () => useChange('changeWays', ['ways'])
