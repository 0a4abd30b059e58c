import { beforeEach, describe, expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { findLanguages } from '../../tab/src/ui/spoken-languages.ts'
import { findZones, zoneNamed } from '../../tab/src/ui/zones.ts'
import { anEmployee, mine, participant } from './support/fixtures.ts'
import { show } from './support/show.tsx'

beforeEach(() => sessionStorage.clear())

const winter = new Date('2026-11-28T09:00:00Z')
const ids = (query: string, locale = 'en') => findZones(query, locale, winter, 10).map(({ id }) => id)

describe('a time zone', () => {
  test.each([
    ['en', 'London', 'Europe/London'],
    ['en', 'lond', 'Europe/London'],
    ['en', 'United Kingdom', 'Europe/London'],
    ['en', 'new york', 'America/New_York'],
    ['en', 'EST', 'America/New_York'],
    ['en', 'CEST', 'Europe/Berlin'],
    ['en', 'gmt+5:30', 'Asia/Calcutta'],
    ['en', 'Kolkata', 'Asia/Calcutta'],
    ['en', 'Calcutta', 'Asia/Calcutta'],
    ['en', 'America/Bogota', 'America/Bogota'],
    ['es', 'londres', 'Europe/London'],
    ['es', 'Reino Unido', 'Europe/London'],
    ['es', 'sidney', 'Australia/Sydney'],
    ['es', 'London', 'Europe/London'],
    ['ar', 'لندن', 'Europe/London'],
    ['ar', 'المملكة المتحدة', 'Europe/London'],
  ])('in %s is found by %s', (locale, query, id) => {
    expect(findZones(query, locale, winter, 60).map((zone) => zone.id)).toContain(id)
  })

  test('is told as the clock goes there on the day', () => {
    expect(zoneNamed('Europe/London', 'en', winter)).toMatchObject({ city: 'London', offset: 'GMT+0' })
    expect(zoneNamed('Europe/London', 'en', new Date('2026-07-01'))).toMatchObject({ offset: 'GMT+1' })
    expect(zoneNamed('Asia/Calcutta', 'en', winter)).toMatchObject({ city: 'Kolkata', country: 'India' })
    expect(zoneNamed('UTC', 'en', winter).country).toBeUndefined()
  })

  test('that begins so comes first, and nothing is found for nonsense', () => {
    expect(ids('par')[0]).toMatch(/^(America\/Paramaribo|Europe\/Paris)$/)
    expect(ids('zzzz')).toEqual([])
    expect(ids('x'.repeat(5000))).toEqual([])
    expect(ids('(.*[')).toEqual([])
  })
})

describe('a language', () => {
  const tags = (query: string, locale: string) => findLanguages(query, locale, 10).map(({ tag }) => tag)
  test.each([
    ['en', 'german', 'de'],
    ['en', 'deutsch', 'de'],
    ['en', 'العربية', 'ar'],
    ['es', 'alemán', 'de'],
    ['es', 'aleman', 'de'],
    ['ar', 'الألمانية', 'de'],
  ])('in %s is found by %s', (locale, query, tag) => expect(tags(query, locale)[0]).toBe(tag))
})

describe('the fields for both', () => {
  const open = async (part: string, locale = 'en') => {
    let kept = participant({ timeZone: 'Europe/London' })
    const shown = show(<MyMentoring />, {
      answers: {
        myMentoring: () => mine({ participant: kept }),
        updateEnrolment: (input) => {
          kept = { ...kept, ...input }
          return { participant: kept }
        },
      },
      reader: anEmployee(),
      locale,
    })
    await shown.user.click(await screen.findByRole('button', { name: 'Change my details' }))
    await shown.user.click(await screen.findByRole('button', { name: part }))
    return shown
  }
  const updated = (sent: Awaited<ReturnType<typeof open>>['sent']) =>
    sent.find(({ route }) => route === 'updateEnrolment')?.input

  test('with the keyboard alone: typed, found, chosen with Enter, saved', async () => {
    const { user, sent } = await open('Change: Time zone')
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' })
    expect(field.value).toMatch(/^London, GMT\+0 today$/)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Time zone' }))
    act(() => field.focus())
    // As browsers do for whoever comes by Tab.
    field.select()
    await user.keyboard('new york')
    expect(field.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByText(/^\d+ found$/).getAttribute('role')).toBe('status')
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBeTruthy())
    await user.keyboard('{Enter}')
    expect(field.value).toBe('New York, GMT-5 today')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(updated(sent)).toMatchObject({ timeZone: 'America/New_York' }))
  })

  test('what was typed and not chosen changes nothing', async () => {
    const { user, sent } = await open('Change: Time zone')
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' })
    await user.click(field)
    await user.keyboard('nowhere at all')
    expect(screen.getAllByText('Nothing found. Try another name.').length).toBeGreaterThan(0)
    await user.tab()
    expect(field.value).toBe('London, GMT+0 today')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(updated(sent)).toMatchObject({ timeZone: 'Europe/London' }))
  })

  test('a language that is not among the usual ones is added by its own name, and taken off again', async () => {
    const { user } = await open('Change: Languages')
    await user.click(screen.getByRole('combobox', { name: 'Add another language' }))
    await user.keyboard('cymraeg')
    await user.click(await screen.findByRole('option', { name: /Welsh/ }))
    const chip = screen.getByRole('button', { name: 'Welsh', pressed: true })
    await user.click(chip)
    expect(screen.queryByRole('button', { name: 'Welsh', pressed: true })).toBeNull()
    expect(within(document.body).queryByRole('option')).toBeNull()
  })
})
