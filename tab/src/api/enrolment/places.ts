import { useChange, useRoute } from '../query.tsx'

export const usePlaces = (id: string | undefined) =>
  useRoute('places', { id: id ?? '' }, { enabled: id !== undefined })
export const useOfferPlace = () => useChange('offerPlace', ['places', 'people', 'checkIns'])
export const useAnswerPlace = () => useChange('answerPlace', ['myMentoring', 'places', 'people'])
