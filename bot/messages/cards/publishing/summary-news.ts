import type { Notice } from '../../../domain/telling/notice.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { summaryNewsWords } from '../../../words/summary-news.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  panel,
  quiet,
  type Reader,
  said,
} from '../card.ts'

type News = Extract<Notice, { kind: 'summary-news' }>

/** What became of the text, to whoever wrote it last. */
export function summaryNewsCard(news: News, reader: Reader): CardMessage {
  const table = summaryNewsWords[languageOf(reader.words.locale)]
  const title = table[`title.${news.what}`]
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(news.title, { size: 'medium', weight: 'bolder' }),
      ...by(news, reader),
      ...body(news, reader),
    ],
    [open(table.open, reader.tabLink('publish'))],
  )
}

function by(news: News, reader: Reader): Element[] {
  const language = languageOf(reader.words.locale)
  if (!('byName' in news) || !news.byName) return []
  const sentence = fill(summaryNewsWords[language][`by.${news.what}`], { name: news.byName }, language)
  return [said(sentence, { isSubtle: true }, { spacing: 'none' })]
}

function body(news: News, reader: Reader): Element[] {
  const language = languageOf(reader.words.locale)
  const table = summaryNewsWords[language]
  const write = (count: number) => reader.words.number(count)
  switch (news.what) {
    case 'sent-back':
      return [
        panel([said(table.note, { weight: 'bolder' }), said(news.note, {}, { spacing: 'small' })]),
        quiet(table['text.sent-back'], { spacing: 'medium' }),
      ]
    case 'published':
      return [note(fill(table['text.published'], { count: news.posted }, language, write))]
    case 'failed': {
      const counts = { count: news.posted, of: news.of }
      const known = fill(table['text.failed'], counts, language, write)
      return [note(news.posted === 0 ? table['text.nowhere'] : known)]
    }
    default:
      return [note(table[`text.${news.what}`])]
  }
}
