/**
 * Whether the column of managers can be what it says. Where most managers are nobody of the file, everyone would stand at
 * the top of a chart of their own and the reporting line would forbid nothing, so nothing is read at all.
 */
import { InputFault } from './input-fault.ts'
import { type IdBook, nameKey } from './names.ts'

interface Lost {
  line: number
  personId: string
  name: string
}

interface Chart {
  ids: IdBook
  managers: { filled: number; lost: readonly Lost[] }
}

export function checkManagers(
  file: string,
  { line, column }: { line: number; column: number },
  { ids, managers: { filled, lost } }: Chart,
  tops: readonly string[],
): void {
  if (filled === 0) {
    const named = new Set(tops.map(nameKey))
    if (ids.size < 2 || [...ids.keys()].every((key) => named.has(key))) return
    throw new InputFault(
      ...([
        file,
        line,
        column,
        'Nobody in this file has a manager, so nobody can be kept out of their own line.',
      ] as const),
      'Fill in managerId, or name everybody under "tops" in the rules if they really have nobody above them.',
    )
  }
  if (lost.length * 2 <= filled) return
  const [first] = lost
  throw new InputFault(
    ...([file, first!.line, 1] as const),
    `${lost.length === filled ? 'No manager' : `Only ${filled - lost.length} of ${filled} managers`} in this file is an id of it: ${looks(lost, ids)}`,
    'managerId has to be written as the id of the manager is in their own row.',
  )
}

function looks(lost: readonly Lost[], ids: IdBook): string {
  const like = (fits: (name: string) => boolean) =>
    lost.filter(({ name }) => fits(name)).length * 2 > lost.length
  const { name } = lost[0]!
  if (like((one) => /^[^@\s]+@[^@\s]+$/.test(one)))
    return `they look like mail addresses ("${name}"), and ids like "${anId(ids)}".`
  if (like((one) => /^\d+\.0+$/.test(one)))
    return `they look like numbers with .0 ("${name}"), as programs write them that take ids for figures.`
  if (like((one) => withoutZeros(ids).has(bare(one))))
    return `they look as if leading zeros were lost ("${name}" for "${withoutZeros(ids).get(bare(name)) ?? name}").`
  if (like((one) => /\p{L}[\s,]+\p{L}/u.test(one))) return `they look like names ("${name}").`
  return `the first is "${name}".`
}

function anId(ids: IdBook): string {
  for (const key of ids.keys()) return ids.find(key) ?? key
  return ''
}

const bare = (text: string) =>
  nameKey(text)
    .replace(/\.0+$/, '')
    .replace(/^0+(?=\d)/, '')

const zeros = new WeakMap<IdBook, Map<string, string>>()

/** Ids that are numbers, without the zeros before them. */
function withoutZeros(ids: IdBook): Map<string, string> {
  const known = zeros.get(ids)
  if (known) return known
  const found = new Map<string, string>()
  for (const key of ids.keys()) if (/^\d+(?:\.0+)?$/.test(key)) found.set(bare(key), ids.find(key)!)
  zeros.set(ids, found)
  return found
}

/** A manager nobody is, but for zeros: said, never guessed. */
export function* otherSpellings(lost: readonly Lost[], ids: IdBook) {
  for (const { line, personId, name } of lost) {
    const meant = /^\d+(?:\.0+)?$/.test(name) ? withoutZeros(ids).get(bare(name)) : undefined
    if (meant === undefined) continue
    const reason = `Nobody is called "${name}", the manager of ${personId}; ${meant} is. Correct it if that is meant.`
    yield { line, personId, reason, kind: 'manager-spelling' }
  }
}
