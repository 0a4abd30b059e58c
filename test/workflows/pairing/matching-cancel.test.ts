/** A run can be stopped at any time, from anywhere, and the service answers while one goes on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  cancelRun,
  proposePairings,
  requestProposals,
} from '../../../bot/workflows/pairing/propose-pairings.ts'
import { company } from '../../engine/company.ts'
import { openApi } from '../../support/api.ts'
import { enrolCompany, openCohort, type Product, proposeAll, startProduct } from '../../support/product.ts'

let product: Product
let cohortId: string
let organizer: string
const large = company({ people: 2500, seed: 4, dirt: 0 })

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
  await proposeAll(product, cohortId)
})
afterAll(() => product.close())

async function ask(): Promise<string> {
  const asked = await requestProposals(product.ports, cohortId, { seed: 5 }, organizer)
  product.waiting.splice(0)
  return (asked as { runId: string }).runId
}
/** The product with an engine that works on a large company and tells when it has begun. */
function busyWith(begun: () => void) {
  const { matcher } = product.ports
  const propose: typeof matcher.propose = (_input, onProgress, name) =>
    matcher.propose(
      large,
      (...step) => {
        onProgress(...step)
        begun()
      },
      name,
    )
  return { ...product.ports, matcher: { ...matcher, propose } }
}

describe('stopping a run', () => {
  it('before it began: nobody computes it', async () => {
    const runId = await ask()
    expect(await cancelRun(product.ports, runId, organizer)).toEqual({ ok: true })
    await proposePairings(product.ports, runId)
    expect((await product.ports.store.runs.get(runId))!.state).toBe('cancelled')
  })

  it('in the middle: it ends quietly, and the former proposals stay', async () => {
    const before = await product.ports.store.pairings.list(cohortId)
    const runId = await ask()
    const stopped: Promise<unknown>[] = []
    const ports = busyWith(() => {
      if (stopped.length === 0) stopped.push(cancelRun(product.ports, runId, organizer))
    })
    await proposePairings(ports, runId)
    expect(await Promise.all(stopped)).toEqual([{ ok: true }])
    expect((await product.ports.store.runs.get(runId))!.state).toBe('cancelled')
    expect(await product.ports.store.pairings.list(cohortId)).toEqual(before)
  })

  it('from another instance: the engine learns of it with its next step', async () => {
    const runId = await ask()
    let stopped: Promise<unknown> | undefined
    const elsewhere = { ...product.ports, matcher: { ...product.ports.matcher, stop: () => {} } }
    const ports = busyWith(() => {
      stopped ??= cancelRun(elsewhere, runId, organizer)
    })
    await proposePairings(ports, runId)
    await stopped
    expect((await product.ports.store.runs.get(runId))!.state).toBe('cancelled')
  })

  it('that is over already says so', async () => {
    const done = (await product.ports.store.runs.latestDone(cohortId))!
    expect(await cancelRun(product.ports, done.id, organizer)).toMatchObject({ refused: 'run-over' })
  })
})

describe('a service that stops in the middle of a run', () => {
  it('leaves the run to the next worker', async () => {
    const runId = await ask()
    const ports = busyWith(() => product.ports.matcher.stop(runId))
    await expect(proposePairings(ports, runId)).rejects.toMatchObject({ code: 'cancelled' })
    expect((await product.ports.store.runs.get(runId))!.state).toBe('waiting')
    await proposePairings(product.ports, runId)
    expect((await product.ports.store.runs.get(runId))!.state).toBe('done')
  })
})

describe('while the engine works', () => {
  it('the service answers', async () => {
    const { url } = await openApi(product)
    let over = false
    let begun = () => {}
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const running = product.ports.matcher
      .propose(large, () => begun(), 'big')
      .finally(() => {
        over = true
      })
    await started
    for (let i = 0; i < 3; i++) expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(over).toBe(false)
    product.ports.matcher.stop('big')
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })
})
