/**
 * Time passes: what changed is looked at, and what is due is done, each in a transaction and a try of its own, so that one that
 * fails stops no other. It is tried again, later each time, until it is not worth doing any more.
 */
import type { TrainingMoment } from '../../domain/enrolment/training.ts'
import { Fault } from '../../domain/fault.ts'
import { momentsOfPair, type PairMoment } from '../../domain/meeting/timetable.ts'
import type { CohortMoment } from '../../domain/program/cohort-timetable.ts'
import { type Moment, retryAfterMinutes } from '../../domain/program/moment.ts'
import type { TalkMoment } from '../../domain/program/talk.ts'
import { dayMs, minuteMs, plusMs, utcDate } from '../../domain/span.ts'
import { eachAlone } from '../each-alone.ts'
import { plannedTraining, tellOfTraining } from '../enrolment/tell-of-training.ts'
import { remindOfAgreement } from '../pairing/agree.ts'
import type { Ports } from '../ports.ts'
import { plannedForCohort, tellOfLateStage } from '../program/keep-dates.ts'
import { tellOfDuty } from '../program/sponsor-duties.ts'
import { remindOfTalk } from '../program/talks.ts'
import { askPair } from './ask-pair.ts'
import { isOneOfThemPausing } from './pausing.ts'
import { tellOfSessionAhead } from './session-ahead.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs' | 'fewestPeople'>
type Plans = Pick<Needs, 'store' | 'clock'>

/** Joins the transaction of its moment. `skipped`: as things are, there is nothing to do; `waits`: not yet, ask again tomorrow. */
type Doer = (ports: Needs, moment: Moment) => Promise<'done' | 'skipped' | 'waits'>

const doers: Record<PairMoment | TrainingMoment | CohortMoment | TalkMoment, Doer> = {
  agreement: (ports, { subject }) => remindOfAgreement(ports, subject),
  ahead: (ports, { key }) => tellOfSessionAhead(ports, key),
  fit: (ports, { subject }) => askPair(ports, 'fit', subject),
  midpoint: (ports, { subject }) => askPair(ports, 'midpoint', subject),
  closing: (ports, { subject }) => askPair(ports, 'closing', subject),
  training: (ports, { subject }) => tellOfTraining(ports, subject, 'open'),
  'training-reminder': (ports, { subject }) => tellOfTraining(ports, subject, 'reminder'),
  'duty-invite': (ports, { subject }) => tellOfDuty(ports, subject, 'invite'),
  'duty-kickoff': (ports, { subject }) => tellOfDuty(ports, subject, 'kickoff'),
  'duty-midpoint': (ports, { subject }) => tellOfDuty(ports, subject, 'midpoint'),
  'duty-close': (ports, { subject }) => tellOfDuty(ports, subject, 'close'),
  'late-enrol': (ports, { subject }) => tellOfLateStage(ports, subject, 'enrol'),
  'late-match': (ports, { subject }) => tellOfLateStage(ports, subject, 'match'),
  'late-start': (ports, { subject }) => tellOfLateStage(ports, subject, 'start'),
  'late-close': (ports, { subject }) => tellOfLateStage(ports, subject, 'close'),
  'talk-due': (ports, { subject }) => remindOfTalk(ports, subject),
}

/** @throws on a kind of a newer version that runs beside this one: it is put off for a few minutes, for the newer one to do */
function doerOf({ kind }: Moment): Doer {
  const doer = (doers as Record<string, Doer>)[kind]
  if (!doer) throw new Fault(`This version knows no moment of kind ${kind}.`)
  return doer
}

const stirredAtOnce = 500
const dueAtOnce = 200

/**
 * Moments follow whatever they depend on; every night all of them do, should something have been missed.
 * @throws SomeFailed when it has looked at everything and some failed; those stay stirred
 */
export async function planMoments(ports: Plans): Promise<void> {
  const { store, clock } = ports
  await store.transaction(() => store.moments.stirAllOnce(utcDate(clock.now())))
  await eachAlone(await store.moments.stirred(stirredAtOnce), (id) => planOf(ports, id))
}

/** @param id of a Pairing, of a Cohort, or of somebody who takes part */
function planOf(ports: Plans, id: string): Promise<void> {
  const { store } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    const cohort = pairing ? undefined : await store.cohorts.get(id)
    const planned = pairing
      ? momentsOfPair(pairing, await store.sessions.ofPairing(id))
      : cohort
        ? await plannedForCohort(ports, cohort)
        : await plannedTraining(ports, id)
    await store.moments.plan(id, planned)
    await store.moments.calm(id)
  })
}

/** @throws SomeFailed when it has tried every one that is due and some failed */
export async function doMoments(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachAlone(await store.moments.due(clock.now(), dueAtOnce), (key) =>
    doOne(ports, key).catch(async (error: unknown) => {
      await putOff(ports, key)
      throw error
    }),
  )
}

async function doOne(ports: Needs, key: string): Promise<void> {
  const { store, clock } = ports
  await store.transaction(async () => {
    const moment = await store.moments.lock(key)
    // Another instance was quicker, or it moved.
    if (moment?.state !== 'planned' || moment.nextAt > clock.now()) return
    const isLate = moment.until <= clock.now()
    const pairing = await store.pairings.get(moment.subject)
    const isPausing = !isLate && pairing && (await isOneOfThemPausing(store, pairing))
    const state = isLate ? 'skipped' : isPausing ? 'waits' : await doerOf(moment)(ports, moment)
    if (state === 'waits') {
      await store.moments.save({ ...moment, nextAt: plusMs(clock.now(), dayMs) })
      return
    }
    await store.moments.save({ ...moment, state, ...(state === 'done' ? { doneAt: clock.now() } : {}) })
  })
}

async function putOff({ store, clock }: Needs, key: string): Promise<void> {
  await store.transaction(async () => {
    const moment = await store.moments.lock(key)
    if (moment?.state !== 'planned') return
    const attempts = moment.attempts + 1
    const nextAt = new Date(clock.now().getTime() + retryAfterMinutes(attempts) * minuteMs)
    await store.moments.save({ ...moment, attempts, nextAt })
  })
}
