/** A list as somebody brings it in the tab: its rows, or a name for why the file as a whole cannot be read. */
import { InputFault } from './input-fault.ts'
import { type ColumnNames, type List, readList } from './lists.ts'

type BadFile = 'empty' | 'columns-missing' | 'encoding' | 'workbook' | 'not-text'
export interface UnreadableFile {
  unreadable: BadFile
}

export const brokenLines = { cells: 'cells-too-many', quotes: 'open-quote', json: 'not-json' } as const

export function listOrWhyNot<Name extends string>(
  bytes: Uint8Array,
  source: string,
  columns: ColumnNames<Name>,
): List<Name> | UnreadableFile {
  try {
    return readList(source, bytes, columns)
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault
    const { kind } = fault
    if (kind === 'columns') return { unreadable: 'columns-missing' }
    return { unreadable: kind === 'empty' || kind === 'encoding' || kind === 'workbook' ? kind : 'not-text' }
  }
}
