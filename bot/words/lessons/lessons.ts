/** The lessons in every language. They are ours, and the same for every Program until a Program has its own. */
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'

export const lessonTables = { en, es, ar }
