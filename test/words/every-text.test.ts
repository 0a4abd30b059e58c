// Every table of the product at once: each text is there in every language, with the same gaps, and none stands outside of a table.

import { describe, expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'
import { type Language, languages } from '../../bot/words/sentence.ts'
import { allWords, formsOf } from '../support/all-words.ts'
import { readSources } from '../support/import-graph.ts'

const root = new URL('../../', import.meta.url)
const words = await allWords()

const nameOf = ({ table, key }: { table: string; key: string }) => `${table} ${key}`
const gapsIn = (texts: string[]) =>
  [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort().join(' ')
const textsOf = (entry: (typeof words)[number], language: Language) =>
  formsOf(entry.said[language]).map(([, text]) => text)

test('the list holds the tables of tab, bot, Outlook, forms, agreement, refusals, app package and demo', () => {
  const tables = new Set(words.map(({ table }) => table))
  for (const table of [
    'bot/words refusals',
    'bot/words calendar',
    'bot/words/forms.ts',
    'bot/words/agreement.ts',
    'bot/messages/language text',
    'tab/src/ui/strings.ts',
    'tab/src/pages/schedule/times-strings.ts',
    'manifest',
    'bot/demo/page/src/strings',
  ])
    expect(tables).toContain(table)
})

describe.each(languages)('in %s', (language) => {
  test('every text is there', () => {
    const missing = words.filter((entry) => {
      const texts = textsOf(entry, language)
      return texts.length === 0 || texts.some((text) => typeof text !== 'string' || text.trim() === '')
    })
    expect(missing.map(nameOf)).toEqual([])
  })

  test('every text has the gaps that English has', () => {
    const wrong = words
      .map((entry) => ({
        name: nameOf(entry),
        // A form for one or two may say the number as a word.
        gaps: gapsIn(textsOf(entry, language)),
        english: gapsIn(textsOf(entry, 'en')),
      }))
      .filter(({ gaps, english }) => gaps !== english)
    expect(wrong).toEqual([])
  })

  test('a sentence that counts has every form of the language, and counts in every language', () => {
    // Below a million: Spanish has a form for millions alone.
    const rules = new Intl.PluralRules(language)
    const met = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))
    // Where nothing is counted, most sentences are not said; the form for the rest stands in.
    const wanted = [...met].filter((form) => form !== 'zero').toSorted()
    const wrong = words
      .filter((entry) => entry.said.en !== undefined && typeof entry.said.en !== 'string')
      .map((entry) => [nameOf(entry), formsOf(entry.said[language]).map(([form]) => form)] as const)
      // “Partners left: 12” is right for any number.
      .filter(
        ([, forms]) => forms.join() !== 'other' && wanted.some((form) => !(forms as string[]).includes(form)),
      )
    expect(wrong).toEqual([])
  })
})

