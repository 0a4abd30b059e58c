import { badRequest } from './exchange.ts'

/** Tests one row of a collection. */
export type Test = (row: Record<string, unknown>) => boolean

const TOKEN = /\s*('(?:[^']|'')*'|\(|\)|,|[A-Za-z_@][\w./@-]*|-?\d[\w.:+-]*)/y

/**
 * The part of OData's $filter that clients of the directory use: comparisons with eq, ne, in, gt, ge, lt, le;
 * startswith, endsWith; and, or, not, parentheses. Anything else is refused as Graph refuses it.
 */
export function parseFilter(source: string): Test {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const found = TOKEN.exec(source)
    if (!found) throw unsupported(source)
    tokens.push(found[1]!)
  }
  let at = 0
  const next = () => tokens[at++] ?? ''
  const expect = (token: string) => {
    if (next() !== token) throw unsupported(source)
  }
  const either = (): Test => {
    let test = both()
    while (tokens[at] === 'or') {
      at++
      const [left, right] = [test, both()]
      test = (row) => left(row) || right(row)
    }
    return test
  }
  const both = (): Test => {
    let test = single()
    while (tokens[at] === 'and') {
      at++
      const [left, right] = [test, single()]
      test = (row) => left(row) && right(row)
    }
    return test
  }
  const single = (): Test => {
    const token = next()
    if (token === 'not') {
      const test = single()
      return (row) => !test(row)
    }
    if (token === '(') {
      const test = either()
      expect(')')
      return test
    }
    if (tokens[at] === '(') return callTest(token)
    return comparison(token)
  }
  const callTest = (name: string): Test => {
    expect('(')
    const property = next()
    expect(',')
    const value = String(literal(next(), source)).toLowerCase()
    expect(')')
    const text = (row: Record<string, unknown>) => String(valueAt(row, property) ?? '').toLowerCase()
    if (/^startswith$/i.test(name)) return (row) => text(row).startsWith(value)
    if (/^endswith$/i.test(name)) return (row) => text(row).endsWith(value)
    throw unsupported(source)
  }
  const comparison = (property: string): Test => {
    const operator = next()
    if (operator === 'in') {
      expect('(')
      const values = new Set<unknown>()
      do values.add(comparable(literal(next(), source)))
      while (next() === ',')
      return (row) => values.has(comparable(valueAt(row, property)))
    }
    const value = comparable(literal(next(), source))
    const compare = OPERATORS[operator]
    if (!compare) throw unsupported(source)
    return (row) => compare(comparable(valueAt(row, property)), value)
  }
  const test = either()
  if (at < tokens.length) throw unsupported(source)
  return test
}

const OPERATORS: Record<string, (a: unknown, b: unknown) => boolean> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a != null && (a as string) > (b as string),
  ge: (a, b) => a != null && (a as string) >= (b as string),
  lt: (a, b) => a != null && (a as string) < (b as string),
  le: (a, b) => a != null && (a as string) <= (b as string),
}

/** Directory strings compare without case. */
const comparable = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null))

function valueAt(row: Record<string, unknown>, property: string): unknown {
  return property
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], row)
}

function literal(token: string, source: string): unknown {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (token === 'true' || token === 'false') return token === 'true'
  if (token === 'null') return null
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token)
  if (/^\d{4}-\d\d-\d\d|^[\da-f-]{36}$/i.test(token)) return token
  throw unsupported(source)
}

function unsupported(source: string) {
  return badRequest(
    `Invalid filter clause: unsupported or malformed expression '${source}'.`,
    'Request_UnsupportedQuery',
  )
}
