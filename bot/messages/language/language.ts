import type { Plural } from '../../words/sentence.ts'
import type { en } from './en.ts'

export type TextKey = keyof typeof en.text
export type PluralKey = keyof typeof en.plural
export type Command = keyof typeof en.commands

/** What a language file must hold: every key, or it does not compile. `{name}` is a gap. */
export interface Language {
  text: Record<TextKey, string>
  plural: Record<PluralKey, Plural>
  /** For each command, what stands in what people write who mean it (`understand.ts`). */
  commands: Record<Command, string[]>
}
