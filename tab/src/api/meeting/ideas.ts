import { useChange, useRoute } from '../query.tsx'

export const useIdeas = (pairingId: string) => useRoute('ideas', { id: pairingId })
export const useWriteIdea = () => useChange('writeIdea', ['ideas'])
export const useAnswerIdea = () => useChange('answerIdea', ['ideas'])

export const useSharedIdeas = (cohortId: string) => useRoute('sharedIdeas', { id: cohortId })
export const useDecideIdea = () => useChange('decideIdea', ['sharedIdeas'])
export const useCloseIdea = () => useChange('closeIdea', ['sharedIdeas'])
