import { useChange, useRoute } from '../query.tsx'

/** What I said of others; what became of it is not mine to see. */
export const useMyNominations = (id: string) => useRoute('myNominations', { id })
export const useNominate = () => useChange('nominate', ['myNominations', 'nominations'])
export const useTakeNominationBack = () => useChange('takeNominationBack', ['myNominations', 'nominations'])

/** For an Organizer. */
export const useNominations = (id: string | undefined) =>
  useRoute('nominations', { id: id ?? '' }, { enabled: id !== undefined })
export const useSetNominationAside = () => useChange('setNominationAside', ['nominations'])
