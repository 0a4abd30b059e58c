/** Half time comes by itself: both are asked alone, what they say together decides, and nobody learns who said what. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askKey } from '../../../bot/domain/meeting/ask.ts'
import type { Answers, FormName } from '../../../bot/domain/meeting/form.ts'
import { questionsFor } from '../../../bot/domain/meeting/form.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { myAsks, recordAnswers } from '../../../bot/workflows/meeting/ask-pair.ts'
import { doMoments, planMoments } from '../../../bot/workflows/meeting/keep-moments.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
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

const store = () => product.ports.store
const momentsOf = async ({ id }: Pairing) =>
  Object.fromEntries((await store().moments.of(id)).map((moment) => [moment.kind, moment]))
const asksOf = async ({ id }: Pairing, form: FormName) =>
  (await store().asks.ofPairing(id)).filter((ask) => ask.form === form)
const least = (form: FormName, side: 'mentor' | 'mentee', more: Answers): Answers => ({
  ...Object.fromEntries(
    questionsFor(form, side).flatMap((one) =>
      one.kind === 'line' ? [] : [[one.key, one.kind === 'scale' ? one.from : one.options[0]!]],
    ),
  ),
  ...more,
})
const answerOf = (pairing: Pairing, side: 'mentor' | 'mentee', form: FormName, more: Answers = {}) => {
  const personId = side === 'mentor' ? pairing.mentorId : pairing.menteeId
  return recordAnswers(product.ports, askKey(form, pairing.id, personId), personId, least(form, side, more))
}
/** What both read of it, in one form without ids. */
const outcomesOf = async (pairing: Pairing) => {
  const found = []
  for (const personId of [pairing.mentorId, pairing.menteeId])
    for (const { notice } of await store().notices.ofPerson(personId))
      if (notice.kind === 'pair-outcome' && notice.pairingId === pairing.id)
        found.push(`${notice.form}.${notice.result}`)
  return found
}
const concernsOf = async ({ id }: Pairing) =>
  (await store().concerns.list(cohortId)).filter(({ pairingId }) => pairingId === id)

describe('moments', () => {
  it('are planned for every pair that was told, and none for anybody else', async () => {
    await planMoments(product.ports)
    for (const pairing of pairings) {
      const { fit, midpoint, closing } = await momentsOf(pairing)
      const sessions = await store().sessions.ofPairing(pairing.id)
      const [first, last] = [sessions[0]!, sessions.at(-1)!]
      expect(fit).toMatchObject({ state: 'planned', dueAt: new Date(first.endsAt.getTime() + 86_400_000) })
      expect(midpoint!.dueAt.getTime()).toBe((first.startsAt.getTime() + last.endsAt.getTime()) / 2)
      expect(closing!.dueAt.getTime()).toBe(last.endsAt.getTime() + 86_400_000)
    }
  })

  it('move with the Sessions they hang on, and go with a pair that parts', async () => {
    const [moving, parting] = pairings
    const last = (await store().sessions.ofPairing(moving!.id)).at(-1)!
    const week = 7 * 86_400_000
    const before = (await momentsOf(moving!))['midpoint']!.dueAt.getTime()
    const moved = { ...last, startsAt: new Date(last.startsAt.getTime() + week) }
    await store().sessions.save({ ...moved, endsAt: new Date(last.endsAt.getTime() + week) })
    await endPairing(product.ports, parting!.id, parting!.mentorId)
    await planMoments(product.ports)
    expect((await momentsOf(moving!))['midpoint']!.dueAt.getTime() - before).toBe(week / 2)
    const left = await store().moments.of(parting!.id)
    expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['skipped']))
    expect(new Set(left.map(({ kind }) => kind)).size).toBe(5)
    await product.runJobs(3)
  })

  it('come due once, whatever the number of instances; one that fails stops no other and is tried again', async () => {
    const { ports, tenant } = product
    const standing = pairings.filter((one) => one !== pairings[1])
    const [broken, ...rest] = standing
    const dates = await Promise.all(
      standing.map(async (one) => (await momentsOf(one))['midpoint']!.dueAt.getTime()),
    )
    await tenant.advanceTo(new Date(Math.max(...dates) + 60_000))
    await tick(ports)
    // Whoever could not be told: their row is damaged, the others' is not.
    await product.database.query(
      `create function refuse_one() returns trigger language plpgsql as $$ begin
         if new.pairing_id = '${broken!.id}' and new.form = 'midpoint' then raise exception 'refused'; end if; return new; end $$`,
    )
    await product.database.query(`delete from asks where form = 'midpoint'`)
    await product.database.query(
      `update moments set state = 'planned', done_at = null where kind = 'midpoint' and state = 'done'`,
    )
    await product.database.query(
      'create trigger refuse_one before insert on asks for each row execute function refuse_one()',
    )
    await expect(doMoments(ports)).rejects.toMatchObject({ name: 'SomeFailed' })
    for (const pairing of rest) {
      expect((await momentsOf(pairing))['midpoint']).toMatchObject({ state: 'done' })
      expect(await asksOf(pairing, 'midpoint')).toHaveLength(2)
    }
    expect((await momentsOf(broken!))['midpoint']).toMatchObject({ state: 'planned', attempts: 1 })
    await product.database.query('drop trigger refuse_one on asks')
    await doMoments(ports)
    expect(await asksOf(broken!, 'midpoint')).toHaveLength(0)
    await tenant.advanceTo(new Date(ports.clock.now().getTime() + 11 * 60_000))
    await Promise.all([doMoments(ports), doMoments(ports)])
    expect(await asksOf(broken!, 'midpoint')).toHaveLength(2)
    await doMoments(ports)
    for (const pairing of standing) expect(await asksOf(pairing, 'midpoint')).toHaveLength(2)
  })
})

