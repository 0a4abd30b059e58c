/** Words for pairs that have not met, for the Organizer who can help them, and for the Sponsor who can protect the time. */
import { concernKinds } from '../../../domain/meeting/concern.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { cannotMakeItButton } from '../cannot-make-it-button.ts'
import {
  type CardMessage,
  cardMessage,
  fact,
  heading,
  note,
  open,
  quiet,
  type Reader,
  said,
} from '../card.ts'

/** A card is no list. */
const mostNamed = 6

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>

/** The same to both: nobody's fault, and one thing to do. */
export function nudgeCard({ partner, sessions, next, timeZone, pairingId }: Of<'nudge'>, reader: Reader) {
  const { words, tabLink } = reader
  return cardMessage(
    reader,
    words.text('nudge-summary', { partner: partner.name }),
    [
      heading(words.text('nudge-title')),
      said(words.text('repair-with', { partner: partner.name }), { isSubtle: true }, { spacing: 'none' }),
      note(words.plural('nudge-text', sessions)),
      ...(next ? fact(words.text('next-title'), words.span(next.start, next.end, timeZone)) : []),
      quiet(words.text('nudge-help'), { spacing: 'medium' }),
    ],
    [
      open(words.text('open-tab'), tabLink('my-mentoring')),
      ...(next ? [cannotMakeItButton(reader, { pairingId, ...next })] : []),
    ],
  )
}

/** How many of what, and about which pairs as far as the reader may be told; the list is the page's. */
export function concernsCard(
  { cohortName, counts, pairs = [] }: Of<'concerns'>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const named = concernKinds.filter((kind) => (counts[kind] ?? 0) > 0)
  const total = named.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
  const title = words.plural('pairs-to-look-at', total)
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(cohortName, { isSubtle: true }, { spacing: 'none' }),
      ...pairs
        .slice(0, mostNamed)
        .map((pair) => said(`•  ${words.list([...pair])}`, {}, { spacing: 'small' })),
      ...(pairs.length > mostNamed ? [note('…', { spacing: 'small' })] : []),
      ...named.flatMap((kind) => fact(words.shared('concerns', kind), words.number(counts[kind] ?? 0))),
    ],
    [open(words.text('open-check-ins'), tabLink('check-ins'))],
  )
}

/** No names: the list says which pair, to whoever may read of it. */
export function pairHandedCard({ cohortName, byName }: Of<'pair-handed'>, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const title = words.text('pair-handed-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(cohortName, { isSubtle: true }, { spacing: 'none' }),
      said(words.text('pair-handed-text', { who: byName })),
    ],
    [open(words.text('open-check-ins'), tabLink('check-ins'))],
  )
}

export function stalledPairsCard({ cohortName, stalled }: Of<'stalled-pairs'>, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const title = words.text('stalled-title')
  const counted = words.plural('stalled-count', stalled)
  return cardMessage(
    reader,
    `${title}: ${counted}`,
    [
      heading(title),
      said(cohortName, { isSubtle: true }, { spacing: 'none' }),
      note(counted, { size: 'medium', weight: 'bolder' }),
      note(words.text('stalled-text')),
    ],
    [open(words.text('open-insights'), tabLink('insights'))],
  )
}
