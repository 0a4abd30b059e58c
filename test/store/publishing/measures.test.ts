/**
 * The measures counted a second time, from the tables by SQL that shares nothing with `domain/publishing/measures`. What people
 * answered lies sealed in the database, so these rows are handed to the SQL as they were written.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import type { CheckInAnswer } from '../../../bot/domain/meeting/check-in.ts'
import { usualTerms } from '../../../bot/domain/pairing/agreement.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { allMeasures, type Measure } from '../../../bot/domain/publishing/measures/measure.ts'
import { takingMeasures } from '../../../bot/domain/publishing/measures/taking.ts'
import { trackOf } from '../../../bot/workflows/program/lessons.ts'
import { takeSnapshots } from '../../../bot/workflows/publishing/take-snapshot.ts'
import { openStore, type TestStore, withCohorts } from '../builders.ts'

const dayMs = 86_400_000
const monday = new Date('2027-03-01T00:00:00Z')
const day = (count: number) => new Date(monday.getTime() + count * dayMs)
const pairs = Array.from({ length: 60 }, (_, i) => i)

let store: TestStore
let said: Measure[]

/** No two of these go together, so that each measure is about other pairs. */
const is = { late: 4, untrained: 3, called: 5, moved: 7, silent: 6, over: 9, declined: 11 }
const every = (i: number, of: keyof typeof is) => i % is[of] === 0

const pairingOf = (i: number): Pairing =>
  ({
    ...{ id: `p${i}`, cohortId: 'cohort', mentorId: `mentor${i}`, menteeId: `mentee${i}`, score: 1 },
    ...{ parts: [], reason: '', pinned: false, approvedBy: 'o', approvedAt: day(-120 + (i % 20)) },
    ...(every(i, 'declined')
      ? { state: 'declined', approvedBy: undefined, approvedAt: undefined, endedAt: day(-90) }
      : every(i, 'over')
        ? { state: 'ended', endedAt: day(-30), endedBy: 'o' }
        : { state: 'active', activeSince: day(-99) }),
  }) as Pairing

const participantOf = (i: number, side: 'mentor' | 'mentee'): Participant => ({
  ...{ id: `${side}${i}`, personId: `${side}${i}`, cohortId: 'cohort', side, capacity: 1 },
  state: i % 8 === 1 ? 'waitlisted' : 'approved',
  ...{ topics: [], languages: ['en'], interests: [], timeZone: 'UTC' },
  workingHours: { days: [1], start: '09:00', end: '17:00' },
  ...{ goal: 'g', goalStart: 1 + (i % 3), acceptedGroundRules: 1, enrolledAt: day(-130) },
})

/** What the two wrote, as it is sealed. */
const checkIns: { sessionId: string; personId: string; answer: CheckInAnswer }[] = []
const forms: { pairingId: string; personId: string; side: string; recommend: number; goal: number }[] = []

async function fill(): Promise<void> {
  const saveSession = async (i: number, number: 1 | 2) => {
    const id = `s${i}.${number}`
    const startsAt = day(-90 + 30 * number + (i % 5))
    const isOff = number === 2 && every(i, 'called')
    const isMoved = number === 2 && every(i, 'moved') && !isOff
    await store.sessions.save({
      ...{ id, holdId: `h${i}`, pairingId: `p${i}`, number, state: isOff ? 'cancelled' : 'planned' },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_000_000) },
      ...(isOff ? { declinedBy: i % 2 ? `mentee${i}` : `mentor${i}` } : {}),
      ...(isMoved ? { movedFrom: new Date(startsAt.getTime() - dayMs), movedBy: `mentee${i}` } : {}),
    })
    if (isOff) return
    for (const [at, personId] of [`mentor${i}`, `mentee${i}`].entries()) {
      const held = (i + number + at) % 13 !== 0
      const isSilent = at === 1 && every(i, 'silent')
      const obstacle = (['nothing', 'time', 'time', 'topic'] as const)[(i + at) % 4]!
      const answer = held ? { held, worth: 3, obstacle } : { held, obstacle }
      if (!isSilent) checkIns.push({ sessionId: id, personId, answer })
      await store.checkIns.save({
        ...{ sessionId: id, personId, askedAt: startsAt },
        ...(isSilent ? { state: 'missed' } : { state: 'answered', answeredAt: startsAt, answer }),
      })
    }
  }
  for (const i of pairs) {
    for (const side of ['mentor', 'mentee'] as const) {
      await store.participants.save(participantOf(i, side))
      const lessons = trackOf({ id: 'program' }, side)
      const finishedAt = every(i, 'untrained') ? day(-60) : day(-125)
      for (const lessonId of lessons)
        await store.training.save({
          ...{ personId: `${side}${i}`, lessonId, version: 1, startedAt: day(-126), finishedAt },
        })
    }
    await store.pairings.save(pairingOf(i))
    if (every(i, 'declined')) continue
    await store.holds.save({
      ...{ id: `h${i}`, pairingId: `p${i}`, revision: 1, state: 'requested', attempts: 0 },
      requestedAt: day(-99),
    })
    await saveSession(i, 1)
    await saveSession(i, 2)
    const at = every(i, 'late') ? day(-1) : day(-80)
    const signature = { goal: 'g', goalStart: 2, at }
    await store.agreements.save({
      ...{ pairingId: `p${i}`, version: 1, template: 1, terms: usualTerms },
      signatures: { mentor: { ...signature, at: day(-81) }, mentee: signature },
    })
    for (const side of ['mentor', 'mentee'] as const) {
      const isSilent = every(i, 'silent')
      const given = { recommend: (i * 7 + (side === 'mentor' ? 3 : 0)) % 11, goal: 3 + (i % 3) }
      if (!isSilent) forms.push({ pairingId: `p${i}`, personId: `${side}${i}`, side, ...given })
      await store.asks.save({
        ...{ key: `closing.p${i}.${side}${i}`, form: 'closing', version: 1, side, cohortId: 'cohort' },
        ...{ personId: `${side}${i}`, pairingId: `p${i}`, askedAt: day(-20), until: day(-6) },
        ...(isSilent
          ? { state: 'lapsed' }
          : { state: 'answered', answeredAt: day(-10), answers: { ...given, again: 'yes', worth: 4 } }),
      })
    }
  }
}

