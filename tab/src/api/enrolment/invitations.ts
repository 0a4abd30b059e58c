import { useChange, useRoute } from '../query.tsx'

/** Who looks, and who says "not now", is not told: numbers alone. */
export const useInvitations = (id: string | undefined) =>
  useRoute('invitations', { id: id ?? '' }, { enabled: id !== undefined })
export const useInvite = () => useChange('invite', ['invitations', 'people', 'nominations'])
export const useInviteFromList = () => useChange('inviteFromList', ['invitations', 'people', 'nominations'])
export const useAnswerInvitation = () => useChange('answerInvitation', ['myMentoring', 'invitations'])
