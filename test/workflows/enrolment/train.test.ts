/** Lessons are read and finished, a card says that they are open, and nobody is paired before both are through. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { defaultOf } from '../../../bot/content/kinds.ts'
import { leave, type Participant } from '../../../bot/domain/enrolment/participant.ts'
import type { WaiverReason } from '../../../bot/domain/enrolment/training.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { type LessonId, lessonFrames } from '../../../bot/words/lessons/lesson.ts'
import { answerLesson, lessonOf, startLesson, trainingOf } from '../../../bot/workflows/enrolment/train.ts'
import { approvePairings } from '../../../bot/workflows/pairing/approve-pairings.ts'
import { lookBeforeApproval } from '../../../bot/workflows/pairing/look-before-approval.ts'
import { chooseTraining } from '../../../bot/workflows/program/choose-training.ts'
import { writeContent } from '../../../bot/workflows/program/content.ts'
import { trackOf } from '../../../bot/workflows/program/lessons.ts'
import { createCohort } from '../../../bot/workflows/program/set-up-cohort.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import {
  aPlan,
  approveNow,
  enrolCompany,
  openCohort,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let people: Participant[]
let proposed: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product, {}, { trainingFirst: true })
  people = await enrolCompany(product, cohortId)
  proposed = await proposeAll(product, cohortId)
})
afterAll(() => product.close())

const good = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const organizer = () => product.company.personas.organizer
const rightOf = (id: string) => lessonFrames[id as LessonId].right
const finish = async (personId: string, ids: readonly string[]) => {
  for (const id of ids)
    good(await answerLesson(product.ports, personId, id, { answer: rightOf(id), version: 1 }))
}
const approve = (pairs: Pairing[], waiver?: WaiverReason) =>
  approveNow(
    product,
    cohortId,
    pairs.map(({ id }) => id),
    waiver,
  )
const stateOf = async ({ id }: Pairing) => (await product.ports.store.pairings.get(id))!.state
const stillProposed = () => product.ports.store.pairings.list(cohortId, ['proposed'])
const cardsOf = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId))
    .flatMap(({ notice }) => (notice.kind === 'training' ? [notice] : []))
    .toReversed()
const mentorAt = (index: number) => people.filter(({ side }) => side === 'mentor')[index]!
const pass = async (days: number) => {
  await product.advanceDays(days)
  await tick(product.ports)
}

describe('a lesson', () => {
  it('is started when it is opened and finished by the right answer; a wrong one leaves nothing behind', async () => {
    const { personId } = mentorAt(0)
    const { ports } = product
    expect(good(await lessonOf(ports, personId, 'patience', 'en'))).toMatchObject({ state: 'new' })
    good(await startLesson(ports, personId, 'patience'))
    expect(await answerLesson(ports, personId, 'patience', { answer: 'a', version: 1 })).toEqual({
      isRight: false,
      state: 'started',
    })
    const [row] = await ports.store.training.of(personId)
    expect(Object.keys(row!).sort()).toEqual(['lessonId', 'personId', 'startedAt', 'version'])
    expect(await answerLesson(ports, personId, 'patience', { answer: 'b', version: 1 })).toEqual({
      isRight: true,
      state: 'finished',
    })
    const { tracks } = await trainingOf(ports, personId, 'en')
    expect(tracks).toMatchObject([{ side: 'mentor', of: 10, finished: 1 }])
  })

  it('finished twice at once is finished once, at the first time', async () => {
    const { personId } = mentorAt(1)
    const given = { answer: rightOf('power'), version: 1 }
    await Promise.all([1, 2, 3].map(() => answerLesson(product.ports, personId, 'power', given)))
    const rows = await product.ports.store.training.of(personId)
    expect(rows.map(({ lessonId }) => lessonId)).toEqual(['power'])
    const { finishedAt } = rows[0]!
    await product.advanceDays(1)
    await answerLesson(product.ports, personId, 'power', given)
    expect((await product.ports.store.training.of(personId))[0]!.finishedAt).toEqual(finishedAt)
  })

  it('that does not exist, an old text, and an answer that is none are refused', async () => {
    const { personId } = mentorAt(2)
    const { ports } = product
    const say = (id: string, answer: string, version: number) =>
      answerLesson(ports, personId, id, { answer, version })
    expect(await startLesson(ports, personId, '__proto__')).toMatchObject({ refused: 'not-found' })
    expect(await say('no-such', 'a', 1)).toMatchObject({ refused: 'not-found' })
    expect(await say('power', 'a', 0)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await say('power', 'z', 1)).toMatchObject({ refused: 'no-such-option' })
    expect(await ports.store.training.of(personId)).toEqual([])
  })
})

describe('the library', () => {
  const found = async (language: string, find: string) =>
    (await trainingOf(product.ports, mentorAt(0).personId, language, find)).lessons.map(({ id }) => id)

  it('has both sides, one’s own and the other', async () => {
    expect((await found('en', '')).length).toBe(15)
    expect(
      new Set((await trainingOf(product.ports, mentorAt(0).personId, 'en')).lessons.map(({ side }) => side)),
    ).toEqual(new Set(['mentor', 'mentee']))
  })

  it('is searched in the reader’s language, by words anywhere, without accents', async () => {
    expect(await found('en', 'CALENDAR cancel')).toEqual(['the-slot'])
    expect(await found('es', 'retroalimentacion')).toEqual(['feedback-upward'])
    expect(await found('ar', 'نميمة حدود')).toContain('boundaries')
    expect(await found('de', 'calendar cancel')).toEqual(['the-slot'])
    expect(await found('en', 'zeppelin')).toEqual([])
    expect(await found('en', '.* (')).toEqual([])
  })
})

describe('whoever is accepted into a Program that has training first', () => {
  it('gets one card, which leads to the first lesson, and one reminder about what is left', async () => {
    const { personId } = mentorAt(3)
    await pass(1)
    expect(await cardsOf(personId)).toMatchObject([{ why: 'open', left: 10, lessonId: 'licence-to-lead' }])
    await finish(personId, ['licence-to-lead', 'running-a-session'])
    await pass(8)
    expect(await cardsOf(personId)).toMatchObject([
      { why: 'open' },
      { why: 'reminder', left: 8, lessonId: 'ask-before-telling' },
    ])
    await pass(8)
    expect(await cardsOf(personId)).toHaveLength(2)
  })

  it('is not reminded once they have finished', async () => {
    const { personId } = mentorAt(4)
    await finish(personId, trackOf({ id: '' }, 'mentor'))
    // The card of the day before went out; the reminder of a week later did not.
    expect((await cardsOf(personId)).filter(({ why }) => why === 'open')).toHaveLength(1)
  })
})

describe('before a pair is approved', () => {
  it('both have finished; who has not is named, and the pair waits', async () => {
    const [pair] = proposed
    const no = await approve([pair!])
    expect(no).toMatchObject({ approved: 0, refused: [{ pairingId: pair!.id, code: 'not-trained' }] })
    expect(no.refused[0]!.detail).toMatchObject({ why: 'both', menteeLeft: 5 })
    await finish(pair!.mentorId, trackOf({ id: '' }, 'mentor'))
    expect((await approve([pair!])).refused[0]!.detail).toMatchObject({ why: 'mentee', mentorLeft: 0 })
    await finish(pair!.menteeId, trackOf({ id: '' }, 'mentee').slice(1))
    expect((await approve([pair!])).refused[0]!.detail).toMatchObject({ why: 'mentee', menteeLeft: 1 })
    expect(await stateOf(pair!)).toBe('proposed')
    await finish(pair!.menteeId, trackOf({ id: '' }, 'mentee').slice(0, 1))
    expect(await approve([pair!])).toMatchObject({ approved: 1, refused: [] })
  })

  it('or the Organizer says why not, and that is in the log with what was left', async () => {
    const pair = proposed.find(({ mentorId }) => mentorId !== proposed[0]!.mentorId)!
    expect(await approve([pair], 'mentored-before')).toMatchObject({ approved: 1 })
    const lines = (await product.ports.store.audit.list(500)).filter(
      ({ action }) => action === 'training-waived',
    )
    expect(lines).toMatchObject([
      { actorId: organizer(), subject: pair.id, detail: { reason: 'mentored-before', menteeLeft: 5 } },
    ])
  })

  it('also where others are asked for while they wait, each with the word that was given for it', async () => {
    const [held, letThrough] = await stillProposed()
    const { ports } = product
    good(await approvePairings(ports, cohortId, [held!.id], organizer()))
    await approve([letThrough!], 'soon')
    expect(await stateOf(held!)).toBe('proposed')
    expect(await stateOf(letThrough!)).toBe('approved')
    const run = (await ports.store.runs.latestDone(cohortId))!
    expect(run.outcome!.approval).toMatchObject({ state: 'done', approved: 1 })
    expect(run.outcome!.approval).not.toHaveProperty('waivers')
  })

  it('who has not is told before anybody presses, with how many pairs they hold back', async () => {
    const pairs = await stillProposed()
    const { untrained } = good(await lookBeforeApproval(product.ports, cohortId, 'all'))
    expect(untrained!.pairs).toBe(pairs.length)
    expect(untrained!.people.some(({ side, left }) => side === 'mentee' && left === 5)).toBe(true)
    for (const { personId } of untrained!.people)
      expect(pairs.some(({ mentorId, menteeId }) => [mentorId, menteeId].includes(personId))).toBe(true)
  })

  it('nothing is asked where the Program does not want it', async () => {
    const [pair] = await stillProposed()
    await chooseTraining(product.ports, cohortId, false, organizer())
    expect(await approve([pair!])).toMatchObject({ approved: 1 })
    await chooseTraining(product.ports, cohortId, true, organizer())
  })
})

describe('the setting', () => {
  it('is on for a new Program, and the log says who changed it', async () => {
    const { ports, company } = product
    const { id } = good(
      await createCohort(ports, aPlan(company.personas.sponsor, { startsOn: '2031-01-06' }), organizer()),
    )
    const { programId } = (await ports.store.cohorts.get(id))!
    expect((await ports.store.programs.get(programId))!.trainingFirst).toBe(true)
    await chooseTraining(ports, id, false, organizer())
    await chooseTraining(ports, id, false, organizer())
    expect((await ports.store.programs.get(programId))!.trainingFirst).toBe(false)
    const lines = (await ports.store.audit.list(500)).filter(({ subject }) => subject === programId)
    expect(lines.filter(({ action }) => action === 'training-chosen')).toHaveLength(1)
  })
})

describe('a Program that writes a lesson itself', () => {
  it('is read in its own words, and asks by its own answers', async () => {
    const { ports } = product
    const { personId } = mentorAt(6)
    const { programId } = (await ports.store.cohorts.get(cohortId))!
    const usual = defaultOf('lessons', 'patience', 'es')
    const body = { ...usual, title: 'Con calma', right: 'third' as const }
    const written = { kind: 'lessons', key: 'patience', language: 'es' as const, seen: 1, body }
    expect(await writeContent(ports, programId, written, organizer())).toEqual({ version: 2 })
    // Nobody wrote it in English: a default would say what no longer holds.
    for (const locale of ['es-ES', 'en'])
      expect(await lessonOf(ports, personId, 'patience', locale)).toMatchObject({
        ...{ title: 'Con calma', version: 2, language: 'es' },
      })
    expect(await lessonOf(ports, personId, 'power', 'en')).toMatchObject({ version: 1, language: 'en' })
    const say = (answer: string, version: number) =>
      answerLesson(ports, personId, 'patience', { answer, version })
    expect(await say('b', 1)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await say('b', 2)).toMatchObject({ isRight: false })
    expect(await say('c', 2)).toMatchObject({ isRight: true, state: 'finished' })
    expect((await trainingOf(ports, personId, 'es', 'con calma')).lessons.map(({ id }) => id)).toContain(
      'patience',
    )
    // Whoever had finished it before stays so, and reads that it says something else.
    expect(await lessonOf(ports, mentorAt(0).personId, 'patience', 'es')).toMatchObject({
      ...{ state: 'finished', isNewer: true },
    })
  })
})

describe('somebody who left', () => {
  it('has no track, no lessons to finish and no card', async () => {
    const participant = mentorAt(5)
    const { ports } = product
    await ports.store.participants.save(leave(participant))
    const { tracks } = await trainingOf(ports, participant.personId, 'en')
    expect(tracks).toEqual([])
    const before = (await cardsOf(participant.personId)).length
    await pass(9)
    expect(await cardsOf(participant.personId)).toHaveLength(before)
  })
})
