/**
 * The pairing engine against its goals and against peers on the identical edge list: `npm run bench -- matching [large]`.
 * Instances come from the generator beside the project's reference (`../shared/bench`); LEMON is built and scipy is run
 * where they are installed. All times are CPU milliseconds of one process without reading the input.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRefused } from '../../bot/domain/refusal.ts'
import { assign } from '../../bot/engine/assign.ts'
import { buildField } from '../../bot/engine/field.ts'
import { proposeWithWorking, type WorkedProposal } from '../../bot/engine/propose.ts'
import { type Change, keepReady, revise } from '../../bot/engine/revise.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import { startList } from '../../bot/engine/start-list.ts'
import { verifyCertificate } from '../../bot/engine/verify-certificate.ts'
import { readInputs } from '../../bot/mentoring/inputs.ts'
import { readGraph } from '../../bot/mentoring/read-graph.ts'

const reference = resolve('../shared/bench')
const cache = resolve('.cache/bench')
const large = process.argv.includes('large')
const only = process.argv.find((word) => word.startsWith('only='))?.slice(5)

interface Instance {
  name: string
  gen: string
  /** Most CPU milliseconds, and how many times faster than the best peer. */
  goalMs?: number
  goalTimes?: number
  peers?: ('ns' | 'cs' | 'scipy' | 'dense')[]
  big?: boolean
}

const mentoring = (rest: string) => `mentoring --seed 1 --csv no --no-people ${rest}`
const random = (rest: string) => `random --seed 1 --csv no ${rest}`
const instances: Instance[] = [
  { name: 'mentoring 1k, k 20', gen: mentoring('--n 1000 --k 20 --caps none') },
  { name: 'mentoring 10k, k 20', gen: mentoring('--n 10000 --k 20 --caps none'), goalMs: 350, goalTimes: 2 },
  { name: 'mentoring 10k, k 50', gen: mentoring('--n 10000 --k 50 --caps none'), goalMs: 500, goalTimes: 4 },
  { name: 'random 10k, k 20', gen: random('--n 10000 --k 20'), goalMs: 350, goalTimes: 2 },
  { name: 'popular columns 10k', gen: random('--n 10000 --k 20 --kind hub'), goalTimes: 1 },
  { name: 'product scores 10k', gen: random('--n 10000 --k 20 --kind product'), goalTimes: 1 },
  { name: 'ties 10k, scores 1 to 5', gen: random('--n 10000 --k 20 --kind ties'), goalTimes: 1 },
  {
    name: 'capacities 10k, mentees 1 to 3',
    gen: mentoring('--n 10000 --k 20 --caps mentee'),
    goalMs: 350,
    goalTimes: 1,
  },
  {
    name: 'capacities 12k x 8k, 1 to 3',
    gen: random('--nl 12000 --nr 8000 --k 20 --capmax 3'),
    goalMs: 350,
    goalTimes: 1,
  },
  { name: 'dense 2,000', gen: random('--n 2000 --k 2000 --w 1000000'), goalMs: 150, peers: ['ns', 'dense'] },
  {
    name: 'dense mentoring 2,000',
    gen: mentoring('--n 2000 --dense --caps none'),
    goalMs: 400,
    peers: ['ns', 'dense'],
  },
  { name: 'random 100k, k 20', gen: random('--n 100000 --k 20'), goalMs: 2500, goalTimes: 5, big: true },
  {
    name: 'random 100k, k 50',
    gen: random('--n 100000 --k 50'),
    goalMs: 3000,
    goalTimes: 8,
    big: true,
    peers: ['cs'],
  },
  {
    name: 'capacities 100k, 1 to 3',
    gen: random('--n 100000 --k 20 --capmax 3'),
    goalMs: 6000,
    goalTimes: 2,
    big: true,
  },
]

interface Answer {
  pairs: number
  score: number
  ms: number
  rssMiB: number
}

if (!existsSync(join(reference, 'gen.mjs'))) {
  console.log('The generator ../shared/bench is not here; nothing to measure.')
  process.exit(0)
}

const lemon = buildLemon()
const python = ['/usr/bin/python3', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import scipy']).status === 0,
)
const rows = instances
  .filter((instance) => (large || !instance.big) && (!only || instance.name.includes(only)))
  .map(measure)
