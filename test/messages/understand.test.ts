/** Whatever the bot lists, it understands as it is written there, however somebody types it. */
import { describe, expect, it } from '@jest/globals'
import { ar } from '../../bot/messages/language/ar.ts'
import { en } from '../../bot/messages/language/en.ts'
import { es } from '../../bot/messages/language/es.ts'
import type { Command, Language, TextKey } from '../../bot/messages/language/language.ts'
import { wordsFor } from '../../bot/messages/language/words.ts'
import { cards, readerIn } from '../support/cards.ts'

const languages: [locale: string, language: Language][] = [
  ['en-US', en],
  ['es-ES', es],
  ['ar', ar],
]
const isCommand = (key: string): key is Command => Object.hasOwn(en.commands, key)

/** What stands on the help card and on its buttons, with what is meant by it. */
const listed = languages.flatMap(([locale, { text }]) =>
  Object.entries(text).flatMap(([key, name]) => {
    const [, kind, command = ''] = /^(command|button)-(.*)$/.exec(key) ?? []
    return kind && isCommand(command) ? [[locale, command, name] as const] : []
  }),
)
const phrases = languages.flatMap(([locale, { commands }]) =>
  Object.entries(commands).flatMap(([command, said]) => said.map((name) => [locale, command, name] as const)),
)

const ways: Record<string, (name: string, locale: string) => string> = {
  'as it is': (name) => name,
  'with a period': (name) => `${name}.`,
  'with more signs': (name) => `¡${name}…!؟`,
  'in capitals': (name, locale) => name.toLocaleUpperCase(locale),
  'with spaces around it': (name) => `  ${name}\n`,
  'in straight quotes': (name) => `"${name}"`,
  'in curly quotes': (name) => `“${name}”`,
  'in single quotes': (name) => `‘${name}’`,
  'in guillemets': (name) => `«${name}».`,
  'with a straight apostrophe': (name) => name.replaceAll('’', "'"),
  'without accents': (name) => name.normalize('NFD').replace(/\p{Mn}/gu, ''),
  'between the marks of another direction': (name) => `\u2068${name}\u2069\u200f`,
  'as an item of a list': (name) => `• ${name}`,
}

describe.each(Object.entries(ways))('%s', (_, write) => {
  it.each(listed)('in %s, %s is understood: %s', (locale, command, name) => {
    expect(wordsFor(locale).command(write(name, locale))).toBe(command)
  })

  it.each(listed)('of %s, %s is understood in every other language: %s', (locale, command, name) => {
    for (const [other] of languages) expect(wordsFor(other).command(write(name, locale))).toBe(command)
  })
})

it.each(phrases)('in %s, what is kept for %s means it: %s', (locale, command, name) => {
  expect(wordsFor(locale).command(name)).toBe(command)
})

it.each(languages)('in %s, the help card lists nothing but what is understood', (locale) => {
  const body = cards['help']!(readerIn(locale)).card.body
  const names = body.flatMap((element) => {
    const runs = element['type'] === 'RichTextBlock' ? (element['inlines'] as Record<string, unknown>[]) : []
    return runs.flatMap(({ weight, text }) => (weight === 'bolder' ? [String(text)] : []))
  })
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) expect(isCommand(String(wordsFor(locale).command(name)))).toBe(true)
})

it('has a name for every command that has a description', () => {
  for (const [, { text }] of languages)
    for (const command of ['my-mentoring', 'next-session', 'not-coming', 'pause', 'leave', 'help'])
      expect(text[`command-${command}` as TextKey]).toBeTruthy()
})
