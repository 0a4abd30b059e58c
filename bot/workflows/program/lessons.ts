/** What a Program teaches: the one place that knows where its lessons come from, ours or in the Program's own words. */
import { defaultOf } from '../../content/kinds.ts'
import { lessonWordsOf, rightOf } from '../../content/lessons.ts'
import type { Side } from '../../domain/enrolment/participant.ts'
import type { Program } from '../../domain/program/program.ts'
import {
  type LessonFrame,
  type LessonId,
  type LessonWords,
  lessonFrames,
  lessonIds,
} from '../../words/lessons/lesson.ts'
import { lessonTables } from '../../words/lessons/lessons.ts'
import { type Language, languageOf } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { contentOf } from './content.ts'

export interface Lesson extends LessonFrame, LessonWords {
  id: string
  /** In which its words are: the reader's, or the one that the Program wrote. */
  language: Language
}

/** Both tracks, each in its order. @param locale of the reader; one we do not speak is read in English */
export async function lessonsFor(
  { store }: Pick<Ports, 'store'>,
  { id: programId }: Pick<Program, 'id'>,
  locale: string,
): Promise<Lesson[]> {
  const language = languageOf(locale)
  const written = await store.contents.written(programId)
  const own = new Set(written.flatMap(({ kind, key }) => (kind === 'lessons' ? [key] : [])))
  const lessons: Lesson[] = []
  for (const id of lessonIds) {
    const content = own.has(id)
      ? await contentOf({ store }, programId, 'lessons', id, language)
      : { body: defaultOf('lessons', id, language), version: 1, language }
    lessons.push(lessonFrom(id, language, content))
  }
  return lessons
}

type Said = Pick<Awaited<ReturnType<typeof contentOf<'lessons'>>>, 'body' | 'version' | 'language'>

/** A Program's own words raise the version: whoever has the earlier ones on the screen is not asked about these. */
function lessonFrom(id: LessonId, reader: Language, { body, version, language }: Said): Lesson {
  const frame = lessonFrames[id]
  return {
    ...{ id, ...frame, ...lessonWordsOf(body), find: lessonTables[reader][id].find, language },
    ...{ version: frame.version + version - 1, right: rightOf(body) },
  }
}

/** Ids of what one side has to finish; the same in every language, and whatever a Program says in them. */
export function trackOf(_program: Pick<Program, 'id'>, side: Side): string[] {
  return lessonIds.filter((id) => lessonFrames[id].side === side)
}
