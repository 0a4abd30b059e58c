/** The Cohort that the organizer's places show. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Out } from '../../../bot/contract/index.ts'

export type CohortCard = Out<'me'>['cohorts'][number]

interface Choice {
  /** null before the first Cohort exists. */
  id: string | null
  all: CohortCard[]
  choose(id: string): void
}

const CohortContext = createContext<Choice>({ id: null, all: [], choose() {} })

export function CohortProvider({
  all,
  first,
  children,
}: {
  all: CohortCard[]
  first: string | null
  children: ReactNode
}) {
  const [chosen, choose] = useState<string>()
  const id = all.some((cohort) => cohort.id === chosen) ? chosen! : first
  const value = useMemo(() => ({ id, all, choose }), [id, all])
  return <CohortContext.Provider value={value}>{children}</CohortContext.Provider>
}

export function useCohortChoice(): Choice {
  return useContext(CohortContext)
}

/** Id of the Cohort shown. Only for places that the frame opens once a Cohort exists. */
export function useCohort(): string {
  const { id } = useContext(CohortContext)
  if (id === null) throw new Error('useCohort needs a Cohort: this place must not open before one exists.')
  return id
}
