import type { RouteName } from '../../../../bot/contract/index.ts'
import { keyOf, useChange, useRoute } from '../query.tsx'

const pairs: readonly RouteName[] = ['board', 'chart', 'cohort', 'schedule']

export const boardKey = (id: string) => keyOf('board', { id })
export const chartKey = (id: string) => keyOf('chart', { id })

/** Asked again every second while a run is waiting or running, every two while pairs are being approved, seldom while they are booked. */
export const useBoard = (id: string) =>
  useRoute(
    'board',
    { id },
    {
      every: (latest) => {
        if (isOpen(latest?.run?.state)) return 1000
        if (isOpen(latest?.approval?.state)) return 2000
        return latest?.booking?.waiting ? 10_000 : false
      },
    },
  )

const isOpen = (state: string | undefined) => state === 'waiting' || state === 'running'

export const useChart = (id: string) => useRoute('chart', { id })

/** Why two people may not be paired, or how they would score. Asked once both are chosen. */
export const useExplain = (id: string, mentor: string | undefined, mentee: string | undefined) =>
  useRoute(
    'explain',
    { id, mentor: mentor ?? '', mentee: mentee ?? '' },
    { enabled: mentor !== undefined && mentee !== undefined },
  )

export const usePropose = () => useChange('propose', ['board', 'chart'])
export const useSetWish = () => useChange('setWish', ['board', 'explain'])
export const usePairsFromList = () => useChange('pairsFromList', ['board', 'explain'])
export const useSwapPairings = () => useChange('swapPairings', pairs)
export const useTellUnplaced = () => useChange('tellUnplaced', [])
export const useUndoSwap = () => useChange('undoSwap', pairs)
/** Asked each time it is opened: what an exchange costs is of that moment. */
export const useSwapWeights = (id: string, pairing: string) =>
  useRoute('weighSwaps', { id, pairing }, { fresh: true })
export const useApprovePairings = () => useChange('approvePairings', pairs)
export const useUndoApproval = () => useChange('undoApproval', pairs)
/** Asked each time it is opened: what it tells is of that moment. */
export const useBeforeApproval = (id: string, pairingIds: 'all' | string[]) =>
  useRoute('beforeApproval', { id, pairingIds }, { fresh: true })
