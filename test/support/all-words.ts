/** Every text that people read, of every table, in the three languages beside each other: for the tests and for `npm run words`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ar as demoAr } from '../../bot/demo/page/src/strings/ar.ts'
import { en as demoEn } from '../../bot/demo/page/src/strings/en.ts'
import { es as demoEs } from '../../bot/demo/page/src/strings/es.ts'
import { ar as botAr } from '../../bot/messages/language/ar.ts'
import { en as botEn } from '../../bot/messages/language/en.ts'
import { es as botEs } from '../../bot/messages/language/es.ts'
import { actionWords } from '../../bot/words/actions.ts'
import { agreementWords } from '../../bot/words/agreement.ts'
import { aheadWords } from '../../bot/words/ahead.ts'
import { ar } from '../../bot/words/ar.ts'
import { assistingWords } from '../../bot/words/assisting.ts'
import { breakSetWords } from '../../bot/words/break-set.ts'
import { certificateWords } from '../../bot/words/certificate.ts'
import { closedWords } from '../../bot/words/closed-cards.ts'
import { contentWords } from '../../bot/words/content.ts'
import { dateWords } from '../../bot/words/dates.ts'
import { en } from '../../bot/words/en.ts'
import { es } from '../../bot/words/es.ts'
import { formWords } from '../../bot/words/forms.ts'
import { ideaWords } from '../../bot/words/ideas.ts'
import { introductionWords } from '../../bot/words/introduction.ts'
import { invitationWords } from '../../bot/words/invitations.ts'
import { partWords } from '../../bot/words/parts.ts'
import { roleHereWords } from '../../bot/words/roles-here.ts'
import { screeningWords } from '../../bot/words/screening.ts'
import type { Language, Sentence } from '../../bot/words/sentence.ts'
import { slipWords } from '../../bot/words/slips.ts'
import { summaryNewsWords } from '../../bot/words/summary-news.ts'
import { talkWords } from '../../bot/words/talks.ts'
import { thanksWords } from '../../bot/words/thanks.ts'
import { trainingWords } from '../../bot/words/training.ts'
import { readSources } from './import-graph.ts'

const root = new URL('../../', import.meta.url)

/** A text by its table and key. A language without it has a gap, which the tests find. */
export interface Entry {
  table: string
  key: string
  said: Partial<Record<Language, Sentence>>
}

type Table = Record<string, Sentence>
type InThree = Record<Language, Table>

/** Files of the tab that define sentences; each holds nothing else. */
export const tabTables = (): string[] =>
  [...readSources(root, ['tab/src'])]
    .filter(([file, source]) => file !== 'tab/src/ui/language.ts' && source.includes('= defineStrings('))
    .map(([file]) => file)

export async function allWords(): Promise<Entry[]> {
  const found: Entry[] = []
  const add = (table: string, three: InThree) => {
    const keys = new Set(Object.values(three).flatMap((words) => Object.keys(words)))
    for (const key of keys)
      found.push({ table, key, said: { en: three.en[key]!, es: three.es[key]!, ar: three.ar[key]! } })
  }
  for (const section of Object.keys(en) as (keyof typeof en)[])
    add(`bot/words ${section}`, { en: en[section], es: es[section], ar: ar[section] })
  add('bot/words/forms.ts', formWords)
  add('bot/words/agreement.ts', agreementWords)
  add('bot/words/assisting.ts', assistingWords)
  add('bot/words/certificate.ts', certificateWords)
  add('bot/words/closed-cards.ts', closedWords)
  add('bot/words/content.ts', contentWords)
  add('bot/words/introduction.ts', introductionWords)
  add('bot/words/invitations.ts', invitationWords)
  add('bot/words/actions.ts', actionWords)
  add('bot/words/ahead.ts', aheadWords)
  add('bot/words/ideas.ts', ideaWords)
  add('bot/words/break-set.ts', breakSetWords)
  add('bot/words/dates.ts', dateWords)
  add('bot/words/parts.ts', partWords)
  add('bot/words/roles-here.ts', roleHereWords)
  add('bot/words/screening.ts', screeningWords)
  add('bot/words/summary-news.ts', summaryNewsWords)
  add('bot/words/slips.ts', slipWords)
  add('bot/words/talks.ts', talkWords)
  add('bot/words/thanks.ts', thanksWords)
  add('bot/words/training.ts', trainingWords)
  for (const section of ['text', 'plural'] as const)
    add(`bot/messages/language ${section}`, { en: botEn[section], es: botEs[section], ar: botAr[section] })
  for (const file of tabTables())
    for (const tables of Object.values((await import(new URL(file, root).href)) as Record<string, InThree>))
      add(file, tables)
  add('manifest', { en: manifestWords(), es: localized('es'), ar: localized('ar') })
  add('bot/demo/page/src/strings', { en: demoEn, es: demoEs, ar: demoAr })
  return found
}

/** A sentence, or each of its plural forms. */
export const formsOf = (sentence: Sentence | undefined): [form: string, text: string][] =>
  sentence === undefined
    ? []
    : typeof sentence === 'string'
      ? [['', sentence]]
      : Object.entries(sentence as object).map(([form, text]) => [form, String(text)])

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(root.pathname, 'manifest', file), 'utf8'))

function localized(language: string): Table {
  const { $schema: _, ...words } = read(`${language}.json`) as Table
  return words
}

/** What a translation of the manifest names, looked up in the manifest itself. */
function manifestWords(): Table {
  const manifest = read('manifest.json')
  const at = (path: string) =>
    path
      .split(/[.[\]]+/)
      .filter((step) => step !== '')
      .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], manifest)
  return Object.fromEntries(Object.keys(localized('es')).map((path) => [path, at(path) as string]))
}
