import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fault } from '../domain/fault.ts'

/** The embedded database has no lock of its own: two processes on one directory lose rows without an error. */
export class DataDirectoryInUse extends Fault {
  override readonly name = 'DataDirectoryInUse'
  readonly code = 'data-directory-in-use'
  constructor(dir: string) {
    super(`The data in ${dir} is open in another process. Stop that one first, or start with another folder.`)
  }
}

/**
 * One process per data directory. The lock is a name the operating system drops when the process dies, kill -9 included:
 * an abstract socket on Linux, a pipe on Windows, a socket file elsewhere (which can be left behind, so it is tried first).
 */
export async function lockDirectory(dir: string): Promise<net.Server> {
  // What people say lies in it: for whoever runs the service, and nobody else on the machine.
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  const id = `reverse-mentoring-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 24)}`
  const name = lockName(id)
  try {
    return await listen(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (name.endsWith('.sock') && !(await answers(name))) {
      await rm(name, { force: true })
      return listen(name)
    }
    throw new DataDirectoryInUse(dir)
  }
}

function lockName(id: string): string {
  if (process.platform === 'linux') return `\0${id}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`
  return join(tmpdir(), `${id}.sock`)
}

function listen(name: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((connection) => connection.destroy())
    server.once('error', reject).listen(name, () => {
      server.unref()
      resolve(server)
    })
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(name, () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => resolve(false))
  })
}