beforeAll(async () => {
  store = await openStore()
  await withCohorts(store, 'cohort')
  const cohort = (await store.cohorts.get('cohort'))!
  await store.cohorts.save({ ...cohort, stage: 'running', startsOn: '2026-11-23', sessions: 2 })
  await fill()
  await takeSnapshots({ store: store as never, clock: { now: () => monday } as never, fewestPeople: 5 })
  const snapshot = (await store.snapshots.get('cohort'))!
  said = allMeasures(snapshot.measures, snapshot.pooled)
  await store.database.query(
    'create temp table said_of (session_id text, person_id text, held boolean, obstacle text)',
  )
  await store.database.query(
    'create temp table last_form (pairing_id text, person_id text, side text, recommend int, goal int)',
  )
  for (const { sessionId, personId, answer } of checkIns)
    await store.database.query('insert into said_of values ($1, $2, $3, $4)', [
      ...[sessionId, personId, answer.held, answer.obstacle],
    ])
  for (const { pairingId, personId, side, recommend, goal } of forms)
    await store.database.query('insert into last_form values ($1, $2, $3, $4, $5)', [
      ...[pairingId, personId, side, recommend, goal],
    ])
}, 120_000)
afterAll(() => store.close())

const one = async (sql: string): Promise<Record<string, number>> => {
  const { rows } = await store.database.query(sql)
  return Object.fromEntries(Object.entries(rows[0]!).map(([key, value]) => [key, Number(value)]))
}

const measure = (key: string) => said.find((found) => found.key === key)

/** A share to ten percent, as it is said where at least five people stand on either side. */
async function expectShare(key: string, found: Pick<Measure, 'value' | 'bound'> | undefined, sql: string) {
  const { part, whole } = await one(sql)
  expect(part! / whole!).toBeGreaterThan(0.05)
  expect(part! / whole!).toBeLessThan(0.95)
  expect([key, found?.value, found?.bound]).toEqual([key, 10 * Math.round((10 * part!) / whole!), undefined])
}

/** Pairs that were two at some time. */
const real = `pairings p where p.cohort_id = 'cohort' and p.state in ('approved', 'active', 'completed', 'ended')`
/** Sessions whose question has closed, or that somebody called off by name. */
const due = `sessions s join pairings p on p.id = s.pairing_id where p.cohort_id = 'cohort'
  and (s.state <> 'cancelled' or s.declined_by is not null) and s.ends_at <= '2027-03-01'`
const held = `exists (select 1 from said_of a where a.session_id = s.id and a.held) and s.state <> 'cancelled'`

