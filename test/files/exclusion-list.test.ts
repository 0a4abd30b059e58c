import { describe, expect, test } from '@jest/globals'
import { readExclusions } from '../../bot/files/exclusion-list.ts'
import { nameKey } from '../../bot/files/names.ts'
import fc from '../support/properties.ts'

const people = new Map(['ana', 'ben', 'cid'].map((id) => [`${id}@contoso.com`, id]))
const read = (text: string) => {
  const answer = readExclusions(Buffer.from(text), 'panel.csv', (name) => people.get(name.toLowerCase()))
  if ('unreadable' in answer) throw new Error(answer.unreadable)
  return answer
}
const panel = { kind: 'panel', onePerson: 'ana', other: 'ben', source: 'panel.csv' }

describe('a list of exclusions', () => {
  test.each([
    ['commas', 'kind,person,other\npanel,ana@contoso.com,ben@contoso.com\n'],
    ['semicolons and Windows line ends', 'Kind;Person;Other\r\npanel;ana@contoso.com;ben@contoso.com\r\n'],
    ['tabs and other columns', 'person\tnote\tother\tkind\nANA@contoso.com\tboard\tben@contoso.com\tPanel'],
    ['quotes and a byte order mark', '\uFEFFkind,person,other\n"panel","ana@contoso.com","ben@contoso.com"'],
  ])('is read with %s', (_name, text) => expect(read(text)).toEqual({ good: [panel], bad: [] }))

  test('keeps the good lines and says of each bad one where it stands and why', () => {
    const { good, bad } = read(
      [
        'kind,person,other',
        'panel,ana@contoso.com,ben@contoso.com',
        'rival,ana@contoso.com,cid@contoso.com',
        '',
        'conflict,ana@contoso.com,zoe@contoso.com',
        'conflict,ana@contoso.com',
        'conflict,ben@contoso.com,ben@contoso.com',
        'panel,"ben@contoso.com,cid@contoso.com',
      ].join('\n'),
    )
    expect(good).toEqual([panel])
    expect(bad).toEqual([
      { line: 3, why: 'unknown-kind', value: 'rival' },
      { line: 5, why: 'unknown-person', value: 'zoe@contoso.com' },
      { line: 6, why: 'cells-missing' },
      { line: 7, why: 'same-person', value: 'ben@contoso.com' },
      { line: 8, why: 'open-quote' },
    ])
  })

  test('knows a pair in either order, and who is below whom in a dotted line', () => {
    const twice =
      'kind,person,other\npanel,ben@contoso.com,ana@contoso.com\npanel,ana@contoso.com,ben@contoso.com'
    expect(read(twice).good).toEqual([panel])
    const dotted = read('kind,person,other\ndotted-line,cid@contoso.com,ana@contoso.com').good
    expect(dotted).toEqual([{ kind: 'dotted-line', onePerson: 'cid', other: 'ana', source: 'panel.csv' }])
  })

  test('without its columns, or empty, is refused as a whole', () => {
    const answer = (text: string) => readExclusions(Buffer.from(text), 's', () => 'ana')
    expect(answer('')).toEqual({ unreadable: 'empty' })
    expect(answer('who,whom\na,b')).toEqual({ unreadable: 'columns-missing' })
  })

  test.each([
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['a stated separator', (text: string) => Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    ['line ends of an old Macintosh', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
    ['signs nobody sees', (text: string) => Buffer.from(text.replaceAll('ana@', '\u200bana@'))],
    ['words for the kind', (text: string) => Buffer.from(text.replace('panel', ' PANEL '))],
    [
      'JSON lines',
      () => Buffer.from('{"kind":"panel","person":"ana@contoso.com","other":"ben@contoso.com"}\n'),
    ],
  ])('is read with %s', (_, as) => {
    const bytes = as('kind,person,other\npanel,ana@contoso.com,ben@contoso.com\n')
    const read = readExclusions(bytes, 'panel.csv', (name) => people.get(nameKey(name)))
    expect(read).toEqual({ good: [panel], bad: [] })
  })

  test('names a line with a cell too many: nobody knows where its cells belong', () => {
    expect(read('kind,person,other\npanel,Lee, Ana,ben@contoso.com').bad).toEqual([
      { line: 2, why: 'cells-too-many' },
    ])
  })

  test.each([
    ['a workbook', 'PK\u0003\u0004', 'workbook'],
    ['letters that could be others', 'kind,person,other\npanel,Wa\u00b3\u00easa,x', 'encoding'],
    ['no text', 'kind\u0000', 'not-text'],
    ['broken JSON', '[{"kind": }]', 'not-text'],
  ])('that is %s is refused as a whole, by name', (_, latin1, unreadable) => {
    expect(readExclusions(Buffer.from(latin1, 'latin1'), 's', () => 'ana')).toEqual({ unreadable })
  })

  test('never fails, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readExclusions(bytes, 's', () => 'ana')))
  })

  test('never loses a line: each is either kept or listed', () => {
    const cell = fc.constantFrom('panel', 'ana@contoso.com', 'ben@contoso.com', 'x', 'conflict')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (lines) => {
        const { good, bad } = read(['kind,person,other', ...lines.map((line) => line.join(','))].join('\n'))
        const goodLines = lines.filter((_, at) => !bad.some(({ line }) => line === at + 2))
        expect(goodLines.every(([kind]) => kind === 'panel' || kind === 'conflict')).toBe(true)
        expect(new Set(goodLines.map(([kind, ...two]) => [kind, ...two.sort()].join())).size).toBe(
          good.length,
        )
      }),
    )
  })
})
