/**
 * The few shapes our cards are built from. Adaptive Cards 1.5, as Teams shows them to bots
 * (learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
 *
 * A TextBlock reads Markdown, and people's names and words may hold any character. Whatever people wrote therefore goes
 * into a `said` line, a RichTextBlock, whose runs are literal; a TextBlock holds only our own words.
 */
import type { Words } from '../language/words.ts'

export type Element = Record<string, unknown>
export type AdaptiveCard = { type: 'AdaptiveCard'; version: '1.5'; body: Element[] } & Record<string, unknown>

/** A card and the line that a notification shows instead of it. */
export interface CardMessage {
  summary: string
  card: AdaptiveCard
}

/** Address of a place of the tab, as a link Teams opens in place. */
export type TabLink = (place: string) => string

/** For whom a card is written. */
export interface Reader {
  words: Words
  tabLink: TabLink
}

export function cardMessage(
  { words }: Reader,
  summary: string,
  body: Element[],
  actions: Element[] = [],
): CardMessage {
  return {
    summary,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      ...(words.rightToLeft ? { rtl: true } : {}),
      fallbackText: summary,
      body,
      ...(actions.length > 0 ? { actions } : {}),
    },
  }
}

/** Our own words as the card's heading. */
export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'large',
  weight: 'bolder',
  wrap: true,
})

export const note = (text: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
})

export const quiet = (text: string, more: Element = {}): Element =>
  note(text, { isSubtle: true, size: 'small', ...more })

/** A line that holds what people wrote: shown as it is, whatever characters it has. */
export const said = (text: string, run: Element = {}, block: Element = {}): Element => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...run }],
  ...block,
})

/** Label above, value below. */
export const fact = (label: string, value: string): Element[] => [
  quiet(label, { spacing: 'medium' }),
  said(value, {}, { spacing: 'none' }),
]

export const panel = (items: Element[], more: Element = {}): Element => ({
  type: 'Container',
  style: 'emphasis',
  bleed: true,
  items,
  ...more,
})

/**
 * A face, which Teams itself draws of whoever this is; other clients leave the element out, so the name stands beside it.
 * learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "People icon in an Adaptive Card".
 */
export const persona = (id: string, displayName: string, userPrincipalName?: string): Element => ({
  type: 'Component',
  name: 'graph.microsoft.com/user',
  view: 'compact',
  properties: { id, displayName, ...(userPrincipalName ? { userPrincipalName } : {}) },
  fallback: 'drop',
})

export const open = (title: string, url: string): Element => ({ type: 'Action.OpenUrl', title, url })

/** A button the bot answers at once; where Action.Execute is unknown the same press arrives as a message. */
export function press(title: string, verb: string, data: Element = {}, more: Element = {}): Element {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...more,
    fallback: { type: 'Action.Submit', title, data: { verb, ...data }, ...more },
  }
}
