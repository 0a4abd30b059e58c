/** What every query file shares: the API by context, reading a route, changing one and what that makes stale. */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { In, Out, RouteName } from '../../../bot/contract/index.ts'
import { type Api, ApiProblem } from './client.ts'

const ApiContext = createContext<Api | undefined>(undefined)
export const ApiProvider = ApiContext.Provider

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('useApi needs an ApiProvider above it.')
  return api
}

/** The whole input is part of the key; without one, the key names every reading of that route. */
export function keyOf<K extends RouteName>(name: K, input?: In<K>): readonly unknown[] {
  return input === undefined ? [name] : [name, input]
}

export interface Reading<K extends RouteName> {
  enabled?: boolean
  /** Show the former answer while the next page or filter loads. */
  keepFormer?: boolean
  /** Never an answer from before. */
  fresh?: boolean
  /** Milliseconds until asked again, from the latest answer; false stops. */
  every?: (latest: Out<K> | undefined) => number | false
}

export function useRoute<K extends RouteName>(
  name: K,
  input: In<K>,
  { enabled = true, keepFormer = false, fresh = false, every }: Reading<K> = {},
): UseQueryResult<Out<K>, Error> {
  const { call } = useApi()
  return useQuery<Out<K>, Error, Out<K>>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => call(name, input, signal),
    enabled,
    ...(fresh ? { staleTime: 0, gcTime: 0 } : {}),
    ...(keepFormer ? { placeholderData: keepPreviousData as never } : {}),
    refetchInterval: ({ state }) =>
      againAfter(state.error) ?? every?.(state.data as Out<K> | undefined) ?? false,
  })
}

/** A change, and the routes whose answers it makes stale. Never retried by itself: the person decides. */
export function useChange<K extends RouteName>(
  name: K,
  stale: readonly RouteName[],
): UseMutationResult<Out<K>, Error, In<K>> {
  const { call } = useApi()
  const client = useQueryClient()
  return useMutation<Out<K>, Error, In<K>>({
    mutationFn: (input) => call(name, input),
    onSettled: () =>
      Promise.all(stale.map((route) => client.invalidateQueries({ queryKey: keyOf(route) }))).then(() => {}),
  })
}

/** Milliseconds after which a service that is away is asked again by itself, for as long as somebody looks. */
export function againAfter(fault: unknown): number | undefined {
  return fault instanceof ApiProblem ? fault.backInMs : undefined
}

/** A "no" stays a no; a service that said when it is back is asked then; what is broken or unreachable is tried twice more. */
function worthRetrying(failures: number, fault: Error): boolean {
  if (fault instanceof ApiProblem && fault.status < 500 && fault.status !== 429) return false
  return failures < 2 && againAfter(fault) === undefined
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthRetrying, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
}
