import { chatLink } from '../../words/chat-link.ts'
import { languageOf } from '../../words/sentence.ts'
import { trainingWords } from '../../words/training.ts'
import type { Command } from '../language/language.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  press,
  type Reader,
  said,
} from './card.ts'

const often = ['my-mentoring', 'next-session', 'not-coming'] as const satisfies Command[]
const seldom = ['pause', 'leave'] as const satisfies Command[]
type Pressed = (typeof often)[number] | (typeof seldom)[number] | 'help'

/** Somebody outside the Program's line, to whom the reader can turn. */
export interface Contact {
  name: string
  signInName?: string
}

interface Help {
  why?: 'help' | 'unknown'
  /** Whether there are lessons to lead to. */
  trains?: boolean
  contacts?: readonly Contact[]
}

/** The answer to "hi", "help" and, saying so, to everything nobody understood: never a dead end. */
export function helpCard(
  reader: Reader,
  { why = 'help', trains = false, contacts = [] }: Help = {},
): CardMessage {
  const { words } = reader
  const title = words.text(`${why}-title`)
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      note(words.text('help-text'), { spacing: 'none' }),
      ...[...often, ...seldom].map((command) =>
        described(words.text(`command-${command}`), words.text(`help-${command}`)),
      ),
      // A phone shows three buttons in a row.
      row([
        ...commandButtons(reader, seldom),
        ...(trains ? [open(trainingWords[languageOf(words.locale)].help, reader.tabLink('training'))] : []),
      ]),
      ...contacts.flatMap(({ name, signInName }) => [
        said(words.text('help-contact', { name }), {}, { spacing: 'medium' }),
        ...(signInName ? [row([open(words.text('help-write'), chatLink(signInName))])] : []),
      ]),
    ],
    commandButtons(reader, often),
  )
}

const row = (actions: Element[]): Element => ({ type: 'ActionSet', actions, spacing: 'small' })

const described = (name: string, what: string): Element => ({
  type: 'RichTextBlock',
  spacing: 'small',
  inlines: [
    { type: 'TextRun', text: name, weight: 'bolder' },
    { type: 'TextRun', text: `  ${what}` },
  ],
})

export function commandButtons({ words }: Reader, which: readonly Pressed[]) {
  return which.map((command) => press(words.text(`button-${command}`), command))
}

/** The first thing somebody reads from us. */
export function welcomeCard(reader: Reader): CardMessage {
  const { words } = reader
  return cardMessage(
    reader,
    words.text('welcome-title'),
    [
      heading(words.text('welcome-title')),
      note(words.text('welcome-text')),
      note(words.text('welcome-what'), { weight: 'bolder', spacing: 'medium' }),
      ...(['welcome-1', 'welcome-2', 'welcome-3'] as const).map((key) =>
        said(`•  ${words.text(key)}`, {}, { spacing: 'small' }),
      ),
    ],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring')), ...commandButtons(reader, ['help'])],
  )
}

/** In a team's general channel: the same for all who read it. */
export function teamWelcomeCard(reader: Reader): CardMessage {
  const { words } = reader
  return cardMessage(reader, words.text('welcome-title'), [note(words.text('welcome-team'))])
}
