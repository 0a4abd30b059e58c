import { useChange, useRoute } from '../query.tsx'

export const useSessionNotes = (sessionId: string) => useRoute('sessionNotes', { id: sessionId })
export const useSaveSessionNotes = () => useChange('saveSessionNotes', [])
export const usePrivateNotes = (pairingId: string) => useRoute('privateNotes', { id: pairingId })
export const useSavePrivateNote = () => useChange('savePrivateNote', ['privateNotes'])
export const useRemovePrivateNotes = () => useChange('removePrivateNotes', ['privateNotes'])
