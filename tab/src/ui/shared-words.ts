/**
 * The words that tab and bot share. In the build a reader loads their own language alone, and without what only Outlook and
 * channels read (`tab/vite.config.ts`).
 */
import { ar } from '../../../bot/words/ar.ts'
import { en } from '../../../bot/words/en.ts'
import { es } from '../../../bot/words/es.ts'
import type { Language } from '../../../bot/words/sentence.ts'
import type { WordTable } from '../../../bot/words/word-table.ts'

export type SharedTable = Omit<WordTable, 'calendar' | 'summary'>

export const sharedWords: Record<Language, SharedTable> = { en, es, ar }
