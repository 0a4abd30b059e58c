/** Reading lessons: where one stands, what there is to read, and answering the check at the end. */
import type { Side } from '../../domain/enrolment/participant.ts'
import {
  answerCheck,
  beginLesson,
  type LessonCheck,
  type LessonProgress,
  type LessonState,
  leftOf,
  lessonState,
  mayTrain,
} from '../../domain/enrolment/training.ts'
import { foldText } from '../../domain/fold-text.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Program } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { optionKeys } from '../../words/lessons/lesson.ts'
import type { Ports } from '../ports.ts'
import { type Lesson, lessonsFor, trackOf } from '../program/lessons.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

/** A side that somebody takes part on, and the Program whose lessons they read for it: the newest Cohort's. */
export interface Track {
  side: Side
  program: Program
}

/** One for each side; two for whoever is Mentor here and Mentee there. */
export async function tracksOf({ store }: Pick<Ports, 'store'>, personId: PersonId): Promise<Track[]> {
  const mine = (await store.participants.ofPerson(personId)).filter(mayTrain)
  const found = new Map<Side, { startsOn: string; track: Track }>()
  for (const { cohortId, side } of mine) {
    const cohort = await store.cohorts.get(cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!program || cohort.stage === 'closed') continue
    const before = found.get(side)
    // Of two, the one that wants the lessons finished first is the one that counts.
    const isMore = !before || rank(program, cohort.startsOn) > rank(before.track.program, before.startsOn)
    if (isMore) found.set(side, { startsOn: cohort.startsOn, track: { side, program } })
  }
  return (['mentor', 'mentee'] as const).flatMap((side) => found.get(side)?.track ?? [])
}

const rank = ({ trainingFirst }: Program, startsOn: string) => `${trainingFirst ? 1 : 0} ${startsOn}`

export interface TrackProgress extends Track {
  of: number
  finished: number
}

export interface ShownLesson extends Lesson {
  state: LessonState
  /** It says something else since they finished it. */
  isNewer: boolean
}

/** What somebody can read, with where they stand; `find` keeps what the words occur in. */
export async function trainingOf(
  ports: Needs,
  personId: PersonId,
  language: string,
  find = '',
): Promise<{ tracks: TrackProgress[]; lessons: ShownLesson[] }> {
  const { tracks, lessons } = await readable(ports, personId, language)
  const known = new Map((await ports.store.training.of(personId)).map((one) => [one.lessonId, one]))
  const finished = new Set([...known.values()].flatMap((one) => (one.finishedAt ? [one.lessonId] : [])))
  return {
    tracks: tracks.map((track) => {
      const ids = trackOf(track.program, track.side)
      return { ...track, of: ids.length, finished: ids.length - leftOf(ids, finished).length }
    }),
    lessons: lessons.filter(holding(find)).map((lesson) => shown(lesson, known.get(lesson.id))),
  }
}

export async function lessonOf(
  ports: Needs,
  personId: PersonId,
  id: string,
  language: string,
): Promise<ShownLesson | Refusal<'not-found'>> {
  const lesson = (await readable(ports, personId, language)).lessons.find((one) => one.id === id)
  if (!lesson) return refuse('not-found')
  const known = (await ports.store.training.of(personId)).find(({ lessonId }) => lessonId === id)
  return shown(lesson, known)
}

const shown = (lesson: Lesson, known: LessonProgress | undefined): ShownLesson => ({
  ...lesson,
  state: lessonState(known),
  isNewer: known?.finishedAt !== undefined && known.version < lesson.version,
})

/** Each side by the Program one takes part in on it; the other side's by the same, for whoever wants to look across. */
async function readable(ports: Needs, personId: PersonId, language: string) {
  const tracks = await tracksOf(ports, personId)
  const of = (side: Side) => (tracks.find((track) => track.side === side) ?? tracks[0])?.program ?? { id: '' }
  const lessons: Lesson[] = []
  for (const side of ['mentor', 'mentee'] as const)
    lessons.push(...(await lessonsFor(ports, of(side), language)).filter((lesson) => lesson.side === side))
  return { tracks, lessons }
}

/** Every word somewhere in the lesson, in its own words or those people look for it by. */
function holding(find: string): (lesson: Lesson) => boolean {
  const words = foldText(find).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return ({ title, promise, parts, scenario, check, find: more }) => {
    const text = foldText([title, promise, more, ...textsIn([parts, scenario, check])].join(' '))
    return words.every((word) => text.includes(word))
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Opened for the first time: it is started. */
export function startLesson(ports: Needs, personId: PersonId, id: string): Promise<LessonProgress | Refusal> {
  return inTurn(ports, personId, id, (known, check) =>
    beginLesson(known, check, { personId, at: ports.clock.now() }),
  )
}

export interface Answered {
  isRight: boolean
  state: LessonState
}

export async function answerLesson(
  ports: Needs,
  personId: PersonId,
  id: string,
  given: { answer: string; version: number },
): Promise<Answered | Refusal> {
  let isRight = false
  const after = await inTurn(ports, personId, id, (known, check) => {
    isRight = given.answer === check.right
    return answerCheck(known, check, { ...given, personId, at: ports.clock.now() })
  })
  return isRefused(after) ? after : { isRight, state: lessonState(after) }
}

/** Pressed twice, or in two windows: one after the other. */
async function inTurn(
  ports: Needs,
  personId: PersonId,
  id: string,
  act: (known: LessonProgress | undefined, check: LessonCheck) => LessonProgress | Refusal,
): Promise<LessonProgress | Refusal> {
  const { store } = ports
  const lesson = (await readable(ports, personId, 'en')).lessons.find((one) => one.id === id)
  if (!lesson) return refuse('not-found')
  return store.transaction(async () => {
    await store.lock(`training.${personId}`)
    const known = (await store.training.of(personId)).find(({ lessonId }) => lessonId === id)
    const { version, right } = lesson
    const after = act(known, { id, version, options: optionKeys, right })
    if (!isRefused(after)) await store.training.save(after)
    return after
  })
}
