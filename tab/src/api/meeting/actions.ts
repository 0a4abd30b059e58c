import { useChange, useRoute } from '../query.tsx'

export const useActions = (pairingId: string) => useRoute('actions', { id: pairingId })
export const useAddAction = () => useChange('addAction', ['actions'])
export const useSettleAction = () => useChange('settleAction', ['actions'])
export const useRemoveAction = () => useChange('removeAction', ['actions'])
