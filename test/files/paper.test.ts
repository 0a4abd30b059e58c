/** Pages to take along: every script that our fonts have, in its own direction, and an honest "no" where they lack a letter. */
import { describe, expect, it } from '@jest/globals'
import { type Paper, printPaper } from '../../bot/files/paper.ts'
import { openPress, printable } from '../../bot/files/printed-text.ts'

const { missingSign, stretchesOf } = await openPress()

const paper = (name: string, more: Partial<Paper> = {}): Paper => ({
  ...{ language: 'en', direction: 'ltr', title: name, author: 'x', madeAt: new Date(0) },
  body: [
    { text: 'Certificate', size: 34, weight: 700 },
    { text: name, size: 30 },
  ],
  foot: [{ text: 'Here', size: 10, link: 'https://example.org/x' }],
  ...more,
})
const printed = async (one: Paper) => {
  const bytes = await printPaper(one)
  if ('missing' in bytes) throw new Error(`There is no letter for ${bytes.missing}.`)
  return Buffer.from(bytes).toString('latin1')
}
/** As a PDF writes text that is not in its content. */
const utf16 = (text: string) =>
  `\u00fe\u00ff${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => String.fromCharCode(byte)).join('')}`
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (pdf: string) => pdf.replace(/\\([nrtbf()\\])/g, (_, sign: string) => escapes[sign] ?? sign)
const pages = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length

describe('a page', () => {
  it.each([
    ['Zoë Nguyễn-Łukasiewicz'],
    ['Ελένη Παπαδοπούλου'],
    ['Олександр Щербина'],
    ['محمد عبد الرحمن'],
    ['अनन्या शर्मा'],
  ])('carries %s with its letters, as text that is read aloud', async (name) => {
    const pdf = await printed(paper(name))
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pages(pdf)).toBe(1)
    expect(pdf.match(/\/FontFile2/g)?.length).toBeGreaterThan(0)
    expect(pdf).not.toContain('/BaseFont /Helvetica')
    expect(unescaped(pdf).includes(utf16(name))).toBe(true)
    expect(pdf).toContain('/URI (https://example.org/x)')
  })

  it('stays one page however much stands on it', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(7)
    const body = [...paper(name).body, { text: 'and so on '.repeat(120), size: 12 }]
    expect(pages(await printed(paper(name, { body })))).toBe(1)
  })

  it('says which letter is missing, and prints no boxes', async () => {
    expect(await printPaper(paper('王小明'))).toEqual({ missing: '王' })
    expect(missingSign('Ana 王')).toBe('王')
    expect(missingSign('Ana Ruiz 😀')).toBeUndefined()
  })
})

describe('what is printed of a name', () => {
  it('leaves out pictures and what steers the line, and keeps every letter', () => {
    expect(printable('Ana 👩🏽‍💻 Ruiz 🇪🇸\u202e')).toBe('Ana Ruiz')
    expect(printable('  Ana\n\tRuiz ')).toBe('Ana Ruiz')
    expect(printable('Contoso® 2026')).toBe('Contoso® 2026')
    expect(printable('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  it('stands from right to left in Arabic, with numbers and foreign names the way they run', () => {
    const line = stretchesOf('سارة (Ana) 12', 400, 'rtl')
    const seen = line.map(({ text }) => text.trim()).filter((text) => text !== '')
    expect(seen[0]).toBe('12')
    expect(seen.indexOf('Ana')).toBeLessThan(seen.indexOf('سارة'))
    expect(line.map(({ text }) => text).join('')).toContain('(')
  })

  it('a code is read from the left in either direction', () => {
    const code = '4C1D-09AF'
    for (const direction of ['ltr', 'rtl'] as const)
      expect(
        stretchesOf(`\u2066${code}\u2069`, 400, direction)
          .map(({ text }) => text)
          .join(''),
      ).toBe(code)
  })
})
