import type { Out, RouteName } from '../../../../bot/contract/index.ts'
import { useChange, useRoute } from '../query.tsx'

export type AssistedSession = Out<'assisted'>['leaders'][number]['sessions'][number]

/** Asked again while a time is being found or booked. */
export const useAssisted = () => useRoute('assisted', {}, { every: nextLook })

function nextLook(latest: Out<'assisted'> | undefined): number | false {
  const states = (latest?.leaders ?? []).flatMap(({ sessions }) =>
    sessions.map(({ repair }) => repair?.state),
  )
  return states.some((state) => state === 'looking' || state === 'booking') ? 2000 : false
}

const times: readonly RouteName[] = ['assisted', 'myMentoring', 'schedule']
export const useOfferTimes = () => useChange('offerRepair', times)
export const useChooseTime = () => useChange('chooseRepair', times)

export const useMyDelegate = () => useRoute('myDelegate', {})
export const useNameDelegate = () => useChange('nameDelegate', ['myDelegate'])
export const useColleagues = (text: string) =>
  useRoute('findColleague', { text }, { enabled: text.length >= 3, keepFormer: true })
