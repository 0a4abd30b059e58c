// Builds what changed: pages by Vite, server programs by esbuild. `npm run build -- --force` builds everything.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify, stripVTControlCharacters } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { findBundledDemo } from './bundle-check.mjs'
import { ensure, root } from './ensure.mjs'
import { markBuilt, parts, stale } from './parts.mjs'

/** Builds every part that is missing or older than its sources; returns their names. Throws with the tool's own words. */
export async function build({ force = false, say = console.log } = {}) {
  if (force) rmSync(join(root, 'dist'), { recursive: true, force: true })
  const todo = stale()
  if (todo.length === 0) return []
  const started = Date.now()
  say(`Building ${todo.map((part) => part.name).join(', ')} ...`)
  const builders = { vite: buildPage, bundle: bundleProgram, copy: copyFolder }
  await settleAll(
    todo.map(async (part) => {
      await builders[part.kind](part)
      markBuilt(part, started)
    }),
  )
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return todo.map((part) => part.name)
}

async function buildPage({ config, out }) {
  // A process of its own: Vite sets NODE_ENV for the process that it runs in.
  await run('node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn')
  await precompress(join(root, out))
}

/** One program in one file, as it runs in production: packages stay beside it, but for those that are slower there. */
export async function bundleProgram({ entry, out }) {
  const esbuild = await import('esbuild')
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [bundled('papaparse')],
    sourcemap: true,
    metafile: true,
    logLevel: 'silent',
  })
  if (out.startsWith('dist/bot/')) refuseDemo(out, metafile)
}

/**
 * A library that is taken into the program instead of being loaded beside it. Loading papaparse as the CommonJS module that it
 * is makes every later loop over a typed array an eighth slower (Node 20, measured with pairing).
 */
function bundled(name) {
  return {
    name: `bundled ${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
        path: createRequire(join(root, 'package.json')).resolve(name),
      }))
    },
  }
}

function refuseDemo(out, metafile) {
  const found = findBundledDemo(metafile)
  if (found.length === 0) return
  rmSync(join(root, out), { force: true })
  throw new Error(
    `${out} would contain the demo tenant: ${found.join(', ')}. Production code must not import bot/demo.`,
  )
}

function copyFolder({ from, out }) {
  rmSync(join(root, out), { recursive: true, force: true })
  cpSync(join(root, from), join(root, out), { recursive: true })
}

/** Express does not compress by itself: the server sends these files to browsers that accept them. */
async function precompress(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.(js|css|html|svg|json)$/.test(name),
  )
  await Promise.all(
    files.map(async (name) => {
      const path = join(folder, name)
      const bytes = await readFile(path)
      if (bytes.length < 1024) return
      const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params: size }))
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}

function run(...command) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', failed)
    child.on('close', (code) =>
      code === 0 ? done() : failed(new Error(`${command.join(' ')}\n${readable(said)}`)),
    )
  })
}

/** A tool's message without its colours and without where in the tool it was thrown. */
function readable(text) {
  const lines = stripVTControlCharacters(text).split('\n')
  return lines.filter((line) => line.trim() && !/^\s+at .*node_modules/.test(line)).join('\n')
}

/** Waits for all, then reports every fault: nobody should fix one error to learn of the next. */
async function settleAll(promises) {
  const faults = (await Promise.allSettled(promises)).filter((result) => result.status === 'rejected')
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.reason.message).join('\n\n'))
}

/** Gzipped kilobytes of JavaScript that index.html loads at once: the tab's budget is 130. */
export function firstLoadKilobytes(folder = join(root, 'dist/tab')) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="(?:\/tab\/|[./]*)([^"]+\.js)"/g)].map(([, path]) =>
    join(folder, path),
  )
  // Files under a kilobyte are not worth compressing and are sent as they are.
  const sent = (path) => statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size
  return scripts.reduce((sum, path) => sum + sent(path), 0) / 1024
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = { type: 'boolean', default: false }
  const { force, help } = parseArgs({ options: { force: flag, help: flag } }).values
  if (help) {
    console.log('Usage: npm run build -- [--force]')
    process.exit(0)
  }
  ensure()
  try {
    const built = await build({ force })
    if (built.length === 0) console.log(`Nothing to build: ${parts.length} parts are up to date.`)
    ;(await import('esbuild')).stop()
  } catch (fault) {
    console.error(fault.message)
    process.exit(1)
  }
}
