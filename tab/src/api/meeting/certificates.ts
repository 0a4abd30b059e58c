import type { Language } from '../../../../bot/words/sentence.ts'
import { useChange, useRoute } from '../query.tsx'

export const usePairEnd = (pairingId: string) => useRoute('pairEnd', { id: pairingId })
export const useGoOnTogether = () => useChange('goOnTogether', ['pairEnd', 'myMentoring'])
export const useConfirmSkills = () => useChange('confirmSkills', ['pairEnd'])
export const useTakeCertificate = () => useChange('takeCertificate', ['pairEnd'])
export const useCheckCertificate = (code: string, language: Language) =>
  useRoute('checkCertificate', { code, language }, { enabled: code !== '' })
