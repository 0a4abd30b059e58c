import { describe, expect, it } from '@jest/globals'
import { sessionSubject } from '../../../bot/workflows/scheduling/session-subject.ts'

const program = { name: 'Reverse mentoring' }
const of = (one?: string, other?: string) =>
  sessionSubject(
    program,
    [one, other].map((preferredLanguage) => (preferredLanguage ? { preferredLanguage } : {})),
  )

describe('the subject of a session', () => {
  it.each([
    ['es-ES', 'es-MX', 'Reverse mentoring: sesión'],
    ['ar', 'ar-EG', 'Reverse mentoring: جلسة'],
    ['en-GB', 'en-US', 'Reverse mentoring: session'],
    ['es-ES', 'en-GB', 'Reverse mentoring: session'],
    ['es-ES', undefined, 'Reverse mentoring: session'],
    ['de-DE', 'de-DE', 'Reverse mentoring: session'],
    ['constructor', 'constructor', 'Reverse mentoring: session'],
  ])('of %s and %s is "%s"', (one, other, subject) => expect(of(one, other)).toBe(subject))
})
