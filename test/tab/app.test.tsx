import { beforeEach, describe, expect, test } from '@jest/globals'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../../tab/src/app.tsx'
import { hrefOf, readDestination, writeDestination } from '../../tab/src/navigation.ts'
import { type Host, type HostTheme, NoHost } from '../../tab/src/teams.ts'
import { anEmployee, me, mine, organization, paired, peoplePage } from './support/fixtures.ts'
import { type Answers, answering, problem } from './support/show.tsx'

const settings = { hostOrigins: [], appId: 'app-1', tenantId: 'tenant-1' }
const browser = { locale: 'en', theme: 'light' as const }

beforeEach(() => {
  location.hash = ''
})

/** A host as `teams.ts` hands it out; remembers what it was told. */
function aHost(changes: Partial<Host> = {}) {
  const told: string[] = []
  let changeTheme: (theme: HostTheme) => void = () => {}
  let pressBack: () => boolean = () => false
  let lead: (destination: string) => void = () => {}
  const host: Host = {
    theme: 'light',
    locale: 'en',
    destination: undefined,
    token: async () => 'token',
    onTheme: (changed) => {
      changeTheme = changed
    },
    onBack: (goBack) => {
      pressBack = goBack
    },
    onDestination: (changed) => {
      lead = changed
    },
    succeeded: () => told.push('succeeded'),
    failed: () => told.push('failed'),
    openLink: (url) => told.push(url),
    ...changes,
  }
  return {
    host,
    told,
    changeTheme: (theme: HostTheme) => changeTheme(theme),
    lead: (to: string) => lead(to),
    pressBack: () => pressBack(),
  }
}

const answers: Answers = { me: me(), myMentoring: mine(), people: peoplePage(), organization: organization() }

function open(host: Host, given: Answers = answers) {
  globalThis.fetch = answering(given)
  return render(<App settings={settings} open={async () => host} browser={browser} />)
}

describe('opened on its own', () => {
  test('the page says where Mentoring lives, leads there, and can try again', async () => {
    const { host } = aHost()
    let tries = 0
    globalThis.fetch = answering(answers)
    const find = async () => {
      tries += 1
      if (tries === 1) throw new NoHost('none')
      return host
    }
    render(<App settings={settings} open={find} browser={browser} />)
    const link = await screen.findByRole('link', { name: 'Open in Teams' })
    expect(link.getAttribute('href')).toBe('https://teams.microsoft.com/l/app/app-1?tenantId=tenant-1')
    expect(screen.queryByText('Loading…')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('navigation')).toBeTruthy()
  })
})

