/** A list of people to invite: good lines are kept, each bad one says why. */
import { describe, expect, test } from '@jest/globals'
import { readInvitations } from '../../bot/files/invitation-list.ts'

const known: Record<string, string> = { 'ana@example.org': 'ana', 'ben@example.org': 'ben' }
const read = (text: string) => readInvitations(Buffer.from(text), (name) => known[name])

describe('a list of people to invite', () => {
  test('a person by mail and a side a line, in any of three languages', () => {
    expect(read('Mail;Side\nana@example.org;Mentor\nben@example.org;aprendiz\n')).toEqual({
      asked: [
        { line: 2, personId: 'ana', side: 'mentor' },
        { line: 3, personId: 'ben', side: 'mentee' },
      ],
      bad: [],
    })
  })

  test('a bad line stops no good one', () => {
    const text =
      'person,side\nana@example.org,\nzoe@example.org,mentor\nben@example.org,boss\nana@example.org,mentor'
    expect(read(text)).toEqual({
      asked: [{ line: 5, personId: 'ana', side: 'mentor' }],
      bad: [
        { line: 2, why: 'cells-missing' },
        { line: 3, why: 'unknown-person', value: 'zoe@example.org' },
        { line: 4, why: 'unknown-side', value: 'boss' },
      ],
    })
  })

  test('a file as a whole that cannot be read says why', () => {
    expect(read('')).toEqual({ unreadable: 'empty' })
    expect(read('name,team\nAna,Sales')).toEqual({ unreadable: 'columns-missing' })
    expect(read('PK\u0003\u0004 a workbook')).toEqual({ unreadable: 'workbook' })
  })
})
