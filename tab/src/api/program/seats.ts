import { useChange, useRoute } from '../query.tsx'

export const useMySeats = () => useRoute('mySeats', {})
export const useAnswerSeat = () =>
  useChange('answerSeat', ['mySeats', 'me', 'cohort', 'myMentoring', 'summaries'])
export const useHandOver = () => useChange('handOver', ['cohort', 'mySeats'])
export const useTakeHandoverBack = () => useChange('takeHandoverBack', ['cohort', 'mySeats'])
