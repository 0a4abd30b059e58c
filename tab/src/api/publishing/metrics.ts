import { keyOf, useChange, useRoute } from '../query.tsx'

export const metricsKey = (id: string) => keyOf('metrics', { id })
export const useMetrics = (id: string) => useRoute('metrics', { id })
export const useEnterReading = () => useChange('enterReading', ['metrics'])
