/** What people are told of who reads what is the table itself, and the table leaves nothing out. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { handlersFor } from '../../bot/api/routes/index.ts'
import { type Act, access, type Datum } from '../../bot/auth/access.ts'
import { shownTo, whoSees } from '../../bot/auth/who-sees.ts'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { datum, limit, reader } from '../../bot/contract/records/who-sees.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { generatedFrom, whoCanSeeWhatDocument } from '../support/who-can-see-what-document.ts'

const readersOf = (wanted: Datum) =>
  whoSees()
    .find((one) => one.datum === wanted)!
    .readers.map(({ who, only }) => [who, ...only].join(' '))

/** What a reading route of these shows is about nobody, about the reader’s own choices, or is asked for again one by one. */
const aboutNobody: Record<string, string> = {
  'find-applications': 'each application asks read-application',
  'find-program': 'the plan, and numbers of people',
  'edit-program': 'a plan of dates that nobody has saved',
  'read-own-seats': 'what somebody asks the reader to take',
  'choose-ways': 'whether people rank and request',
  'read-lessons': 'what everybody reads, and how far the reader is',
  'keep-own-assistant': 'whom the reader named',
  'find-ideas': 'each idea asks read-idea',
  'find-own-talks': 'each talk asks answer-talk',
  'keep-own-nominations': 'what the reader said of others',
  'read-own-leaders': 'each session asks move-session',
  'read-content': 'texts of the program, and which Organizer wrote them',
  'read-check-ins': 'each pair asks read-pair-health',
  'find-summaries': 'each summary asks read-summaries or decide-summary',
  'write-thanks': 'how many are thanked and how many answers are missing, never whose',
  'read-who-sees': 'this table',
}

describe('who reads what', () => {
  it('is told of everything that is known, in the order of the table', () => {
    expect(whoSees().map((one) => one.datum)).toEqual(datum.options)
    for (const { readers } of whoSees())
      for (const { who, only } of readers) {
        expect(reader.options).toContain(who)
        for (const one of only) expect(limit.options).toContain(one)
      }
  })

  it.each<[Datum, string[]]>([
    ['goal', ['oneself']],
    ['training', ['oneself', 'organizer']],
    ['nomination', ['oneself', 'organizer']],
    ['ranking', ['oneself']],
    ['agreement', ['one-of-the-two']],
    ['actions', ['one-of-the-two']],
    ['idea', ['one-of-the-two']],
    ['session-notes', ['one-of-the-two']],
    ['private-notes', ['oneself']],
    ['shared-idea', ['organizer outside-the-pair', 'organizer shared-with-names']],
    ['growth', ['one-of-the-two']],
    ['certificate', ['oneself', 'one-of-the-two', 'one-of-the-organization with-its-code']],
    ['talk', ['oneself', 'the-contact-they-asked']],
    ['avoided', ['oneself']],
    ['speed-ratings', ['oneself']],
    ['check-in-answers', ['oneself']],
    ['request', ['oneself', 'whoever-was-asked']],
    ['pair-health', ['organizer outside-the-pair']],
    ['follow-up', ['organizer outside-the-pair']],
    ['session-changes', ['one-of-the-two', 'organizer outside-the-pair']],
    ['session-times', ['oneself', 'one-of-the-two', 'assistant-of-the-mentee', 'organizer']],
    ['figures', ['organizer', 'sponsor', 'stand-in', 'communications', 'analyst', 'sponsor-it-was-sent-to']],
    ['part', ['takes-part', 'organizer', 'sponsor', 'it-admin']],
    ['profile', ['one-of-the-organization']],
    ['time-zone', ['oneself', 'one-of-the-two', 'organizer']],
  ])('%s: %p', (what, who) => expect(readersOf(what)).toEqual(who))

  it('the independent contact is shown nothing, reviewers what an application says', () => {
    expect(shownTo('independent-contact')).toEqual([])
    expect(shownTo('reviewer')).toEqual(['profile', 'application', 'review'])
    expect(shownTo('organizer')).toContain('enrolment')
  })

  it('a route that reads says what it shows, or why it is nothing about a person', () => {
    const handlers = handlersFor({ store: {} } as Ports)
    const silent = (Object.keys(routes) as RouteName[])
      .filter((name) => routes[name].method === 'GET')
      .flatMap((name) => {
        const { asks } = handlers[name]
        return 'nothing' in asks ? [] : [...asks]
      })
      .filter((act: Act) => !('shows' in access[act]))
    expect([...new Set(silent)].sort()).toEqual(Object.keys(aboutNobody).sort())
  })
})

it('docs/who-can-see-what.md says what the table says (UPDATE_DOCS=1 writes it)', () => {
  const path = 'docs/who-can-see-what.md'
  const [intro] = readFileSync(path, 'utf8').split(generatedFrom)
  const wanted = `${intro}${whoCanSeeWhatDocument()}`
  if (process.env['UPDATE_DOCS']) writeFileSync(path, wanted)
  expect(readFileSync(path, 'utf8')).toBe(wanted)
})
