// Notes of a session: nothing typed is lost when the other saves meanwhile, and what is private leaves this page locked.
import { webcrypto } from 'node:crypto'
import { TextDecoder, TextEncoder } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import Notes from '../../tab/src/pages/my-mentoring/notes.tsx'
import type { MyPairing } from '../../tab/src/pages/my-mentoring/pairings.ts'
import { aFace } from './board-fixtures.ts'
import { problem, show } from './support/show.tsx'
import './wire.ts'

const session = (number: number, startsAt: string) => ({
  id: `s${number}`,
  number,
  startsAt,
  endsAt: startsAt,
})
const pairing = {
  ...{ id: 'p1', partner: aFace(1, { name: 'Ana Ruiz' }) },
  sessions: [session(1, '2020-03-02T10:00:00Z'), session(2, '2090-03-02T10:00:00Z')],
} as unknown as MyPairing
const showNotes = (answers = {}) =>
  show(<Notes pairing={pairing} />, {
    answers: {
      sessionNotes: {
        text: 'Before',
        version: 2,
        savedBy: 'partner',
        savedAt: '2026-03-02T10:00:00Z',
        mayChange: true,
      },
      ...{ privateNotes: { notes: [], mayChange: true }, ...answers },
    },
  })
const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')
const withCrypto = (value: unknown) =>
  Object.defineProperty(globalThis, 'crypto', { value, configurable: true, writable: true })
beforeEach(() => {
  Object.assign(globalThis, { TextEncoder, TextDecoder })
  withCrypto(webcrypto)
})
afterEach(() => {
  if (own) Object.defineProperty(globalThis, 'crypto', own)
})
const page = async () => (await screen.findByRole('textbox', { name: 'Shared notes' })) as HTMLTextAreaElement

