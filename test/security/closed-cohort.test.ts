/**
 * A Cohort that has closed is for reading: every route that writes, and every button of every card, with things that are really
 * there, by everybody with a part in it. What goes on is a list with reasons (`bot/workflows/program/after-close.ts`).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterClose, type Writing } from '../../bot/api/after-close.ts'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { cardActs } from '../../bot/messages/cards/acts.ts'
import { onCardAction } from '../../bot/messages/on-card-action.ts'
import { goesOnFor } from '../../bot/workflows/program/after-close.ts'
import { openNextStage } from '../../bot/workflows/program/set-up-cohort.ts'
import { type Api, openApi } from '../support/api.ts'
import { readerIn } from '../support/cards.ts'
import { closeNow } from '../support/product.ts'
import { type Colleague, type Everything, startEverything } from './everything.ts'

jest.setTimeout(300_000)

let everything: Everything
let api: Api
let cohortId: string
beforeAll(async () => {
  everything = await startEverything()
  const { product, who, inputs } = everything
  const { store, clock } = product.ports
  api = await openApi(product)
  cohortId = String(inputs.board['id'])
  const { programId } = (await store.cohorts.get(cohortId))!
  const byA = { programId, givenBy: who['organizer A'], since: clock.now() }
  await store.programRoles.save({ ...byA, personId: who.reviewer, role: 'reviewer' })
  await openNextStage(product.ports, cohortId, 'running', who['organizer A'])
  await closeNow(product, cohortId, { by: who['organizer A'] })
})
afterAll(() => everything.product.close())

const withParts: readonly Colleague[] = [
  ...(['organizer A', 'sponsor A', 'mentor', 'mentee', 'asker', 'asked', 'assistant'] as const),
  ...(['of another pair', 'communications', 'reviewer', 'it'] as const),
]

const writing = Object.keys(afterClose) as Writing[]
const ending = writing.filter((name) => typeof afterClose[name] !== 'string')
const goingOn = writing.filter((name) => typeof afterClose[name] === 'string')

async function codesOf(name: RouteName): Promise<(string | number)[]> {
  const { who, inputs } = everything
  // Enrolling is tried in the other program elsewhere.
  const input = name === 'enrol' ? { ...inputs.enrol, cohortId } : inputs[name]
  const codes: (string | number)[] = []
  for (const one of withParts) {
    const { status, problem } = await api.as(who[one])(name, input as never)
    codes.push(status < 400 ? status : problem.code)
  }
  return codes
}

describe('once a Cohort has closed', () => {
  it('no route that writes is left out', () => {
    const writes = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].method !== 'GET')
    expect([...writing].sort()).toEqual(writes.sort())
    expect(ending.length).toBeGreaterThan(50)
  })

  it.each(ending)('%s is refused kindly, whoever asks', async (name) => {
    const codes = await codesOf(name)
    expect(codes).toContain('cohort-closed')
    expect(codes.filter((code) => typeof code === 'number')).toEqual([])
  })

  it.each(goingOn)('%s goes on, for a reason with a name', async (name) => {
    expect(goesOnFor).toContain(afterClose[name])
    if (name === 'eraseMe' || name === 'erasePerson' || name === 'readOrganization') return
    expect(await codesOf(name)).not.toContain('cohort-closed')
  })

  it('every button of a card says so, or goes on for a reason', async () => {
    const { product, who, inputs } = everything
    const of = (name: RouteName, key: string) => String(inputs[name][key])
    const pairingId = of('endPairing', 'id')
    const [sessionId, repairId] = [of('findAnotherTime', 'id'), of('chooseRepair', 'id')]
    const data: Record<string, Record<string, unknown>> = {
      'answer-ask': { askKey: of('answerAsk', 'key'), fit: 'good', free: '4' },
      'change-ask': { askKey: of('answerAsk', 'key') },
      'answer-request': { requestId: of('answerRequest', 'id'), answer: 'accept' },
      'answer-place': { offerId: of('answerPlace', 'offerId'), answer: 'take' },
      'answer-invitation': { invitationId: of('answerInvitation', 'invitationId'), answer: 'not-now' },
      'decline-pairing': { pairingId },
      'sign-agreement': { pairingId, version: 1, template: 1, goal: 'Listen longer', goalStart: 3 },
      'choose-assisted': { repairId, option: 0 },
      'tick-duty': { cohortId, duty: 'kickoff' },
      'rate-speed': { eventId: of('speedEvent', 'id'), toId: who.mentor, rating: '8' },
      'cannot-make-it': { sessionId },
      'find-another-time': { sessionId },
      'choose-repair': { repairId, option: 0 },
      'refuse-assisted': { repairId, what: 'days', seen: ['0'] },
      'refuse-times': { repairId, what: 'days', seen: ['0'] },
      'withdraw-repair': { repairId },
      'pause-until': { until: '2036-04-01' },
      resume: { until: '2036-04-01' },
    }
    const over = cardActs.filter(({ goesOn }) => goesOn === undefined)
    expect(over.map(({ verb }) => verb).sort()).toEqual(Object.keys(data).sort())
    for (const { goesOn } of cardActs) if (goesOn) expect(goesOnFor).toContain(goesOn)
    const reader = readerIn('en-GB')
    const closed = { kind: 'text', text: reader.words.refusal({ refused: 'cohort-closed' }) }
    for (const { verb } of over) {
      const answers = []
      for (const one of withParts) {
        const where = { scope: 'personal', personId: who[one] } as Parameters<typeof onCardAction>[2]
        answers.push(await onCardAction(verb, data[verb]!, where, reader, product.ports))
      }
      expect([verb, answers]).toEqual([verb, expect.arrayContaining([closed])])
    }
  })

  it('its pages are there to read', async () => {
    const as = api.as(everything.who['organizer A'])
    for (const name of ['cohort', 'board', 'schedule', 'checkIns', 'metrics', 'beforeClose'] as const)
      expect([name, (await as(name, { id: cohortId })).status]).toEqual([name, 200])
  })
})
