/**
 * What two agree on, in the chat of each: that there is something to sign, and, once they press, all that stands in it with their
 * own goal to add. Terms are changed in the tab, where both can weigh them.
 */
import type { Terms } from '../../../domain/pairing/agreement.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { type AgreementWordKey, agreementWords } from '../../../words/agreement.ts'
import { fill, languageOf, type Values } from '../../../words/sentence.ts'
import type { AgreementToSign } from '../../../workflows/pairing/agreement-to-sign.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  fact,
  heading,
  note,
  open,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

/** Teams takes 28 kB of card; a Program may write more sentences than that. */
const mostBytes = 12_000

export function agreementCard(
  { why, partner, pairingId }: Extract<Notice, { kind: 'agreement' }>,
  reader: Reader,
): CardMessage {
  const word = wordsOf(reader, { partner: partner.name })
  const title = word(`card.${why}.title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(word(`card.${why}.text`))],
    [press(word('card.open'), 'read-agreement', { pairingId }), inTab(reader)],
  )
}

/** How a press went. */
export interface Reading {
  agreement: AgreementToSign
  /** Why it is not signed yet, with what was written. */
  not?: { refusal: Refusal; goal: string }
}

export function readAgreementCard({ agreement, not }: Reading, reader: Reader): CardMessage {
  const { state, mine, partner, pairingId, version, template } = agreement
  const word = wordsOf(reader, { partner: partner.name })
  const isToSign = state !== 'in-force' && !mine.at
  const isShort =
    Buffer.byteLength(JSON.stringify(agreement.sentences[languageOf(reader.words.locale)])) < mostBytes
  const title = state === 'in-force' ? word('title.signed', { version }) : word('title')
  const sign = press(word('sign'), 'sign-agreement', { pairingId, version, template }, { style: 'positive' })
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      quiet(state === 'in-force' ? word('in-force') : word('lead'), { spacing: 'none' }),
      ...(isShort ? standing(agreement, reader) : [note(word('card.long'))]),
      ...chosen(agreement.terms, reader),
      ...signatures(agreement, reader),
      ...(isToSign && isShort ? form(agreement, reader, not) : []),
    ],
    [...(isToSign && isShort ? [sign] : []), inTab(reader)],
  )
}

function standing({ sentences, gaps }: AgreementToSign, { words }: Reader): Element[] {
  const language = languageOf(words.locale)
  return sentences[language].map((sentence) =>
    said(`•  ${fill(sentence, gaps, language, words.number)}`, {}, { spacing: 'small' }),
  )
}

function chosen(terms: Terms, reader: Reader): Element[] {
  const word = wordsOf(reader)
  return [
    ...fact(word('books'), word(`books.${terms.books}`)),
    ...fact(word('place'), word(`place.${terms.place}`)),
    ...fact(word('reply'), word('hours', { hours: terms.reply })),
    ...fact(word('notice'), word('notice.hours', { hours: terms.notice })),
    ...(terms.offLimits ? fact(word('off-limits'), terms.offLimits) : []),
    ...(terms.own ? fact(word('own'), terms.own) : []),
  ]
}

/** A partner's goal is read from their signature on. */
function signatures({ mine, theirs, partner, timeZone }: AgreementToSign, reader: Reader): Element[] {
  const word = wordsOf(reader, { partner: partner.name })
  const day = (at: Date) => ({ day: reader.words.day(at, timeZone) })
  return [
    ...(theirs
      ? [
          said(word('signed.partner', day(theirs.at)), {}, { spacing: 'medium' }),
          said(word('partner.goal'), { isSubtle: true, size: 'small' }, { spacing: 'medium' }),
          said(theirs.goal, {}, { spacing: 'none' }),
        ]
      : [said(word('signed.not'), { isSubtle: true }, { spacing: 'medium' })]),
    ...(mine.at ? [said(word('signed.me', day(mine.at)))] : []),
  ]
}

function form({ mine, partner }: AgreementToSign, reader: Reader, not: Reading['not']): Element[] {
  const word = wordsOf(reader, { partner: partner.name })
  const points = [1, 2, 3, 4, 5].map((point) => ({ title: reader.words.number(point), value: String(point) }))
  return [
    // Names are people's own words: the label that holds one stands in a line of its own.
    said(word('goal'), {}, { spacing: 'large' }),
    {
      ...{ type: 'Input.Text', id: 'goal', label: word('card.goal'), isMultiline: true, maxLength: 300 },
      ...{ isRequired: true, errorMessage: word('card.goal-missing'), value: not?.goal ?? mine.goal },
    },
    {
      ...{ type: 'Input.ChoiceSet', id: 'goalStart', label: word('goal.start'), style: 'compact' },
      ...{ choices: points, value: String(mine.goalStart) },
    },
    ...(not ? [note(reader.words.refusal(not.refusal), { color: 'attention', size: 'small' })] : []),
  ]
}

const inTab = ({ words, tabLink }: Reader) => open(words.text('open-tab'), tabLink('my-mentoring'))

function wordsOf({ words }: Reader, always: Values = {}) {
  const language = languageOf(words.locale)
  return (key: AgreementWordKey, gaps: Values = {}) =>
    fill(agreementWords[language][key], { ...always, ...gaps }, language, words.number)
}
