import { type CardMessage, cardMessage, heading, note, open, type Reader } from '../card.ts'
import { commandButtons } from '../help.ts'

/** Leaving is a step one should see before taking it: it is taken in the tab, and a break is offered beside it. */
export function leaveCard(reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const title = words.text('leave-title')
  return cardMessage(
    reader,
    title,
    [heading(title), note(words.text('leave-text'), { spacing: 'none' })],
    [open(words.text('open-tab'), tabLink('my-mentoring')), ...commandButtons(reader, ['pause'])],
  )
}
