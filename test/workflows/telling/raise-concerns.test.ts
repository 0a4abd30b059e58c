/** What comes up within a minute is one card to the Organizer, which names the pairs; never somebody of the Organizer's own line. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { cardForNotice } from '../../../bot/messages/cards/notice.ts'
import { wordsFor } from '../../../bot/messages/language/words.ts'
import { linesAmong } from '../../../bot/workflows/organization/lines.ts'
import { raiseConcerns } from '../../../bot/workflows/telling/raise-concerns.ts'
import { type Booked, bookedProduct } from '../../support/keeping.ts'

let product: Awaited<ReturnType<typeof bookedProduct>>['product']
let booked: Booked[]
let cohortId: string
beforeAll(async () => {
  ;({ product, booked, cohortId } = await bookedProduct())
})
afterAll(() => product.close())

const organizer = () => product.company.personas.organizer
async function cards(personId = organizer()) {
  const all = await product.ports.store.notices.ofPerson(personId)
  return all.flatMap(({ notice }) =>
    notice.kind === 'concerns' && notice.cohortId === cohortId ? [notice] : [],
  )
}
const drawn = (notice: Notice) =>
  JSON.stringify(cardForNotice(notice, { words: wordsFor('en'), tabLink: (place) => `https://tab/${place}` }))
async function raise(...pairingIds: string[]) {
  const cohort = (await product.ports.store.cohorts.get(cohortId))!
  const concerns = pairingIds.map((pairingId) => ({
    ...{ key: `mailbox-gone.${pairingId}.${product.ports.clock.now().getTime()}`, pairingId, detail: {} },
    kind: 'mailbox-gone' as const,
  }))
  return raiseConcerns(product.ports, cohort, concerns)
}
const nameOf = (id: string) => product.company.byId.get(id)!.displayName
/** Pairs of which neither is in one line with the Organizer. */
async function outside(): Promise<Booked[]> {
  const people = booked.flatMap(({ pairing }) => [pairing.mentorId, pairing.menteeId])
  const mayBeAbove = await linesAmong(product.ports, [...people, organizer()])
  return booked.filter(({ pairing }) =>
    [pairing.mentorId, pairing.menteeId].every(
      (id) => id !== organizer() && !mayBeAbove(id, organizer()) && !mayBeAbove(organizer(), id),
    ),
  )
}

describe('the card to the Organizer', () => {
  it('takes in what comes up within a minute, also at the very same time, and names each pair once', async () => {
    const [one, two] = (await outside()).map(({ pairing }) => pairing)
    const begin = new Date(product.ports.clock.now().getTime())
    await Promise.all([raise(one!.id), raise(two!.id)])
    await product.tenant.advanceTo(new Date(begin.getTime() + 50_000))
    await raise(one!.id)
    expect((await cards()).map(({ counts }) => counts)).toEqual([{ 'mailbox-gone': 3 }])
    const said = drawn((await cards())[0]!)
    for (const id of [one!.mentorId, one!.menteeId, two!.mentorId, two!.menteeId])
      expect(said).toContain(nameOf(id))
    expect((await cards())[0]!.pairs).toHaveLength(2)
    await product.tenant.advanceTo(new Date(begin.getTime() + 120_000))
    await raise(two!.id)
    expect(await cards()).toHaveLength(2)
  })

  it('names nobody of the reader’s own line', async () => {
    const { pairing } = (await outside())[0]!
    const { store } = product.ports
    const cohort = (await store.cohorts.get(cohortId))!
    const program = (await store.programs.get(cohort.programId))!
    const above = (await store.people.get(pairing.mentorId))!.managerId!
    await store.programs.save({ ...program, organizerId: above })
    await raise(pairing.id)
    await store.programs.save(program)
    const [card] = await cards(above)
    expect(card!.counts).toEqual({ 'mailbox-gone': 1 })
    for (const id of [pairing.mentorId, pairing.menteeId]) expect(drawn(card!)).not.toContain(nameOf(id))
  })
})
