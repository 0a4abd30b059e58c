/** The words that tab, bot and calendar share. In the build a reader loads their own language of it alone (`tab/vite.config.ts`). */
import { ar } from '../../../bot/words/ar.ts'
import { en } from '../../../bot/words/en.ts'
import { es } from '../../../bot/words/es.ts'
import type { Language } from '../../../bot/words/sentence.ts'
import type { WordTable } from '../../../bot/words/word-table.ts'

export const sharedWords: Record<Language, WordTable> = { en, es, ar }
