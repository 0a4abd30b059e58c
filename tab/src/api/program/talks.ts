import { useChange, useRoute } from '../query.tsx'

export const useTalk = (cohortId: string) => useRoute('talk', { id: cohortId })
export const useAskForTalk = () => useChange('askForTalk', ['talk'])
export const useTakeTalkBack = () => useChange('takeTalkBack', ['talk'])
export const useTalksForMe = () => useRoute('talksForMe', {})
export const useAnswerTalk = () => useChange('answerTalk', ['talksForMe'])
