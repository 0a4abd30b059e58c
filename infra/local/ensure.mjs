// Makes a fresh clone usable: a clear word about an old Node, then the packages when they are missing or outdated.
// Syntax and imports stay within Node 18, so that an old Node reaches the message instead of a stack trace.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const oldest = [20, 19]

/** The sentence for somebody whose Node is too old, or undefined when it will do. `version` is like "20.20.2". */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined
  return `This needs Node ${oldest.join('.')} or newer; you have ${version}. Install the long-term release from https://nodejs.org, or run "nvm install" here.`
}

/**
 * Whether the installed packages differ from the lock file. The times decide in the usual case; only when the lock
 * file is the newer one (every checkout touches it) are the two lists compared, so that nothing is installed twice.
 */
export function installIsStale(folder) {
  const wanted = join(folder, 'package-lock.json')
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return true
  if (!existsSync(wanted) || statSync(wanted).mtimeMs <= statSync(installed).mtimeMs) return false
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).packages).some(
    ([path, entry]) => path !== '' && !entry.optional && have[path]?.version !== entry.version,
  )
}

/** Installs what is missing. Progress and faults go to stderr: a command's own output stays clean. Ends the process on failure. */
export function ensure() {
  const old = nodeTooOld(process.versions.node)
  if (old) fail(old)
  if (!installIsStale(root)) return
  console.error('Installing packages (about a minute, once) ...')
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const first = npm('ci', ...quiet)
  if (first.status === 0) return
  console.error('The lock file does not fit this machine; asking npm to work it out ...')
  if (npm('install', ...quiet).status !== 0) fail('The packages could not be installed; npm says why above.')
}

function npm(...args) {
  return spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32', // npm is a .cmd file there
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensure()
