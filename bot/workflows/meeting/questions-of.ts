/** The questions of a form as a Program puts them, at the version they were asked under. */

import type { Ask } from '../../domain/meeting/ask.ts'
import { type FormName, type Question, questionsFor } from '../../domain/meeting/form.ts'
import { toQuestions, wordsOfQuestion } from '../../domain/meeting/written-form.ts'
import { defaultVersion, standingOf } from '../../domain/program/content.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { languages } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { contentFrom } from '../program/content.ts'

type Needs = Pick<Ports, 'store'>

async function versionsOf({ store }: Needs, cohortId: CohortId, form: FormName) {
  const programId = (await store.cohorts.get(cohortId))?.programId ?? ''
  return store.contents.versions(programId, 'questions', form)
}

/** The newest, under which whoever is asked now is asked. */
export async function formVersion(ports: Needs, cohortId: CohortId, form: FormName): Promise<number> {
  return standingOf(await versionsOf(ports, cohortId, form), 'en').version
}

/** Of one person's side, with who reads each as it was said when they were asked. */
export async function questionsOf(ports: Needs, ask: Ask): Promise<Question[]> {
  const all = await questionsOfForm(ports, ask)
  if (ask.sharesGoal) return all
  return all.map((one) => (one.reader === 'two' ? { ...one, reader: 'pooled' } : one))
}

/** Words are absent where they are those of the language files. */
async function questionsOfForm(ports: Needs, ask: Ask): Promise<Question[]> {
  const { form, side, version, cohortId } = ask
  if (version === defaultVersion) return questionsFor(form, side)
  const versions = await versionsOf(ports, cohortId, form)
  const inEach = languages.map(
    (language) =>
      [language, contentFrom(versions, 'questions', form, language, version).body.questions] as const,
  )
  const all = toQuestions(form, inEach[0]![1], (key) =>
    Object.fromEntries(
      inEach.flatMap(([language, questions]) => {
        const one = questions.find((question) => question.key === key)
        return one ? [[language, wordsOfQuestion(one)]] : []
      }),
    ),
  )
  return questionsFor(form, side, all)
}
