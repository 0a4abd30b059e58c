import { useChange, useRoute } from '../query.tsx'

export const useTraining = (language: string, find = '') =>
  useRoute('training', { language, find }, { keepFormer: true })
export const useLesson = (id: string, language: string) => useRoute('lesson', { id, language })
export const useStartLesson = () => useChange('startLesson', ['training', 'cohortTraining'])
export const useAnswerLesson = () => useChange('answerLesson', ['training', 'lesson', 'cohortTraining'])
export const useCohortTraining = (id: string) => useRoute('cohortTraining', { id })
export const useChooseTraining = () => useChange('chooseTraining', ['cohortTraining', 'training'])
