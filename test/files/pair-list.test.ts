/** A list of known pairs: good lines are kept, each bad one says why. */
import { describe, expect, test } from '@jest/globals'
import { readPairs } from '../../bot/files/pair-list.ts'

const known: Record<string, string> = { 'ana@example.org': 'ana', 'ben@example.org': 'ben' }
const read = (text: string) => readPairs(Buffer.from(text), (name) => known[name])

describe('a list of known pairs', () => {
  test('one pair a line, in any order of columns', () => {
    expect(read('Mentee;Mentor\nana@example.org;ben@example.org\n')).toEqual({
      pairs: [{ line: 2, mentorId: 'ben', menteeId: 'ana' }],
      bad: [],
    })
  })

  test('a bad line stops no good one', () => {
    const lines = [
      ...['ana@example.org,', 'zoe@example.org,ben@example.org', 'ana@example.org,zoe@example.org'],
      ...['ana@example.org,ben@example.org'],
    ]
    expect(read(['mentor,mentee', ...lines].join('\n'))).toEqual({
      pairs: [{ line: 5, mentorId: 'ana', menteeId: 'ben' }],
      bad: [
        { line: 2, why: 'cells-missing' },
        { line: 3, why: 'unknown-person', value: 'zoe@example.org' },
        { line: 4, why: 'unknown-person', value: 'zoe@example.org' },
      ],
    })
  })

  test('a file as a whole that cannot be read says why', () => {
    expect(read('')).toEqual({ unreadable: 'empty' })
    expect(read('person,side\nana@example.org,mentor')).toEqual({ unreadable: 'columns-missing' })
  })
})