describe('the page of the two', () => {
  test('is read when it is opened, of the session that was last, and saved with the version that was read', async () => {
    const { user, sent } = showNotes({ saveSessionNotes: { version: 3 } })
    expect(sent).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    expect((await page()).value).toBe('Before')
    expect(sent.find(({ route }) => route === 'sessionNotes')!.input).toEqual({ id: 's1' })
    expect(screen.getByText(/Ana saved it last/)).toBeTruthy()
    await user.type(await page(), ' and after')
    expect(screen.getByText('Not saved yet.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'saveSessionNotes')!.input).toEqual({
        ...{ id: 's1', text: 'Before and after', seen: 2 },
      }),
    )
  })

  test('what is typed stays while another session is looked at', async () => {
    const { user } = showNotes()
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    await user.type(await page(), '!')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Session' }), 's2')
    expect((await page()).value).toBe('Before')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Session' }), 's1')
    expect((await page()).value).toBe('Before!')
  })

  test('saved by the other meanwhile, both texts are shown and can be put together', async () => {
    const stands = {
      now: { text: 'Hers', version: 5 },
      by: aFace(1, { name: 'Ana Ruiz' }),
      at: '2026-03-02T10:00:00Z',
    }
    let tries = 0
    const { user, sent } = showNotes({
      saveSessionNotes: () => {
        tries += 1
        if (tries === 1) throw problem(409, 'changed-meanwhile', { saved: stands })
        return { version: 6 }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    await user.type(await page(), ' mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Hers')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Put both on the page, theirs first' }))
    expect((await page()).value).toBe('Hers\n\nBefore mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(sent.filter(({ route }) => route === 'saveSessionNotes').at(-1)!.input).toEqual({
        ...{ id: 's1', text: 'Hers\n\nBefore mine', seen: 5 },
      }),
    )
  })

  test('of two who have parted is only read', async () => {
    const { user } = showNotes({ sessionNotes: { text: 'Before', version: 2, mayChange: false } })
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    expect(await screen.findByText('Before')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  })
})

describe('a private note', () => {
  const phrase = 'correct horse battery'
  const secret = 'He never lets me finish'

  test('is locked with a passphrase typed twice, leaves unreadable, and opens with it again', async () => {
    const boxes: { sessionId: string; version: number; savedAt: string; box: string }[] = []
    const { user, sent } = showNotes({
      privateNotes: () => ({ notes: [...boxes], mayChange: true }),
      savePrivateNote: (input: { id: string; box: string }) => {
        boxes.push({ sessionId: input.id, version: 1, savedAt: '2026-03-02T10:00:00Z', box: input.box })
        return { version: 1 }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    await user.click(screen.getByRole('button', { name: 'Write private notes' }))
    expect(await screen.findByText(/your notes are lost/)).toBeTruthy()
    const choose = () => screen.getByRole('button', { name: 'Use this passphrase' })
    await user.type(screen.getByLabelText(/^A new passphrase/), 'short')
    await user.click(choose())
    expect(screen.getByText('Take 12 characters or more.')).toBeTruthy()
    await user.clear(screen.getByLabelText(/^A new passphrase/))
    await user.type(screen.getByLabelText(/^A new passphrase/), phrase)
    await user.type(screen.getByLabelText('The same once more'), 'another')
    await user.click(choose())
    expect(screen.getByText('The two are not the same.')).toBeTruthy()
    await user.clear(screen.getByLabelText('The same once more'))
    await user.type(screen.getByLabelText('The same once more'), phrase)
    await user.click(choose())
    const notes = await screen.findByRole('textbox', { name: 'Your notes' }, { timeout: 5000 })
    await user.type(notes, secret)
    await user.click(screen.getAllByRole('button', { name: 'Save' }).at(-1)!)
    await waitFor(() => expect(boxes).toHaveLength(1))
    expect(boxes[0]!.box).toMatch(/^p1\.[\w-]{22}\.[\w-]{16}\.[\w-]+$/)
    for (const said of [secret, phrase]) expect(JSON.stringify(sent)).not.toContain(said)
    for (const kept of [localStorage, sessionStorage]) expect(kept).toHaveLength(0)
    await user.click(await screen.findByRole('button', { name: 'Lock again' }))
    await user.type(await screen.findByLabelText('Passphrase'), 'wrong horse battery')
    await user.click(screen.getByRole('button', { name: 'Open my notes' }))
    expect(await screen.findByText(/don’t open with this passphrase/, {}, { timeout: 5000 })).toBeTruthy()
    await user.clear(screen.getByLabelText('Passphrase'))
    await user.type(screen.getByLabelText('Passphrase'), phrase)
    await user.click(screen.getByRole('button', { name: 'Open my notes' }))
    const again = await screen.findByRole('textbox', { name: 'Your notes' }, { timeout: 5000 })
    expect((again as HTMLTextAreaElement).value).toBe(secret)
  })

  test('of a lost passphrase can only be deleted', async () => {
    const box = `p1.${'s'.repeat(22)}.${'n'.repeat(16)}.${'w'.repeat(40)}`
    const { user, sent } = showNotes({
      privateNotes: {
        notes: [{ sessionId: 's2', version: 1, savedAt: '2026-03-02T10:00:00Z', box }],
        mayChange: true,
      },
      removePrivateNotes: { ok: true },
    })
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    await user.click(screen.getByRole('button', { name: 'Write private notes' }))
    await user.click(await screen.findByText('I have lost my passphrase'))
    await user.click(screen.getByRole('button', { name: 'Delete my private notes with Ana' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'removePrivateNotes')!.input).toEqual({ id: 'p1' }),
    )
  })

  test('without WebCrypto there is none, and that is said', async () => {
    withCrypto({ getRandomValues: webcrypto.getRandomValues.bind(webcrypto), randomUUID: () => 'x' })
    const { user } = showNotes()
    await user.click(await screen.findByRole('button', { name: 'Open notes' }))
    expect(await screen.findByText(/can’t lock anything here/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Write private notes' })).toBeNull()
  })
})
