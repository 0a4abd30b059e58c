import { badRequest, type Call, graphLink } from './exchange.ts'

/** Names in $select, or nothing when absent. */
export function selected(query: URLSearchParams): string[] | undefined {
  const list = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return list && list.length > 0 ? list : undefined
}

/** The chosen properties of a row; ids, annotations and what was expanded always stay. */
export function pick(
  row: Record<string, unknown>,
  names: readonly string[] | undefined,
  keep: readonly string[] = [],
): Record<string, unknown> {
  if (!names) return row
  const wanted = new Set([...names.map((name) => name.split('/')[0]!), 'id', ...keep])
  return Object.fromEntries(
    Object.entries(row).filter(([key]) => wanted.has(key) || key.startsWith('@odata.')),
  )
}

/** $top within 1 to `most`, or `usual`. */
export function topOf(query: URLSearchParams, usual: number, most: number): number {
  const given = query.get('$top')
  if (given === null) return usual
  const top = Number(given)
  if (!Number.isInteger(top) || top < 1 || top > most)
    throw badRequest(
      `Invalid page size specified: '${given}'. Must be between 1 and ${most} inclusive.`,
      'Request_BadRequest',
    )
  return top
}

/** Opaque tokens of links: text only we read. */
export function writeToken(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

export function readToken<T>(token: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as T
  } catch {
    return undefined
  }
}

/** The same call with other query options, as an absolute link. */
export function linkTo(call: Call, changes: Record<string, string | undefined>): string {
  const query = new URLSearchParams(call.request.query)
  for (const [name, value] of Object.entries(changes))
    value === undefined ? query.delete(name) : query.set(name, value)
  const text = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return graphLink(call.state, `${call.request.path}${text ? `?${text}` : ''}`)
}

/** One page of rows already in order, by $top and $skip or $skiptoken, with a next link when there is more. */
export function pageOf<T>(
  call: Call,
  rows: readonly T[],
  usual: number,
  most: number,
): { value: T[]; next?: string } {
  const { query } = call.request
  const top = topOf(query, usual, most)
  const from = readToken<number>(query.get('$skiptoken') ?? '') ?? Number(query.get('$skip') ?? 0)
  const value = rows.slice(from, from + top)
  const more = from + top < rows.length
  return more
    ? { value, next: linkTo(call, { $skip: undefined, $skiptoken: writeToken(from + top) }) }
    : { value }
}

/** A collection answer; the next link is left out on the last page. */
export function collection(
  contextUrl: string,
  page: { value: unknown[]; next?: string },
  more: Record<string, unknown> = {},
) {
  return {
    '@odata.context': contextUrl,
    ...more,
    ...(page.next ? { '@odata.nextLink': page.next } : {}),
    value: page.value,
  }
}
