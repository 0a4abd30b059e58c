/** The pane beside an appointment in Outlook, with an Office.js that says what the test says. */
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type Office, openOutlook } from '../../tab/src/outlook.ts'
import { OutlookPane } from '../../tab/src/outlook-pane.tsx'
import { anEmployee, me, myPairing, paired, session } from './support/fixtures.ts'
import { type Answers, answering, problem, type Sent } from './support/show.tsx'

const settings = {
  ...{ hostOrigins: [], appId: 'app-1', tenantId: 'tenant-1' },
  outlook: { clientId: 'client-1', authority: 'https://login.example/tenant-1' },
}
const browser = { locale: 'en', theme: 'light' as const }
const found = { session: { id: 's2', pairingId: 'pair-1', cohortId: 'spring' } }

beforeEach(() => {
  globalThis.matchMedia = (() => ({ matches: false })) as unknown as typeof matchMedia
})

type Item = NonNullable<NonNullable<Office['context']['mailbox']>['item']>
const read = (id: string): Item => ({ itemId: id, start: new Date('2026-03-10T10:00:00Z') })
/** `id` undefined: not saved yet. */
const composed = (id: string | undefined): Item => ({
  start: { getAsync: (done) => done({ status: 'succeeded', value: new Date('2026-03-10T10:00:00Z') }) },
  getItemIdAsync: (done) =>
    done(id === undefined ? { status: 'failed', value: '' } : { status: 'succeeded', value: id }),
})

function anOffice(item: Item | null, { sets = ['NestedAppAuth'], displayLanguage = 'en-US' } = {}) {
  const handlers = new Map<string, (event: undefined) => void>()
  const mailbox = {
    item,
    convertToRestId: (id: string, version: string) => `${version} ${id.replaceAll('/', '-')}`,
    addHandlerAsync: (type: string, handler: (event: undefined) => void) => void handlers.set(type, handler),
  }
  const opened: string[] = []
  const office: Office = {
    onReady: async () => ({ host: 'Outlook', platform: 'PC' }),
    context: {
      ...{ mailbox, displayLanguage, officeTheme: { bodyBackgroundColor: '#1f1f1f' } },
      requirements: { isSetSupported: (name) => [...sets, 'OpenBrowserWindowApi'].includes(name) },
      ui: { openBrowserWindow: (url) => void opened.push(url) },
    },
    EventType: { ItemChanged: 'itemchanged', OfficeThemeChanged: 'themechanged' },
    MailboxEnums: { RestVersion: { v2_0: 'v2.0' } },
  }
  const choose = (next: Item | null) => {
    mailbox.item = next
    act(() => handlers.get('itemchanged')?.(undefined))
  }
  return { office, choose, opened }
}

function showPane(office: Office | undefined, answers: Answers = {}) {
  const sent: Sent[] = []
  const bearers = new Set<string | null>()
  const answer = answering(
    {
      ...{ me: anEmployee(), myMentoring: paired(), appointment: found },
      ...{ actions: { actions: [], mayChange: true }, ...answers },
    },
    sent,
  )
  globalThis.fetch = (url, init) => {
    bearers.add((init?.headers as Record<string, string> | undefined)?.['authorization'] ?? null)
    return answer(url, init)
  }
  const tokens = jest.fn(async (_: object) => async () => 'from-outlook')
  render(
    <OutlookPane
      settings={settings}
      open={(given) => openOutlook(given, office, async () => ({ nestedTokens: tokens }))}
      browser={browser}
    />,
  )
  return { sent, tokens, bearers, user: userEvent.setup() }
}

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })
const asked = (sent: Sent[]) => sent.flatMap(({ route, input }) => (route === 'appointment' ? [input] : []))

