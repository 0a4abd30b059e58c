import { chatLink } from '../../words/chat-link.ts'
import { roleHereIn } from '../../words/roles-here.ts'
import { screeningWords } from '../../words/screening.ts'
import { languageOf } from '../../words/sentence.ts'
import { trainingWords } from '../../words/training.ts'
import type { RoleHere } from '../../workflows/program/roles-here.ts'
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
  /** What the reader is here; absent while that cannot be looked up, and then nothing is left out. */
  roles?: readonly RoleHere[]
  why?: 'help' | 'unknown'
  /** Whether there are lessons to lead to. */
  trains?: boolean
  contacts?: readonly Contact[]
}

/** The answer to "hi", "help" and, saying so, to everything nobody understood: never a dead end. */
export function helpCard(
  reader: Reader,
  { roles, why = 'help', trains = false, contacts = [] }: Help = {},
): CardMessage {
  const { words } = reader
  const title = words.text(`${why}-title`)
  const takesPart = roles === undefined || roles.some(isSide)
  const commands = takesPart ? [...often, ...seldom] : (['my-mentoring'] as const)
  const pages = pageButtons(reader, roles ?? [])
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      ...(roles ? roleLines(roles, reader) : []),
      note(words.text('help-text'), { spacing: roles ? 'medium' : 'none' }),
      ...commands.map((command) =>
        described(
          words.text(`command-${command}`),
          words.text(takesPart ? `help-${command}` : 'help-my-mentoring-none'),
        ),
      ),
      // A phone shows three buttons in a row.
      ...rowOf([
        ...(takesPart ? commandButtons(reader, seldom) : []),
        ...(trains ? [open(trainingWords[languageOf(words.locale)].help, reader.tabLink('training'))] : []),
      ]),
      ...rowOf(pages),
      ...contacts.flatMap(({ name, signInName }) => [
        said(words.text('help-contact', { name }), {}, { spacing: 'medium' }),
        ...(signInName ? [row([open(words.text('help-write'), chatLink(signInName))])] : []),
      ]),
    ],
    commandButtons(reader, takesPart ? often : ['my-mentoring']),
  )
}

const isSide = (role: RoleHere) => role === 'mentor' || role === 'mentee'

/** All that the reader is here, a line for each. */
function roleLines(roles: readonly RoleHere[], { words }: Reader): Element[] {
  const line = roleHereIn(words.locale)
  if (roles.length === 0) return [note(line('nobody'), { spacing: 'none' })]
  if (roles.length === 1) return [note(line(roles[0]!), { spacing: 'none' })]
  return roles.map((role) => said(`•  ${line(role)}`, {}, { spacing: 'small' }))
}

/** The pages of those roles that have one besides My mentoring. */
function pageButtons({ words, tabLink }: Reader, roles: readonly RoleHere[]): Element[] {
  const applications = screeningWords[languageOf(words.locale)].title
  return [
    ...(roles.includes('organizer') ? [open(words.text('seat-program'), tabLink('program'))] : []),
    ...(roles.includes('sponsor') || roles.includes('communications')
      ? [open(words.text('open-publish'), tabLink('publish'))]
      : []),
    ...(roles.includes('reviewer') ? [open(applications, tabLink('applications'))] : []),
  ]
}

const row = (actions: Element[]): Element => ({ type: 'ActionSet', actions, spacing: 'small' })

const rowOf = (actions: Element[]): Element[] => (actions.length > 0 ? [row(actions)] : [])

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

/** The first thing somebody reads from us: what this is, and what it has for them. */
export function welcomeCard(reader: Reader, roles: readonly RoleHere[]): CardMessage {
  const { words } = reader
  const takesPart = roles.some(isSide)
  const pages = pageButtons(reader, roles)
  const mine = open(words.text(roles.length === 0 ? 'enrol-now' : 'open-tab'), reader.tabLink('my-mentoring'))
  return cardMessage(
    reader,
    words.text('welcome-title'),
    [
      heading(words.text('welcome-title')),
      note(words.text('welcome-text')),
      note(words.text('welcome-what'), { weight: 'bolder', spacing: 'medium' }),
      ...roleLines(roles, reader),
      ...(takesPart ? [said(`•  ${words.text('welcome-3')}`, {}, { spacing: 'small' })] : []),
      // A phone shows three buttons in a row.
      ...(takesPart ? rowOf(pages) : []),
    ],
    takesPart || pages.length === 0
      ? [mine, ...commandButtons(reader, ['help'])]
      : [...pages.slice(0, 2), ...commandButtons(reader, ['help'])],
  )
}

/** In a team's general channel: the same for all who read it. */
export function teamWelcomeCard(reader: Reader): CardMessage {
  const { words } = reader
  return cardMessage(reader, words.text('welcome-title'), [note(words.text('welcome-team'))])
}
