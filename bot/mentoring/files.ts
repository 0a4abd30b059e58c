/** Reading and writing for the command: bytes in, with a clear fault when a file cannot be read; CSV and JSON out. */
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { type Cell, rowText } from '../files/cell.ts'
import { InputFault } from '../files/input-fault.ts'

export function pathFrom(cwd: string, name: string): string {
  return isAbsolute(name) ? name : join(cwd, name)
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

/** Writes rows as they come: 100,000 pairs never stand in memory as one text. */
export function writeCsv(file: string, header: readonly string[], rows: Iterable<readonly Cell[]>): void {
  const handle = written(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    return openSync(file, 'w')
  })
  try {
    let pending = `${rowText(header)}\n`
    for (const row of rows) {
      pending += `${rowText(row)}\n`
      if (pending.length < 1 << 18) continue
      writeSync(handle, pending)
      pending = ''
    }
    writeSync(handle, pending)
  } finally {
    closeSync(handle)
  }
}

export function writeJson(file: string, value: unknown): void {
  written(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
  })
}

/** A place where nothing can be written is the caller's to change. */
function written<T>(file: string, write: () => T): T {
  try {
    return write()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new InputFault(file, 1, 1, `It cannot be written (${code}).`, 'Name another folder with --out.')
  }
}
