/** What Outlook shows is in the language of the two, once and for all: a language that changes later changes no event. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { escapeHtml } from '../../../bot/domain/escape-html.ts'
import { catalog } from '../../../bot/jobs/catalog.ts'
import { calendarWords } from '../../../bot/workflows/scheduling/calendar-words.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { releaseHold } from '../../../bot/workflows/scheduling/release-hold.ts'
import { type Booked, bookedPairs } from '../../support/keeping.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let pair: Booked

async function everybodyPrefers(preferredLanguage: string) {
  const { store, clock } = product.ports
  const at = clock.now()
  const ids = (await store.people.lines()).map(({ id }) => id)
  const rows = ids.map((id) => ({
    kind: 'person' as const,
    person: { id, preferredLanguage },
    manager: 'unchanged' as const,
  }))
  await store.people.applyPage({ rows, cursor: 'c', done: true }, { whole: false, startedAt: at, at })
}

beforeAll(async () => {
  product = await startProduct({ people: 220, mentors: 6, mentees: 4 })
  const cohortId = await openCohort(product, { cadenceWeeks: 2, sessions: 4, sessionMinutes: 30 })
  await enrolCompany(product, cohortId)
  await everybodyPrefers('es-ES')
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pair = (await bookedPairs(product, cohortId))[0]!
}, 120_000)
afterAll(() => product.close())

const eventsOf = ({ hold }: Booked) =>
  [...product.tenant.state.events.values()]
    .filter(({ transactionId }) => transactionId?.startsWith(`${hold.id}.`))
    .map(({ resource }) => resource)
const written = () =>
  product.tenant.state.log.filter(
    ({ method, path }) => method !== 'GET' && /\/(events|calendar\/events)/.test(path),
  )

describe('a series of two who prefer Spanish', () => {
  it('has its subject, body, place and link in Spanish', async () => {
    const [event] = eventsOf(pair)
    expect(event).toMatchObject({
      subject: expect.stringMatching(/: sesión$/),
      location: { displayName: 'En línea o en una sala neutral, no en el despacho de la dirección' },
    })
    const { content } = event!['body'] as { content: string }
    expect(content).toContain('4 sesiones de 30 minutos, cada 2 semanas.')
    expect(content).toContain('Orden del día')
    // The parts fill the Session, whatever its length.
    const parts = content.slice(content.indexOf('Orden del día')).split('\n')[0]!
    expect(parts).toMatch(/: 3 cómo va todo · 6 .* · 12 .* · 6 .* · 3 próximo paso/)
    expect(content).not.toMatch(/session|mentor leads|agenda:/i)
  })

  it('says who the two are, as the directory tells everybody, and nothing of what they enrolled with', async () => {
    const { store } = product.ports
    const { content } = eventsOf(pair)[0]!['body'] as { content: string }
    const { mentorId, menteeId, cohortId } = pair.pairing
    for (const [id, label] of [
      [mentorId, 'Enseña'],
      [menteeId, 'Aprende'],
    ] as const) {
      const { displayName, jobTitle, department } = (await store.people.get(id))!
      expect(content).toContain(`${label}: ${escapeHtml([displayName, jobTitle, department].join(' · '))}`)
      expect(jobTitle && department).toBeTruthy()
      const { goal } = (await store.participants.of(cohortId, id))!
      expect(goal).not.toBe('')
      expect(content).not.toContain(goal)
    }
  })

  it('is neither written again nor taken for changed when their language changes', async () => {
    const { store } = product.ports
    const before = { events: JSON.stringify(eventsOf(pair)), writes: written().length }
    const sessions = await store.sessions.ofPairing(pair.pairing.id)
    await everybodyPrefers('en-US')
    product.waiting.length = 0
    await lookAtSeries(product.ports, pair.hold.id)
    await catalog['book-hold'].run(product.ports, { holdId: pair.hold.id })
    await lookAtSeries(product.ports, pair.hold.id)
    expect(JSON.stringify(eventsOf(pair))).toBe(before.events)
    expect(written().length).toBe(before.writes)
    const after = await store.sessions.ofPairing(pair.pairing.id)
    expect(after.map(({ startsAt, state, movedFrom }) => ({ startsAt, state, movedFrom }))).toEqual(
      sessions.map(({ startsAt, state, movedFrom }) => ({ startsAt, state, movedFrom })),
    )
    expect(product.waiting.map(({ name }) => name)).not.toContain('offer-repair')
  })

  it('is called off in the language they prefer by then', async () => {
    await everybodyPrefers('ar')
    await releaseHold(product.ports, pair.hold.id)
    expect(eventsOf(pair)).toEqual([])
    const cancelled = product.tenant.state.log.filter(({ path }) => path.endsWith('/cancel'))
    expect(JSON.stringify(cancelled)).toContain('انتهت سلسلة الإرشاد هذه. شكرًا لكما.')
  })
})

describe('where the two prefer different languages', () => {
  const spanish = { id: 'ana', preferredLanguage: 'es-ES', languages: ['es', 'en'] }
  const english = { id: 'ben', preferredLanguage: 'en-GB', languages: ['en', 'es'] }
  const subject = (organizerId: string) =>
    calendarWords([spanish, english], organizerId)('subject', { program: 'Learning upward' })

  it('what both know is written as the organizer prefers it, in whichever order they are named', () => {
    expect(subject('ana')).toBe('Learning upward: sesión')
    expect(subject('ben')).toBe('Learning upward: session')
  })
})

/** It names the program and never the other person: delegates, and whoever may see titles, read it too. */
describe('the subject of a session', () => {
  it.each([
    ['es-ES', 'es-MX', 'Reverse mentoring: sesión'],
    ['ar', 'ar-EG', 'Reverse mentoring: جلسة'],
    ['en-GB', 'en-US', 'Reverse mentoring: session'],
    ['es-ES', 'en-GB', 'Reverse mentoring: session'],
    ['es-ES', undefined, 'Reverse mentoring: session'],
    ['de-DE', 'de-DE', 'Reverse mentoring: session'],
    ['constructor', 'constructor', 'Reverse mentoring: session'],
  ])('of %s and %s is "%s"', (one, other, subject) => {
    const readers = [one, other].map((preferredLanguage, k) => ({
      ...{ id: `p${k}`, languages: undefined },
      ...{ preferredLanguage },
    }))
    expect(calendarWords(readers, 'p0')('subject', { program: 'Reverse mentoring' })).toBe(subject)
  })
})