describe('beside one of my sessions', () => {
  test('stand partner, time, agenda and what to bring, by a token that Outlook gave', async () => {
    const { office } = anOffice(read('a/b'))
    const { sent, tokens, bearers } = showPane(office)
    await heading('Session 2 of 6 with Omar')
    expect(screen.getByText('Chief Operating Officer · Operations')).toBeTruthy()
    expect(screen.getByText('Tuesday, March 10')).toBeTruthy()
    expect(screen.getByText('You bring:')).toBeTruthy()
    expect(await screen.findByRole('heading', { name: 'Until you meet again' })).toBeTruthy()
    expect(asked(sent)).toEqual([{ item: 'v2.0 a-b', startsAt: '2026-03-10T10:00:00.000Z' }])
    expect(tokens).toHaveBeenCalledWith(settings.outlook)
    expect([...bearers]).toEqual(['Bearer from-outlook'])
  })

  test('whoever organizes it sees the same, although Outlook has to be asked', async () => {
    const { office } = anOffice(composed('a/b'))
    const { sent } = showPane(office)
    await heading('Session 2 of 6 with Omar')
    expect(asked(sent)).toEqual([{ item: 'v2.0 a-b', startsAt: '2026-03-10T10:00:00.000Z' }])
  })

  test('the check-in is asked where it is due, and another time is looked for with one press', async () => {
    const { office } = anOffice(read('a'))
    const due = session(2, { checkIn: { state: 'asked' } })
    const pairings = [myPairing({ sessions: [session(1), due, session(3)] })]
    const { sent, user } = showPane(office, { myMentoring: paired({ pairings }) })
    expect(await screen.findByText('Did it take place?')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^I can’t make it: session 2/ }))
    await waitFor(() => expect(sent.map(({ route }) => route)).toContain('offerRepair'))
    expect(sent.find(({ route }) => route === 'offerRepair')?.input).toEqual({ id: 's2' })
  })

  test('it speaks the language of Outlook', async () => {
    const { office } = anOffice(read('a'), { displayLanguage: 'ar-SA' })
    showPane(office)
    await heading(/الجلسة/)
    expect(document.documentElement.dir).toBe('rtl')
  })
})

describe('beside anything else', () => {
  test('it says so, leads to my mentoring, and goes along to the session that is chosen next', async () => {
    const { office, choose, opened } = anOffice(read('dentist'))
    const appointment = ({ item }: { item: string }) => (item === 'v2.0 a' ? found : { session: null })
    const { user } = showPane(office, { appointment })
    await heading('This isn’t one of your mentoring sessions')
    await user.click(screen.getByRole('link', { name: 'Open my mentoring' }))
    expect(opened).toEqual([
      expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/entity\/app-1\/mentoring/),
    ])
    choose(read('a'))
    await heading('Session 2 of 6 with Omar')
    choose(null)
    await heading('This isn’t one of your mentoring sessions')
  })

  test('an appointment that is not saved yet is asked about nowhere', async () => {
    const { office } = anOffice(composed(undefined))
    const { sent } = showPane(office)
    await heading('This isn’t one of your mentoring sessions')
    expect(asked(sent)).toEqual([])
  })

  test('what cannot be told is not called none', async () => {
    const { office } = anOffice(read('a'))
    let tries = 0
    const appointment = () => {
      tries += 1
      if (tries > 1) return found
      throw problem(409, 'calendar-unknown')
    }
    const { user } = showPane(office, { appointment })
    await heading('We can’t tell which appointment this is')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await heading('Session 2 of 6 with Omar')
  })
})

describe('where nobody can be known', () => {
  test('an Outlook without nested sign-in leads to my mentoring, and asks nothing of the service', async () => {
    const { office } = anOffice(read('a'), { sets: [] })
    const { sent, tokens } = showPane(office, { me: me() })
    await heading('This Outlook can’t sign you in here')
    expect(screen.getByRole('link', { name: 'Open my mentoring' })).toBeTruthy()
    expect(sent).toEqual([])
    expect(tokens).not.toHaveBeenCalled()
  })

  test.each([
    ['opened by hand, without Office.js', undefined],
    [
      'opened by another host',
      { ...anOffice(null).office, onReady: async () => ({ host: 'Word', platform: 'PC' }) },
    ],
  ])('a page %s says where Mentoring lives', async (_how, office) => {
    showPane(office)
    await heading('Open Mentoring in Microsoft Teams')
  })
})
