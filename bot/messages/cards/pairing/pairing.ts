import type { ScorePart } from '../../../domain/pairing/pairing.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import type { Face, TopicNames } from '../../../domain/telling/notice-parts.ts'
import { introductionIn } from '../../../words/introduction.ts'
import { languageOf } from '../../../words/sentence.ts'
import type { TextKey } from '../../language/language.ts'
import type { Words } from '../../language/words.ts'
import { cannotMakeItButton } from '../cannot-make-it-button.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  fact,
  heading,
  note,
  open,
  panel,
  persona,
  press,
  type Reader,
  said,
} from '../card.ts'
import { chatLink } from '../chat-link.ts'

type PairingNotice = Extract<Notice, { kind: 'pairing' }>

/** Who it is, what each brings, a first word to say, and when; what leads away stands behind everything else. */
export function pairingCard(notice: PairingNotice, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const { partner, mySide, partnerSignInName } = notice
  const word = introductionIn(words.locale)
  const why = reasons(notice, words)
  const hello = partnerSignInName ? [open(word('hello'), chatLink(partnerSignInName))] : []
  return cardMessage(
    reader,
    words.text('pairing-summary', { partner: partner.name }),
    [
      heading(words.text(`pairing-title-${mySide}`)),
      persona(partner.id, partner.name, partnerSignInName),
      facePanel(partner),
      ...(why.length > 0 ? [note(words.text('pairing-why'), { weight: 'bolder', spacing: 'medium' })] : []),
      ...why.map((reason) => said(`•  ${reason}`, {}, { spacing: 'small' })),
      ...fact(words.text('pairing-first'), words.span(notice.firstStart, notice.firstEnd, notice.timeZone)),
      ...fact(
        words.text('pairing-rhythm'),
        words.text('pairing-rhythm-value', {
          sessions: words.plural('sessions', notice.sessions),
          weeks: words.plural('weeks', notice.everyWeeks),
        }),
      ),
      note(words.text(`pairing-next-${mySide}`), { spacing: 'medium' }),
      {
        type: 'ActionSet',
        spacing: 'medium',
        actions: [
          ...hello,
          open(words.text('open-tab'), tabLink('my-mentoring')),
          cannotMakeItButton(reader, {
            ...{ pairingId: notice.pairingId, sessionId: notice.firstId, start: notice.firstStart },
          }),
        ],
      },
    ],
    more(notice, reader),
  )
}

/** Declining takes two presses, so that nobody does it by a slip of the thumb; the second stands under what it means. */
function more({ pairingId, mayDecline }: PairingNotice, { words }: Reader): Element[] {
  if (!mayDecline) return []
  const confirm = press(words.text('decline-confirm'), 'decline-pairing', { pairingId })
  const body = [note(words.text('decline-text'))]
  const card = { type: 'AdaptiveCard', version: '1.5', body, actions: [confirm] }
  return [{ type: 'Action.ShowCard', title: introductionIn(words.locale)('more'), card }]
}

/** Somebody as colleagues would introduce them. */
export function facePanel({ name, jobTitle, department, location }: Face): Element {
  const work = [jobTitle, department].filter(Boolean).join(' · ')
  return panel([
    said(name, { size: 'large', weight: 'bolder' }),
    ...(work ? [said(work, {}, { spacing: 'none' })] : []),
    ...(location ? [said(location, { isSubtle: true, size: 'small' }, { spacing: 'none' })] : []),
  ])
}

/**
 * What the two should know of each other, at most three, the weightiest first. Ratings, waiting, style and rank had their
 * say in the score too, and are nobody's business on a card.
 */
function reasons({ parts, mySide, partner, topicNames = {} }: PairingNotice, words: Words): string[] {
  const brings = introductionIn(words.locale)
  const ordered = parts.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  return ordered
    .flatMap((part) => {
      const topics = part.part === 'topic' ? String(part.detail?.['topics'] ?? '') : ''
      if (!topics) return reason(part, words, topicNames) ?? []
      const key = mySide === 'mentor' ? 'brings.mine' : 'brings.theirs'
      return brings(key, { partner: partner.name, topics: inWords('topics', topics, words, topicNames) })
    })
    .slice(0, 3)
}

/** The first three that have words, as `parts` are ordered. */
export function reasonsInWords(
  parts: Pick<ScorePart, 'part' | 'detail'>[],
  words: Words,
  topicNames: TopicNames = {},
): string[] {
  return parts.flatMap((part) => reason(part, words, topicNames) ?? []).slice(0, 3)
}

const spoken: Record<string, TextKey> = {
  topic: 'why-topic',
  goals: 'why-goals',
  interests: 'why-interests',
  language: 'why-language',
  'different-unit': 'why-different-unit',
  'different-site': 'why-different-site',
  hours: 'why-hours',
}

function reason(
  { part, detail = {} }: Pick<ScorePart, 'part' | 'detail'>,
  words: Words,
  topicNames: TopicNames,
): string | undefined {
  const key = Object.hasOwn(spoken, part) ? spoken[part] : undefined
  if (!key) return undefined
  const gaps = Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, inWords(name, String(value), words, topicNames)]),
  )
  const sentence = words.text(key, gaps)
  return /\{\w+\}/.test(sentence) ? undefined : sentence
}

/** Details hold keys, comma separated; what has no text of ours was written by people and stays as it is. */
function inWords(name: string, value: string, words: Words, topicNames: TopicNames): string {
  const own = (item: string) =>
    Object.hasOwn(topicNames, item) ? topicNames[item]![languageOf(words.locale)] : undefined
  const named: Record<string, (item: string) => string> = {
    topics: (item) => words.findShared('topics', item) ?? own(item) ?? item,
    interests: (item) => words.findShared('interests', item) ?? item,
    languages: (item) => words.languageName(item),
  }
  const translate = named[name]
  return translate ? words.list(value.split(/,\s*/).filter(Boolean).map(translate)) : value
}
