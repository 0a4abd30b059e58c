import { readFileSync } from 'node:fs'
import type { Theme } from '@fluentui/react-components'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { agreementWords } from '../bot/words/agreement.ts'
import { ar } from '../bot/words/ar.ts'
import { en } from '../bot/words/en.ts'
import { es } from '../bot/words/es.ts'
import { formWords } from '../bot/words/forms.ts'
import type { WordTable } from '../bot/words/word-table.ts'

const tokenUse =
  /(?<![\w.$])tokens\.((?:color|font|lineHeight|spacing|borderRadius|stroke|shadow|duration|curve|zIndex)[A-Z]\w*|shadow\d+(?:Brand)?)\b/g

/**
 * Fluent's `tokens` is a table of 450 names, each `tokens.x` being the text `var(--x)`. Written out where it is used, the
 * table itself (5 KB gzipped) need not be shipped.
 */
const inlineTokens: Plugin = {
  name: 'inline-fluent-tokens',
  apply: 'build',
  transform(code, id) {
    if (!/[\\/](@fluentui|tab[\\/]src)[\\/]/.test(id) || !code.includes('tokens.')) return
    return { code: code.replace(tokenUse, '"var(--$1)"'), map: null }
  },
}

/**
 * A file of sentences holds every language; a reader has one. In the build each language becomes a chunk of its own, and
 * the file waits for the one that the document is in: `app.tsx` sets it before it opens the first page. The frame's own
 * sentences (`ui/strings.ts`) are needed earlier and stay whole.
 */
const oneLanguage: Plugin = {
  name: 'one-language',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.includes('?language=') ? id : undefined),
  load(id) {
    const [file = '', language] = id.split('?language=')
    if (language) {
      return Object.entries(sentencesIn(file))
        .map(([name, tables]) => `export const ${name} = ${JSON.stringify(tables[language])}`)
        .join('\n')
    }
    const isOne = /strings\.ts$/.test(file) || sharedIn(file) !== undefined
    if (!isOne || /[\\/]ui[\\/]strings\.ts$/.test(file)) return undefined
    const names = Object.keys(sentencesIn(file))
    const from = (language: string) => `import(${JSON.stringify(`${file}?language=${language}`)})`
    return [
      'const language = document.documentElement.lang',
      `const all = await (language === 'es' ? ${from('es')} : language === 'ar' ? ${from('ar')} : ${from('en')})`,
      ...names.map((name) => `export const ${name} = { en: all.${name}, es: all.${name}, ar: all.${name} }`),
    ].join('\n')
  },
}

/** Such a file is `export const x = defineStrings({...})` and nothing else: data, read by running it. */
function sentencesIn(file: string): Record<string, Record<string, unknown>> {
  const shared = sharedIn(file)
  if (shared) return shared
  const source = readFileSync(file, 'utf8')
    .replace(/^import .*$/gm, '')
    .replace(/^export const (\w+) =/gm, 'found.$1 =')
  const found = {}
  new Function('defineStrings', 'found', source)((tables: unknown) => tables, found)
  return found
}

/** What lies in `bot/words` is code, so it is imported rather than run. */
function sharedIn(file: string): Record<string, Record<string, unknown>> | undefined {
  if (/[\\/]ui[\\/]shared-words\.ts$/.test(file))
    return { sharedWords: { en: shown(en), es: shown(es), ar: shown(ar) } }
  if (/[\\/]bot[\\/]words[\\/]forms\.ts$/.test(file)) return { formWords }
  if (/[\\/]bot[\\/]words[\\/]agreement\.ts$/.test(file)) return { agreementWords }
  return undefined
}

/** Of the words shared with the bot, those that the tab shows. */
const shown = ({ calendar: _, summary: __, ...rest }: WordTable) => rest

/**
 * A theme is 459 values that only ever become custom properties. In the build each is a style sheet, chosen by
 * `data-theme` on the document (`ui/themes.ts` sets it): nothing to parse, nothing to run, and a reader gets one of the three.
 */
const themesAsStyles: Plugin = {
  name: 'themes-as-styles',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('virtual:theme-') ? id : undefined),
  async load(id) {
    const file = /[\\/]ui[\\/]themes[\\/](\w+)\.ts$/.exec(id)
    if (file) return `import 'virtual:theme-${file[1]}.css'\nexport default {}`
    const [, name] = /^virtual:theme-(\w+)\.css$/.exec(id) ?? []
    if (!name) return undefined
    const { createCSSRuleFromTheme, ...fluent } = await import('@fluentui/react-components')
    const themes: Record<string, Theme> = {
      light: fluent.teamsLightTheme,
      dark: fluent.teamsDarkTheme,
      contrast: fluent.teamsHighContrastTheme,
    }
    return createCSSRuleFromTheme(`[data-theme="${name}"]`, themes[name])
  },
}

/** teams-js logs to itself through `debug`, which colours a console that nobody has open (2 KB gzipped). */
const withoutTeamsLog: Plugin = {
  name: 'without-teams-log',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (!/teams-js[\\/].*[\\/]debug[\\/]src[\\/]browser\.js$/.test(id)) return undefined
    return [
      'const silent = Object.assign(() => {}, { extend: () => silent })',
      'export const b = { debug: Object.assign(() => silent, { formatArgs() {} }) }',
    ].join('\n')
  },
}

const loadedTogether = [
  { name: 'first', tags: ['$initial' as const] },
  {
    name: 'pieces',
    test: /[\\/]tab[\\/]src[\\/](?:ui[\\/](?:behind-button|first-name|panel|page-header|person-face|stat|words)\.tsx?|api[\\/](?:organization[\\/]photos|enrolment[\\/]mentoring)\.ts|pages[\\/]my-mentoring[\\/](?:agenda|cannot-make-it|fact-line|layout|not-with-strings|pairings|repair-facts|takes-part|use-repair-fault|why-us)\.tsx?)$/,
  },
]

/** Every page is a chunk of its own, and so is teams-js: `src/page-at.ts` and `src/teams.ts` import them when needed. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [oneLanguage, inlineTokens, themesAsStyles, withoutTeamsLog, react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    // What is loaded together is compressed together: forty small files weigh 8 KB more than these two.
    rolldownOptions: { output: { codeSplitting: { groups: [...loadedTogether] } } },
  },
})
