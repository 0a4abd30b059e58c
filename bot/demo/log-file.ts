/**
 * What the product logs while somebody tries it out. It is for whoever looks for a fault, so it goes to a file; the terminal says
 * once, in words, that something is there to read.
 */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const errorLevel = 50
const fatalLevel = 60
/** A job that failed is tried again, and one that waits for another fails on the best of days; so many times is no such day. */
const oftenEnough = 5

export function logIn(dataDir: string, tell: (line: string) => void): { write(line: string): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'log.ndjson')
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 })
  const failed = new Map<string, number>()
  let isTold = false
  const say = (what: string) => {
    if (isTold) return
    isTold = true
    tell(`${what} Details are in ${path}.`)
  }
  file.on('error', () => say('The log cannot be written.'))
  return {
    write(line) {
      file.write(line)
      const { level, job } = read(line)
      if (level < errorLevel) return
      const times = (failed.get(job ?? '') ?? 0) + 1
      failed.set(job ?? '', times)
      if (level >= fatalLevel || job === undefined) say('Something went wrong inside.')
      else if (times >= oftenEnough) say(`Something inside has failed ${times} times.`)
    },
  }
}

/** A line that is none of the log's own is worth a look. */
function read(line: string): { level: number; job?: string } {
  try {
    return JSON.parse(line) as { level: number; job?: string }
  } catch {
    return { level: fatalLevel }
  }
}
