// `npm test`: everything that CI runs. `npm test -- ARGUMENTS` hands the arguments to jest and runs only that.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { conclude, countTests, failuresIn, slowest, timesIn } from './count.mjs'
import { ensure, root } from './ensure.mjs'
import { findPostgres, startPostgres } from './postgres.mjs'
import { clock } from './progress.mjs'

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
]
const onPostgres = [
  'test/store',
  'test/security/changing-what-was-done-as-the-service.test.ts',
  'test/security/reading-the-database-for-what-people-said.test.ts',
  'test/security/reading-the-log-for-what-people-wrote.test.ts',
  'test/workflows',
  'test/kill',
]

/** What each file took and what failed, over all stages. */
const times = []
const failures = []

ensure()
const args = process.argv.slice(2)
process.exit(args.length > 0 ? runSome(args) : await runAll())

/** What a developer asks for: jest as it is, on a fresh build if there can be one. */
function runSome(args) {
  if (node('infra/local/build.mjs').status !== 0)
    console.error('The build failed (above); tests that need it will too.')
  const named = args.some((arg) => arg.startsWith('--selectProjects'))
  const journeys = args.some((arg) => arg.includes('journeys'))
  const projects = named || journeys ? [] : ['--selectProjects', 'node', 'tab', '--']
  return node(...jest, ...projects, ...args).status ?? 1
}

/** Every stage, even after a failed one, so that one run tells the whole state. Returns the exit code. */
async function runAll() {
  const begun = Date.now()
  const results = [
    ...(await Promise.all([
      check('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'),
      check('types', 'node_modules/typescript/bin/tsc', '--noEmit'),
      check('build', 'infra/local/build.mjs'),
      check('Teams package', 'manifest/package.mjs', '--example'),
    ])),
    tests('unit, property and contract tests', {}, '--selectProjects', 'node', 'tab'),
    ...(await testsOnPostgres()),
    // A browser, a company and who drives them keep a core busy: no more than two of these at once.
    tests('journeys in a real browser', browser(), '--maxWorkers=2', '--selectProjects', 'journeys'),
  ]
  announce('slowest files')
  for (const line of slowest(times)) console.log(line)
  if (failures.length > 0) announce('what failed')
  for (const { name, test, why } of failures) console.log(`${name} › ${test}\n${why}\n`)
  announce('result')
  const { lines, code } = conclude(results)
  for (const line of lines) console.log(line)
  console.log(`in ${clock(Date.now() - begun)} minutes`)
  return code
}

/** Several run side by side: what each says stands together, once it has ended. */
async function check(name, ...command) {
  const begun = Date.now()
  const { said, code } = await new Promise((done) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
    child.on('error', ({ message }) => done({ said: message, code: 1 }))
    child.on('close', (code) => done({ said, code }))
  })
  announce(name)
  if (said) console.log(said.trimEnd())
  if (code !== 0) console.error(`FAILED: ${name}`)
  return { name, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: since(begun) }
}

/** Runs jest and reads its own count. A run that leaves no count has failed, whatever its exit code. */
function tests(name, env, ...args) {
  announce(name)
  const begun = Date.now()
  const report = join(root, '.cache', 'test-report.json')
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const usual = [
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
    '--reporters=./infra/local/progress.mjs',
  ]
  const code = nodeWith(env, ...jest, ...usual, ...args).status
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const short = (one) => ({ ...one, name: relative(root, one.name) })
  times.push(...timesIn(told, name).map(short))
  failures.push(...failuresIn(told).map(short))
  return { name, ...countTests(told, code), seconds: since(begun) }
}

function since(begun) {
  return (Date.now() - begun) / 1000
}

/** The database tests a second time on a real server; they ran on embedded PGlite before. */
async function testsOnPostgres() {
  const name = 'store, security, workflow and kill tests on PostgreSQL'
  const paths = onPostgres.filter((path) => existsSync(join(root, path)))
  if (paths.length === 0) return [leaveOut(name, 'there are no such tests')]
  // Half of the work is the server's.
  const args = ['--maxWorkers=4', '--selectProjects', 'node', '--', ...paths]
  /** The store once more as the role that the service has: what it may do must be enough. */
  const run = (env) => [
    tests(name, env, ...args),
    tests(
      'store tests as the service',
      { ...env, TEST_AS_SERVICE: '1' },
      '--selectProjects',
      'node',
      '--',
      'test/store',
    ),
  ]
  if (process.env.TEST_DATABASE_URL) return run({})
  const bin = findPostgres()
  if (!bin) return [leaveOut(name, 'no PostgreSQL on this machine; install it or set TEST_DATABASE_URL')]
  const server = await startPostgres(bin)
  try {
    return run({ TEST_DATABASE_URL: server.url })
  } finally {
    server.stop()
  }
}

function leaveOut(name, why) {
  announce(name)
  console.log(`SKIPPED: ${why}.`)
  return { name, passed: 0, failed: 0, skipped: 0, left: why }
}

/** CHROMIUM names a browser of this machine; without it the journeys take the packaged one. */
function browser() {
  if (process.env.CHROMIUM) return {}
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
  return found ? { CHROMIUM: found } : {}
}

function announce(name) {
  console.log(`\n== ${name}`)
}

function node(...command) {
  return nodeWith({}, ...command)
}

function nodeWith(env, ...command) {
  return spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
}
