/**
 * What somebody wants who writes to the bot in their own words. A command has phrases in each language, and is meant when one of
 * them stands in what was written; where several do, the first of `order` is: whoever cannot come wants more than to know when.
 */
import type { Command, Language } from './language/language.ts'

const order: readonly Command[] = [
  ...(['not-coming', 'leave', 'pause', 'next-session', 'my-mentoring', 'thanks', 'help'] as const),
]

/** The reader's own language is looked through first; people write in another one too. */
export function understand(
  written: string,
  languages: readonly Pick<Language, 'commands'>[],
): Command | undefined {
  const said = ` ${bare(written)} `
  const isMeant = (command: Command, { commands }: Pick<Language, 'commands'>) =>
    commands[command].some((phrase) => said.includes(` ${bare(phrase)} `))
  for (const language of languages) {
    const meant = order.find((command) => isMeant(command, language))
    if (meant) return meant
  }
  return undefined
}

/** Case, accents, vowel signs, apostrophes and punctuation do not matter, nor the ways of writing one Arabic letter. */
const bare = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}'’‘`ـ]/gu, '')
    .replace(/[إأآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
