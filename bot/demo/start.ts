/**
 * `npm start`: the demo tenant and the product side by side in one process, on two ports. The product is wired exactly as
 * in production; it meets the tenant by addresses and keys alone, and by a clock that the page can move.
 */
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asksForHelp, readOptions, UsageFault } from '../command-line.ts'
import { environment, readConfig } from '../config.ts'
import { addDays } from '../domain/calendar-date.ts'
import type { WorkingHours } from '../domain/enrolment/participant.ts'
import { isRefused } from '../domain/refusal.ts'
import { dayMs, plusMs, utcDate } from '../domain/span.ts'
import { type CompanyRows, readCompany } from '../files/company.ts'
import { InputFault } from '../files/input-fault.ts'
import { hurriedBy } from '../time.ts'
import { type Service, wire } from '../wire.ts'
import { decideParticipant } from '../workflows/enrolment/decide-participant.ts'
import { enrol } from '../workflows/enrolment/enrol.ts'
import { readOrganization } from '../workflows/organization/read-organization.ts'
import { chooseTraining } from '../workflows/program/choose-training.ts'
import { answerSeat } from '../workflows/program/hand-over.ts'
import { createCohort, openNextStage } from '../workflows/program/set-up-cohort.ts'
import { matchingChoices } from './company/matching-choices.ts'
import { type Company, companyFromRows, createSeededCompany, type DemoEnrolment } from './company.ts'
import { changeAgain } from './life/directory.ts'
import { createLife } from './life/life.ts'
import { lifeOf } from './life/memory.ts'
import { logIn } from './log-file.ts'
import { loadSnapshot, saveSnapshot } from './snapshot.ts'
import { startCommand, usualPort } from './start-command.ts'
import { settled } from './teams-server.ts'
import { startTenant } from './tenant.ts'
import type { Tenant } from './tenant-shape.ts'
import { untilIdle } from './until-idle.ts'

const usage = 'npm start -- [--fresh] [--still] [--people FILE] [--port N]'
/** Six to play, and some to pair. */
const fewestPeople = 12
const faultsTold = 10
/** Still waiting for the Organizer, so that there is something to decide. */
const leftWaiting = 6

interface Options {
  fresh: boolean
  /** The clock moves and nobody but the visitor acts, until the page says otherwise. */
  still: boolean
  people?: string
  port: number
}

function wishes(): Options {
  const values = readOptions(process.argv.slice(2), {
    fresh: 'flag',
    still: 'flag',
    people: 'text',
    port: 'text',
  })
  const asked = values.port ?? environment['PORT'] ?? String(usualPort)
  const port = Number(asked)
  // The product takes the port after it.
  if (!Number.isInteger(port) || port < 1 || port > 65534)
    throw new UsageFault(`--port must be a whole number from 1 to 65534; "${asked}" is not.`)
  const { fresh = false, still = false } = values
  return { fresh, still, port, ...(values.people ? { people: values.people } : {}) }
}

async function start(options: Options): Promise<void> {
  say(options.people ? `Reading ${basename(options.people)} ...` : 'Inventing a company ...')
  const company = await loadCompany(options)
  const dataDir = join(environment['DATA_DIR'] ?? '.data', options.people ? basename(options.people) : 'demo')
  if (options.fresh) rmSync(dataDir, { recursive: true, force: true })
  const snapshot = join(dataDir, 'tenant.json')
  const productUrl = `http://localhost:${options.port + 1}`

  // The clock of the tenant jumps by weeks: nobody wants to wait half a minute for a card at the end of it.
  const time = hurriedBy(10)
  let service: Service | undefined
  const tenant = await startTenant({
    company,
    port: options.port,
    productUrl,
    pageDir: fileURLToPath(new URL('page', import.meta.url)),
    onClock: async () => service?.tick(),
    tick: time.now,
  })
  const startedAt = Date.now()
  const ahead = () => tenant.state.now().getTime() - Date.now()
  const known = loadSnapshot(snapshot, tenant.state)
  if (known) await tenant.advanceTo(new Date(startedAt + known.ahead))

  const config = readConfig(
    {
      LOG_LEVEL: environment['LOG_LEVEL'] ?? 'warn',
      ...tenant.settings(),
      PORT: String(options.port + 1),
      HOST: '127.0.0.1',
      PUBLIC_URL: productUrl,
      DATA_DIR: dataDir,
      BOT_SERVICE_URL: `${tenant.url}/teams/service/`,
    },
    { strict: false },
  )
  say(known ? 'Opening what is kept from last time ...' : 'Starting the product ...')
  const logTo = logIn(dataDir, (line) => console.error(line))
  service = await wire(config, { clock: { now: () => tenant.state.now() }, time, logTo })
  await service.listen()
  if ((await service.ports.store.cohorts.list()).length === 0) await seed(service, tenant)
  begin(service, tenant, options)
  watchSteps(service, tenant)
  saveWhenChanged(tenant, () => saveSnapshot(snapshot, tenant.state, ahead()))
  stopOnSignal(service, tenant, () => saveSnapshot(snapshot, tenant.state, ahead()))
  sayReady(company, options, dataDir)
}

