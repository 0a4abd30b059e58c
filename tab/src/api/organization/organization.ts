import { keyOf, useChange, useRoute } from '../query.tsx'

export const organizationKey = () => keyOf('organization')

/** Asked again every two seconds while the chart is being read. */
export const useOrganization = (enabled = true) =>
  useRoute('organization', {}, { enabled, every: (latest) => (latest?.state === 'reading' ? 2000 : false) })

export const useReadOrganization = () => useChange('readOrganization', ['organization', 'people'])

/** What is shown of the chart, and who may be paired with whom by it. */
const byTheChart = ['organization', 'chart', 'board'] as const
export const useConfirmTops = () => useChange('confirmTops', byTheChart)
export const useWithdrawTops = () => useChange('withdrawTops', byTheChart)
