import { describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import {
  answerCheck,
  beginLesson,
  type LessonCheck,
  leftOf,
  lessonState,
  mayTrain,
  momentsOfTraining,
  refuseUntrained,
} from '../../../bot/domain/enrolment/training.ts'
import fc from '../../support/properties.ts'

const check: LessonCheck = { id: 'patience', version: 2, options: ['a', 'b', 'c'], right: 'b' }
const at = new Date('2026-11-27T09:00:00Z')
const later = new Date('2026-11-28T09:00:00Z')
const ana = { personId: 'ana', at }

describe('a lesson', () => {
  it('is new, started when it is opened, and finished by the right answer', () => {
    expect(lessonState(undefined)).toBe('new')
    const begun = beginLesson(undefined, check, ana)
    expect(lessonState(begun)).toBe('started')
    const answered = answerCheck(begun, check, { ...ana, at: later, answer: 'b', version: 2 })
    expect(answered).toEqual({ ...begun, finishedAt: later })
  })

  it('stays started after a wrong answer, of which nothing is kept', () => {
    const begun = beginLesson(undefined, check, ana)
    expect(answerCheck(begun, check, { ...ana, answer: 'a', version: 2 })).toEqual(begun)
  })

  it('is answered for the text that was read', () => {
    expect(answerCheck(undefined, check, { ...ana, answer: 'b', version: 1 })).toEqual({
      refused: 'changed-meanwhile',
    })
    expect(answerCheck(undefined, check, { ...ana, answer: 'd', version: 2 })).toEqual({
      refused: 'no-such-option',
    })
  })

  it('that is finished stays so, whatever is pressed, read or answered afterwards', () => {
    const press = fc.constantFrom('open', 'a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(press, { maxLength: 8 }), (presses) => {
        let known = answerCheck(undefined, check, { ...ana, answer: 'b', version: 2 })
        for (const one of presses) {
          if ('refused' in known) throw new Error(known.refused)
          known =
            one === 'open'
              ? beginLesson(known, { ...check, version: 3 }, { personId: 'ana', at: later })
              : answerCheck(known, check, { ...ana, at: later, answer: one, version: 2 })
        }
        expect(known).toMatchObject({ finishedAt: at, startedAt: at })
      }),
    )
  })
})

describe('the gate', () => {
  it('opens when both have finished, and says who has how many to go', () => {
    expect(refuseUntrained({ mentor: 0, mentee: 0 })).toBeUndefined()
    const no = (mentor: number, mentee: number) => refuseUntrained({ mentor, mentee })
    expect(no(2, 0)).toEqual({
      refused: 'not-trained',
      detail: { why: 'mentor', mentorLeft: 2, menteeLeft: 0 },
    })
    expect(no(0, 5)?.detail?.['why']).toBe('mentee')
    expect(no(1, 1)?.detail?.['why']).toBe('both')
  })

  it('counts lessons of the track alone', () => {
    expect(leftOf(['a', 'b'], new Set(['b', 'other']))).toEqual(['a'])
    expect(leftOf([], new Set())).toEqual([])
  })
})

describe('training is open', () => {
  const participant = { id: 'p', cohortId: 'c', personId: 'ana', state: 'approved' } as Participant
  const wanted = { isWanted: true, stage: 'enrolling', left: 3, openAt: at } as const
  const kinds = (one: Participant, how: Parameters<typeof momentsOfTraining>[1]) =>
    momentsOfTraining(one, how).map(({ kind }) => kind)

  it('with one card, and one reminder a week later', () => {
    expect(momentsOfTraining(participant, wanted)).toMatchObject([
      { key: 'training.p', dueAt: at, until: new Date('2026-12-11T09:00:00Z') },
      { key: 'training-reminder.p', dueAt: new Date('2026-12-04T09:00:00Z') },
    ])
  })

  it('for whoever is accepted and has lessons left, where the Program wants it and is not over', () => {
    for (const state of ['applied', 'waitlisted', 'declined', 'paused', 'left'] as const)
      expect(kinds({ ...participant, state }, wanted)).toEqual([])
    expect(kinds(participant, { ...wanted, left: 0 })).toEqual([])
    expect(kinds(participant, { ...wanted, isWanted: false })).toEqual([])
    for (const stage of ['draft', 'closed'] as const)
      expect(kinds(participant, { ...wanted, stage })).toEqual([])
    expect(kinds(participant, { ...wanted, stage: 'running' })).toHaveLength(2)
  })

  it('to read for everybody who asked to take part, and for nobody who left or was declined', () => {
    const may = (state: Participant['state']) => mayTrain({ state })
    expect((['applied', 'approved', 'waitlisted', 'paused'] as const).every(may)).toBe(true)
    expect((['left', 'declined'] as const).some(may)).toBe(false)
  })
})