async function loadCompany({ people }: Options): Promise<Company> {
  if (!people) return createSeededCompany()
  const bytes = await readFile(people).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') throw new UsageFault(`There is no file ${people}.`)
    if (fault.code === 'EISDIR') throw new UsageFault(`${people} is a folder; name the file in it.`)
    throw new UsageFault(`The people file ${people} cannot be read (${fault.code}).`)
  })
  const read = readRows(people, bytes)
  for (const said of read.said) console.log(said)
  sayFaults(read.faults)
  if (read.rows.length >= fewestPeople) return companyFromRows(read, basename(people))
  const [first] = read.faults
  throw new UsageFault(
    `${people} names ${read.rows.length} people; at least ${fewestPeople} are needed.${first ? ` line ${first.line}: ${first.text}` : ''}`,
  )
}

/** By the one reader of files, so that the demo shows whom `mentoring pair` pairs. */
function readRows(people: string, bytes: Uint8Array): CompanyRows {
  try {
    return readCompany(people, bytes, 1, utcDate(new Date()))
  } catch (fault) {
    if (fault instanceof InputFault) throw new UsageFault(fault.message)
    throw fault
  }
}

function sayFaults(faults: CompanyRows['faults']): void {
  for (const { line, text } of faults.slice(0, faultsTold)) console.log(`line ${line}: ${text}`)
  if (faults.length > faultsTold)
    console.log(`... and ${faults.length - faultsTold} more; the page lists them.`)
}

/** The chart is read, a Cohort opened and people enrolled, all through the product's own workflows. */
async function seed(service: Service, tenant: Tenant): Promise<void> {
  const { ports } = service
  const { company } = tenant.state
  for (const id of [...new Set(company.enrolments.map((one) => one.personId))]) {
    // Installed by policy, as an administrator would: no greeting for each of hundreds.
    Set.prototype.add.call(tenant.state.installedFor, id)
  }
  say(`Reading the organization chart of ${company.people.length.toLocaleString('en')} people ...`)
  await readOrganization(ports)
  say(`Enrolling ${company.enrolments.length.toLocaleString('en')} people ...`)
  const cohortId = await openCohort(service, company)
  await enrolEverybody(service, company, cohortId)
  const { mentor, mentee, organizer, communications, sponsor, newcomer } = company.personas
  for (const id of [mentor, mentee, organizer, communications, sponsor, newcomer]) {
    Set.prototype.delete.call(tenant.state.installedFor, id)
    tenant.state.installedFor.add(id)
  }
  for (const team of company.teams.slice(0, 4)) tenant.state.installedInTeams.add(team.id)
  // Before anybody comes: the bot has heard where it is.
  await settled(tenant.channel)
  // The guided path begins with reading the chart: what happened before the newcomer came does not count.
  tenant.state.log.length = 0
}

async function openCohort({ ports }: Service, { personas }: Company): Promise<string> {
  const startsOn = addDays(utcDate(ports.clock.now()), 7)
  const created = await createCohort(
    ports,
    {
      programName: 'Reverse mentoring',
      cohortName: `Cohort ${startsOn.slice(0, 4)}`,
      challenge: {
        statement: 'Our leaders decide about AI, customers and careers that our juniors live with every day.',
        measure: 'Leaders who use AI tools every week',
        unit: '%',
        baseline: 22,
        target: 60,
      },
      objectives: [
        {
          text: 'Every leader tries one new tool between two sessions',
          topics: ['ai-tools', 'collaboration-apps'],
        },
        { text: 'Leaders hear how decisions land', topics: ['how-strategy-is-heard', 'unwritten-rules'] },
      ],
      groundRules: [
        'The Mentor leads the session and sets the agenda.',
        'What is said stays between us; neither side is ever appraised by it.',
        'A date that does not work is moved within 7 days, never dropped.',
        'Either of us can end it at any time, without a reason.',
      ],
      sponsorId: personas.sponsor,
      sponsorMessage:
        'I was mentored by someone half my age. It changed how I listen. Please make time for this.',
      startsOn,
      sessions: 6,
      cadenceWeeks: 3,
      sessionMinutes: 50,
    },
    personas.organizer,
  )
  if (isRefused(created)) throw new Error(`The demo's Cohort was refused: ${created.refused}`)
  // Lessons are there to read; hundreds who enrolled a second ago have not read them.
  await chooseTraining(ports, created.id, false, personas.organizer)
  await ports.store.cohorts.changeMatching(created.id, matchingChoices)
  // The Sponsor says yes as anybody would: nobody is in charge of a Program without it.
  for (const { id } of await ports.store.handovers.waitingFor(personas.sponsor)) {
    const answered = await answerSeat(ports, id, 'accepted', personas.sponsor, { holdsRole: false })
    if (isRefused(answered)) throw new Error(`The demo's Sponsor was refused: ${answered.refused}`)
  }
  for (const stage of ['enrolling', 'matching'] as const) {
    await openNextStage(ports, created.id, stage, personas.organizer)
  }
  return created.id
}

