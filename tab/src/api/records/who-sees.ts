import type { Out } from '../../../../bot/contract/index.ts'
import { useRoute } from '../query.tsx'

export type KnownOfMe = Out<'whoSees'>['data'][number]

export const useWhoSees = (cohort?: string) => useRoute('whoSees', cohort ? { cohort } : {})
