/**
 * Text on paper, in any script that our fonts have: split into stretches of one font and one direction, in the order in which
 * they stand on the line. Letters that no font has are an answer, never a box.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

export type Weight = 400 | 700

/** Noto Sans (SIL Open Font License 1.1), the smallest files first: most papers need one or two. */
const files = [
  'noto-sans/files/noto-sans-latin',
  'noto-sans/files/noto-sans-latin-ext',
  'noto-sans/files/noto-sans-vietnamese',
  'noto-sans/files/noto-sans-greek',
  'noto-sans/files/noto-sans-greek-ext',
  'noto-sans/files/noto-sans-cyrillic',
  'noto-sans/files/noto-sans-cyrillic-ext',
  'noto-sans/files/noto-sans-devanagari',
  'noto-sans-arabic/files/noto-sans-arabic-arabic',
] as const

export interface PrintFont {
  name: string
  bytes: Buffer
  font: Font
}

/** Pictures, and marks that steer what stands around them: nothing on a paper is lost without them. */
const unprinted =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Variation_Selector}\p{Cc}\p{Cf}\p{Cs}]|\u20e3/gu
/** Heeded, never drawn: they hold a code together in a line that runs the other way. */
const isolates = /[\u2066-\u2069]/u
/** Of those above, signs of business, and what keeps two Persian letters from joining. */
const kept = /[©®™\u200c\u2066-\u2069]/u

/** What of a text can stand on paper: without pictures and control characters, composed, in single spaces. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\r]/gu, ' ')
    .replace(unprinted, (sign) => (kept.test(sign) ? sign : ''))
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A stretch of a line, from the left. */
export interface Stretch {
  text: string
  font: PrintFont
}

export interface Press {
  /** The first sign that none of our fonts has. */
  missingSign(text: string): string | undefined
  /** @param text printable, of one line */
  stretchesOf(text: string, weight: Weight, direction: 'ltr' | 'rtl'): Stretch[]
}

let opened: Press | undefined

/** What reads fonts is large, and few ever need it: it is loaded with the first page. */
export async function openPress(): Promise<Press> {
  if (opened) return opened
  const { create } = await import('fontkit')
  const { default: createBidi } = await import('bidi-js')
  opened = pressOf(create, createBidi())
  return opened
}

function pressOf(create: typeof import('fontkit').create, bidi: import('bidi-js').Bidi): Press {
  const loaded = new Map<string, PrintFont>()

  function fontOf(file: string, weight: Weight): PrintFont {
    const name = `${file}-${weight}-normal.woff`
    const known = loaded.get(name)
    if (known) return known
    const bytes = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${name}`))
    // One file, one font: collections alone have more.
    const font = { name, bytes, font: create(bytes) as Font }
    loaded.set(name, font)
    return font
  }

  function fontFor(sign: string, weight: Weight): PrintFont | undefined {
    const code = sign.codePointAt(0)!
    for (const file of files) {
      const one = fontOf(file, weight)
      if (one.font.hasGlyphForCodePoint(code)) return one
    }
    return undefined
  }

  return {
    missingSign: (text) =>
      [...printable(text)].find((sign) => sign !== ' ' && !isolates.test(sign) && !fontFor(sign, 400)),
    stretchesOf(text, weight, direction) {
      const { levels } = bidi.getEmbeddingLevels(text, direction)
      const logical: (Stretch & { level: number })[] = []
      let at = 0
      for (const sign of text) {
        const level = levels[at]!
        at += sign.length
        if (isolates.test(sign)) continue
        const last = logical.at(-1)
        const code = sign.codePointAt(0)!
        const goesOn = last !== undefined && last.level === level
        const font = goesOn && last.font.font.hasGlyphForCodePoint(code) ? last.font : fontFor(sign, weight)
        if (!font) continue
        const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(sign) ?? sign) : sign
        if (goesOn && last.font === font) last.text += shown
        else logical.push({ text: shown, font, level })
      }
      return inOrderOfSight(logical).map((one) => ({ font: one.font, text: asDrawn(one) }))
    },
  }
}

/** From the highest level down, whatever stands at it or above is turned around (rule L2 of UAX 9). */
function inOrderOfSight<T extends { level: number }>(logical: readonly T[]): T[] {
  const line = [...logical]
  const highest = Math.max(0, ...line.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < line.length; from++) {
      if (line[from]!.level < level) continue
      let to = from
      while (to + 1 < line.length && line[to + 1]!.level >= level) to++
      line.splice(from, to - from + 1, ...line.slice(from, to + 1).reverse())
      from = to
    }
  }
  return line
}

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u

/** The font turns words of such a script around itself; signs between them have to be turned here. */
function asDrawn({ text, level }: { text: string; level: number }): string {
  return level % 2 === 1 && !fromTheRight.test(text) ? [...text].reverse().join('') : text
}