describe('a moment of a version to come', () => {
  it('stays planned for whoever knows it, is put off for minutes, and stops no other', async () => {
    const { id, cohortId: ofCohort } = pairings[0]!
    const now = product.tenant.state.now()
    const key = `of-tomorrow.${id}`
    const row = { key, kind: 'of-tomorrow', cohortId: ofCohort, subject: id }
    await store().transaction(() =>
      store().moments.plan(id, [{ ...row, dueAt: now, until: new Date(now.getTime() + 86_400_000) }]),
    )
    await expect(doMoments(product.ports)).rejects.toThrow('of-tomorrow')
    const moment = (await store().moments.of(id)).find((one) => one.key === key)!
    expect(moment.state).toBe('planned')
    expect(moment.nextAt.getTime() - now.getTime()).toBeLessThan(3_600_000)
    await store().transaction(() => store().moments.save({ ...moment, state: 'skipped' }))
  })
})

describe('what the two answer at half time', () => {
  const pair = (k: number) => pairings[k + 2]!

  it('waits for its own person alone, and nobody else may answer it', async () => {
    const { mentorId, menteeId } = pair(0)
    const mine = (await myAsks(product.ports, cohortId, mentorId)).filter(({ form }) => form === 'midpoint')
    expect(mine.map(({ personId, pairingId }) => [personId, pairingId])).toContainEqual([
      mentorId,
      pair(0).id,
    ])
    const key = askKey('midpoint', pair(0).id, mentorId)
    for (const stranger of [menteeId, product.company.personas.organizer, pair(1).mentorId])
      expect(await recordAnswers(product.ports, key, stranger, least('midpoint', 'mentor', {}))).toEqual({
        refused: 'not-yours',
      })
    expect(await recordAnswers(product.ports, 'midpoint.no.such', mentorId, {})).toEqual({
      refused: 'not-yours',
    })
  })

  it('has no effect while one of them is silent, may be changed, and then decides for both', async () => {
    await answerOf(pair(0), 'mentor', 'midpoint', { wish: 'close' })
    await answerOf(pair(0), 'mentor', 'midpoint', { wish: 'continue' })
    expect(await outcomesOf(pair(0))).toEqual([])
    await answerOf(pair(0), 'mentee', 'midpoint', { wish: 'continue' })
    expect(await outcomesOf(pair(0))).toEqual(['midpoint.good', 'midpoint.good'])
    expect(await concernsOf(pair(0))).toEqual([])
    expect(await answerOf(pair(0), 'mentee', 'midpoint', { wish: 'close' })).toEqual({
      refused: 'no-longer-open',
    })
  })

  it('reads the same to both and to the Organizer, whichever of them wants something else', async () => {
    await answerOf(pair(1), 'mentor', 'midpoint', { wish: 'change', change: 'Somebody from sales' })
    await answerOf(pair(1), 'mentee', 'midpoint', { wish: 'continue' })
    await answerOf(pair(2), 'mentor', 'midpoint', { wish: 'continue' })
    await answerOf(pair(2), 'mentee', 'midpoint', { wish: 'close' })
    await answerOf(pair(3), 'mentor', 'midpoint', { wish: 'adjust' })
    await answerOf(pair(3), 'mentee', 'midpoint', { wish: 'continue' })
    for (const k of [1, 2, 3]) expect(await outcomesOf(pair(k))).toEqual(['midpoint.talk', 'midpoint.talk'])
    const seen = async (k: number) =>
      (await concernsOf(pair(k))).map(({ kind, detail }) => ({ kind, detail }))
    expect(await seen(1)).toEqual([{ kind: 'change-wanted', detail: {} }])
    expect(await seen(2)).toEqual(await seen(1))
    expect(await seen(3)).toEqual([])
  })

  it('counts alone when the other never answers, and after that nothing changes any more', async () => {
    await answerOf(pair(4), 'mentee', 'midpoint', { wish: 'adjust' })
    await product.tenant.advanceTo(new Date(product.ports.clock.now().getTime() + 15 * 86_400_000))
    await tick(product.ports)
    expect((await asksOf(pair(4), 'midpoint')).map(({ state }) => state).sort()).toEqual([
      'answered',
      'lapsed',
    ])
    expect(await outcomesOf(pair(4))).toEqual(['midpoint.talk', 'midpoint.talk'])
    expect(await answerOf(pair(4), 'mentor', 'midpoint')).toEqual({ refused: 'no-longer-open' })
    expect(await myAsks(product.ports, cohortId, pair(4).mentorId)).toEqual([])
    // Nobody answered at all: there is nothing to say.
    expect(await outcomesOf(pair(5))).toEqual([])
  })

  it('stands in the database sealed', async () => {
    const { rows } = await product.database.query('select answers from asks where answers is not null')
    expect(rows.length).toBeGreaterThan(5)
    for (const { answers } of rows) expect(String(answers)).not.toMatch(/wish|continue|sales/)
  })
})
