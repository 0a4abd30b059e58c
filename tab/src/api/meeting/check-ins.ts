import { keyOf, useChange, useRoute } from '../query.tsx'

export const checkInsKey = (id: string) => keyOf('checkIns', { id })
export const useCheckIns = (id: string) => useRoute('checkIns', { id })

/** What is open, or what was closed. */
export const useConcerns = (id: string, closed: boolean) =>
  useRoute('concerns', { id, closed: closed ? 'true' : 'false' })
export const useNoteFollowUp = () => useChange('noteFollowUp', ['checkIns'])
export const useCloseConcern = () => useChange('closeConcern', ['concerns', 'checkIns'])