async function enrolEverybody({ ports }: Service, company: Company, cohortId: string): Promise<void> {
  const now = ports.clock.now()
  const people = company.enrolments.map(({ personId }) => ({
    id: personId,
    mail: company.byId.get(personId)!.mail,
  }))
  const times = await ports.calendar.availability(people, now, plusMs(now, dayMs))
  const personas = new Set(Object.values(company.personas))
  const waiting = new Set(
    company.enrolments.filter(({ personId }) => !personas.has(personId)).slice(-leftWaiting),
  )
  for (const enrolment of company.enrolments) {
    const time = times.get(enrolment.personId)
    const zone = time?.known ? time.timeZone : undefined
    const participant = await enrol(ports, cohortId, enrolment.personId, {
      ...said(enrolment),
      timeZone: zone ?? 'Europe/London',
      workingHours: (time?.known && time.workingHours) || usualWeek,
    })
    if (isRefused(participant) || waiting.has(enrolment)) continue
    if (personas.has(enrolment.personId)) {
      await decideParticipant(ports, participant.id, 'approve', company.personas.organizer)
    } else {
      // Hundreds of "you are in" cards before anybody looks would only be noise.
      await ports.store.participants.save({ ...participant, state: 'approved' })
    }
  }
}

const usualWeek: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }

function said({ side, topics, languages, interests, capacity }: DemoEnrolment) {
  const goal =
    side === 'mentor' ? 'Speak up with confidence in front of leaders' : 'Use one new tool every week'
  return { side, topics, languages, interests, capacity, goal, goalStart: 2, acceptedGroundRules: 1 }
}

/** From here on everybody acts while the clock moves; what became of people before a restart is so again. */
function begin(service: Service, tenant: Tenant, { still }: Options): void {
  changeAgain(tenant.state)
  tenant.begin(createLife({ channel: tenant.channel, settle: (what) => untilIdle(service, what) }))
  if (still) lifeOf(tenant.state).isOn = false
}

/**
 * Two steps of the guided path leave no trace on the wire: proposals are the product's own, and a check-in may be answered
 * in the tab. The product is asked for them, so that they tick by themselves.
 */
function watchSteps({ ports }: Service, tenant: Tenant): void {
  // The others answer by themselves.
  const played = new Set(Object.values(tenant.state.company.personas))
  const happened = {
    pair: async (cohortId: string) => (await ports.store.pairings.list(cohortId)).length > 0,
    'check-in': async (cohortId: string) =>
      (await ports.store.checkIns.list(cohortId)).some(
        (one) => one.state === 'answered' && played.has(one.personId),
      ),
  }
  const open = new Map(Object.entries(happened))
  const look = async () => {
    const [cohort] = await ports.store.cohorts.list()
    for (const [step, isDone] of open) {
      if (!cohort || !(await isDone(cohort.id))) continue
      open.delete(step)
      const headers = { 'content-type': 'application/json' }
      await fetch(`${tenant.url}/_demo/path`, { method: 'POST', headers, body: JSON.stringify({ step }) })
      tenant.state.changed('directory')
    }
    if (open.size === 0) clearInterval(timer)
  }
  const timer = setInterval(() => look().catch(() => {}), 1000)
  timer.unref()
}

/** At most once a second, after something worth redrawing the page for. */
function saveWhenChanged({ state }: Tenant, save: () => void): void {
  const { changed } = state
  let waiting: NodeJS.Timeout | undefined
  state.changed = (what) => {
    changed(what)
    if (waiting) return
    waiting = setTimeout(() => {
      waiting = undefined
      save()
    }, 1000)
  }
}

function stopOnSignal(service: Service, tenant: Tenant, save: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      save()
      void Promise.allSettled([service.stop(), tenant.close()]).then(() => process.exit(0))
    })
  }
}

const say = (line: string) => console.log(line)

function sayReady(company: Company, options: Options, dataDir: string): void {
  const { port } = options
  console.log(`
  ${company.name}: ${company.people.length.toLocaleString('en')} people, ${company.enrolments.length} enrolled.

  Open  http://localhost:${port}  and follow the six steps at the top.
  Stop with Ctrl+C. Go on later with: ${startCommand(options)}
  Everything is kept in ${dataDir}; --fresh begins anew.
`)
}

try {
  if (asksForHelp(process.argv)) console.log(`Usage: ${usage}`)
  else await start(wishes())
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}

/** Two ports are taken, so the next to try are well away from both. */
function asOnAnotherPort(): Options {
  const asked = wishes()
  return { ...asked, port: asked.port > 65_000 ? usualPort : asked.port + 10 }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as Error & { code?: string }
  if (code === 'EADDRINUSE')
    return `Another program uses port ${(error as Error & { port?: number }).port}. Try: ${startCommand(asOnAnotherPort())}`
  if (error instanceof UsageFault) return `${error.message}\nUsage: ${usage}`
  if (code === 'data-directory-in-use') return error.message
  return error.stack ?? error.message
}
