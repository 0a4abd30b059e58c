/**
 * What somebody wants who writes to the bot in their own words. A command has phrases in each language, and is meant when one of
 * them stands in what was written; where several do, the first of `order` is: whoever cannot come wants more than to know when,
 * and whoever wants someone to talk to wants that before anything else.
 * A phrase inside a longer one says nothing by itself: "on leave" is a break, and nobody who leaves.
 */
import type { Command, Language } from './language/language.ts'

const order: readonly Command[] = [
  ...(['talk', 'nominate', 'not-coming', 'leave', 'pause', 'next-session'] as const),
  ...(['my-mentoring', 'thanks', 'help'] as const),
]

/** The reader's own language is looked through first; people write in another one too. */
export function understand(
  written: string,
  languages: readonly Pick<Language, 'commands'>[],
): Command | undefined {
  const said = ` ${bare(written)} `
  const found = ({ commands }: Pick<Language, 'commands'>) =>
    order.flatMap((command) =>
      commands[command].flatMap((phrase) => {
        const words = ` ${bare(phrase)} `
        return said.includes(words) ? [{ command, words }] : []
      }),
    )
  for (const language of languages) {
    const all = found(language)
    const meant = all.find(
      ({ words }) => !all.some((other) => other.words !== words && other.words.includes(words)),
    )
    if (meant) return meant.command
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
