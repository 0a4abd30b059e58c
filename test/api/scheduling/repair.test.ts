/** New times and concerns as the tab meets them: the two see everything of theirs, nobody else learns that it exists. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changePerson } from '../../../bot/demo/graph-server.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { type Api, openApi } from '../../support/api.ts'
import { type Booked, bookedPairs, bookedProduct } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let cohortId: string
let booked: Booked[]
let api: Api

beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct())
  // From here on the service does its own jobs, as in production.
  api = await openApi(product)
})
afterAll(() => product.close())

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await look()
    if (found) return found
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('It did not happen within 30 seconds.')
}

const mine = async (personId: string, sessionId: string) => {
  const { body } = await api.as(personId)('myMentoring', {})
  const pairing = body.pairings.find(({ sessions }) => sessions.some(({ id }) => id === sessionId))!
  return { pairing, session: pairing.sessions.find(({ id }) => id === sessionId)! }
}

describe('a Session one of the two cannot make', () => {
  it('is asked for, offered, chosen by the other, and shown alike to both and to the Organizer', async () => {
    const { pairing, sessions } = booked[0]!
    const session = sessions[0]!
    const { mentorId, menteeId } = pairing
    const asked = await api.as(menteeId)('offerRepair', { id: session.id })
    expect(asked.body.repair).toMatchObject({ askedBy: 'me', reason: 'cannot-make-it', attempt: 1 })
    expect(['looking', 'open']).toContain(asked.body.repair.state)
    const seen = await until(async () => {
      const { session: view } = await mine(mentorId, session.id)
      return view.repair?.state === 'open' && view
    })
    expect(seen).toMatchObject({
      declinedBy: 'partner',
      repair: { askedBy: 'partner', id: asked.body.repair.id },
    })
    const { id, options } = seen.repair!
    const chosen = await api.as(mentorId)('chooseRepair', { id, option: 0 })
    expect(['booking', 'booked']).toContain(chosen.body.repair.state)
    const late = await api.as(menteeId)('chooseRepair', { id, option: 1 })
    expect([late.status, late.problem.code]).toEqual([409, 'already-chosen'])
    const moved = await until(async () => {
      const { session: view } = await mine(menteeId, session.id)
      return view.repair?.state === 'booked' && view
    })
    expect(moved).toMatchObject({ movedBy: 'me', startsAt: options[0]!.startsAt, state: 'planned' })
    expect(moved.movedFrom).toBe(session.startsAt.toISOString())
    expect(moved.declinedBy).toBeUndefined()
    const schedule = await api.as(product.company.personas.organizer)('schedule', { id: cohortId })
    const row = schedule.body.holds.flatMap((hold) => hold.sessions).find((one) => one.id === session.id)
    expect(row).toMatchObject({ movedBy: 'mentee', repair: 'booked' })
    expect((await bookedPairs(product, cohortId)).length).toBe(booked.length)
  })

  it('can be kept after all by who asked', async () => {
    const { pairing, sessions } = booked[1]!
    const ask = api.as(pairing.mentorId)
    const { body } = await ask('offerRepair', { id: sessions[0]!.id })
    const kept = await ask('withdrawRepair', { id: body.repair.id })
    expect(kept.body.repair.state).toBe('kept')
    expect((await mine(pairing.mentorId, sessions[0]!.id)).session.declinedBy).toBeUndefined()
  })

  it.each(['organizer', 'sponsor', 'communications'] as const)(
    'is nobody else’s: the %s is told 404',
    async (who) => {
      const { sessions } = booked[0]!
      const ask = api.as(product.company.personas[who])
      const repair = (await product.ports.store.repairs.ofSession(sessions[0]!.id))[0]!
      expect((await ask('offerRepair', { id: sessions[0]!.id })).status).toBe(404)
      expect((await ask('chooseRepair', { id: repair.id, option: 0 })).status).toBe(404)
      expect((await ask('withdrawRepair', { id: repair.id })).status).toBe(404)
    },
  )
})

describe('a pair whose new time Outlook does not take yet', () => {
  it('stands on the Schedule as waiting for Outlook’s limits, and goes on by itself', async () => {
    const ask = api.as(product.company.personas.organizer)
    const { hold } = booked.at(-1)!
    const times = await ask('holdTimes', { id: hold.id })
    const other = times.body.candidates.find(({ time }) => time !== hold.slot.time)!
    const { faults } = product.tenant.state
    const tooMany = { service: 'graph', path: /POST .*\/events$/, kind: 'throttle' } as const
    faults.push({ ...tooMany, retryAfterSeconds: 4, times: 1 })
    const { firstDate, time } = other
    await ask('changeSlot', { id: hold.id, firstDate, time, outsideHours: false })
    const rowNow = async () => {
      const { body } = await ask('schedule', { id: cohortId })
      return body.holds.find(({ id }) => id === hold.id)!
    }
    const waiting = await until(async () => {
      const row = await rowNow()
      return row.waitsForOutlook && row
    })
    expect(waiting).toMatchObject({ state: 'requested', facts: ['changing'] })
    const done = await until(async () => {
      const row = await rowNow()
      return row.state === 'booked' && row
    })
    expect(done.waitsForOutlook).toBeUndefined()
    expect(done.time).toBe(time)
  })
})

describe('the address Graph posts to', () => {
  it.each(['notifications', 'lifecycle'])(
    '%s needs no sign-in, and nothing beside it is open',
    async (name) => {
      const options = { method: 'POST' }
      const answer = await fetch(`${api.url}/api/outlook/${name}?validationToken=hello`, options)
      expect([answer.status, await answer.text()]).toEqual([200, 'hello'])
      expect((await fetch(`${api.url}/api/outlook/${name}`)).status).toBe(401)
      expect((await fetch(`${api.url}/api/outlook/other?validationToken=hello`, options)).status).toBe(401)
    },
  )
})

describe('concerns', () => {
  it('are read and closed by the Organizer, and stay closed', async () => {
    const { pairing } = booked[2]!
    const { organizer, sponsor } = product.company.personas
    const raisedAt = product.tenant.state.now()
    const concern = { cohortId, pairingId: pairing.id, raisedAt }
    const key = `rule.${pairing.id}.same-manager`
    await product.ports.store.concerns.raise({
      ...concern,
      key,
      kind: 'same-manager',
      detail: { rule: 'same-manager' },
    })
    const ask = api.as(organizer)
    const { body } = await ask('concerns', { id: cohortId })
    const shown = body.concerns.find((one) => one.key === key)!
    expect(shown).toMatchObject({ kind: 'same-manager', pairing: { id: pairing.id } })
    expect(shown.pairing!.mentor.id).toBe(pairing.mentorId)
    expect((await api.as(sponsor)('closeConcern', { key })).status).toBe(403)
    expect((await ask('closeConcern', { key })).body).toEqual({ ok: true })
    const open = await ask('concerns', { id: cohortId })
    expect(open.body.concerns.filter((one) => one.key === key)).toEqual([])
    const closed = await ask('concerns', { id: cohortId, closed: 'true' })
    expect(closed.body.concerns.find((one) => one.key === key)).toMatchObject({ closedBy: { id: organizer } })
    expect((await ask('closeConcern', { key: 'nobody' })).status).toBe(404)
  })

  it('about how a pair is doing are kept from an Organizer who is above one of the two', async () => {
    const { pairing } = booked[3]!
    const { organizer } = product.company.personas
    const key = `stalled.${pairing.id}.1`
    await product.ports.store.concerns.raise({
      key,
      cohortId,
      pairingId: pairing.id,
      kind: 'stalled',
      detail: { sessions: 2, since: 1 },
      raisedAt: product.tenant.state.now(),
    })
    const seesIt = async () => {
      const { body } = await api.as(organizer)('concerns', { id: cohortId })
      return body.concerns.some((one) => one.key === key)
    }
    expect(await seesIt()).toBe(true)
    changePerson(product.tenant.state, pairing.mentorId, { managerId: organizer })
    await readOrganization(product.ports)
    expect(await seesIt()).toBe(false)
    expect((await api.as(organizer)('closeConcern', { key })).status).toBe(404)
  })
})
