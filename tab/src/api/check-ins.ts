import { keyOf, useRoute } from './query.tsx'

export const checkInsKey = (id: string) => keyOf('checkIns', { id })
export const useCheckIns = (id: string) => useRoute('checkIns', { id })
