/**
 * One cell of a CSV file (RFC 4180), written so that no spreadsheet runs it: text that begins like a formula gets an
 * apostrophe before it, and so does text that begins with such an apostrophe already, so that reading can take exactly one
 * away again. Command and tab write through this.
 */
export type Cell = string | number | undefined

const runs = /^'*[=+\-@\t\r\n]/

export function cellText(cell: Cell): string {
  if (typeof cell === 'number' || cell === undefined) return cell === undefined ? '' : String(cell)
  const safe = runs.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row, without the end of its line. */
export const rowText = (cells: readonly Cell[]): string => cells.map(cellText).join(',')

/** What `cellText` was given, of text that stands in a cell. */
export function withoutGuard(text: string): string {
  return text.charCodeAt(0) === 39 && runs.test(text) ? text.slice(1) : text
}
