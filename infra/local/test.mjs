// `npm test`: everything that CI runs. `npm test -- ARGUMENTS` hands the arguments to jest and runs only that; `npm run test:kill`
// kills for as long as it takes.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { conclude, countTests, failuresIn, slowest, timesIn } from './count.mjs'
import { ensure, root } from './ensure.mjs'
import { findPostgres, startPostgres } from './postgres.mjs'
import { clock } from './progress.mjs'
import { sideBySide } from './side-by-side.mjs'

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
]
/** Its server is its own, whichever database the others run on: once is enough. */
const killsOnPostgres = ['boundaries', 'random', 'scheduling'].map((name) => `test/kill/${name}`)

/** On PGlite, whatever the environment says. */
const embedded = { TEST_DATABASE_URL: undefined }

/** What each file took and what failed, over all stages. */
const times = []
const failures = []

ensure()
const args = process.argv.slice(2)
if (args[0] === '--long-kills') process.exit(await runLongKills(args[1]))
process.exit(args.length > 0 ? runSome(args) : await runAll())

/** What a developer asks for: jest as it is, on a fresh build if there can be one. */
function runSome(args) {
  if (node('infra/local/build.mjs').status !== 0)
    console.error('The build failed (above); tests that need it will too.')
  const named = args.some((arg) => arg.startsWith('--selectProjects'))
  const journeys = args.some((arg) => arg.includes('journeys'))
  const projects = named || journeys ? [] : ['--selectProjects', 'node', 'tab', 'kill', '--']
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
    ...(await onPostgresToo(async (server) => [
      ...(await sideBySide(
        [() => unitTests(), () => testsOnPostgres(server), () => testsAsService(server)],
        // Whoever was killed is given up only after its lease: one of these at a time takes little from the others.
        [() => kills(), () => kills(server)],
      )),
    ])),
    // A browser, a company and who drives them keep a core busy: no more than two of these at once.
    await tests('journeys in a real browser', {
      env: browser(),
      args: ['--maxWorkers=2', '--selectProjects', 'journeys'],
    }),
  ]
  return concluded(results, begun)
}

/** The kill tests with other companies and other moments each round: 34 rounds are 200 kills of those that book, and as many that move. */
async function runLongKills(rounds = '34') {
  const begun = Date.now()
  const env = { KILL_ROUNDS: rounds }
  return concluded(
    await onPostgresToo(async (server) => [await kills(undefined, env), await kills(server, env)]),
    begun,
  )
}

function concluded(results, begun) {
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

/**
 * Runs jest and reads its own count. A run that leaves no count has failed, whatever its exit code. What runs beside another
 * says so on each of its lines (`tag`).
 */
async function tests(name, { env = {}, args, tag }) {
  announce(name, tag)
  const begun = Date.now()
  mkdirSync(join(root, '.cache'), { recursive: true })
  const report = join(root, '.cache', `test-report-${name.replaceAll(/\W+/g, '-')}.json`)
  rmSync(report, { force: true })
  const usual = [
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
    '--reporters=./infra/local/progress.mjs',
  ]
  const code = await saying(tag, env, ...jest, ...usual, ...args)
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const short = (one) => ({ ...one, name: relative(root, one.name) })
  times.push(...timesIn(told, name).map(short))
  failures.push(...failuresIn(told).map(short))
  return { name, ...countTests(told, code), seconds: since(begun) }
}

/** Runs it and passes on what it says, line by line; resolves with the exit code. */
function saying(tag, env, ...command) {
  return new Promise((done) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', ...(tag ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
      env: { ...process.env, ...env },
    })
    for (const stream of [child.stdout, child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => console.log(`${tag} | ${line}`))
    child.on('error', ({ message }) => {
      console.error(message)
      done(1)
    })
    child.on('close', (code) => done(code ?? 1))
  })
}

function since(begun) {
  return (Date.now() - begun) / 1000
}

/** A server to run the database tests on as well, once they ran on embedded PGlite; or why there is none. */
async function onPostgresToo(run) {
  if (process.env.TEST_DATABASE_URL) return run({ env: {} })
  const bin = findPostgres()
  if (!bin) return run({ none: 'no PostgreSQL on this machine; install it or set TEST_DATABASE_URL' })
  const server = await startPostgres(bin)
  try {
    return await run({ env: { TEST_DATABASE_URL: server.url } })
  } finally {
    server.stop()
  }
}

function unitTests() {
  const args = ['--selectProjects', 'node', 'tab']
  return tests('unit, property and contract tests', { env: embedded, args })
}

function testsOnPostgres({ env, none }) {
  const name = 'store, security and workflow tests on PostgreSQL'
  if (none) return leaveOut(name, none)
  // Half of the work is the server's.
  const args = ['--maxWorkers=4', '--selectProjects', 'node', '--', ...onPostgres]
  return tests(name, { env, args })
}

/** The store once more as the role that the service has: what it may do must be enough. */
function testsAsService({ env, none }) {
  const name = 'store tests as the service'
  if (none) return leaveOut(name, none)
  return tests(name, {
    env: { ...env, TEST_AS_SERVICE: '1' },
    args: ['--selectProjects', 'node', '--', 'test/store'],
  })
}

function kills(server, more = {}) {
  const name = server ? 'kill tests on PostgreSQL' : 'kill tests'
  if (server?.none) return leaveOut(name, server.none)
  const env = { ...(server?.env ?? embedded), ...more }
  const args = ['--maxWorkers=1', '--selectProjects', 'kill', ...(server ? ['--', ...killsOnPostgres] : [])]
  return tests(name, { env, args, tag: 'kill' })
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

function announce(name, tag) {
  console.log(tag ? `${tag} | == ${name}` : `\n== ${name}`)
}

function node(...command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
}
