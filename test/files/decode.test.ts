import { describe, expect, test } from '@jest/globals'
import { decode } from '../../bot/files/decode.ts'
import { InputFault } from '../../bot/files/input-fault.ts'
import fc from '../support/properties.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const buffer = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return order === 'le' ? buffer : buffer.swap16()
}
const faultOf = (file: Uint8Array) => {
  try {
    return `read: ${decode('f.csv', file).text}`
  } catch (fault) {
    expect(fault).toBeInstanceOf(InputFault)
    return (fault as InputFault).message
  }
}

describe('the bytes of a file', () => {
  const text = 'id,name\n1,Jürgen Müller – 東京\n'
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as Excel saves "Unicode text"', utf16(text, 'le')],
    ['UTF-16 the other way round', utf16(text, 'be')],
    ['UTF-16 without a mark', utf16(text, 'le', false)],
  ])('are read as %s', (_, file) => expect(decode('f.csv', file)).toEqual({ text }))

  test.each([
    ['German', 'Vertrieb Süd;Köln – Nippes;j.müller;Straße'],
    ['French with enough letters', 'Hélène;François;Jérôme;à Nîmes'],
    ['Danish', 'Søren;Åse;Kjær'],
    ['quotes and signs', '„Süd“;Müller’s;5 €;…'],
  ])('are read as Windows-1252, and that is said, where nothing else makes words of them: %s', (_, text) => {
    const file = Buffer.from([...text].map((letter) => windows1252(letter)))
    const read = decode('f.csv', file)
    expect(read.text).toBe(text)
    expect(read.said).toContain('Windows-1252')
  })

  test.each([
    ['one letter that is another in Prague', bytes('id\n1,H', [0xe9], 'l', [0xe8], 'ne')],
    ['Polish in Windows-1250', bytes('id\n1,Wa', [0xb3, 0xea], 'sa')],
    ['Russian in Windows-1251', bytes('id\n1,', [0xc8, 0xe2, 0xe0, 0xed])],
    ['DOS', bytes('id\n1,M', [0x81], 'ller')],
    ['an old Macintosh', bytes('id\n1,M', [0x9f], 'ller')],
    ['UTF-8 with one broken letter', bytes('id\n1,M', [0xfc], 'ller,', [0xc3, 0xb6])],
    ['UTF-8 by its mark, but not by its letters', bytes([0xef, 0xbb, 0xbf], 'id\n1,M', [0xfc], 'ller')],
  ])('are refused with place and remedy where the letters are not certain: %s', (_, file) =>
    expect(faultOf(file)).toMatch(/^f\.csv:2:[345]: .* Save the file as "CSV UTF-8"/),
  )

  test.each([
    ['a workbook', bytes('PK', [3, 4, 20, 0]), /an Excel workbook .* Save the file as "CSV UTF-8"/],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0]), /old Excel workbook/],
    ['a PDF', bytes('%PDF-1.7'), /a PDF/],
    ['something with a zero byte', bytes('id,a\n1,b', [0], 'c'), /^f\.csv:2:4: There is a zero byte/],
  ])('that are %s say so', (_, file, message) => expect(faultOf(file)).toMatch(message))

  test('never fail in any other way, and what is text comes back as it was', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (file) => void faultOf(file)))
    const letters = fc
      .string({ unit: 'binary', minLength: 1 })
      .map((one) => one.replaceAll('\u0000', '').replace(/^\uFEFF/, ''))
    fc.assert(
      fc.property(letters, (text) => {
        expect(decode('f', Buffer.from(`\uFEFF${text}`)).text).toBe(text)
        expect(decode('f', utf16(text, 'be')).text).toBe(text)
      }),
    )
  })
})

function windows1252(letter: string): number {
  const signs = new Map(
    [...'€‚„…–’“”'].map((sign, x) => [sign, [0x80, 0x82, 0x84, 0x85, 0x96, 0x92, 0x93, 0x94][x]!]),
  )
  return signs.get(letter) ?? letter.charCodeAt(0)
}
