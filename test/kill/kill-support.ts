/**
 * A tenant in this process and a product in another, which can be killed at any moment. Between two lives of the product
 * its database is opened here: to prepare work, and to see what became of it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { createSeededCompany } from '../../bot/demo/company.ts'
import type { DemoEvent, Fault } from '../../bot/demo/state.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'
import { partnerOf } from '../../bot/domain/pairing/pairing.ts'
import type { SummaryId } from '../../bot/domain/publishing/summary.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { proposePairings, requestProposals } from '../../bot/workflows/pairing/propose-pairings.ts'
import { settlePost } from '../../bot/workflows/publishing/publish-summary.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  submitSummary,
} from '../../bot/workflows/publishing/write-summary.ts'
import { deliverNotice } from '../../bot/workflows/telling/deliver-notice.ts'
import { migratedDatabase, migratedFolder, migrations } from '../support/database.ts'
import { hurried } from '../support/hurried.ts'
import { keyPairs } from '../support/key-pairs.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  settingsIn,
  wireProduct,
} from '../support/product.ts'

/** Longer than any request of these tests is under way, as in production. */
export const leaseMs = 3000

export interface Stage {
  tenant: Tenant
  kills: number
  /** Opens the product's database here for a moment; no child may live. */
  inside<T>(act: (product: Product) => Promise<T>): Promise<T>
  /** A new life; resolves when it says that it works. */
  start(): Promise<Life>
  close(): Promise<void>
}

export interface Life {
  ready: Promise<void>
  /** Resolves when nothing is open any more. */
  settled: Promise<void>
  kill(): Promise<void>
}

export async function setStage(
  seed: number,
  size = { people: 400, mentors: 30, mentees: 26 },
): Promise<Stage> {
  const company = createSeededCompany({ ...size, seed })
  const tenant = await startTenant({
    company,
    pageDir: '/nowhere',
    tick: hurried.now,
    keyPairs: await keyPairs(),
  })
  const { settings, remove } = await somewhere()
  const alive = new Set<ChildProcess>()
  const stage: Stage = {
    tenant,
    kills: 0,
    async inside(act) {
      const product = await wireProduct(tenant, company, settings)
      // The child takes up real jobs.
      const ports = { ...product.ports, jobs: product.service.ports.jobs }
      try {
        return await act({ ...product, ports })
      } finally {
        await product.close()
      }
    },
    async start() {
      return begin(await program(), { ...settingsIn(tenant), ...settings }, alive, () => stage.kills++)
    },
    async close() {
      for (const child of alive) await end(child)
      await tenant.close()
      await remove()
    },
  }
  return stage
}

async function somewhere() {
  const server = process.env['TEST_DATABASE_URL']
  if (server) {
    const { url, drop } = await migratedDatabase(server)
    return { settings: { DATABASE_URL: url } as Record<string, string>, remove: drop }
  }
  const dir = mkdtempSync(join(tmpdir(), 'mentoring-kill-'))
  cpSync(await migratedFolder(), join(dir, 'database'), { recursive: true })
  return {
    settings: { DATA_DIR: dir } as Record<string, string>,
    remove: async () => rmSync(dir, { recursive: true, force: true }),
  }
}

let bundled: Promise<string> | undefined

function program(): Promise<string> {
  bundled ??= bundle('child')
  return bundled
}

/** A program of this folder in one file, with the migrations beside it: it starts in a third of the time that its sources take. */
export async function bundle(name: string): Promise<string> {
  const folder = join('.cache', `${name}-${process.pid}`)
  const outfile = join(folder, `${name}.js`)
  const shape = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  } as const
  await build({
    entryPoints: [`test/kill/${name}.ts`],
    outfile,
    sourcemap: 'inline',
    logLevel: 'silent',
    ...shape,
  })
  cpSync(migrations, join(folder, 'migrations'), { recursive: true })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return outfile
}

