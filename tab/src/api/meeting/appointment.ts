import type { In } from '../../../../bot/contract/index.ts'
import { useRoute } from '../query.tsx'

/** Which Session of mine an appointment is. */
export const useAppointment = (looked: In<'appointment'>) => useRoute('appointment', looked)
