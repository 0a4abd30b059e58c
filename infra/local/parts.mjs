// What the build consists of, and whether a part is older than its sources. No packages needed to read this file.
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './ensure.mjs'

/**
 * Each part: `needs` must exist or the part is left out; `inputs` are watched by time; `made` proves that it is there.
 * `vite` parts are pages, `bundle` parts are server programs, `copy` parts are folders taken over as they are.
 * Worker and migrations lie beside each program that opens them, so the same relative address works in both.
 */
export const parts = [
  page('tab', 'tab', 'dist/tab', ['tab', 'bot/contract', 'bot/files']),
  page('demo page', 'bot/demo/page', 'dist/demo/page', ['bot/demo/page', 'bot/contract']),
  program('service', 'bot/main.ts', 'dist/bot/main.js'),
  program('mentoring command', 'bot/mentoring/main.ts', 'dist/bot/mentoring.js'),
  program('doctor', 'bot/doctor/main.ts', 'dist/bot/doctor.js'),
  program('matching worker', 'bot/matching-worker/worker.ts', 'dist/bot/matching-worker.js'),
  program('demo matching worker', 'bot/matching-worker/worker.ts', 'dist/demo/matching-worker.js'),
  program('demo tenant', 'bot/demo/start.ts', 'dist/demo/start.js'),
  copy('migrations', 'bot/store/migrations', 'dist/bot/migrations'),
  copy('demo migrations', 'bot/store/migrations', 'dist/demo/migrations'),
]

function page(name, folder, out, inputs) {
  const config = `${folder}/vite.config.ts`
  return { name, kind: 'vite', needs: config, config, out, made: `${out}/index.html`, inputs }
}
function program(name, entry, out) {
  return { name, kind: 'bundle', needs: entry, entry, out, made: out, inputs: ['bot'] }
}
function copy(name, from, out) {
  return { name, kind: 'copy', needs: from, from, out, made: out, inputs: [from] }
}

/** The parts that have sources and whose result is missing or older than they are. */
export function stale(all = parts, folder = root) {
  return all.filter((part) => existsSync(join(folder, part.needs)) && !isFresh(part, folder))
}

export function isFresh(part, folder = root) {
  const stamp = stampOf(part, folder)
  if (!existsSync(stamp) || !existsSync(join(folder, part.made))) return false
  const built = statSync(stamp).mtimeMs
  return [...part.inputs, 'package-lock.json', 'infra/local'].every(
    (path) => newest(join(folder, path), built) <= built,
  )
}

/** Notes that a part was built from what lay there at `since` (ms): a change made meanwhile counts as newer. */
export function markBuilt(part, since, folder = root) {
  const stamp = stampOf(part, folder)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, since / 1000, since / 1000)
}

const stampOf = (part, folder) => join(folder, 'dist', '.built', part.name.replaceAll(' ', '-'))

/** The latest change below a path, in ms; folders count too, so a removed file is noticed. Stops at the first one past `enough`. */
function newest(path, enough) {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  let latest = own.mtimeMs
  if (!own.isDirectory()) return latest
  for (const entry of readdirSync(path)) {
    if (latest > enough) return latest
    latest = Math.max(latest, newest(join(path, entry), enough))
  }
  return latest
}
