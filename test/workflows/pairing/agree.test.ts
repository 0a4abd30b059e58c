/** What two agree on: both sign the same words, a change is signed anew, and nobody else reads any of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changedTerms, stateOf, usualTerms } from '../../../bot/domain/pairing/agreement.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { agreementOf, changeAgreement, signAgreement } from '../../../bot/workflows/pairing/agree.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { sentencesOf } from '../../../bot/workflows/pairing/template.ts'
import { writeContent } from '../../../bot/workflows/program/content.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let pairings: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairings = await product.ports.store.pairings.list(cohortId, ['active'])
})
afterAll(() => product.close())

const good = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const signs = (pairing: Pairing, personId: string, version = 1, goal = 'Ask before I tell') =>
  signAgreement(product.ports, pairing.id, personId, { version, template: 1, goal, goalStart: 2 })
const writes = (pairing: Pairing, personId: string, version: number, own: string) =>
  changeAgreement(product.ports, pairing.id, personId, { version, terms: { ...usualTerms, own } })
const now = async ({ id, mentorId }: Pairing) =>
  good(await agreementOf(product.ports, id, mentorId)).agreement
const told = async (personId: string, pairing: Pairing) =>
  (await product.ports.store.notices.ofPerson(personId)).flatMap(({ notice }) =>
    notice.kind === 'agreement' && notice.pairingId === pairing.id ? [notice.why] : [],
  )

describe('an agreement', () => {
  it('begins with the usual terms, is in force once both have signed, and each reads the goal of the other', async () => {
    const [pairing] = pairings
    const { mentorId, menteeId } = pairing!
    expect(await now(pairing!)).toMatchObject({ version: 1, terms: usualTerms, signatures: {} })
    expect(stateOf(good(await signs(pairing!, mentorId)))).toBe('signed-by-one')
    expect(await told(menteeId, pairing!)).toEqual(['partner-signed'])
    expect(await product.ports.store.agreements.agreed(cohortId)).toEqual(new Set())
    expect(stateOf(good(await signs(pairing!, menteeId, 1, 'Listen longer')))).toBe('in-force')
    expect((await now(pairing!)).signatures).toMatchObject({
      mentor: { goal: 'Ask before I tell', goalStart: 2 },
      mentee: { goal: 'Listen longer' },
    })
    expect(await product.ports.store.agreements.agreed(cohortId)).toEqual(new Set([pairing!.id]))
    // Signed again it is what it was.
    await signs(pairing!, mentorId, 1, 'Something else')
    expect((await now(pairing!)).signatures.mentor!.goal).toBe('Ask before I tell')
  })

  it('is never signed under words that were changed meanwhile', async () => {
    const { mentorId, menteeId } = pairings[1]!
    good(await writes(pairings[1]!, mentorId, 1, 'No slides'))
    expect((await now(pairings[1]!)).version).toBe(1)
    good(await signs(pairings[1]!, menteeId))
    const changed = good(await writes(pairings[1]!, mentorId, 1, 'No slides, no phones'))
    expect(changed).toMatchObject({ version: 2, signatures: {} })
    expect(await told(menteeId, pairings[1]!)).toEqual(['changed'])
    expect(await signs(pairings[1]!, menteeId, 1)).toEqual({ refused: 'changed-meanwhile' })
    expect(await writes(pairings[1]!, menteeId, 1, 'Mine')).toEqual({ refused: 'changed-meanwhile' })
    // Both at once: one of them is told that it changed.
    const both = await Promise.all([
      writes(pairings[1]!, mentorId, 2, 'Walks'),
      writes(pairings[1]!, menteeId, 2, 'Coffee'),
    ])
    expect(both.every((one) => !isRefused(one))).toBe(true)
    expect((await now(pairings[1]!)).version).toBe(2)
  })

  it('leaves the one in force as it was until both have signed the next', async () => {
    const [pairing] = pairings
    good(await writes(pairing!, pairing!.menteeId, 1, 'Longer sessions'))
    expect(stateOf(await now(pairing!))).toBe('open')
    expect(await product.ports.store.agreements.agreed(cohortId)).toEqual(new Set([pairing!.id]))
  })

  it('is for the two alone, and not for two who have parted', async () => {
    const { organizer } = product.company.personas
    const [pairing, , parted] = pairings
    for (const stranger of [organizer, pairings[3]!.mentorId]) {
      expect(await agreementOf(product.ports, pairing!.id, stranger)).toEqual({ refused: 'not-found' })
      expect(await signs(pairing!, stranger, 2)).toEqual({ refused: 'not-found' })
      expect(await writes(pairing!, stranger, 2, 'x')).toEqual({ refused: 'not-found' })
    }
    await endPairing(product.ports, parted!.id, parted!.mentorId)
    expect(await signs(parted!, parted!.mentorId)).toEqual({ refused: 'already-ended' })
    await product.runJobs(3)
  })

  it('wants a goal in words', async () => {
    expect(await signs(pairings[3]!, pairings[3]!.mentorId, 1, '   ')).toMatchObject({
      refused: 'empty-text',
    })
  })

  it('stands in the database sealed', async () => {
    const { rows } = await product.database.query('select terms, mentor_goal, mentee_goal from agreements')
    for (const row of rows) expect(JSON.stringify(row)).not.toMatch(/slides|Coffee|Ask before|Listen/)
  })
})

it('before the second session whoever has not signed is reminded, once, and nobody who has', async () => {
  const { ports, tenant } = product
  const pairing = pairings[4]!
  good(await signs(pairing, pairing.mentorId))
  const before = await told(pairing.menteeId, pairing)
  await tick(ports)
  const second = (await ports.store.sessions.ofPairing(pairing.id))[1]!
  await tenant.advanceTo(new Date(second.startsAt.getTime() - 86_400_000))
  await tick(ports)
  await tick(ports)
  expect(await told(pairing.mentorId, pairing)).toEqual([])
  expect((await told(pairing.menteeId, pairing)).sort()).toEqual(['before-session', ...before])
})

describe('the sentences that stand in every agreement', () => {
  const say = async (seen: number, sentence: string) => {
    const { programId } = (await product.ports.store.cohorts.get(cohortId))!
    good(
      await writeContent(
        product.ports,
        programId,
        { kind: 'agreement', key: 'standing', language: 'en', seen, body: { sentences: [sentence] } },
        product.company.personas.organizer,
      ),
    )
  }
  const read = async (pairing: Pairing) =>
    sentencesOf(product.ports, cohortId, (await now(pairing)).template, 'en')

  it('stay as they were signed, ask nobody to sign again, and are new for who writes something new', async () => {
    const [signed, , , fresh] = pairings as [Pairing, Pairing, Pairing, Pairing]
    const pair = pairings.find(
      ({ id }) => ![signed.id, fresh.id, pairings[1]!.id, pairings[2]!.id].includes(id),
    )!
    good(await signs(pair, pair.mentorId))
    good(await signs(pair, pair.menteeId))
    const before = await read(pair)
    const cardsBefore = await told(pair.menteeId, pair)
    await say(1, 'We meet on Mondays.')
    expect(stateOf(await now(pair))).toBe('in-force')
    expect(await read(pair)).toEqual(before)
    expect(await told(pair.menteeId, pair)).toEqual(cardsBefore)
    // Nobody wrote or signed here: a draft, which takes the new ones.
    expect(await read(fresh)).toEqual(['We meet on Mondays.'])
    const changed = good(await writes(pair, pair.mentorId, 1, 'Coffee'))
    expect(changed).toMatchObject({ version: 2, template: 2, signatures: {} })
    // The version before stays, with what stood in it.
    const first = await product.ports.store.agreements.at(pair.id, 1)
    expect(first).toMatchObject({ template: 1, terms: usualTerms })
    expect(changedTerms(first!.terms, changed.terms)).toEqual(['own'])
  })

  it('are never signed unread', async () => {
    const fresh = pairings[3]!
    expect(await signs(fresh, fresh.mentorId)).toEqual({ refused: 'changed-meanwhile' })
    good(
      await signAgreement(product.ports, fresh.id, fresh.mentorId, {
        ...{ version: 1, template: 2, goal: 'Ask', goalStart: 2 },
      }),
    )
    // The partner signs what was signed, whatever the Program says by then.
    await say(2, 'We meet on Tuesdays.')
    expect(await read(fresh)).toEqual(['We meet on Mondays.'])
    expect(
      stateOf(
        good(
          await signAgreement(product.ports, fresh.id, fresh.menteeId, {
            ...{ version: 1, template: 2, goal: 'Ask', goalStart: 2 },
          }),
        ),
      ),
    ).toBe('in-force')
  })
})
