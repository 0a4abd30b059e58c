/** Ground rules change: everybody sees what is new, accepts that version at a time, and the Organizer sees who has not. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type Api, openApi } from '../../support/api.ts'
import { aPlan, enrolCompany, openCohort, startProduct } from '../../support/product.ts'
import { versionsOf } from '../../support/versions.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let api: Api
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  api = await openApi(product)
})
afterAll(() => product.close())

const organizer = () => product.company.personas.organizer
const cohort = async (as = organizer()) => (await api.as(as)('cohort', { id: cohortId })).body
const mine = async (as: string) => (await api.as(as)('myMentoring', {})).body
const acceptedBy = async (participantId: string) =>
  (
    await product.database.query(
      'select version, accepted_at from acceptances where participant_id = $1 order by version',
      [participantId],
    )
  ).rows

async function change(groundRules: string[]) {
  const { groundRules: _, ...plan } = aPlan(product.company.personas.sponsor)
  const { startsOn } = await cohort()
  const { plan: version } = await versionsOf(product.ports, cohortId)
  const changed = { ...plan, startsOn, groundRules, id: cohortId, version }
  const answer = await api.as(organizer())('updateCohort', changed)
  expect(answer.status).toBe(200)
}

it('is accepted with its version and time when somebody enrols', async () => {
  const { participants } = product.ports.store
  for (const participant of (await participants.list(cohortId)).slice(0, 5))
    expect(await acceptedBy(participant.id)).toEqual([{ version: 1, accepted_at: participant.enrolledAt }])
  expect((await cohort()).groundRules.notAccepted).toEqual({ count: 0, people: [] })
})

it('shows whoever knows an earlier version what came and what went, and nobody else anything', async () => {
  const [someone] = await product.ports.store.participants.list(cohortId)
  const before = (await mine(someone!.personId)).cohort!.groundRules
  expect(before.changed).toBeUndefined()
  const [dropped, ...kept] = before.items
  await change([...kept, 'Phones stay in the bag.'])
  const { groundRules } = (await mine(someone!.personId)).cohort!
  expect(groundRules).toMatchObject({
    version: 2,
    changed: { added: ['Phones stay in the bag.'], dropped: [dropped] },
  })
  const { newcomer } = product.company.personas
  expect((await mine(newcomer)).cohort!.groundRules.changed).toBeUndefined()
})

it('names to the Organizer who has not accepted it, and to nobody who may not edit', async () => {
  const all = await product.ports.store.participants.list(cohortId)
  const { notAccepted } = (await cohort()).groundRules
  expect(notAccepted!.count).toBe(all.length)
  expect(notAccepted!.people).toHaveLength(Math.min(20, all.length))
  expect((await cohort(product.company.personas.sponsor)).groundRules.notAccepted).toBeUndefined()
  // And what the newest says differently from the one before.
  expect((await cohort()).groundRules.changed).toMatchObject({ added: ['Phones stay in the bag.'] })
  expect((await cohort(product.company.personas.sponsor)).groundRules.changed).toBeUndefined()

  const [someone] = all
  const {
    id,
    state: _,
    pausedUntil: __,
    cohortId: ___,
    ...details
  } = (await mine(someone!.personId)).participant!
  const accept = () =>
    api.as(someone!.personId)('updateEnrolment', { ...details, id, acceptedGroundRules: 2 })
  expect((await accept()).status).toBe(200)
  const first = await acceptedBy(id)
  expect(first.map(({ version }) => version)).toEqual([1, 2])
  await product.tenant.advanceTo(new Date(product.ports.clock.now().getTime() + 3_600_000))
  await accept()
  // The time of the first press stands.
  expect(await acceptedBy(id)).toEqual(first)
  expect((await cohort()).groundRules.notAccepted!.count).toBe(all.length - 1)
})

it('keeps every version as it was, and makes none when nothing changed', async () => {
  const { programId } = (await product.ports.store.cohorts.get(cohortId))!
  const { rulesOf } = product.ports.store.programs
  const [first, second] = [await rulesOf(programId, 1), await rulesOf(programId, 2)]
  await change(second!)
  expect((await cohort()).groundRules.version).toBe(2)
  expect(await rulesOf(programId, 1)).toEqual(first)
  expect(first).not.toEqual(second)
  expect(await rulesOf(programId, 3)).toBeUndefined()
})
