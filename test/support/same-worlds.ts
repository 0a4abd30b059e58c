/**
 * Products that are the same to the last id: one company, one clock, one order of lots. Two of them in which the same
 * things happened give the same answers byte for byte, so whatever differs is what differs between them.
 */
import { systemChance } from '../../bot/chance.ts'
import type { In, RouteName } from '../../bot/contract/index.ts'
import { answer } from '../../bot/domain/pairing/matching-questions.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { proposeWithWorking, type WorkedProposal } from '../../bot/engine/propose.ts'
import { proposeToShow } from '../../bot/engine/shown-proposal.ts'
import { tick } from '../../bot/workflows/tick.ts'
import { type Api, openApi } from './api.ts'
import { enrolCompany, openCohort, type Product, startProduct } from './product.ts'

export interface World {
  name: string
  product: Product
  api: Api
  cohortId: string
  /** Draws lots and tells the time as every other world does. Nothing of two worlds runs at once. */
  inside<T>(work: () => Promise<T>): Promise<T>
  /** Ids drawn in here are not missed afterwards: for what happens in this world alone. */
  aside<T>(work: () => Promise<T>): Promise<T>
  /** Later by so much, in this world. */
  later(ms: number): Promise<void>
  /** With every id that was drawn here as the how-manieth it is in what was compared so far: a clock that ticks draws some. */
  comparable(text: string): string
  call<K extends RouteName>(
    personId: string,
    name: K,
    input: In<K>,
  ): Promise<{ status: number; body: string }>
  close(): Promise<void>
}

/** As the service keeps it: questions about the same people go by the same run. */
function runOf(input: MatchingInput): WorkedProposal {
  const key = JSON.stringify(input)
  if (last?.key !== key) last = { key, worked: proposeWithWorking(input) }
  return last.worked
}
let last: { key: string; worked: WorkedProposal } | undefined

const begin = Math.floor(Date.now() / 60_000) * 60_000
const hex = (n: number) => n.toString(16).padStart(12, '0')

export async function startWorld(name: string, prepare: (product: Product) => void): Promise<World> {
  let drawn = 0
  let ahead = 0
  const usual = { ...systemChance }
  const inside = async <T>(work: () => Promise<T>) => {
    systemChance.id = () => `00000000-0000-4000-a000-${hex(++drawn)}`
    systemChance.seed = () => 7
    try {
      return await work()
    } finally {
      Object.assign(systemChance, usual)
    }
  }
  const seen = new Map<string, number>()
  const comparable = (text: string) =>
    // A Teams meeting is named after the key it was booked by, in which such an id stands.
    text.replace(/00000000-0000-4000-a000-[0-9a-f]{12}|meeting_[0-9a-f]{32}/g, (id) => {
      if (!seen.has(id)) seen.set(id, seen.size)
      return `drawn ${seen.get(id)}`
    })
  return inside(async () => {
    const product = await startProduct()
    prepare(product)
    product.tenant.state.now = () => new Date(begin + ahead)
    product.tenant.advanceTo = async (to) => {
      ahead = Math.max(ahead, to.getTime() - begin)
    }
    // A run takes a moment here, and a thread of its own takes a second to begin.
    product.service.ports.matcher.ask = async (question) => answer(question, { runOf })
    product.service.ports.matcher.propose = async (input) => proposeToShow(input)
    // What the API asks for waits as well, until the world lets it run.
    product.service.ports.jobs = product.ports.jobs
    const cohortId = await openCohort(product)
    await enrolCompany(product, cohortId)
    product.waiting.length = 0
    const api = await openApi(product)
    return {
      ...{ name, product, api, cohortId, inside },
      aside: (work) =>
        inside(async () => {
          const before = drawn
          drawn = 1_000_000_000 + before
          try {
            return await work()
          } finally {
            drawn = before
          }
        }),
      async later(ms) {
        ahead += ms
        await tick(product.ports)
        await product.runJobs()
      },
      async call(personId, route, input) {
        const { status, body } = await api.as(personId)(route, input)
        // Each request draws an id of its own, which a refusal carries.
        const text = JSON.stringify(body, (key, value) => (key === 'requestId' ? undefined : value))
        return { status, body: comparable(text) }
      },
      comparable,
      close: () => product.close(),
    }
  })
}
