/** Why a file as a whole cannot be used, for those who say it in words of their own. */
export type FaultKind = 'empty' | 'encoding' | 'workbook' | 'not-text' | 'quotes' | 'columns' | 'content'

/** Input that stops a command: which file, where in it, what is wrong and what to do. Lines and columns count from 1. */
export class InputFault extends Error {
  readonly code = 'bad-input'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly kind: FaultKind

  constructor(
    file: string,
    line: number,
    column: number,
    problem: string,
    remedy: string,
    kind: FaultKind = 'content',
  ) {
    super(`${file}:${line}:${column}: ${problem} ${remedy}`)
    this.file = file
    this.line = line
    this.column = column
    this.kind = kind
  }
}
