/** docs/personal-data.md below its introduction, as the register of personal data has it. */
import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { register } from '../../bot/store/personal.ts'
import type { ColumnNote, EraseStep, PersonalTable } from '../../bot/store/personal-table.ts'

export const generatedFrom = '<!-- From here on generated from bot/store/*/personal.ts. -->'

export function personalDocument(): string {
  const shelves = Object.entries(register).map(
    ([shelf, tables]) => `## ${shelf}\n\n${tables.map(section).join('\n')}`,
  )
  return `${generatedFrom}\n\n${shelves.join('\n')}`
}

function section({ table, what, columns, readers, exported, erase, kept, ofCohort }: PersonalTable): string {
  const personal = Object.entries(columns).filter(([, note]) => note.is !== 'impersonal')
  const none = personal.length === 0
  const lines = [
    `### ${getTableConfig(table).name}`,
    '',
    `${capital(what)}.`,
    '',
    ...personal.map(([name, note]) => `- \`${sqlName(table, name)}\`: ${noteInWords(note)}`),
    ...(none ? ['- nothing of one person'] : []),
    `- read by: ${readers}`,
    `- export: ${'as' in exported ? `\`${exported.as}\`` : `no; ${exported.not}`}`,
    ...(none ? [] : [`- erasing: ${erase.map((step) => stepInWords(table, step)).join('; ')}`]),
    `- kept: ${ofCohort && ofCohort.becomes !== 'delete' ? emptied : keptInWords[kept]}`,
    '',
  ]
  return lines.join('\n')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const whose = { subject: 'of the person', writer: 'of whoever wrote it', other: 'of somebody else in it' }
const kinds = { id: 'id', said: 'said', about: 'told' }

function noteInWords(note: ColumnNote): string {
  if (note.is === 'impersonal') return note.why
  const paths = note.paths ? ` (${note.paths.join(', ')})` : ''
  return `${kinds[note.is]} ${whose[note.of]}${paths}${note.sealed ? ', sealed' : ''}`
}

function stepInWords(table: PgTable, step: EraseStep): string {
  const named = (names: readonly string[]) => names.map((name) => `\`${sqlName(table, name)}\``).join(', ')
  switch (step.act) {
    case 'delete':
      return `rows with them in ${named(step.by)} go`
    case 'rename':
      return `in ${named(step.in)} they become a name that is nobody’s`
    case 'blank':
      return `rows with them in ${named(step.by)} lose ${named(Object.keys(step.set))}`
    case 'keep':
      return `${named(step.in)} stays${step.whenGone ? ' while the directory has them' : ''}, because ${step.why}`
    case 'own':
      return `${named(step.in)}: ${step.does}`
  }
}

const emptied =
  'what was said until `RETENTION_MONTHS` after the cohort’s close; that they took part, until the person is erased'

const keptInWords: Record<PersonalTable['kept'], string> = {
  directory: 'as long as the directory says so',
  cohort: 'until `RETENTION_MONTHS` after the cohort’s close',
  person: 'until the person is erased',
  program: 'as long as the program',
  log: 'for good',
  days: 'for days',
}

/** As `casing: 'snake_case'` has it. */
export function sqlName(table: PgTable, property: string): string {
  if (!getTableColumns(table)[property]) throw new Error(`There is no column ${property}.`)
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