console.table(rows)
if (!only) console.table([...warmRows(), ...peopleRows()])
if (!lemon) console.log('LEMON is not installed (Debian: g++ liblemon-dev): no comparison with it.')
if (!python) console.log('scipy is not installed (Debian: python3-scipy): no comparison with it.')

function measure(instance: Instance) {
  const file = join(generated(instance), 'edges.bin')
  const own = solveApart(file)
  const peers: Record<string, Answer> = {}
  for (const peer of instance.peers ?? (instance.big ? ['ns', 'cs'] : ['ns', 'cs', 'scipy'])) {
    const answer = runPeer(peer, file)
    if (answer) peers[peer] = answer
  }
  // scipy repeats people with capacities, which is exact only where one end of every pair has capacity 1.
  const exact = Object.entries(peers).filter(
    ([peer]) => peer !== 'scipy' || !instance.name.startsWith('capacities'),
  )
  const best = Math.min(...exact.map(([, { ms }]) => ms))
  const agree = exact.every(([, { pairs, score }]) => pairs === own.pairs && score === own.score)
  const times = best / own.ms
  return {
    instance: instance.name,
    ms: own.ms,
    'goal ms': instance.goalMs ?? '',
    MiB: own.rssMiB,
    ...Object.fromEntries(Object.entries(peers).map(([peer, { ms }]) => [`${peer} ms`, Math.round(ms)])),
    'times faster': Number.isFinite(times) ? Number(times.toFixed(1)) : '',
    'goal times': instance.goalTimes ?? '',
    'same optimum': exact.length === 0 ? '' : agree,
  }
}

function generated({ name, gen }: Instance): string {
  const folder = join(cache, name.replaceAll(/[^a-z0-9]+/gi, '-'))
  if (existsSync(join(folder, 'edges.bin'))) return folder
  mkdirSync(folder, { recursive: true })
  execFileSync(process.execPath, [join(reference, 'gen.mjs'), ...gen.split(' '), '--out', folder])
  return folder
}

/** The command as it is built, in a process of its own: compilation counts, and the peak memory is the solver's. */
function solveApart(file: string): Answer {
  const program = `
    import ${JSON.stringify(resolve('infra/local/short-run.mjs'))}
    import { run } from ${JSON.stringify(resolve('dist/bot/mentoring.js'))}
    process.exitCode = await run(['solve', '--edges', ${JSON.stringify(file)}], { stdout: process.stdout, stderr: process.stderr, cwd: '/' })`
  const { cpuMs, certificate, ...rest } = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  )
  if (certificate !== 'verified') throw new Error(`The certificate of ${file} fails.`)
  return { ...rest, ms: cpuMs }
}

function buildLemon(): string | undefined {
  const built = join(cache, 'bin/lemon_peer')
  if (!existsSync(built)) spawnSync('sh', [join(reference, 'peers/build.sh'), join(cache, 'bin')])
  return existsSync(built) ? built : undefined
}

/** The better of a peer's usual forms. */
function runPeer(peer: string, file: string): Answer | undefined {
  const script = join(reference, 'peers/scipy_peer.py')
  const commands: [string | undefined, string[]][] =
    peer === 'ns'
      ? [[lemon, [file, 'ns', 'bypass']]]
      : peer === 'cs'
        ? [[lemon, [file, 'cs', 'fixed']]]
        : [[python, [script, file, peer === 'dense' ? 'dense' : 'sparse']]]
  const answers = commands.flatMap(([command, args]) => {
    if (!command) return []
    const ran = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 })
    return ran.status === 0 ? [JSON.parse(ran.stdout)] : []
  })
  const [fastest] = answers.sort((a, b) => a.msSolve - b.msSolve)
  return fastest && { ...fastest, ms: fastest.msBuild + fastest.msSolve }
}

function cpuOf(work: () => void): number {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return Math.round((user + system) / 100) / 10
}

/** What a running service needs: code compiled, memory warm. */
function warmRows() {
  const graph = readGraph('/', join(generated(instances[0]!), 'edges.bin'))
  const solve = () => {
    const fault = verifyCertificate(graph, assign(graph))
    if (fault) throw new Error(fault)
  }
  for (let run = 0; run < 15; run++) solve()
  const ms = Math.min(...Array.from({ length: 10 }, () => cpuOf(solve)))
  return [{ what: 'solve 1,000 people, warm, with certificate', ms, 'goal ms': 30 }]
}

