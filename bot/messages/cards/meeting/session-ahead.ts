/** The working day before: when, what about, who brings what, and the way out of it. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type AheadWordKey, aheadWords } from '../../../words/ahead.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { cannotMakeItButton } from '../cannot-make-it-button.ts'
import {
  type CardMessage,
  cardMessage,
  fact,
  heading,
  note,
  open,
  panel,
  type Reader,
  said,
} from '../card.ts'

export function sessionAheadCard(
  notice: Extract<Notice, { kind: 'session-ahead' }>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const { partner, mySide, start, end, timeZone, number, theme, own, joinUrl, sessionId, pairingId } = notice
  const { openActions } = notice
  const language = languageOf(words.locale)
  const word = (key: AheadWordKey) => fill(aheadWords[language][key], { partner: partner.name }, language)
  const topic = own?.[language]?.topic ?? words.findShared('arc', `${theme}.topic`)
  const bring = own?.[language]?.bring ?? words.findShared('arc', `${theme}.bring`)
  const title = word('title')
  const when = words.span(start, end, timeZone)
  return cardMessage(
    reader,
    `${title}: ${when}`,
    [
      // A heading names nobody: mail shows it, and names are shown as they were written.
      heading(words.text('next-title')),
      said(partner.name, { isSubtle: true }, { spacing: 'none' }),
      panel([
        said(when, { size: 'medium', weight: 'bolder' }),
        note(words.text('session-number', { number: words.number(number) }), {
          isSubtle: true,
          spacing: 'none',
        }),
      ]),
      ...(topic ? fact(words.text('next-theme'), topic) : []),
      // Written to whoever brings it.
      ...(bring && mySide === 'mentor'
        ? [
            // A Program's own words, which only a TextRun shows as they were written.
            said(word('bring'), { isSubtle: true, size: 'small' }, { spacing: 'medium' }),
            said(bring, {}, { spacing: 'none' }),
          ]
        : []),
      ...(openActions > 0 ? fact(word('open'), words.number(openActions)) : []),
    ],
    [
      ...(joinUrl ? [open(words.text('join'), joinUrl)] : []),
      cannotMakeItButton(reader, { pairingId, sessionId, start }),
      open(word('agenda'), tabLink('my-mentoring')),
    ],
  )
}
