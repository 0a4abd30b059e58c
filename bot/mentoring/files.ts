/** Reading and writing for the command: text in, with a clear fault when a file cannot be read; CSV and JSON out. */
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { InputFault } from './input-fault.ts'

export function pathFrom(cwd: string, name: string): string {
  return isAbsolute(name) ? name : join(cwd, name)
}

/** The text without a byte order mark. */
export function readText(cwd: string, name: string): string {
  const text = readBytes(cwd, name).toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

export function readBytes(cwd: string, name: string): Buffer {
  try {
    return readFileSync(pathFrom(cwd, name))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`
    throw new InputFault(name, 1, 1, why, 'Check the path and its permissions.')
  }
}

export function readJson(cwd: string, name: string): unknown {
  const text = readText(cwd, name)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const { line, column } = placeOfJsonFault(text, (cause as Error).message)
    throw new InputFault(
      name,
      line,
      column,
      'This is not valid JSON here.',
      'Correct the brackets, quotes or commas.',
    )
  }
}

function placeOfJsonFault(text: string, message: string) {
  const stated = /line (\d+) column (\d+)/.exec(message)
  if (stated) return { line: Number(stated[1]), column: Number(stated[2]) }
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

export type Cell = string | number | undefined

/** Writes rows as they come: 100,000 pairs never stand in memory as one text. */
export function writeCsv(file: string, header: readonly string[], rows: Iterable<readonly Cell[]>): void {
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, 'w')
  try {
    let pending = `${header.join(',')}\n`
    for (const row of rows) {
      pending += `${row.map(cellText).join(',')}\n`
      if (pending.length < 1 << 18) continue
      writeSync(handle, pending)
      pending = ''
    }
    writeSync(handle, pending)
  } finally {
    closeSync(handle)
  }
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number' || cell === undefined) return cell === undefined ? '' : String(cell)
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}