function peopleRows() {
  const rows = [proof(2000, 1500)]
  const worked = pairPeople(10_000)
  rows.push({
    what: 'all-pairs proof 10,000 x 10,000',
    ms: worked.ms,
    'goal ms': 15_000,
    'gap %': worked.gap,
  })
  for (const row of changeRows(worked.worked)) rows.push(row)
  if (!large) return rows
  const listing = cpuOf(() => listCandidates(100_000))
  const huge = pairPeople(100_000)
  return [
    ...rows,
    { what: 'people file of 100,000 + 100,000 to candidates', ms: listing, 'goal ms': 5000, 'gap %': '' },
    { what: 'all-pairs bound 100,000 x 100,000', ms: huge.ms, 'goal ms': 300_000, 'gap %': huge.gap },
  ]
}

/** Sixty changes, one after the other, each described for the board; the first dozen warm the code up. */
function changeRows(start: WorkedProposal) {
  const rows = [
    {
      what: 'a run of 10,000 made ready for changes',
      ms: cpuOf(() => keepReady(start)),
      'goal ms': 0,
      'gap %': 0,
    },
  ]
  const times: number[] = []
  let worked = start
  for (let turn = 0; turn < 72; turn++) {
    const change = someChange(worked, turn)
    times.push(
      cpuOf(() => {
        const revised = revise(worked, change)
        if (isRefused(revised)) return
        if (revised.worked.proposal.proof.certificate !== 'verified')
          throw new Error('A revision is not proven.')
        worked = revised.worked
      }),
    )
  }
  const sorted = times.slice(12).sort((a, b) => a - b)
  for (const [share, name] of [
    [0.5, 'half of them'],
    [0.9, 'nine in ten'],
    [1, 'all'],
  ] as const) {
    const ms = sorted[Math.ceil(share * sorted.length) - 1]!
    rows.push({ what: `one change at 10,000, proven and described: ${name}`, ms, 'goal ms': 20, 'gap %': 0 })
  }
  return rows
}

function someChange({ proposal: { pairings } }: WorkedProposal, turn: number): Change {
  const { mentorId, menteeId } = pairings[(turn * 577 + 31) % pairings.length]!
  const other = pairings[(turn * 1777 + 91) % pairings.length]!
  if (turn % 4 === 0) return { kind: 'forbid', mentorId, menteeId }
  if (turn % 4 === 1) return { kind: 'leave', personId: turn % 8 < 4 ? mentorId : menteeId }
  if (turn % 4 === 2) return { kind: 'capacity', personId: mentorId, capacity: turn % 3 }
  return { kind: 'pin', mentorId, menteeId: other.menteeId }
}

function proof(count: number, goal: number) {
  const { ms, gap } = pairPeople(count)
  return { what: `all-pairs proof ${count} x ${count}`, ms, 'goal ms': goal, 'gap %': gap }
}

function listCandidates(count: number): void {
  const { input } = readInputs('/', peopleFiles(count), '2026-11-21')
  const roster = buildRoster(input)
  const field = buildField(roster.mentors, roster.mentees, roster.context, roster)
  if (startList(field, 1).count < count) throw new Error('There are fewer candidates than people.')
}

function peopleFiles(count: number) {
  const folder = join(cache, `people-${count}`)
  if (!existsSync(join(folder, 'people.jsonl'))) {
    const args = [join(reference, 'gen.mjs'), 'people', '--mentors', `${count}`, '--mentees', `${count}`]
    execFileSync(process.execPath, [...args, '--seed', '1', '--out', folder])
  }
  const [people, rules] = [join(folder, 'people.jsonl'), join(folder, 'rules.json')]
  if (!existsSync(rules)) writeFileSync(rules, JSON.stringify({ rules: { tops: topsOf(people) } }))
  return { people, rules, ratings: join(folder, 'ratings.jsonl') }
}

/** The generator makes several charts of a size, none of which holds more than half of all: their heads have to be confirmed. */
function topsOf(people: string): string[] {
  return readFileSync(people, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; manager: string | null })
    .filter(({ manager }) => manager === null)
    .map(({ id }) => id)
}

function pairPeople(count: number) {
  const { input } = readInputs('/', peopleFiles(count), '2026-11-21')
  let worked!: ReturnType<typeof proposeWithWorking>
  const ms = cpuOf(() => {
    worked = proposeWithWorking(input)
  })
  return { worked, ms, gap: worked.proposal.proof.gapPercent }
}
