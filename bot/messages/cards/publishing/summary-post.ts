/** The success Summary as a channel shows it: the same for everybody who reads it, and nothing to press. */

import type { ShownFigure } from '../../../domain/publishing/summary.ts'
import type { Announcement } from '../../../domain/telling/notice.ts'
import type { Words } from '../../language/words.ts'
import { type CardMessage, cardMessage, type Element, note, panel, type Reader, said } from '../card.ts'

/** As many as fit side by side in a channel. */
const MOST_FIGURES = 4

export function summaryPost(announcement: Announcement, reader: Reader): CardMessage {
  const { title, body, programName } = announcement
  const shown = announcement.figures.flatMap((figure) => figureText(figure, reader.words) ?? [])
  const content: Element[] = [
    ...(programName ? [said(programName, { isSubtle: true, size: 'small', weight: 'bolder' })] : []),
    said(title, { size: 'extraLarge', weight: 'bolder' }, { spacing: 'none' }),
    ...(shown.length > 0 ? [figureRow(shown.slice(0, MOST_FIGURES))] : []),
    ...paragraphs(body).map((paragraph) => said(paragraph, {}, { spacing: 'medium' })),
  ]
  const message = cardMessage(reader, title, [{ type: 'Container', items: content }])
  return { ...message, card: { ...message.card, msteams: { width: 'Full' } } }
}

interface FigureText {
  value: string
  label: string
}

/** A hidden figure has no value, and one we have no words for says nothing to a reader: both stay out. */
function figureText({ key, value, unit, bound }: ShownFigure, words: Words): FigureText | undefined {
  const label = words.findShared('figures', key)
  if (value === undefined || !label) return undefined
  const number =
    unit === 'percent'
      ? words.number(value / 100, { style: 'percent' })
      : words.number(value, { maximumFractionDigits: 1 })
  return { label, value: bound ? words.shared('bounds', bound, { value: number }) : number }
}

function figureRow(figures: FigureText[]): Element {
  const columns = figures.map(({ value, label }) => ({
    type: 'Column',
    width: 'stretch',
    items: [
      said(value, { size: 'extraLarge', weight: 'bolder', color: 'accent' }),
      note(label, { size: 'small', isSubtle: true, spacing: 'none' }),
    ],
  }))
  return panel([{ type: 'ColumnSet', columns }], { spacing: 'medium' })
}

const paragraphs = (body: string) =>
  body
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
