import { keyOf, useChange, useRoute } from '../query.tsx'

export const meKey = () => keyOf('me')

/** Who I am, which places my roles open, which Cohorts there are. */
export const useMe = () => useRoute('me', {})

/** "Not with this person": private, only the engine reads it. */
export const useBlockPerson = () => useChange('blockPerson', ['board'])