function begin(
  program: string,
  settings: Record<string, string>,
  alive: Set<ChildProcess>,
  killed: () => void,
): Life {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { PATH: process.env['PATH'], SETTINGS: JSON.stringify(settings), LEASE_MS: String(leaseMs) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child)
  let said = ''
  let complaint = ''
  let isReady = () => {}
  let isSettled = () => {}
  let died = (_: Error) => {}
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve
    died = reject
  })
  const settled = new Promise<void>((resolve) => {
    isSettled = resolve
  })
  ready.catch(() => {})
  child.stdout.on('data', (data) => {
    said += data
    if (/^ready$/m.test(said)) isReady()
    if (/^open 0$/m.test(said)) isSettled()
  })
  child.stderr.on('data', (data) => {
    complaint += data
  })
  child.once('exit', (code, signal) => {
    alive.delete(child)
    died(new Error(`The product ended by itself (${code ?? signal}): ${complaint}`))
  })
  return {
    ready,
    settled,
    async kill() {
      killed()
      await end(child)
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  return gone
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Resolves when a planned fault has met its last request; what it does to that request may still be under way. */
export async function met(fault: Fault): Promise<void> {
  for (const start = Date.now(); fault.times > 0; await pause(5)) {
    if (Date.now() - start > 90_000) throw new Error(`Nothing met the fault ${fault.kind} ${fault.path}.`)
  }
}

export function plan(stage: Stage, fault: Fault): Fault {
  stage.tenant.state.faults.push(fault)
  return fault
}

export interface Work {
  cohortId: string
  summaries: SummaryId[]
}

/**
 * Pairs approved and not booked, Summaries approved for two channels of each of the first teams and not posted. The card
 * that asks the Sponsor is out already, so that what the bot still says in a new conversation is a post.
 */
export async function prepareWork(stage: Stage, { pairs = true, summaries = 0 } = {}): Promise<Work> {
  return stage.inside(async (product) => {
    const { company, tenant } = product
    const cohortId = await openCohort(product)
    for (const { personId } of company.enrolments) tenant.state.installedFor.add(personId)
    for (const team of company.teams.slice(0, 3)) tenant.state.installedInTeams.add(team.id)
    if (pairs) await approvedPairs(product, cohortId)
    const ids: SummaryId[] = []
    for (let number = 1; number <= summaries; number++)
      ids.push(await approvedSummary(product, cohortId, number))
    return { cohortId, summaries: ids }
  })
}

async function approvedPairs(product: Product, cohortId: string): Promise<void> {
  const { ports, company } = product
  await enrolCompany(product, cohortId)
  const choice = { objective: 'best-total', seed: 1 } as const
  const asked = await requestProposals(ports, cohortId, choice, company.personas.organizer)
  if (isRefused(asked)) throw new Error(asked.refused)
  await proposePairings(ports, asked.runId)
  await approveAll(product, cohortId)
}

const titleOf = (id: SummaryId) => `What leaders learned (${id})`

async function approvedSummary(
  { ports, company }: Product,
  cohortId: string,
  number: number,
): Promise<SummaryId> {
  const { communications, sponsor } = company.personas
  const draft = await draftSummary(ports, cohortId, 'en', communications)
  if (isRefused(draft)) throw new Error(draft.refused)
  const channels = company.teams
    .slice(0, 3)
    .flatMap((team) => team.channels.slice(0, 2).map(({ id }) => ({ teamId: team.id, channelId: id })))
  const edited = { revision: 1, title: titleOf(draft.id), body: `Summary number ${number}.`, channels }
  await editSummary(ports, draft.id, edited, communications)
  await submitSummary(ports, draft.id, communications)
  await deliverNotice(ports, `summary.${draft.id}.2.to-approve`)
  const approved = await approveSummary(ports, draft.id, 2, sponsor)
  if (isRefused(approved)) throw new Error(approved.refused)
  return draft.id
}

/** What the tenant and the product's own records say in the end. Everything that must hold is judged by the caller. */
export async function findings(stage: Stage, work: Work) {
  return stage.inside(async ({ ports, tenant }) => {
    const { store } = ports
    const holds = await store.holds.list(work.cohortId)
    const held = holds.filter((hold) => hold.state === 'booked')
    const masters = mastersOf(tenant)
    const pairings = await store.pairings.list(work.cohortId)
    const active = pairings.filter((pairing) => pairing.state === 'active')
    const sessionNumbers = []
    for (const hold of held)
      sessionNumbers.push((await store.sessions.ofPairing(hold.pairingId)).map((session) => session.number))
    const cards = []
    for (const pairing of active)
      for (const personId of [pairing.mentorId, pairing.menteeId]) {
        const notices = await store.notices.ofPerson(personId)
        const mine = notices.filter(
          ({ notice }) => notice.kind === 'pairing' && notice.pairingId === pairing.id,
        )
        const partner = tenant.state.company.byId.get(partnerOf(pairing, personId))!
        const shown = textsSentTo(tenant, personId).filter((text) =>
          text.includes(partner.displayName),
        ).length
        cards.push({ states: mine.map((one) => one.state), shown })
      }
    const posts = []
    for (const id of work.summaries)
      for (const post of await store.posts.of(id))
        posts.push({ state: post.state, seen: postsIn(tenant, post.channel.channelId, titleOf(id)) })
    const summaryStates = []
    for (const id of work.summaries) summaryStates.push((await store.summaries.get(id))?.state)
    return {
      holds: holds.map(({ state }) => state),
      unexplained: holds.filter((hold) => hold.state === 'failed' && !hold.failure).length,
      heldKeys: held.map((hold) => `${hold.id}.${hold.revision}`).sort(),
      transactionIds: masters.map((event) => event.transactionId).sort(),
      tags: masters.map(tagOf).sort(),
      pairsInOutlook: masters.map(pairOf),
      activePairs: active.length,
      sessionNumbers,
      cards,
      posts,
      summaryStates,
    }
  })
}

/** Somebody looks in each channel of whose post nobody heard, and says what is there. */
export async function lookInChannels(stage: Stage, work: Work): Promise<void> {
  await stage.inside(async ({ ports, tenant, company }) => {
    for (const id of work.summaries)
      for (const { channel, state } of await ports.store.posts.of(id)) {
        if (state !== 'unknown') continue
        const isThere = postsIn(tenant, channel.channelId, titleOf(id)) > 0
        await settlePost(ports, id, { channel, isThere }, company.personas.communications)
      }
  })
}

export function mastersOf(tenant: Tenant): DemoEvent[] {
  return [...tenant.state.events.values()].filter((event) => event.transactionId !== undefined)
}

function tagOf(event: DemoEvent): string {
  const tags = event.resource['singleValueExtendedProperties'] as { value: string }[] | undefined
  return tags?.[0]?.value ?? ''
}

function pairOf(event: DemoEvent): string {
  const [attendee] = event.resource['attendees'] as { emailAddress: { address: string } }[]
  return `${event.mailbox} ${attendee?.emailAddress.address}`
}

function textsSentTo({ state }: Tenant, personId: string): string[] {
  return [...state.conversations.values()]
    .filter((one) => one.personId === personId)
    .flatMap((one) => one.messages)
    .map((message) => JSON.stringify(message.activity))
}

function postsIn({ state }: Tenant, channelId: string, title: string): number {
  return [...state.conversations.values()]
    .filter((one) => one.kind === 'channel' && one.channelId === channelId)
    .flatMap((one) => one.messages)
    .filter((message) => !message.deleted && JSON.stringify(message.activity).includes(title)).length
}
