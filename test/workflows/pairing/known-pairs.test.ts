/** Pairs that are known already: looked at first, pinned by the rules that hold for all, and never inside one line. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Api, openApi } from '../../support/api.ts'
import { enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let organizer: string
let mentors: string[]
let mentees: string[]

beforeAll(async () => {
  product = await startProduct({ people: 220, mentors: 14, mentees: 8 })
  api = await openApi(product)
  organizer = product.company.personas.organizer
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  const approved = (await product.ports.store.participants.list(cohortId)).filter(
    ({ state }) => state === 'approved',
  )
  const onSide = (side: string) => approved.filter((one) => one.side === side).map(({ personId }) => personId)
  mentors = onSide('mentor')
  mentees = onSide('mentee')
})
afterAll(() => product.close())

const file = (...pairs: [string, string][]) =>
  Buffer.from(['mentor,mentee', ...pairs.map((pair) => pair.join(','))].join('\n')).toString('base64')
const bring = (apply: boolean, ...pairs: [string, string][]) =>
  api.as(organizer)('pairsFromList', { id: cohortId, apply, file: file(...pairs) })
const pins = async () =>
  (await product.ports.store.wishes.list(cohortId))
    .filter(({ kind }) => kind === 'pin')
    .map(({ mentorId, menteeId }) => [mentorId, menteeId])
describe('a list of known pairs', () => {
  it('of every Mentor with every Mentee pins what the board allows, and nothing else', async () => {
    // Each pair in a file of its own: places are no reason then.
    const [may, not]: [[string, string][], [string, string][]] = [[], []]
    for (const mentor of mentors.slice(0, 6))
      for (const mentee of mentees.slice(0, 5)) {
        const { body } = await bring(false, [mentor, mentee])
        const { refused } = (await api.as(organizer)('explain', { id: cohortId, mentor, mentee })).body!
        expect([mentor, mentee, body!.ready]).toEqual([mentor, mentee, refused ? 0 : 1])
        if (refused) expect(body!.aside[0]).toMatchObject({ why: 'rule', rule: refused.rule })
        ;(refused ? not : may).push([mentor, mentee])
      }
    expect([may.length > 0, not.length > 0]).toEqual([true, true])
    expect(await pins()).toEqual([])
    const forced = await bring(true, ...not)
    expect(forced.body).toMatchObject({ ready: 0, asideCount: not.length })
    expect(await pins()).toEqual([])
  })

  it('keeps out whoever the chart cannot place: what is unknown is not allowed', async () => {
    const { store } = product.ports
    const free = await somePair()
    const person = (await store.people.get(free[0]))!
    const { managerId, ...above } = person
    expect(managerId).toBeDefined()
    await product.database.query(`update people set manager_id = null where id = '${person.id}'`)
    const looked = (await bring(true, free)).body!
    expect(looked).toMatchObject({ ready: 0, aside: [{ line: 2, why: 'rule', rule: 'line-unknown' }] })
    expect(await pins()).toEqual([])
    await product.database.query(`update people set manager_id = '${managerId}' where id = '${above.id}'`)
    expect((await bring(false, free)).body).toMatchObject({ ready: 1 })
  })

  it('is only looked at first; then pinned, written down, and kept together by the next run', async () => {
    const free = await somePair()
    const looked = (await bring(false, free, ['nobody@example.org', free[1]], free)).body!
    expect(looked).toMatchObject({
      ...{ ready: 1, asideCount: 2, pairs: [{ line: 2, mentor: { id: free[0] }, mentee: { id: free[1] } }] },
      aside: [
        { line: 3, why: 'unknown-person', value: 'nobody@example.org' },
        { line: 4, why: 'twice' },
      ],
    })
    expect(await pins()).toEqual([])
    expect((await bring(true, free)).body).toMatchObject({ ready: 1, asideCount: 0 })
    expect(await pins()).toEqual([free])
    expect((await bring(true, free)).body).toMatchObject({ ready: 0, aside: [{ why: 'already-pinned' }] })
    const proposed = await proposeAll(product, cohortId)
    expect(
      proposed.find(({ mentorId, menteeId }) => mentorId === free[0] && menteeId === free[1]),
    ).toMatchObject({ pinned: true })
  })

  it('that is no such list, or comes to a closed Cohort, is refused in words of its own', async () => {
    const given = async (text: string) => {
      const file = Buffer.from(text).toString('base64')
      return (await api.as(organizer)('pairsFromList', { id: cohortId, apply: true, file })).problem.code
    }
    expect(await given('person,side\nana,mentor')).toBe('file-columns-missing')
    expect(await given('mentor,mentee\n')).toBe('file-without-lines')
    const { store } = product.ports
    await store.cohorts.save({ ...(await store.cohorts.get(cohortId))!, stage: 'closed' })
    expect(await given('mentor,mentee\nana,ben')).toBe('cohort-closed')
  })
})

/** Whom the rules allow, neither of them pinned. */
async function somePair(): Promise<[string, string]> {
  for (const mentor of mentors)
    for (const mentee of mentees)
      if ((await bring(false, [mentor, mentee])).body!.ready === 1) return [mentor, mentee]
  throw new Error('No two may be paired.')
}
