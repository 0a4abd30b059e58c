/** Agendas that a Program wrote itself; where it has not, everybody reads those of the language files. */
import type { BodyOf } from '../../content/kinds.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import { type Language, languages } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { contentFrom } from './content.ts'

export type Agenda = BodyOf<'agendas'>
/** By theme, and then by language: a text in one language only is read in that one by everybody. */
export type OwnAgendas = Record<string, Record<Language, Agenda>>

export async function ownAgendas({ store }: Pick<Ports, 'store'>, programId: ProgramId): Promise<OwnAgendas> {
  const written = (await store.contents.written(programId)).filter(({ kind }) => kind === 'agendas')
  const own: OwnAgendas = {}
  for (const theme of new Set(written.map(({ key }) => key))) {
    const versions = await store.contents.versions(programId, 'agendas', theme)
    if (!contentFrom(versions, 'agendas', theme, 'en').isOwn) continue
    own[theme] = Object.fromEntries(
      languages.map((language) => [language, contentFrom(versions, 'agendas', theme, language).body]),
    ) as Record<Language, Agenda>
  }
  return own
}
