import { useChange, useRoute } from '../query.tsx'

export const useAgreement = (pairingId: string) => useRoute('agreement', { id: pairingId })
export const useChangeAgreement = () => useChange('changeAgreement', ['agreement'])
export const useSignAgreement = () => useChange('signAgreement', ['agreement', 'checkIns'])
