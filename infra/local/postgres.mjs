// A PostgreSQL server to throw away: own folder, own port, trusted on loopback only, gone when stopped.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The folder with initdb and pg_ctl: on PATH, else Debian's place (newest version first); undefined when there is none. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [...(process.env.PATH ?? '').split(delimiter), ...versions.map((v) => join(debian, v, 'bin'))].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  )
}

/**
 * Starts a server; returns its address and how to stop it and remove its data. `bin` comes from findPostgres.
 * `fail` ends it at once as a crash would, `recover` starts it again on the same data. `freeze` keeps it and its connections
 * as they are, without an answer, until `thaw`.
 */
export async function startPostgres(bin) {
  const owner = ordinaryUser()
  const home = mkdtempSync(join(tmpdir(), 'mentoring-pg-'))
  if (owner) chownSync(home, owner.uid, owner.gid)
  const data = join(home, 'data')
  const port = await freePort()
  const call = (program, ...args) => {
    const ran = spawnSync(join(bin, program), args, { cwd: home, encoding: 'utf8', ...owner })
    if (ran.status !== 0)
      throw new Error(`${program} failed: ${ran.error?.message ?? ran.stderr + ran.stdout}`)
  }
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200`
  const remove = () => rmSync(home, { recursive: true, force: true })
  const recover = () => call('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start')
  const fail = () => call('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
  try {
    call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync')
    recover()
  } catch (fault) {
    remove()
    throw fault
  }
  const signal = (name) => {
    const [postmaster] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n')
    const pairs = listed.map((line) => line.trim().split(/\s+/))
    const family = pairs.filter(([pid, parent]) => pid === postmaster || parent === postmaster)
    for (const [pid] of family) process.kill(Number(pid), name)
  }
  const freeze = () => signal('SIGSTOP')
  const thaw = () => signal('SIGCONT')
  const stop = () => {
    if (existsSync(join(data, 'postmaster.pid'))) fail()
    remove()
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop, fail, recover, freeze, thaw }
}

/** PostgreSQL refuses to run as root, so root lends it another user: `postgres` where there is one, else `nobody`. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return undefined
  const name = idOf('-u', 'postgres') === undefined ? 'nobody' : 'postgres'
  return { uid: idOf('-u', name), gid: idOf('-g', name) }
}

function idOf(flag, name) {
  const ran = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return ran.status === 0 ? Number(ran.stdout) : undefined
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
