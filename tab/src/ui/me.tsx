import { createContext, useContext } from 'react'
import type { Out } from '../../../bot/contract/index.ts'

const MeContext = createContext<Out<'me'> | undefined>(undefined)
export const MeProvider = MeContext.Provider

/** What topics of a program's own are called; nothing where nobody is known to read. */
export function useTopicNames(): NonNullable<Out<'me'>['topicNames']> {
  return useContext(MeContext)?.topicNames ?? none
}
const none = {}

/** Who is reading. */
export function useReader(): Out<'me'> {
  const me = useContext(MeContext)
  if (!me) throw new Error('useReader needs a MeProvider above it.')
  return me
}
