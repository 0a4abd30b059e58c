import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import CheckCertificate from '../../tab/src/pages/my-mentoring/certificate.tsx'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { anEmployee, mine, myPairing, paired, participant, session } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

const code = '0123-4567-89AB-CDEF-0123'
const files: Blob[] = []
beforeEach(() => {
  location.hash = ''
  files.length = 0
  URL.createObjectURL = (file) => {
    files.push(file as Blob)
    return 'blob:x'
  }
  URL.revokeObjectURL = jest.fn()
})

const over = (mySide: 'mentor' | 'mentee', state: 'completed' | 'ended' = 'completed') =>
  paired({
    pairings: [myPairing({ mySide, state, nextSessionId: null, sessions: [session(1, { state: 'held' })] })],
  })
const showMine = (myMentoring: Answers['myMentoring'], more: Answers) =>
  show(<MyMentoring />, { answers: { myMentoring: myMentoring!, ...more }, reader: anEmployee() })
const end = (changes: Partial<Out<'pairEnd'>> = {}): Out<'pairEnd'> => ({
  ...{ isAtEnd: true, sessions: 2, confirmed: [], mayGoOn: false },
  ...changes,
})
const certificate: Out<'checkCertificate'> = {
  ...{ code, name: 'Lena Vogt', side: 'mentor', programName: 'AI at the top', sessions: 2, minutes: 100 },
  ...{ from: '2026-03-04', to: '2026-04-02', topics: ['AI tools'], skills: ['inclusion'] },
  issuedAt: '2026-05-01T10:00:00Z',
}

describe('what comes next', () => {
  test('is chosen by either of two who both want to go on', async () => {
    const { user, sent } = showMine(over('mentor'), {
      ...{ pairEnd: end({ choice: 'continue', mayGoOn: true }), goOnTogether: { sessions: 4 } },
    })
    await user.selectOptions(await screen.findByRole('combobox', { name: 'For how long?' }), '3')
    await user.click(screen.getByRole('button', { name: 'Look for times' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'goOnTogether')?.input).toMatchObject({ months: 3 }),
    )
    expect(await screen.findByText(/^4 more sessions\. Times are being looked for/)).toBeTruthy()
  })

  test.each([
    ['keep-in-touch', /both want to keep in touch/],
    ['swap', /ordinary mentoring/],
    ['over', /ends here/],
    ['continue', /both want to go on/],
  ] as const)('after %s nothing is booked by itself', async (choice, text) => {
    showMine(over('mentee'), { pairEnd: end({ choice }) })
    expect(await screen.findByText(text)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Look for times' })).toBeNull()
  })
})

describe('a pair that is behind me', () => {
  test('gives me my certificate as a file, once a press', async () => {
    const { user, sent } = showMine(over('mentor'), {
      pairEnd: end({ confirmed: ['inclusion'], code }),
      takeCertificate: { code, pdf: btoa('%PDF-1.7') },
    })
    const button = await screen.findByRole('button', { name: 'Download as PDF' })
    expect(screen.getByText(/the 2 sessions you reported as held/)).toBeTruthy()
    expect(screen.getByText(/on your certificate: inclusion/)).toBeTruthy()
    expect(screen.getByText(new RegExp(code))).toBeTruthy()
    await user.click(button)
    await waitFor(() => expect(files.map(({ type }) => type)).toEqual(['application/pdf']))
    expect(sent.filter(({ route }) => route === 'takeCertificate').map(({ input }) => input)).toEqual([
      { id: 'pair-1', language: 'en' },
    ])
  })

  test('also where it ended early and I have left, and says why there is none for two who never met', async () => {
    const left = { participant: participant({ state: 'left' }) }
    showMine({ ...over('mentor', 'ended'), ...left }, { pairEnd: end() })
    expect(await screen.findByRole('button', { name: 'Download as PDF' })).toBeTruthy()
    expect(screen.getByText(/has not confirmed any skills yet/)).toBeTruthy()
  })

  test('is not certified where I reported no session', async () => {
    showMine(over('mentor', 'ended'), { pairEnd: end({ sessions: 0 }) })
    expect(await screen.findByText(/There is no certificate/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Download as PDF' })).toBeNull()
  })

  test('lets a Mentee confirm what they have seen', async () => {
    const { user, sent } = showMine(over('mentee'), {
      pairEnd: end({ confirmed: ['ai-tools'], options: ['ai-tools', 'inclusion'] }),
      confirmSkills: { ok: true },
    })
    expect((await screen.findByRole('checkbox', { name: 'AI tools' })).getAttribute('checked')).not.toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Inclusion' }))
    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'confirmSkills')?.input).toEqual({
        id: 'pair-1',
        skills: ['ai-tools', 'inclusion'],
      }),
    )
  })

  test('shows both how far each came, by name for whoever listens', async () => {
    const growth = {
      mine: { goal: 'Speak up in reviews', start: 2, end: 4 },
      theirs: { goal: 'Use the dashboard', start: 1, end: 3 },
    }
    showMine(over('mentee'), { pairEnd: end({ growth }) })
    expect(await screen.findByText('How far you came')).toBeTruthy()
    expect(screen.getByRole('img', { name: 'from 2 to 4' }).textContent).toBe('2 → 4')
    expect(screen.getByRole('img', { name: 'from 1 to 3' }).textContent).toBe('1 → 3')
    expect(screen.getByText('Use the dashboard')).toBeTruthy()
  })

  test('says why nothing came', async () => {
    const { user } = showMine(over('mentor'), {
      pairEnd: end(),
      takeCertificate: () => {
        throw problem(409, 'letter-missing')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Download as PDF' }))
    expect(await screen.findByText(/cannot write one of the letters/)).toBeTruthy()
    expect(files).toEqual([])
  })

  test('is nothing yet while the pair goes on', async () => {
    showMine(mine({ ...paired(), pairings: [myPairing()] }), { pairEnd: end() })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByText('Your certificate')).toBeNull()
  })
})

describe('the page that checks a certificate', () => {
  test('shows what stands on a genuine one', async () => {
    location.hash = `#/my-mentoring/certificate/${code}`
    show(<CheckCertificate />, { answers: { checkCertificate: certificate }, reader: anEmployee() })
    expect(await screen.findByText('This certificate is genuine')).toBeTruthy()
    for (const said of ['Lena Vogt', 'AI at the top', 'inclusion'])
      expect(screen.getByText(said)).toBeTruthy()
    expect(screen.getByText(/2 sessions held/)).toBeTruthy()
  })

  test('says of any other code that there is none', async () => {
    const { user } = show(<CheckCertificate />, {
      answers: {
        checkCertificate: () => {
          throw problem(404, 'not-found')
        },
      },
      reader: anEmployee(),
    })
    await user.type(screen.getByRole('textbox', { name: 'Code on the certificate' }), 'nonsense/%')
    await user.click(screen.getByRole('button', { name: 'Check' }))
    expect(await screen.findByText('There is no certificate with this code')).toBeTruthy()
  })
})
