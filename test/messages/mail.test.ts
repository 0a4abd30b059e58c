/** What a mail gives away: nothing that the card says beyond its heading, and of what is between two not even that. */
import { describe, expect, it } from '@jest/globals'
import type { Notice } from '../../bot/domain/telling/notice.ts'
import { wordsFor } from '../../bot/messages/language/words.ts'
import { mailForNotice } from '../../bot/messages/mail.ts'
import { everyNotice } from '../support/every-notice.ts'

const links = (place: string) => `https://tab.example/${place}`
const mailIn = (locale: string, notice: Notice) =>
  mailForNotice(notice, { words: wordsFor(locale), tabLink: links })

describe.each(['en', 'es-MX', 'ar'])('in %s', (locale) => {
  it.each(Object.keys(everyNotice) as Notice['kind'][])('%s names nobody and leads to the tab', (kind) => {
    const { subject, text } = mailIn(locale, everyNotice[kind])
    expect(subject.trim()).not.toBe('')
    expect(subject + text).not.toMatch(/Zebulon|Secretname|\{|undefined|teams\.example/)
    expect(text).toMatch(/https:\/\/tab\.example\/[a-z-]+/)
    expect(text.match(/https:/g)).toHaveLength(1)
  })

  it('of what is between two, and of a no, there is only that there is something', () => {
    const neutral = wordsFor(locale).text('mail-neutral')
    for (const kind of [
      ...(['pair-request', 'pair-answer', 'pair-outcome', 'idea', 'pairing-off', 'pairing-ended'] as const),
      'decision' as const,
    ])
      expect([kind, mailIn(locale, everyNotice[kind]).subject]).toEqual([kind, neutral])
    for (const kind of ['pairing', 'check-in', 'summary-to-approve'] as const)
      expect(mailIn(locale, everyNotice[kind]).subject).not.toBe(neutral)
  })
})

it('leads to where the card does', () => {
  expect(mailIn('en', everyNotice['summary-to-approve']).text).toContain('https://tab.example/publish')
  expect(mailIn('en', everyNotice.pairing).text).toContain('https://tab.example/my-mentoring')
  expect(mailIn('en', everyNotice.pairing).subject).toBe('Meet your Mentee')
})
