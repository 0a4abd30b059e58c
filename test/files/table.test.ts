import { describe, expect, test } from '@jest/globals'
import { cellText } from '../../bot/files/cell.ts'
import { decode } from '../../bot/files/decode.ts'
import { trimmed } from '../../bot/files/names.ts'
import { cellOf, readTable } from '../../bot/files/table.ts'
import fc from '../support/properties.ts'

const table = (text: string) => {
  const read = readTable('t.csv', text)
  return { ...read, cells: read.rows.map((row) => row.cells.map((_, x) => cellOf(row, x))) }
}
const lines = (text: string) => readTable('t.csv', text).rows.map(({ line }) => line)

describe('a table', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2'],
    ['Windows line ends', 'a,b\r\n1,2\r\n'],
    ['line ends of an old Macintosh', 'a,b\r1,2\r'],
    ['a line that states the separator', 'sep=;\r\na;b\r\n1;2\r\n'],
    ['a stated separator that the heading does not show', 'sep=|\na|b\n1|2'],
    ['quotes', '"a","b"\n"1","2"'],
    ['a separator of another kind inside a quoted name', '"a";"b"\n1;2'],
    ['spaces and signs that nobody sees', ' a ,b\u200b\n\u00a01, 2\u200e\n'],
    ['empty rows', '\n,\na,b\n,,\n1,2\n;\n\u00a0,\n'.replace(';\n', '')],
  ])('is read with %s', (_, text) => {
    const { header, cells } = table(text)
    expect({ header, cells }).toEqual({ header: ['a', 'b'], cells: [['1', '2']] })
  })

  test('has nothing in a row of which only the mark of a formula is left', () => {
    expect(lines(`a,b\n${cellText('\n')},\n1,2`)).toEqual([4])
  })

  test('knows the line on which each row starts', () => {
    expect(lines('a,b\n1,2\n\n"3\n4",5\n6,7')).toEqual([2, 4, 6])
    expect(lines('sep=,\r\na,b\r\n"1\r\n\r\n",2\r\n3,4\r\n')).toEqual([3, 6])
  })

  test('and the column at which a cell starts, for messages', () => {
    const read = readTable('t.csv', 'a,b,c\n"x,""y",5" disk,z\n')
    expect([0, 1, 2].map((x) => read.columnOf(read.rows[0]!, x))).toEqual([1, 9, 17])
  })

  test('says where a quotation mark is never closed, and keeps the rows before it', () => {
    const { cells, broken } = table('a,b\n1,2\n3,"4\n5,6\n')
    expect(cells).toEqual([['1', '2']])
    expect(broken).toMatchObject({ line: 3, column: 3, problem: 'A quoted cell never ends.' })
  })

  test('lets rows end in empty cells that the heading does not have, if all do', () => {
    expect(table('a,b\n1,2,\n3,4,\n').width).toBe(3)
    expect(table('a,b\n1,2,\n3,4\n').width).toBe(2)
    expect(table('a,b\n1,2,x\n3,4,\n').width).toBe(2)
  })

  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab ,;\t"\n=+-@\'é𝄞\u200b') }),
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', '')),
  )
  const width = 3
  const grid = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
  const asRead = (text: string) => trimmed(text.replace(/\r\n?/g, '\n'))
  const filled = (row: string[]) => row.some((one) => asRead(one) !== '')

  test('that we wrote reads back as it was, formulas included', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const { cells } = table(
          `${[['x', 'y', 'z'], ...rows].map((row) => row.map(cellText).join(',')).join('\n')}\n`,
        )
        expect(cells).toEqual(rows.filter(filled).map((row) => row.map(asRead)))
      }),
    )
  })

  test('in any dialect of a spreadsheet and any encoding reads back as it was', () => {
    const dialect = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      encoding: fc.constantFrom('utf8', 'utf8-mark', 'utf16le', 'utf16be'),
      quoteAll: fc.boolean(),
    })
    const plain = grid.map((rows) => rows.map((row) => row.map((one) => one.replace(/^'+/, ''))))
    fc.assert(
      fc.property(plain, dialect, (rows, { separator, lineEnd, encoding, quoteAll }) => {
        const written = (text: string) =>
          quoteAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        const text = [['x', 'y', 'z'], ...rows].map((row) => row.map(written).join(separator)).join(lineEnd)
        const { cells } = table(decode('t.csv', encoded(text, encoding)).text)
        expect(cells).toEqual(rows.filter(filled).map((row) => row.map(asRead)))
      }),
    )
  })
})

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf8') return Buffer.from(text)
  if (encoding === 'utf8-mark') return Buffer.from(`\uFEFF${text}`)
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf16le' ? bytes : bytes.swap16()
}

describe('a cell', () => {
  test.each(['=1+1', '+d1', '-2+3', '@j21', '\tx', '\rx', "'=1+1", "''@x"])(
    '%j comes out as text',
    (text) => {
      const written = cellText(text)
      expect(written).toMatch(/^"?'/)
    },
  )
  test('that is a number stays one, and other text stays as it is', () => {
    expect([cellText(-5), cellText('d1'), cellText("O'Neil"), cellText("'t Hooft")]).toEqual([
      '-5',
      'd1',
      "O'Neil",
      "'t Hooft",
    ])
  })
})
