import { keyOf, useChange, useRoute } from '../query.tsx'

export const summariesKey = (id: string) => keyOf('summaries', { id })

/** Asked again every two seconds while a Summary is on its way to its channels. */
export const useSummaries = (id: string) =>
  useRoute(
    'summaries',
    { id },
    {
      every: (latest) =>
        latest?.summaries.some(({ posts }) =>
          posts.some(({ state }) => state === 'waiting' || state === 'posting'),
        )
          ? 2000
          : false,
    },
  )

export const useDraftSummary = () => useChange('draftSummary', ['summaries'])
export const useEditSummary = () => useChange('editSummary', ['summaries'])
export const useDeleteSummary = () => useChange('deleteSummary', ['summaries'])
export const useSubmitSummary = () => useChange('submitSummary', ['summaries'])
export const useTakeSummaryBack = () => useChange('takeSummaryBack', ['summaries'])
export const useApproveSummary = () => useChange('approveSummary', ['summaries', 'me'])
export const useSendBackSummary = () => useChange('sendBackSummary', ['summaries', 'me'])
export const usePostSummaryAgain = () => useChange('postSummaryAgain', ['summaries'])
export const useSettlePost = () => useChange('settlePost', ['summaries'])
export const useWithdrawSummary = () => useChange('withdrawSummary', ['summaries'])
