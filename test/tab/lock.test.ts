/** @jest-environment node */
// What is locked opens with its passphrase, in its place and unchanged, and in no other way.
import { describe, expect, it } from '@jest/globals'
import { saveNote } from '../../bot/domain/meeting/private-note.ts'
import { bytesOf, mostNoteBytes } from '../../bot/domain/meeting/session-notes.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { canLock, locked, lockWith, saltOf, unlocked } from '../../tab/src/lock.ts'
import { fits } from '../../tab/src/pages/my-mentoring/note-size.ts'

const phrase = 'correct horse battery'
const words = 'She never lets me finish. ¿Por qué? لماذا 😀'

describe('a locked note', () => {
  it('opens again with the same passphrase, from the box alone', async () => {
    expect(canLock()).toBe(true)
    const box = await locked(await lockWith(phrase), 'here', words)
    expect(box).not.toContain('finish')
    expect(await unlocked(await lockWith(phrase, box), 'here', box)).toBe(words)
  })

  it('does not open with another passphrase, in another place, changed or cut short', async () => {
    const lock = await lockWith(phrase)
    const box = await locked(lock, 'here', words)
    expect(await unlocked(await lockWith('correct horse batterx', box), 'here', box)).toBeUndefined()
    expect(await unlocked(lock, 'there', box)).toBeUndefined()
    const [p1, salt, nonce, sealed] = box.split('.') as [string, string, string, string]
    const turned = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
    for (const other of [
      [p1, salt, turned(nonce), sealed],
      [p1, salt, nonce, turned(sealed)],
      [p1, salt, nonce, sealed.slice(4)],
      [p1, turned(salt), nonce, sealed],
      [p1, salt, nonce, ''],
    ])
      expect(await unlocked(lock, 'here', other.join('.'))).toBeUndefined()
  })

  it('is never the same twice, shares its salt with those of the same key, and the key cannot be read out', async () => {
    const lock = await lockWith(phrase)
    const [one, other] = [await locked(lock, 'here', words), await locked(lock, 'here', words)]
    expect(one).not.toBe(other)
    expect(saltOf(one)).toBe(saltOf(other))
    expect(saltOf(await locked(await lockWith(phrase), 'here', words))).not.toBe(saltOf(one))
    await expect(crypto.subtle.exportKey('raw', lock.key)).rejects.toThrow()
  })

  it('has the shape that the service takes, up to the longest that may be written', async () => {
    const pairing = { id: 'p', cohortId: 'c', mentorId: 'a', menteeId: 'b', state: 'active' } as never
    expect([fits('x'.repeat(mostNoteBytes)), fits('x'.repeat(mostNoteBytes + 1))]).toEqual([true, false])
    const lock = await lockWith(phrase)
    for (const text of ['', words, 'x'.repeat(mostNoteBytes), '😀'.repeat(mostNoteBytes / 4)]) {
      expect(bytesOf(text)).toBeLessThanOrEqual(mostNoteBytes)
      const box = await locked(lock, 'here', text)
      const saved = saveNote(pairing, undefined, { sessionId: 's', box, seen: 0 }, 'a', new Date(0))
      expect(isRefused(saved)).toBe(false)
    }
  })
})
