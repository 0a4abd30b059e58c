/** JSON as people hand it over: one object a line, one list, or one object with an entry for each key. Every entry knows its line. */
import { InputFault } from './input-fault.ts'

export interface Span {
  key?: string
  /** Where the key begins, or the value of a list. */
  at: number
  from: number
  to: number
}

export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const { line, column } = placeOfFault(text, (cause as Error).message)
    throw new InputFault(
      file,
      line,
      column,
      'This is not valid JSON here.',
      'Correct the brackets, quotes or commas.',
    )
  }
}

function placeOfFault(text: string, message: string) {
  const stated = /line (\d+) column (\d+)/.exec(message)
  if (stated) return { line: Number(stated[1]), column: Number(stated[2]) }
  return placeAt(text, Number(/position (\d+)/.exec(message)?.[1] ?? text.length))
}

export function placeAt(text: string, position: number) {
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** The entries of the list or object that begins at `at`, of text that is valid JSON. */
export function entriesAt(text: string, at = 0): Span[] {
  let x = afterSpace(text, at)
  const close = text[x] === '[' ? ']' : text[x] === '{' ? '}' : undefined
  const spans: Span[] = []
  if (!close) return spans
  for (x = afterSpace(text, x + 1); x < text.length && text[x] !== close; x = afterSpace(text, x + 1)) {
    const span: Span = { at: x, from: x, to: x }
    if (close === '}') {
      const end = afterText(text, x)
      span.key = JSON.parse(text.slice(x, end)) as string
      span.from = afterSpace(text, afterSpace(text, end) + 1)
    }
    span.to = afterValue(text, span.from)
    spans.push(span)
    x = afterSpace(text, span.to)
    if (text[x] !== ',') break
  }
  return spans
}

/** Where the entry stands that `path` leads to, as far as it can be followed. */
export function placeIn(text: string, path: readonly (string | number)[]) {
  let [at, value] = [0, 0]
  for (const step of path) {
    const found = entriesAt(text, value)
    const span = typeof step === 'number' ? found[step] : found.findLast(({ key }) => key === step)
    if (!span) break
    at = span.at
    value = span.from
  }
  return placeAt(text, afterSpace(text, at))
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}

function afterText(text: string, at: number): number {
  for (let x = at + 1; x < text.length; x++) {
    if (text[x] === '\\') x++
    else if (text[x] === '"') return x + 1
  }
  return text.length
}

function afterValue(text: string, at: number): number {
  let depth = 0
  for (let x = at; x < text.length; ) {
    const letter = text[x]
    if (letter === '"') {
      x = afterText(text, x)
      if (depth === 0) return x
      continue
    }
    if (letter === '[' || letter === '{') depth++
    else if (letter === ']' || letter === '}') {
      if (depth === 0) return x
      if (--depth === 0) return x + 1
    } else if (depth === 0 && (letter === ',' || text.charCodeAt(x) <= 32)) return x
    x++
  }
  return text.length
}

export interface JsonEntry {
  line: number
  /** Undefined where the line cannot be read. */
  record: Record<string, unknown> | undefined
  /** As it is written. */
  source: string
}

/** One object a line, read as they are asked for: 100,000 of them are never held twice. */
export function* jsonLines(text: string): Generator<JsonEntry> {
  let line = 0
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const source = text.slice(from, end < 0 ? text.length : end)
    from = end < 0 ? text.length : end + 1
    line++
    if (source.trim() !== '') yield { line, record: objectOf(source), source }
  }
}

/** Entries in whatever form the file has them; an entry that is kept under a key has that key as `id` unless it has its own. */
export function jsonEntries(file: string, text: string): Iterable<JsonEntry> {
  const first = /^\s*([^\n]*\S)/.exec(text)?.[1] ?? ''
  const rest = text.slice(text.indexOf(first) + first.length).trim()
  if (first.startsWith('{')) {
    const record = objectOf(first)
    if (rest !== '' && (record || manyLines(rest))) return jsonLines(text)
    if (record && rest === '' && !isContainer(record)) return jsonLines(text)
  }
  const whole = parseJson(file, text)
  return Array.isArray(whole) ? listed(text, 0) : contained(text, whole as Record<string, unknown>)
}

/** The first line is broken, but the others are objects: one fault among many rows. */
function manyLines(rest: string): boolean {
  return rest.split('\n', 20).some((line) => objectOf(line.trim()) !== undefined && line.trim() !== '{}')
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isContainer(record: Record<string, unknown>): boolean {
  const values = Object.values(record)
  return values.length > 0 && (values.every(isObject) || listIn(record) !== undefined)
}

/** The one list of objects in it, as in Graph's answers under `value`. */
function listIn(record: Record<string, unknown>): string | undefined {
  const lists = Object.entries(record).filter(([, value]) => Array.isArray(value) && value.some(isObject))
  return lists.length === 1 && !('id' in record) ? lists[0]![0] : undefined
}

function contained(text: string, whole: Record<string, unknown>): JsonEntry[] {
  const list = listIn(whole)
  if (list !== undefined) return listed(text, entriesAt(text).find(({ key }) => key === list)!.from)
  return listed(text, 0)
}

function listed(text: string, at: number): JsonEntry[] {
  let [line, counted] = [1, 0]
  return entriesAt(text, at).map(({ key, from, to }) => {
    for (let x = text.indexOf('\n', counted); x >= 0 && x < from; x = text.indexOf('\n', x + 1)) {
      line++
      counted = x + 1
    }
    const source = text.slice(from, to)
    const record = objectOf(source)
    return {
      ...{ line, source },
      record: record && key !== undefined && !('id' in record) ? { id: key, ...record } : record,
    }
  })
}

/** A key that stands twice, if there is one: which of the two is meant nobody can tell. */
export function keyTwiceIn({ source }: JsonEntry): string | undefined {
  if (!mayStandTwice(source)) return undefined
  const met = new Set<string>()
  for (const { key } of entriesAt(source)) {
    if (key === undefined) continue
    if (met.has(key)) return key
    met.add(key)
  }
  return undefined
}

/** Who somebody is, who is above them and whom they must not meet: of such a key JSON would keep the last in silence. */
const grave = /"(?:id"|[Mm]anager|role"|blocked"|dotted)/g

/** A quick look, since nearly no line has one: only then are the keys read one by one. The third letter from the end tells them apart. */
function mayStandTwice(source: string): boolean {
  let met = 0
  grave.lastIndex = 0
  while (grave.test(source)) {
    const end = grave.lastIndex
    const letter = 1 << (source.charCodeAt(end - 3) & 31)
    if (met & letter) return true
    met |= letter
  }
  return false
}

/** A value as a message shows it, however deep it is. */
export function shownValue(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? 'Nothing').slice(0, 60)
  } catch {
    return 'so many lists in each other'
  }
}

function objectOf(source: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
