/** Input that stops a command: which file, where in it, what is wrong and what to do. Lines and columns count from 1. */
export class InputFault extends Error {
  readonly code = 'bad-input'
  readonly file: string
  readonly line: number
  readonly column: number

  constructor(file: string, line: number, column: number, problem: string, remedy: string) {
    super(`${file}:${line}:${column}: ${problem} ${remedy}`)
    this.file = file
    this.line = line
    this.column = column
  }
}