describe('no text stands outside of the tables', () => {
  const places = readSources(root, ['tab/src', 'bot/messages', 'bot/demo/page/src'])
  const isTable = (file: string) => /strings\.ts$|\/strings\/|\/language\/(en|es|ar)\.ts$/.test(file)

  test('in what pages show', () => {
    const found = [...places]
      .filter(([file]) => file.endsWith('.tsx') && !isTable(file))
      .flatMap(([file, source]) => shownIn(source).map((text) => `${file}: ${text}`))
    expect(found).toEqual([])
  })

  test('in what cards, answers and mails are made of', () => {
    const found = [...places]
      .filter(([file]) => file.startsWith('bot/messages/cards/') || /\/(on-\w[\w-]*|mail)\.ts$/.test(file))
      .flatMap(([file, source]) => sentencesIn(source).map((text) => `${file}: ${text}`))
    expect(found).toEqual([])
  })

  test('nor the comma between two of them, which Arabic writes another way', () => {
    const bare = /\}, (?:\$\{|\{)(?!\s*\w+(?::|,|\s*\}))/
    const found = [...places]
      .filter(([file]) => file.endsWith('.tsx') && !isTable(file))
      .flatMap(([file, source]) =>
        source
          .split('\n')
          .filter((line) => bare.test(line) && !/gradient|mutate|useRoute/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      )
    expect(found).toEqual([])
    expect(bare.test('{format.day(at)}, {format.time(at)}')).toBe(true)
  })

  test('and the rule can fail', () => {
    expect(
      shownIn('const A = () => <p title="Say hello">Hello <b aria-label={"Good day"}>{x}</b></p>'),
    ).toEqual(['Say hello', 'Hello', 'Good day'])
    expect(shownIn('const A = () => <p className="hello there" role="list">{x} · 5%</p>')).toEqual([])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
    expect(shownIn('const A = () => <p>{isBusy ? "Please wait" : `${n} people left`}</p>')).toEqual([
      'Please wait',
      'people left',
    ])
    expect(sentencesIn("const a = note('There’s nothing you need to do.')")).toEqual([
      'There’s nothing you need to do.',
    ])
    expect(sentencesIn("import x from 'a/b.ts'\nconst a = { type: 'TextRun', size: 'large' }")).toEqual([])
  })
})

type Node = { type: string } & Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Every node below one, unless `enter` says to leave it. */
function* nodesIn(value: unknown, enter: (node: Node) => boolean = () => true): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each, enter)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value) && !enter(value)) return
    if (isNode(value)) yield value
    for (const each of Object.values(value)) yield* nodesIn(each, enter)
  }
}

const parsed = (source: string) => parseSync(source, { syntax: 'typescript', tsx: true })
const hasWord = (text: string) => /\p{L}{2,}/u.test(text)

/** Attributes that people read or hear. */
const heard =
  /^(aria-(label|description|roledescription|valuetext)|title|alt|label|placeholder|heading|hint|summary|text|header|subtitle|message|validationMessage)$/

/** What JSX shows: its texts, the texts of expressions between tags, and of attributes that are read aloud or shown. */
function shownIn(source: string): string[] {
  const found: string[] = []
  const take = (text: unknown) => {
    if (typeof text === 'string' && hasWord(text)) found.push(text.trim())
  }
  const takeShown = (value: unknown) => {
    if (!isNode(value)) return
    if (value.type === 'StringLiteral') take(value['value'])
    if (value.type === 'TemplateLiteral')
      for (const { cooked } of value['quasis'] as { cooked: string }[]) take(cooked)
    if (value.type === 'ConditionalExpression') {
      takeShown(value['consequent'])
      takeShown(value['alternate'])
    }
    if (value.type === 'BinaryExpression') takeShown(value['right'])
    if (value.type === 'ParenthesisExpression') takeShown(value['expression'])
  }
  for (const node of nodesIn(parsed(source))) {
    if (node.type === 'JSXText') take(node['value'])
    if (node.type === 'JSXAttribute' && heard.test(String((node['name'] as Node)['value']))) {
      const value = node['value'] as Node | undefined
      takeShown(value?.type === 'JSXExpressionContainer' ? value['expression'] : value)
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as Node[])
        if (child.type === 'JSXExpressionContainer') takeShown(child['expression'])
  }
  return found
}

/** Texts of two words and more. */
function sentencesIn(source: string): string[] {
  const found: string[] = []
  for (const node of nodesIn(
    parsed(source),
    ({ type }) => !/^(Import|Export)\w*Declaration$/.test(type) || type === 'ExportDeclaration',
  )) {
    const texts =
      node.type === 'StringLiteral'
        ? [node['value'] as string]
        : node.type === 'TemplateLiteral' && node['quasis']
          ? (node['quasis'] as { cooked: string }[]).map(({ cooked }) => cooked)
          : []
    for (const text of texts) if (/\p{L}\s+\p{L}/u.test(text)) found.push(text)
  }
  return found
}
