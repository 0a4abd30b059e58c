/** The pairs as a CSV file (RFC 4180), as the list shows them: nothing stands in it that the board does not say. */
import { rowText } from '../../../../bot/files/cell.ts'
import { type BoardPairing, shareOf } from './arrange.ts'

export interface PairsCsvWords {
  side: { mentor: string; mentee: string }
  person: { title: string; unit: string; place: string }
  state: string
  fit: string
  points: string
  why: string
  pinned: string
  stateOf(state: BoardPairing['state']): string
  whyOf(pairing: BoardPairing): string
  yesNo(on: boolean): string
}

export function pairsCsv(pairings: readonly BoardPairing[], most: number, words: PairsCsvWords): string {
  const about = (side: string) => [
    side,
    ...[words.person.title, words.person.unit, words.person.place].map((column) => `${side}: ${column}`),
  ]
  const face = ({ name, jobTitle, department, location }: BoardPairing['mentor']) => [
    ...[name, jobTitle, department, location],
  ]
  const header = [
    ...[...about(words.side.mentor), ...about(words.side.mentee)],
    ...[words.state, words.fit, words.points, words.pinned, words.why],
  ]
  const rows = pairings.map((pairing) => [
    ...[...face(pairing.mentor), ...face(pairing.mentee), words.stateOf(pairing.state)],
    ...[Math.round(100 * shareOf(pairing.score, most)), pairing.score, words.yesNo(pairing.pinned)],
    words.whyOf(pairing),
  ])
  return `${[header, ...rows].map(rowText).join('\r\n')}\r\n`
}
