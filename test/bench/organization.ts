/**
 * Reading an organization through Graph: requests against the fewest that Graph's page size allows, memory, and going on
 * after a stop. `npm run bench -- organization [people]`
 */
import { createSeededCompany } from '../../bot/demo/company.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import { createGraph } from '../../bot/graph/client.ts'
import { directoryFrom } from '../../bot/graph/directory.ts'
import { openDatabase } from '../../bot/store/database.ts'
import { readOrganization } from '../../bot/workflows/organization/read-organization.ts'
import { storeOn } from '../support/database.ts'

const pageRows = 200
const people = Number(process.argv[2] ?? 100_000)
const url = process.env['TEST_DATABASE_URL']

const tenant = await startTenant({ company: createSeededCompany({ people }), pageDir: '/nowhere' })
const settings = tenant.settings()
const graph = createGraph({
  clientId: settings['CLIENT_ID']!,
  tenantId: settings['TENANT_ID']!,
  secret: settings['CLIENT_SECRET']!,
  authority: settings['AUTHORITY']!,
  authorityAddress: settings['AUTHORITY_ADDRESS']!,
  graph: settings['GRAPH']!,
  graphAddress: settings['GRAPH_ADDRESS']!,
  now: () => new Date(),
  random: Math.random,
})
const database = await openDatabase(url ? { url } : {})
await database.migrate('bot/store/migrations')
const store = storeOn(database)
const ports = { store, directory: directoryFrom(graph), clock: { now: () => new Date() } }

const graphRequests = () => tenant.state.log.filter((entry) => entry.service === 'graph').length
const rows: Record<string, string | number>[] = []
const measure = async (what: string, fewest: number, work: () => Promise<void>) => {
  const before = graphRequests()
  const started = performance.now()
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  await work()
  clearInterval(watch)
  const requests = graphRequests() - before
  rows.push({
    what,
    requests,
    fewest,
    ratio: Number((requests / fewest).toFixed(3)),
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    'peak MiB (tenant and product)': Math.round(peak / 2 ** 20),
  })
}

await measure(`${people} people, first time`, Math.ceil(people / pageRows), () => readOrganization(ports))
await measure('nothing changed', 1, () => readOrganization(ports))
await store.organization.begin(new Date(), true)
const half = Math.ceil(people / pageRows / 2)
let pages = 0
const stopping = {
  ...ports,
  directory: {
    ...ports.directory,
    async *pages(cursor?: string) {
      for await (const page of ports.directory.pages(cursor)) {
        yield page
        pages += 1
        if (pages === half) throw new Error('stopped half way')
      }
    },
  },
}
await readOrganization(stopping).catch(() => {})
await measure('the second half, after a stop', Math.ceil(people / pageRows) - half, () =>
  readOrganization(ports),
)
console.table(rows)
console.log(
  `people in the store: ${await store.people.count()}, faults of the chart: ${(await store.organization.faults()).length}`,
)
await database.close()
await tenant.close()
