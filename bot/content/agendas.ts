/** What a Session of the arc is about: its title, its topic, what the Mentor brings and what the Mentee tries until the next. */
import { z } from 'zod'
import { type Theme, themes } from '../domain/program/session-themes.ts'
import { ar } from '../words/ar.ts'
import { contentWords } from '../words/content.ts'
import { en } from '../words/en.ts'
import { es } from '../words/es.ts'
import { kind, text } from './kind.ts'

const tables = { en, es, ar }

export const agendasContent = kind({
  schema: z.strictObject({ title: text(80), topic: text(200), bring: text(200), until: text(200) }),
  keys: themes,
  defaults: (theme, language) => {
    const word = (part: 'topic' | 'bring' | 'try') =>
      String(tables[language].arc[`${theme as Theme}.${part}`])
    return {
      ...{ title: contentWords[language][`key.agendas.${theme as Theme}`], topic: word('topic') },
      ...{ bring: word('bring'), until: word('try') },
    }
  },
  shown: 'sessions',
})
