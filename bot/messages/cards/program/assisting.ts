/** Somebody was named as a leader's assistant: what that is, and the way out of it. To the leader, that they took it. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { assistingIn } from '../../../words/assisting.ts'
import { type CardMessage, cardMessage, heading, note, open, press, type Reader, said } from '../card.ts'

type Assisting = Extract<Notice, { kind: 'assisting' }>

export function assistingCard(
  { state, leaderId, leaderName, assistantName }: Assisting,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const word = assistingIn(words.locale)
  const names = { leader: leaderName, assistant: assistantName }
  const title = word(`${state}.title`)
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(word(`${state}.text`, names)),
      ...(state === 'named'
        ? [
            note(word('named.sees'), { spacing: 'medium' }),
            said(word('named.stop', names), { isSubtle: true, size: 'small' }),
          ]
        : []),
    ],
    [
      open(words.text('open-tab'), tabLink('my-mentoring')),
      ...(state === 'named' ? [press(word('stop'), 'stop-assisting', { leaderId })] : []),
    ],
  )
}