describe('counted by SQL it is the same:', () => {
  it('training', () =>
    expectShare(
      'training',
      measure('training'),
      `with two as (
         select mentor_id as id, approved_at from ${real} union all select mentee_id, approved_at from ${real}),
       first as (select id, min(approved_at) as at from two group by id)
       select count(*) as whole, count(*) filter (where (
         select max(l.finished_at) from lesson_progress l where l.person_id = first.id) <= at) as part from first`,
    ))
  it('agreements', () =>
    expectShare(
      'agreement',
      measure('agreement'),
      `select count(*) as whole, count(*) filter (where
         greatest(a.mentor_signed_at, a.mentee_signed_at) < s.starts_at) as part
       from sessions s join agreements a on a.pairing_id = s.pairing_id where s.number = 2`,
    ))
  it('what the leader moved or declined', () =>
    expectShare(
      'leader-moved',
      measure('leader-moved'),
      `select count(*) as whole,
         count(*) filter (where p.mentee_id = s.moved_by or p.mentee_id = s.declined_by) as part from ${due}`,
    ))
  it('what became of Sessions', async () => {
    const share = (where: string) =>
      `select count(*) as whole, count(*) filter (where ${where}) as part from ${due}`
    await expectShare('on the day', measure('fate-on-the-day'), share(`${held} and s.moved_from is null`))
    await expectShare('called off', measure('fate-called-off'), share(`s.state = 'cancelled'`))
    await expectShare(
      'moved',
      measure('fate-within-a-week'),
      share(`${held} and abs(extract(epoch from s.starts_at - s.moved_from)) <= 7 * 86400`),
    )
  })
  it('days until the first Session', async () => {
    const { median } = await one(
      `with first as (
         select p.id, p.approved_at, min(s.starts_at) as at from sessions s join pairings p on p.id = s.pairing_id
         where ${held} group by 1, 2)
       select percentile_cont(0.5) within group (order by extract(epoch from at - approved_at) / 86400) as median
       from first`,
    )
    expect(measure('placement')).toMatchObject({ unit: 'days', value: 5 * Math.round(median! / 5) })
  })
  it('completion', () =>
    expectShare(
      'completion',
      measure('completion'),
      `select count(*) as whole, count(*) filter (where
         (select count(*) from sessions s where s.pairing_id = p.id and ${held}) >= 1
         and exists (select 1 from last_form f where f.pairing_id = p.id)) as part
       from ${real} and exists (select 1 from sessions s where s.pairing_id = p.id and s.state <> 'cancelled')`,
    ))
  it('recommending and growth, by side', async () => {
    for (const side of ['mentor', 'mentee']) {
      const found = await one(
        `select 100.0 * (count(*) filter (where recommend >= 9) - count(*) filter (where recommend <= 6)) / count(*) as net,
           avg(f.goal) as after, avg(p.goal_start) as before,
           avg((f.goal - p.goal_start)::float / (5 - p.goal_start)) as gain
         from last_form f join participants p on p.person_id = f.person_id where f.side = '${side}'`,
      )
      const half = (value: number) => Math.round(2 * value) / 2
      expect(measure(`nps-${side}s`)?.value).toBe(10 * Math.round(found['net']! / 10) + 0)
      expect(measure(`goal-start-${side}s`)?.value).toBe(half(found['before']!))
      expect(measure(`goal-end-${side}s`)?.value).toBe(half(found['after']!))
      expect(measure(`gain-${side}s`)?.value).toBe(10 * Math.round(10 * found['gain']!) + 0)
    }
  })
  it('what is most often in the way', async () => {
    const { rows } = await store.database.query(
      `select obstacle, round(10.0 * count(*) / sum(count(*)) over ()) * 10 as percent from said_of
       where obstacle <> 'nothing' group by 1 order by count(*) desc limit 1`,
    )
    expect(measure('obstacle')).toMatchObject({ option: rows[0]!.obstacle, value: Number(rows[0]!.percent) })
  })
  it('who takes part', async () => {
    const taking = takingMeasures(
      {
        participants: await store.participants.list('cohort'),
        pairings: await store.pairings.list('cohort'),
        people: new Map(),
      },
      5,
    )
    const found = (key: string) => taking.find((figure) => figure.key === key)
    await expectShare(
      'accepted',
      found('accepted-mentees'),
      `select count(*) as whole, count(*) filter (where state = 'approved') as part from participants where side = 'mentee'`,
    )
    await expectShare(
      'acceptance',
      found('acceptance'),
      `select count(*) as whole, count(*) filter (where state <> 'declined') as part from pairings`,
    )
    await expectShare(
      'coverage',
      found('leader-coverage'),
      `select count(*) as whole, count(*) filter (where exists (select 1 from pairings p
         where p.mentee_id = c.person_id and p.state in ('approved', 'active', 'completed'))) as part
       from participants c where side = 'mentee' and state = 'approved'`,
    )
  })
})
