/** A small company that lives: paired and booked, the product listening, its clock at the same hour in every run. */
import { createSeededCompany } from '../../bot/demo/company.ts'
import { type Act, createLife } from '../../bot/demo/life/life.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import { untilIdle } from '../../bot/demo/until-idle.ts'
import { testDatabase } from './database.ts'
import { hurried } from './hurried.ts'
import { keyPairs } from './key-pairs.ts'
import { approveAll, enrolCompany, openCohort, type Product, proposeAll, wireProduct } from './product.ts'

const monday = new Date('2026-11-30T09:00:00Z')

export interface Living extends Product {
  cohortId: string
  acts: Act[]
  advanceDays(days: number): Promise<void>
}

export async function startLiving({
  seed = 10,
  mentors = 10,
  mentees = 8,
  sessions = 3,
} = {}): Promise<Living> {
  const company = createSeededCompany({ people: 120, mentors, mentees, seed })
  const held = await testDatabase()
  let product: Product | undefined
  const tenant = await startTenant({
    ...{ company, pageDir: '/nowhere', tick: hurried.now, keyPairs: await keyPairs() },
    now: () => monday,
    onClock: async () => product?.service.tick(),
  })
  const database = { ...held.database, close: async () => {} }
  product = await wireProduct(tenant, company, {}, { database })
  // By policy, as in the demo.
  for (const { personId } of company.enrolments) Set.prototype.add.call(tenant.state.installedFor, personId)
  const cohortId = await openCohort(product, { sessions, cadenceWeeks: 2 })
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs()
  const { service } = product
  const { port } = await service.listen()
  tenant.setProductUrl(`http://127.0.0.1:${port}`)
  const acts: Act[] = []
  tenant.begin(
    createLife({
      ...{ channel: tenant.channel, settle: (what) => untilIdle(service, what) },
      onAct: (act) => acts.push(act),
    }),
  )
  return {
    ...product,
    ...{ cohortId, acts, ports: service.ports },
    async close() {
      await product.close()
      await held.close()
      await tenant.close()
    },
  }
}
