/** Notes: nothing is written over unread, and what is too long, or was not locked, is not taken. */
import { describe, expect, it } from '@jest/globals'
import { type PrivateNote, saveNote } from '../../../bot/domain/meeting/private-note.ts'
import { bytesOf, mostNoteBytes, saveNotes } from '../../../bot/domain/meeting/session-notes.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { aBox } from '../../support/a-box.ts'

const at = new Date('2026-03-02T09:00:00Z')
const pair = (state: Pairing['state'] = 'active') =>
  ({ id: 'p', cohortId: 'c', mentorId: 'ana', menteeId: 'ben', state }) as Pairing
const known = {
  ...{ sessionId: 's', cohortId: 'c', pairingId: 'p', version: 3, savedById: 'ana', savedAt: at },
  text: 'Before',
}

describe('the page of the two', () => {
  const save = (given: { text?: string; seen?: number } = {}, state: Pairing['state'] = 'active') =>
    saveNotes(pair(state), known, { sessionId: 's', text: 'Now', seen: 3, ...given }, 'ben', at)

  it('takes the version that was read, and is the next one', () => {
    expect(save()).toMatchObject({ version: 4, text: 'Now', savedById: 'ben' })
    expect(saveNotes(pair(), undefined, { sessionId: 's', text: '', seen: 0 }, 'ben', at)).toMatchObject({
      ...{ version: 1, pairingId: 'p', cohortId: 'c' },
    })
    for (const seen of [0, 2, 4]) expect(save({ seen })).toEqual({ refused: 'changed-meanwhile' })
  })

  it('has room for 100 kB as they are stored', () => {
    expect(save({ text: 'a'.repeat(mostNoteBytes) })).toMatchObject({ version: 4 })
    expect(save({ text: 'a'.repeat(mostNoteBytes + 1) })).toEqual({ refused: 'text-does-not-fit' })
    expect(bytesOf('😀')).toBe(4)
    expect(save({ text: '😀'.repeat(mostNoteBytes / 4 + 1) })).toEqual({ refused: 'text-does-not-fit' })
  })

  it('is only read once the two have parted', () => {
    for (const state of ['ended', 'completed', 'proposed', 'declined'] as const)
      expect(save({}, state)).toEqual({ refused: 'no-longer-open' })
    expect(save({}, 'approved')).toMatchObject({ version: 4 })
  })
})

describe('a private note', () => {
  const save = (box: string, seen = 0, before?: PrivateNote, state: Pairing['state'] = 'active') =>
    saveNote(pair(state), before, { sessionId: 's', box, seen }, 'ana', at)

  it('is taken locked and not otherwise', () => {
    expect(save(aBox)).toMatchObject({ version: 1, personId: 'ana', box: aBox })
    for (const open of [
      'My words',
      'p1.My words',
      aBox.replace('p1', 'p2'),
      `${aBox}.more`,
      `${aBox} more`,
      '',
    ])
      expect(save(open)).toEqual({ refused: 'text-does-not-fit' })
  })

  it('is refused where it is too long, was saved elsewhere meanwhile, or the two have parted', () => {
    expect(save(aBox + 'w'.repeat(140_000))).toEqual({ refused: 'text-does-not-fit' })
    const before = save(aBox) as PrivateNote
    expect(save(aBox, 0, before)).toEqual({ refused: 'changed-meanwhile' })
    expect(save(aBox, 1, before)).toMatchObject({ version: 2 })
    expect(save(aBox, 0, undefined, 'ended')).toEqual({ refused: 'no-longer-open' })
  })
})
