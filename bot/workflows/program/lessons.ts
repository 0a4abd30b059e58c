/** What a Program teaches: the one place that knows where its lessons come from. Today they are ours, for every Program. */
import type { Side } from '../../domain/enrolment/participant.ts'
import type { Program } from '../../domain/program/program.ts'
import { type LessonFrame, type LessonWords, lessonFrames, lessonIds } from '../../words/lessons/lesson.ts'
import { lessonTables } from '../../words/lessons/lessons.ts'
import { languageOf } from '../../words/sentence.ts'

export interface Lesson extends LessonFrame, LessonWords {
  id: string
}

/** Both tracks, each in its order. @param language any locale; one we do not speak is read in English */
export function lessonsFor(_program: Pick<Program, 'id'>, language: string): Lesson[] {
  const words = lessonTables[languageOf(language)]
  return lessonIds.map((id) => ({ id, ...lessonFrames[id], ...words[id] }))
}

/** Ids of what one side has to finish; the same in every language. */
export function trackOf(program: Pick<Program, 'id'>, side: Side): string[] {
  return lessonsFor(program, 'en').flatMap((lesson) => (lesson.side === side ? [lesson.id] : []))
}
