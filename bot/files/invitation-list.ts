/**
 * A list of people to invite as people keep it: a table with a heading line, one person a line by mail, sign-in name or object
 * id, and the side they are asked for. What can be read is kept; each line that cannot says why.
 */
import type { Asked } from '../domain/enrolment/invitation.ts'
import type { Side } from '../domain/enrolment/participant.ts'
import { brokenLines, listOrWhyNot, type UnreadableFile } from './list-or-why-not.ts'
import type { ListRow } from './lists.ts'
import { unitKey } from './names.ts'

const columns = {
  person: ['mail', 'email', 'e-mail', 'sign-in name', 'user principal name', 'upn', 'person id', 'id'],
  side: ['role', 'as'],
} as const
type Column = keyof typeof columns

export interface UnreadLine {
  line: number
  why: 'cells-missing' | 'cells-too-many' | 'unknown-side' | 'unknown-person' | 'open-quote' | 'not-json'
  /** What stands there. */
  value?: string
}

/** As the three languages of the product call the sides, in the singular and in the plural. */
const sides: Record<string, Side> = {
  ...{ mentor: 'mentor', mentors: 'mentor', mentora: 'mentor', mentores: 'mentor', مرشد: 'mentor' },
  مسترشد: 'mentee',
  ...{ mentee: 'mentee', mentees: 'mentee', aprendiz: 'mentee', aprendices: 'mentee' },
}

/** `idOf` finds somebody by what the file calls them. */
export function readInvitations(
  bytes: Uint8Array,
  idOf: (name: string) => string | undefined,
): { asked: (Asked & { line: number })[]; bad: UnreadLine[] } | UnreadableFile {
  const list = listOrWhyNot(bytes, 'invitations', columns)
  if ('unreadable' in list) return list
  const asked: (Asked & { line: number })[] = []
  const bad: UnreadLine[] = list.broken.map(({ line, why }) => ({ line, why: brokenLines[why] }))
  for (const row of list.rows) {
    const read = askedFrom(row, idOf)
    if ('why' in read) bad.push({ line: row.line, ...read })
    else asked.push({ line: row.line, ...read })
  }
  return { asked, bad }
}

function askedFrom(
  row: ListRow<Column>,
  idOf: (name: string) => string | undefined,
): Asked | Omit<UnreadLine, 'line'> {
  const [person, written] = [row.get('person'), row.get('side')]
  if (!person || !written) return { why: 'cells-missing' }
  const side = Object.hasOwn(sides, unitKey(written)) ? sides[unitKey(written)] : undefined
  if (!side) return { why: 'unknown-side', value: written }
  const personId = idOf(person)
  return personId ? { personId, side } : { why: 'unknown-person', value: person }
}
