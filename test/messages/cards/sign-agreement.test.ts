/** An agreement is read and signed in the chat, under the very words that stood on the card. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stateOf, usualTerms } from '../../../bot/domain/pairing/agreement.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { type Reading, readAgreementCard } from '../../../bot/messages/cards/pairing/agreement.ts'
import { readAgreement, signAgreement } from '../../../bot/messages/cards/pairing/sign-agreement.ts'
import { agreementOf, changeAgreement } from '../../../bot/workflows/pairing/agree.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { readerIn } from '../../support/cards.ts'
import { wordsOn } from '../../support/messages-stage.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let pairings: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairings = await product.ports.store.pairings.list(cohortId, ['active'])
})
afterAll(() => product.close())

const signs = ({ id }: Pairing, who: string, goal = 'Ask before I tell', version = 1) =>
  signAgreement.act(product.ports, who, { pairingId: id, version, template: 1, goal, goalStart: 2 })
const reads = ({ id }: Pairing, who: string) => readAgreement.act(product.ports, who, { pairingId: id })
/** What then stands on the card, and its buttons. */
function shown(answer: Reading | Refusal) {
  if (isRefused(answer)) throw new Error(answer.refused)
  const { card } = readAgreementCard(answer, readerIn('en-GB'))
  const actions = (card['actions'] ?? []) as { verb?: string }[]
  const inputs = (card.body as { id?: string; value?: string }[]).filter(({ id }) => id === 'goal')
  return {
    ...{ words: wordsOn(card), goal: inputs[0]?.value },
    verbs: actions.flatMap(({ verb }) => (verb ? [verb] : [])),
  }
}
const stateNow = async ({ id, mentorId }: Pairing) => {
  const now = await agreementOf(product.ports, id, mentorId)
  return isRefused(now) ? now.refused : stateOf(now.agreement)
}

describe('an agreement in a chat', () => {
  it('has all sentences with the two in them, is signed by each, and shows a goal only once it is signed', async () => {
    const [pairing] = pairings
    const { mentorId, menteeId } = pairing!
    const before = shown(await reads(pairing!, menteeId))
    const mentor = (await product.ports.store.people.get(mentorId))!
    expect(before.words).toContain(mentor.displayName)
    expect(before.words).toContain('leads: the Mentor sets the agenda')
    expect(before.words).not.toMatch(/\{\w+\}/)
    expect(before.verbs).toEqual(['sign-agreement'])

    const mine = shown(await signs(pairing!, mentorId))
    expect(mine.verbs).toEqual([])
    expect(mine.words).toContain('You signed on')
    expect(await stateNow(pairing!)).toBe('signed-by-one')
    expect(shown(await reads(pairing!, menteeId)).words).toContain('Ask before I tell')
    const both = shown(await signs(pairing!, menteeId, 'Listen longer'))
    expect(both.words).toContain('You have both signed.')
    expect(await stateNow(pairing!)).toBe('in-force')
  })

  it('pressed twice is signed once, with the goal of the first press after both have signed', async () => {
    const [pairing] = pairings
    const again = shown(await signs(pairing!, pairing!.mentorId, 'Something else'))
    expect(again.words).toContain('You have both signed.')
    const now = await agreementOf(product.ports, pairing!.id, pairing!.mentorId)
    expect(isRefused(now) ? now : now.agreement.signatures.mentor!.goal).toBe('Ask before I tell')
  })

  it('without a goal is not signed, and says so on the card', async () => {
    const pairing = pairings[1]!
    const card = shown(await signs(pairing, pairing.mentorId, '  \u200f '))
    expect(card.words).toContain('There is no text yet.')
    expect(card.verbs).toEqual(['sign-agreement'])
    expect(await stateNow(pairing)).toBe('open')
  })

  it('that was changed meanwhile is shown anew instead of being signed', async () => {
    const pairing = pairings[1]!
    await signs(pairing, pairing.mentorId)
    const terms = { ...usualTerms, own: 'We walk when it is dry' }
    await changeAgreement(product.ports, pairing.id, pairing.mentorId, { version: 1, terms })
    const card = shown(await signs(pairing, pairing.menteeId, 'Listen longer'))
    expect(card.words).toContain('Look at the new version')
    expect(card.words).toContain('We walk when it is dry')
    expect(card.goal).toBe('Listen longer')
    expect(card.verbs).toEqual(['sign-agreement'])
    expect(await stateNow(pairing)).toBe('open')
    expect(shown(await signs(pairing, pairing.menteeId, 'Listen longer', 2)).verbs).toEqual([])
  })

  it('of a pair that has ended is not signed', async () => {
    const pairing = pairings[2]!
    await endPairing(product.ports, pairing.id, pairing.mentorId)
    expect(await signs(pairing, pairing.menteeId)).toMatchObject({ refused: 'already-ended' })
  })
})
