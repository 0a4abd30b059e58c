/**
 * Bytes of a file as text. UTF-8 with and without a mark and UTF-16 are known by what they are. What is left is Windows-1252,
 * as Excel saves plain "CSV", or one of its dozen siblings; it is read only where no sibling would make words of it too,
 * because a name read wrongly is another name.
 */
import { isUtf8 } from 'node:buffer'
import { InputFault } from './input-fault.ts'

export interface Decoded {
  text: string
  /** How it was read, where that is worth saying. */
  said?: string
}

const saveAsUtf8 = 'Save the file as "CSV UTF-8" (in Excel: Save as, CSV UTF-8).'

export function decode(file: string, bytes: Uint8Array): Decoded {
  refuseOtherKinds(file, bytes)
  try {
    return decoded(file, bytes)
  } catch (cause) {
    if (cause instanceof InputFault) throw cause
    throw new InputFault(file, 1, 1, 'The file is too large or its text is broken.', saveAsUtf8, 'encoding')
  }
}

function decoded(file: string, bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: asText(file, new TextDecoder(utf16, { fatal: true }).decode(bytes)) }
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    return { text: asText(file, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) }
  }
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf])
  if (!marked && isCertainlyWindows1252(bytes)) {
    const said =
      'The file is not UTF-8; it was read as Windows-1252, as Excel saves "CSV". Save it as "CSV UTF-8" to be sure.'
    return { text: asText(file, fromWindows1252(bytes)), said }
  }
  const { line, column } = placeOf(bytes, firstNotUtf8(bytes))
  const problem = marked
    ? 'The file says it is UTF-8, but this letter is not.'
    : 'The file is not UTF-8, and this letter could be one of several in older encodings.'
  throw new InputFault(file, line, column, problem, saveAsUtf8, 'encoding')
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

const otherKinds: [start: readonly number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook (or another archive)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
]
const notText: [start: readonly number[], what: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x1f, 0x8b], 'a packed file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
]

function refuseOtherKinds(file: string, bytes: Uint8Array): void {
  for (const [start, what] of otherKinds) {
    if (startsWith(bytes, start))
      throw new InputFault(file, 1, 1, `This is ${what}, not a CSV file.`, saveAsUtf8, 'workbook')
  }
  for (const [start, what] of notText) {
    if (startsWith(bytes, start))
      throw new InputFault(file, 1, 1, `This is ${what}, not a CSV file.`, saveAsUtf8, 'not-text')
  }
}

function asText(file: string, text: string): string {
  const at = text.indexOf('\u0000')
  if (at < 0) return text
  const before = text.slice(0, at).split('\n')
  const problem = 'There is a zero byte here, so this is no text.'
  throw new InputFault(file, before.length, before.at(-1)!.length + 1, problem, saveAsUtf8, 'not-text')
}

/** By its mark, or because every second byte of its beginning is zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const sample = Math.min(bytes.length, 400) & ~1
  if (sample < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < sample; at++) if (bytes[at] === 0) zeros[at & 1]!++
  const enough = sample * 0.2
  if (zeros[1]! > enough && zeros[0] === 0) return 'utf-16le'
  if (zeros[0]! > enough && zeros[1] === 0) return 'utf-16be'
  return undefined
}

function firstNotUtf8(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    let start = middle
    while (start > good && (bytes[start]! & 0xc0) === 0x80) start--
    if (start === good) break
    if (isUtf8(bytes.subarray(good, start))) good = start
    else bad = start
  }
  for (let at = good; at < bad; at++) if (bytes[at]! >= 0x80) return at
  return good
}

function placeOf(bytes: Uint8Array, at: number) {
  let [line, start] = [1, 0]
  for (let x = 0; x < at; x++) {
    if (bytes[x] !== 10) continue
    line++
    start = x + 1
  }
  return { line, column: at - start + 1 }
}

/** What stands between 0x80 and 0x9f; Node's own decoder takes these for Latin 1 in some versions. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80]!)
}

const german = 'äöüß'
const western = 'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿðþßœšž'
const cyrillic = /^\p{Script=Cyrillic}+$/u
const greek = /^\p{Script=Greek}+$/u

/** What else the bytes could be, with the letters of each language written so. */
const siblings: [encoding: string, alphabets: readonly (string | RegExp)[]][] = [
  ...['windows-1250', 'iso-8859-2'].map((encoding): [string, string[]] => [
    encoding,
    [
      `ąćęłńóśźż${german}`,
      `áčďéěíňóřšťúůýž${german}`,
      `áäčďéíĺľňóôŕšťúýž${german}`,
      `áéíóöőúüű${german}`,
      `ăâîşţșț${german}`,
      `čćđšž${german}`,
    ],
  ]),
  ['windows-1251', [cyrillic]],
  ['koi8-r', [cyrillic]],
  ['ibm866', [cyrillic]],
  ['iso-8859-5', [cyrillic]],
  ['windows-1253', [greek]],
  ['windows-1254', ['çğıöşüâîûİ']],
  ['windows-1255', [/^\p{Script=Hebrew}+$/u]],
  ['windows-1256', [/^\p{Script=Arabic}+$/u]],
  ['windows-1257', ['äöüõšž', 'āčēģīķļņšūž', 'ąčęėįšųūž']],
  ['macintosh', [western]],
]

/** No letter of the whole file is an odd one there, and no sibling reads words as well that differ. */
function isCertainlyWindows1252(bytes: Uint8Array): boolean {
  const words = wordsWithHighBytes(bytes)
  const own = fromWindows1252(Buffer.from(words.join('\n'), 'latin1')).split('\n')
  if (!isWritten(own, [western])) return false
  return siblings.every(([encoding, alphabets]) => {
    const read = readWords(words, encoding)
    return !read || read.every((word, x) => word === own[x]) || !isWritten(read, alphabets)
  })
}

function wordsWithHighBytes(bytes: Uint8Array): string[] {
  const words = new Set<string>()
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  for (const [word] of letters.matchAll(/[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*/g)) words.add(word)
  return [...words]
}

function readWords(words: readonly string[], encoding: string): string[] | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return decoder.decode(Buffer.from(words.join('\n'), 'latin1')).split('\n')
  } catch {
    return undefined
  }
}

/** One of the alphabets writes all words; each is a word or a sign standing alone. */
function isWritten(words: readonly string[], alphabets: readonly (string | RegExp)[]): boolean {
  const cores = words.map((word) => word.replace(/^[„“‘’‚«»‹›¿¡]+|[”“’‘»«›‹…®™°]+$/g, ''))
  if (cores.some((core) => /[\u0080-\u009f\ufffd]/.test(core))) return false
  const spelled = cores.filter((core) => !/^[–—·•€§©…&£]*$/u.test(core))
  return alphabets.some((alphabet) => spelled.every((core) => isWord(core, alphabet)))
}

function isWord(core: string, alphabet: string | RegExp): boolean {
  if (alphabet instanceof RegExp) return alphabet.test(core)
  if (core.length === 1) return /[àáéèíóòÀÉÈ]/.test(core) && alphabet.includes(core.toLowerCase())
  if (/\p{Ll}\p{Lu}/u.test(core)) return false
  return [...core].every((letter) => /[A-Za-z’]/.test(letter) || writes(alphabet, letter))
}

const writes = (alphabet: string, letter: string) =>
  /\p{L}/u.test(letter) && (alphabet.includes(letter) || alphabet.includes(letter.toLowerCase()))
