/**
 * What several people read has one language for all of them: the one all prefer; otherwise one that all of them know, rather
 * the first reader's own; otherwise English. A reader of whom nothing is known counts as one who knows English alone.
 */
export interface Reads {
  /** BCP 47, as the directory has it. */
  preferredLanguage?: string | undefined
  /** What they enrolled with. */
  languages?: readonly string[] | undefined
}

/** @param known the languages that texts are written in; the first stands in for all others. */
export function sharedLanguage<Known extends string>(
  readers: readonly Reads[],
  known: readonly [Known, ...Known[]],
): Known {
  const preferred = readers.map(({ preferredLanguage }) => primary(preferredLanguage))
  const readBy = ({ languages = [] }: Reads, i: number, language: string) =>
    preferred[i] === language || languages.some((one) => primary(one) === language)
  const common = known.filter((language) => readers.every((reader, i) => readBy(reader, i, language)))
  return preferred.flatMap((wish) => common.find((one) => one === wish) ?? [])[0] ?? known[0]
}

const primary = (tag: string | undefined) => tag?.split(/[-_]/)[0]?.toLowerCase()
