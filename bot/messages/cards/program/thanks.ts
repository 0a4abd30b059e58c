/** The thanks at the end of a Cohort: to the Sponsor, whether they agree, and to everybody, each as it fits them. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { type ThanksWordKey, thanksWords } from '../../../words/thanks.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  open,
  panel,
  quiet,
  type Reader,
  said,
} from '../card.ts'

type Of<W> = Extract<Notice, { kind: 'thanks'; what: W }>

function wordsOf({ words }: Reader) {
  const language = languageOf(words.locale)
  const word = (key: ThanksWordKey, values = {}) => fill(thanksWords[language][key], values, language)
  return { word, language }
}

/** What somebody wrote, a block a paragraph. */
const written = (text: string): Element[] =>
  text.split(/\n\s*\n/).map((part, index) => said(part, {}, index > 0 ? { spacing: 'medium' } : {}))

export function thanksCard(notice: Extract<Notice, { kind: 'thanks' }>, reader: Reader): CardMessage {
  return notice.what === 'agree' ? toAgree(notice, reader) : told(notice, reader)
}

function toAgree({ cohortName, programName, words }: Of<'agree'>, reader: Reader): CardMessage {
  const { word, language } = wordsOf(reader)
  const title = word('agree.title')
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(word('agree.text', { cohort: cohortName, program: programName })),
      panel(written(words[language])),
    ],
    [open(word('agree.open'), reader.tabLink('program'))],
  )
}

function told(
  { as, cohortName, programName, words, speakerName, next }: Of<'told'>,
  reader: Reader,
): CardMessage {
  const { word, language } = wordsOf(reader)
  const title = word('told.title')
  const names = { cohort: cohortName, program: programName }
  const text = as === 'took-part' ? words[language] : word(`told.${as}`)
  // The Sponsor has read the words for whoever was in a pair, and no others.
  const signed =
    as === 'took-part' && speakerName
      ? word('told.signed.sponsor', { name: speakerName, program: programName })
      : word('told.signed.program', { program: programName })
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(word('told.lead', names), { isSubtle: true }, { spacing: 'none' }),
      ...written(text),
      said(signed, { weight: 'bolder' }, { spacing: 'medium' }),
      ...(as === 'took-part' ? [quiet(word('told.end'), { spacing: 'medium' })] : []),
      ...(next
        ? [said(word('told.next', { name: next.name }), {}, { spacing: 'medium' })]
        : as === 'left-out'
          ? [quiet(word('told.no-next'), { spacing: 'medium' })]
          : []),
    ],
    [open(word('told.open'), reader.tabLink('my-mentoring'))],
  )
}
