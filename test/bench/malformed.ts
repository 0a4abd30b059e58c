/**
 * `npm run bench -- malformed [requests] [seed]`: 22,000 malformed requests over all routes. Ends with 1 if any of them was
 * answered by a fault of ours.
 */
import { openApi } from '../support/api.ts'
import { attack } from '../support/malformed.ts'
import { enrolCompany, openCohort, proposeAll, startProduct } from '../support/product.ts'

const [requests = 22_000, seed = 1] = process.argv.slice(2).map(Number)
const product = await startProduct({
  people: 2400,
  mentors: 24,
  mentees: 10,
  settings: { TRUSTED_PROXIES: '1' },
})
const cohortId = await openCohort(product)
await enrolCompany(product, cohortId)
await proposeAll(product, cohortId)
const api = await openApi(product)
const { sent, byStatus, faults } = await attack(product, api.url, requests, seed)
console.log(`${sent} malformed requests, seed ${seed}`)
console.table(byStatus)
for (const fault of faults.slice(0, 40)) console.log(fault)
console.log(`${faults.length} of them were answered by a fault of ours.`)
await product.close()
process.exit(faults.length === 0 ? 0 : 1)
