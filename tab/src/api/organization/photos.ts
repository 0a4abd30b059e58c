/** Faces are on the first page, lists of people are not: a file of its own keeps their paging out of the first load. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../query.tsx'

/** The object URL of somebody's photo; undefined while loading and when there is none. */
export function usePhoto(personId: string | undefined): string | undefined {
  const { photo } = useApi()
  const { data } = useQuery({
    queryKey: ['photo', personId],
    enabled: personId !== undefined,
    queryFn: async ({ signal }) => {
      const blob = await photo(personId!, signal)
      return blob ? URL.createObjectURL(blob) : null
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data ?? undefined
}
