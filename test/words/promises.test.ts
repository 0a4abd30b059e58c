// Nothing is promised that is not there: sentences that once were, and must not come back, in any language.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { settableParts } from '../../bot/domain/program/matching-settings.ts'
import { type Language, languages } from '../../bot/words/sentence.ts'
import { allWords, formsOf } from '../support/all-words.ts'

const words = await allWords()
const saying = (language: Language, what: RegExp) =>
  words.flatMap(({ table, key, said }) =>
    formsOf(said[language])
      .filter(([, text]) => what.test(text))
      .map(([, text]) => `${table} ${key}: ${text}`),
  )
const text = (table: string, key: string, language: Language = 'en') =>
  formsOf(words.find((one) => one.table === table && one.key === key)?.said[language])
    .map(([, one]) => one)
    .join(' ')

test.each([
  [
    'a bot that keeps quiet in a pause',
    /keeps? quiet|stays quiet|[Nn]othing (is asked|at all)|stop messages/,
  ],
  ['a first place', /you come first|to you first|opening first|looks after you both/],
  ['a new partner that somebody looks for', /(Organizer|\}|program) looks for a (new )?partner/],
  ['a word when something opens', /the bot tells you\.$|and by the bot/],
  ['a time by which it is decided', /working days\. (There|Nothing)/],
  ['notes that are kept', /Agenda and notes/],
  ['three times that an Organizer could offer', /(offer|both) (them |both )?three/],
])('no text speaks of %s', (_, promise) => {
  const decided = /change-wanted/
  expect(
    saying('en', promise).filter((one) => !decided.test(one) && !/applied|waitlisted/.test(one)),
  ).toEqual([])
})

test('whoever pauses reads that booked sessions stay, in the tab and in the chat', () => {
  for (const [table, key] of [
    ['bot/messages/language text', 'pause-text'],
    ['bot/messages/language text', 'mine-paused-until'],
    ['tab/src/pages/my-mentoring/strings.ts', 'paused.body'],
    ['tab/src/pages/my-mentoring/strings.ts', 'options.pause.body'],
  ] as const)
    expect([key, text(table, key)]).toEqual([
      key,
      expect.stringMatching(/(asks?) you (nothing|anything)|ask you anything.*already booked stay/),
    ])
})

test.each(languages)('in %s a check-in says what the Organizer sees', (language) => {
  const organizer = { en: 'Organizer', es: 'organización', ar: 'المنظّم' }[language]
  expect(text('bot/messages/language text', 'check-in-private', language)).toContain(organizer)
  expect(text('tab/src/pages/my-mentoring/strings.ts', 'check.private', language)).toContain(organizer)
})

test('the board offers no weight for what nobody is asked', () => {
  expect(settableParts).not.toContain('goals')
  expect(settableParts).not.toContain('style')
})

test('a role that opens nothing says so where it is granted', () => {
  const { appRoles } = JSON.parse(readFileSync('infra/aad.manifest.json', 'utf8')) as {
    appRoles: { value: string; description: string }[]
  }
  const table = readFileSync('bot/auth/access.ts', 'utf8')
  const named = { Reviewer: 'reviewer', IndependentContact: 'independent-contact' } as const
  for (const [value, role] of Object.entries(named)) {
    const opens = table.includes(`['${role}'`)
    const said = appRoles.find((one) => one.value === value)!.description
    expect([value, /^Opens nothing yet/.test(said)]).toEqual([value, !opens])
  }
})
