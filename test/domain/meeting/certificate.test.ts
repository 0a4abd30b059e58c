/** What a certificate may say, and codes as people type them. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { codeFrom, confirmedOf, deedOf, isAtEnd, readCode } from '../../../bot/domain/meeting/certificate.ts'
import type { CheckIn } from '../../../bot/domain/meeting/check-in.ts'
import type { Session, SessionState } from '../../../bot/domain/scheduling/session.ts'

const session = (number: number, state: SessionState = 'held'): Session => ({
  ...{ id: `s${number}`, holdId: 'h', pairingId: 'p', number, state },
  startsAt: new Date(`2026-0${number}-10T09:00:00Z`),
  endsAt: new Date(`2026-0${number}-10T09:50:00Z`),
})
const said = (number: number, held: boolean): CheckIn => ({
  ...{ sessionId: `s${number}`, personId: 'ana', state: 'answered' },
  answer: held ? { held, worth: 1, obstacle: 'relationship' } : { held, obstacle: 'time' },
})
const none = { topics: [], skills: [] }

describe('what was done', () => {
  it('is what somebody reported themselves: neither the record nor the partner adds a session', () => {
    const sessions = [session(3), session(1), session(2), session(4, 'cancelled')]
    const mine = [said(1, true), said(2, false), said(4, true)]
    const deed = deedOf(sessions, mine, { topics: ['ai-tools'], skills: ['inclusion'] })
    expect(deed).toEqual({
      ...{ sessions: 1, minutes: 50, from: '2026-01-10', to: '2026-01-10' },
      ...{ topics: ['ai-tools'], skills: ['inclusion'] },
    })
  })

  it('carries no answer beyond that', () => {
    const deed = deedOf([session(1), session(3)], [said(1, true), said(3, true)], none)
    expect(deed).toMatchObject({ sessions: 2, minutes: 100, from: '2026-01-10', to: '2026-03-10' })
    expect(JSON.stringify(deed)).not.toMatch(/worth|relationship/)
  })

  it('is nothing for two who never met', () => {
    expect(deedOf([session(1)], [said(1, false)], none)).toEqual({ refused: 'nothing-to-certify' })
    expect(deedOf([], [], none)).toEqual({ refused: 'nothing-to-certify' })
  })

  it('is there once the pair is over, or both are asked how it was', () => {
    expect(isAtEnd({ state: 'completed' }, false)).toBe(true)
    expect(isAtEnd({ state: 'ended' }, false)).toBe(true)
    expect(isAtEnd({ state: 'active' }, true)).toBe(true)
    expect(isAtEnd({ state: 'active' }, false)).toBe(false)
    expect(isAtEnd({ state: 'declined' }, true)).toBe(false)
  })
})

describe('a code', () => {
  it('is twenty signs of chance, each time others', () => {
    const codes = Array.from({ length: 200 }, () => codeFrom(randomUUID()))
    expect(new Set(codes).size).toBe(200)
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/)
      expect(readCode(code)).toBe(code)
    }
    expect(codeFrom('01234567-89ab-4cde-8f01-23456789abcd')).toBe('0123-4567-89AB-CDEF-0123')
  })

  it('is read however it is typed, and nothing else is one', () => {
    expect(readCode(' 0123 4567–89ab cdef.0123 ')).toBe('0123-4567-89AB-CDEF-0123')
    for (const no of ['', '0123', '0123-4567-89AB-CDEF-012G', '0123-4567-89AB-CDEF-0123-4', '%'])
      expect(readCode(no)).toBeUndefined()
  })
})

it('only what is offered is confirmed, each once and in its order', () => {
  const offered = ['ai-tools', 'inclusion', 'own-1']
  expect(confirmedOf(offered, ['own-1', 'ai-tools', 'own-1'])).toEqual(['ai-tools', 'own-1'])
  expect(confirmedOf(offered, [])).toEqual([])
  expect(confirmedOf(offered, ['cooking'])).toEqual({ refused: 'no-such-option' })
})
