import type { Language } from '../../../../bot/words/sentence.ts'
import { useChange, useRoute } from '../query.tsx'

export const useAgreement = (pairingId: string, language: Language) =>
  useRoute('agreement', { id: pairingId, language })
export const useChangeAgreement = () => useChange('changeAgreement', ['agreement'])
export const useSignAgreement = () => useChange('signAgreement', ['agreement', 'checkIns'])