describe('in a host', () => {
  test('a phone’s back button leads one step up, and out of the tab from home', async () => {
    const { host, pressBack } = aHost({ destination: 'people/ana' })
    open(host)
    await screen.findByRole('heading', { level: 1 })
    const back = async () => {
      const isHandled = await act(async () => pressBack())
      return [isHandled, location.hash]
    }
    expect(await back()).toEqual([true, '#/people'])
    expect(await back()).toEqual([true, '#/my-mentoring'])
    expect(await back()).toEqual([false, '#/my-mentoring'])
  })

  test('it hears of success once the page can be used', async () => {
    const { host, told } = aHost()
    open(host)
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
    expect(told).toEqual(['succeeded'])
  })

  test('only places that a person’s role opens are shown, and others say so when asked for', async () => {
    const { host } = aHost({ destination: 'people' })
    open(host, { ...answers, me: anEmployee() })
    expect(await screen.findByText(/This page isn’t open to you/)).toBeTruthy()
    expect(screen.getAllByRole('link').map((link) => link.textContent)).not.toContain('People')
  })

  test('who asked for no place begins where something waits for them, and a link leads where it says', async () => {
    const given = { ...answers, me: me({ home: 'people' }) }
    const { unmount } = open(aHost().host, given)
    await waitFor(() => expect(location.hash).toBe('#/people'))
    unmount()
    location.hash = '#/my-mentoring'
    open(aHost().host, given)
    await screen.findByRole('heading', { level: 1 })
    expect(location.hash).toBe('#/my-mentoring')
  })

  test('times are told in the zone of the reader’s mailbox, and it is said where the device has another one', async () => {
    const who = me()
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const elsewhere = here === 'Asia/Tokyo' ? 'America/New_York' : 'Asia/Tokyo'
    for (const [timeZone, isSaid] of [
      [elsewhere, true],
      [here, false],
    ] as const) {
      const { unmount } = open(aHost().host, {
        ...answers,
        me: { ...who, person: { ...who.person, timeZone } },
        myMentoring: paired(),
      })
      await screen.findByRole('heading', { level: 1 })
      await waitFor(() =>
        expect(screen.queryByText(/^All times are in .*as in your calendar/) !== null).toBe(isSaid),
      )
      unmount()
    }
  })

  test('a shared link opens its place, also while the tab is open', async () => {
    const { host, lead } = aHost({ destination: 'people' })
    open(host)
    expect(await screen.findByText('3 people are waiting for your decision')).toBeTruthy()
    act(() => lead('my-mentoring'))
    expect(await screen.findByText('Learn from your newest colleagues')).toBeTruthy()
    expect(document.title).toBe('My mentoring · Mentoring')
  })

  test('the same link leads to its place again after the reader went elsewhere', async () => {
    const { host, lead } = aHost({ destination: 'people' })
    open(host)
    expect(await screen.findByText('3 people are waiting for your decision')).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: 'My mentoring' }))
    expect(await screen.findByText('Learn from your newest colleagues')).toBeTruthy()
    act(() => lead('people'))
    expect(await screen.findByText('3 people are waiting for your decision')).toBeTruthy()
    act(() => lead('people'))
    expect(screen.getByText('3 people are waiting for your decision')).toBeTruthy()
  })

  test('another place moves the reading position to it', async () => {
    const { host } = aHost()
    open(host)
    await userEvent.click(await screen.findByRole('link', { name: 'People' }))
    expect(await screen.findByText('3 people are waiting for your decision')).toBeTruthy()
    expect(document.activeElement?.tagName).toBe('MAIN')
    expect(screen.getByRole('link', { name: 'People' }).getAttribute('aria-current')).toBe('page')
  })

  test('the host’s language and theme are the tab’s, and a change of theme is followed', async () => {
    const { host, changeTheme } = aHost({ locale: 'ar-SA', theme: 'dark' })
    open(host)
    expect(await screen.findByRole('link', { name: 'إرشادي' })).toBeTruthy()
    expect([document.documentElement.dir, document.documentElement.style.colorScheme]).toEqual([
      'rtl',
      'dark',
    ])
    act(() => changeTheme('light'))
    await waitFor(() => expect(document.documentElement.style.colorScheme).toBe('light'))
  })

  test('somebody whom the service does not know gets words and a retry, not a spinner', async () => {
    const { host, told } = aHost()
    open(host, {
      me: () => {
        throw problem(401, 'expired')
      },
    })
    expect((await screen.findByRole('alert')).textContent).toContain('Your sign-in wasn’t accepted')
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
    expect(told).toEqual(['succeeded'])
  })

  test('of several cohorts one is chosen, under a label that can be seen', async () => {
    const { host } = aHost({ destination: 'matching' })
    const [card] = me().cohorts
    const cohorts = [card!, { ...card!, id: 'autumn', name: 'Autumn 2026' }]
    open(host, { ...answers, me: me({ cohorts }) })
    const choice = await screen.findByRole('combobox', { name: 'Cohort' })
    expect(screen.getByText('Cohort').tagName).toBe('LABEL')
    expect((choice as HTMLSelectElement).value).toBe('spring')
  })

  test('before the first Cohort, places that need one lead to setting one up', async () => {
    const { host } = aHost({ destination: 'matching' })
    open(host, { ...answers, me: me({ cohorts: [], cohortId: null }) })
    expect(await screen.findByText('There’s no cohort yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Set up a cohort' }).getAttribute('href')).toBe('#/program')
  })
})

test('destinations survive being written and read, and nonsense leads home', () => {
  for (const text of ['people', 'check-ins/pair 1/ä'])
    expect(writeDestination(readDestination(`#/${text}`))).toBe(encodeURI(text))
  expect(hrefOf('matching', 'a/b')).toBe('#/matching/a/b')
  for (const text of [
    '',
    undefined,
    '__proto__',
    'constructor/x',
    '%%%',
    '#/people/%E0',
    '#/check-ins/a%',
    'people/%',
  ])
    expect(readDestination(text).place).toBe('my-mentoring')
})
