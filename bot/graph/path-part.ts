import { GraphError } from './graph-error.ts'

/**
 * An id as one part of a path. Ids come from directories, files and people: none of them may lead elsewhere, and dots
 * alone do so even when everything else is encoded.
 * @throws GraphError `bad-id`
 */
export function pathPart(id: string): string {
  if (/^\.{0,2}$/.test(id) || /[\p{Cc}\p{Cs}]/u.test(id)) {
    throw new GraphError(
      'Refused to ask Graph about an id that is none: it is empty, or would lead elsewhere.',
      {
        status: 400,
        code: 'bad-id',
      },
    )
  }
  return encodeURIComponent(id)
}
