import { useChange, useRoute } from '../query.tsx'

export const useContents = (id: string) => useRoute('contents', { id })
export const useContent = (id: string, kind: string, key: string) => useRoute('content', { id, kind, key })
export const useWriteContent = () =>
  useChange('writeContent', ['content', 'contents', 'agreement', 'myMentoring', 'cohort', 'me'])
