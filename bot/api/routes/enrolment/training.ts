/** Lessons, and how far somebody is with them. */
import type { Out } from '../../../contract/index.ts'
import { leftOf } from '../../../domain/enrolment/training.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import {
  answerLesson,
  lessonOf,
  type ShownLesson,
  startLesson,
  tracksOf,
  trainingOf,
} from '../../../workflows/enrolment/train.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { chooseTraining } from '../../../workflows/program/choose-training.ts'
import { trackOf } from '../../../workflows/program/lessons.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom } from '../views.ts'

type Routes = Pick<
  Handlers,
  'training' | 'lesson' | 'startLesson' | 'answerLesson' | 'cohortTraining' | 'chooseTraining'
>

const mostListed = 1000
const options = ['a', 'b', 'c'] as const

export function trainingRoutes(ports: Ports): Routes {
  const takingPart = async ({ personId }: Asker) => ({
    enrolledId: (await tracksOf(ports, personId)).length > 0 ? personId : undefined,
  })
  const reading = async (asker: Asker) => ({ ...(await takingPart(asker)), roles: await asker.rolesFor() })
  return {
    training: asks('read-lessons', reading, async ({ personId }, { language, find }) => {
      const { tracks, lessons } = await trainingOf(ports, personId, language, find)
      return {
        tracks: tracks.map(({ side, of, finished, program }) => ({
          ...{ side, of, finished, programName: program.name },
          isFirst: program.trainingFirst ?? false,
        })),
        lessons: lessons.map(lineOf),
      }
    }),
    lesson: asks('read-lessons', reading, async ({ personId }, { id, language }) => {
      const lesson = await lessonOf(ports, personId, id, language)
      return isRefused(lesson) ? lesson : pageOf(lesson)
    }),
    startLesson: asks('keep-own-training', takingPart, async ({ personId }, { id }) => {
      const begun = await startLesson(ports, personId, id)
      return isRefused(begun) ? begun : { state: begun.finishedAt ? 'finished' : 'started' }
    }),
    answerLesson: asks('keep-own-training', takingPart, async ({ personId }, { id, language, ...given }) => {
      const answered = await answerLesson(ports, personId, id, given)
      if (isRefused(answered)) return answered
      const lesson = await lessonOf(ports, personId, id, language)
      return isRefused(lesson) ? lesson : { ...answered, why: lesson.check.answers[given.answer].why }
    }),
    cohortTraining: asks('see-who-is-trained', inCohort, async (_, { id }) => cohortView(ports, id)),
    chooseTraining: asks('choose-training', inCohort, async (asker, { id, isFirst }) => {
      const chosen = await chooseTraining(ports, id, isFirst, asker.personId)
      return isRefused(chosen) ? chosen : { isFirst: chosen.trainingFirst }
    }),
  }

  async function cohortView({ store }: Pick<Ports, 'store'>, id: string) {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!program) return refuse('not-found')
    const approved = (await store.participants.list(id)).filter(({ state }) => state === 'approved')
    const finished = await store.training.finished(approved.map(({ personId }) => personId))
    const tracks = { mentor: trackOf(program, 'mentor'), mentee: trackOf(program, 'mentee') }
    const open = approved.flatMap(({ personId, side }) => {
      const of = tracks[side].length
      const left = leftOf(tracks[side], finished.get(personId) ?? new Set()).length
      return left === 0 ? [] : [{ personId, side, of, finished: of - left }]
    })
    const people = await store.people.many(open.map(({ personId }) => personId))
    return {
      isFirst: program.trainingFirst ?? false,
      approved: approved.length,
      finished: approved.length - open.length,
      open: open
        .map(({ personId, ...rest }) => ({ person: faceFrom(people, personId), ...rest }))
        .sort((one, other) => one.person.name.localeCompare(other.person.name))
        .slice(0, mostListed),
    }
  }
}

function lineOf(lesson: ShownLesson): Out<'training'>['lessons'][number] {
  const { id, side, stage, minutes, title, promise, state, isNewer } = lesson
  return { id, side, stage, minutes, title, promise, state, isNewer }
}

/** Which answer is right, and why, is told once it is finished; before that, of the answer that was given. */
function pageOf(lesson: ShownLesson): Out<'lesson'> {
  const { version, parts, scenario, check, state, right } = lesson
  const isOver = state === 'finished'
  return {
    ...lineOf(lesson),
    language: lesson.language,
    version,
    parts: parts.map(({ heading, text, points }) => ({
      ...{ heading, text: [...text] },
      ...(points ? { points: [...points] } : {}),
    })),
    scenario: { heading: scenario.heading, text: [...scenario.text] },
    check: {
      question: check.question,
      options: options.map((key) => ({
        ...{ key, text: check.answers[key].text },
        ...(isOver ? { why: check.answers[key].why } : {}),
      })),
      ...(isOver ? { right } : {}),
    },
  }
}
