/** Ratings, rankings and pins for `pair`: small lists beside the people. Whoever they name has to be somebody of the people file. */
import type { MatchingInput } from '../engine/person.ts'
import { InputFault } from '../files/input-fault.ts'
import { type ListRow, readWholeList } from '../files/lists.ts'
import type { People } from '../files/people.ts'
import { readBytes } from './files.ts'

type Names = Pick<People, 'idOf'>

const ratingColumns = { from: ['rater'], to: ['rated'], rating: ['score'] } as const
const rankColumns = { from: [], to: [], rank: [] } as const
const pinColumns = { mentor: ['mentorId'], mentee: ['menteeId'] } as const

export function readRatings(cwd: string, file: string, people: Names): NonNullable<MatchingInput['ratings']> {
  return readWholeList(file, readBytes(cwd, file), ratingColumns, (row) => ({
    from: personIn(file, row, 'from', people),
    to: personIn(file, row, 'to', people),
    rating: numberIn(file, row, 'rating'),
  }))
}

/** Whom somebody would like, 1 (first choice) to 5. */
export function readRankings(
  cwd: string,
  file: string,
  people: Names,
): NonNullable<MatchingInput['rankings']> {
  return readWholeList(file, readBytes(cwd, file), rankColumns, (row) => ({
    from: personIn(file, row, 'from', people),
    to: personIn(file, row, 'to', people),
    rank: numberIn(file, row, 'rank'),
  }))
}

export function readPins(cwd: string, file: string, people: Names): [string, string][] {
  return readWholeList(file, readBytes(cwd, file), pinColumns, (row) => [
    personIn(file, row, 'mentor', people),
    personIn(file, row, 'mentee', people),
  ])
}

function personIn<Name extends string>(
  file: string,
  row: ListRow<Name>,
  column: Name,
  { idOf }: Names,
): string {
  const name = row.get(column)
  const id = name === '' ? undefined : idOf(name)
  if (id !== undefined) return id
  const problem =
    name === ''
      ? `The row names nobody under ${column}.`
      : `Nobody in the people file is called "${name}" (${column}).`
  throw new InputFault(file, row.line, row.columnOf(column), problem, 'Correct the id, or remove the row.')
}

function numberIn<Name extends string>(file: string, row: ListRow<Name>, column: Name): number {
  const text = row.get(column)
  const value = Number(text)
  if (text !== '' && Number.isFinite(value)) return value
  const problem = `${column} is "${text}".`
  throw new InputFault(file, row.line, row.columnOf(column), problem, 'It has to be a number.')
}
