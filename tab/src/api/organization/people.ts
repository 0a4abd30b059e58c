import { useInfiniteQuery } from '@tanstack/react-query'
import type { In } from '../../../../bot/contract/index.ts'
import { againAfter, keyOf, useApi, useChange, useRoute } from '../query.tsx'

export const peopleKey = (input?: In<'people'>) => keyOf('people', input)

export const usePeople = (input: In<'people'>, enabled = true) =>
  useRoute('people', input, { enabled, keepFormer: true })

/** The same list page by page; `after` is the last answer's `next`. */
export function usePeoplePages(input: Omit<In<'people'>, 'after'>) {
  const { call } = useApi()
  return useInfiniteQuery({
    queryKey: [...peopleKey(input), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('people', { ...input, ...(pageParam ? { after: pageParam } : {}) }, signal),
    getNextPageParam: (page) => page.next,
    placeholderData: (former) => former,
    refetchInterval: ({ state }) => againAfter(state.error) ?? false,
  })
}

export const useDecideParticipant = () =>
  useChange('decideParticipant', ['people', 'openParticipant', 'cohort', 'board'])

export const useSetBreak = () => useChange('setBreak', ['people', 'openParticipant', 'checkIns'])

/** Somebody's whole story, as it stands when they are opened. */
export const useOpenParticipant = (id: string) => useRoute('openParticipant', { id }, { fresh: true })

/** Whom Teams took no card for. */
export const useUnreached = (id: string, enabled: boolean) => useRoute('unreached', { id }, { enabled })
