/** Ratings, pins and rules for `pair`: small files beside the people. */

import type { MatchingInput } from '../domain/matching/person.ts'
import { partNames } from '../domain/matching/weights.ts'
import { defaultRules } from '../domain/pairing-rules.ts'
import { parseCsv } from './csv.ts'
import { readJson, readText } from './files.ts'
import { InputFault } from './input-fault.ts'

type Row = Record<string, string>

/** What `make` makes of each row of CSV, JSON lines or one JSON array, with the named columns as text. */
function mapRows<T>(
  cwd: string,
  file: string,
  names: readonly string[],
  make: (row: Row, line: number) => T,
): T[] {
  const text = readText(cwd, file)
  const start = /\S/.exec(text)?.[0]
  if (start === '[') {
    const list = readJson(cwd, file) as Record<string, unknown>[]
    return list.map((record, x) => make(pick(record, names), x + 1))
  }
  if (start === '{') {
    const made: T[] = []
    let line = 0
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from)
      const source = text.slice(from, end < 0 ? text.length : end)
      from = end < 0 ? text.length : end + 1
      line++
      if (source.trim() !== '') made.push(make(pick(jsonLine(file, line, source), names), line))
    }
    return made
  }
  const { header, rows } = parseCsv(file, text)
  for (const name of names) {
    if (header.includes(name.toLowerCase())) continue
    throw new InputFault(file, 1, 1, `The column ${name} is missing.`, `The columns are ${names.join(', ')}.`)
  }
  return rows.map(({ line, cell }) =>
    make(Object.fromEntries(names.map((name) => [name, cell(name.toLowerCase())])), line),
  )
}

function jsonLine(file: string, line: number, source: string): Record<string, unknown> {
  try {
    return JSON.parse(source) as Record<string, unknown>
  } catch {
    throw new InputFault(
      file,
      line,
      1,
      'The line is not valid JSON.',
      'Correct its brackets, quotes or commas.',
    )
  }
}

function pick(record: Record<string, unknown>, names: readonly string[]): Row {
  const row: Row = {}
  for (const name of names) {
    const value = record[name]
    row[name] = typeof value === 'string' ? value.trim() : String(value ?? '').trim()
  }
  return row
}

export function readRatings(cwd: string, file: string): NonNullable<MatchingInput['ratings']> {
  return mapRows(cwd, file, ['from', 'to', 'rating'], (row) => ({
    from: row['from']!,
    to: row['to']!,
    rating: Number(row['rating'] || Number.NaN),
  }))
}

/** Whom somebody would like, 1 (first choice) to 5. */
export function readRankings(cwd: string, file: string): NonNullable<MatchingInput['rankings']> {
  return mapRows(cwd, file, ['from', 'to', 'rank'], (row) => ({
    from: row['from']!,
    to: row['to']!,
    rank: Number(row['rank'] || Number.NaN),
  }))
}

export function readPins(cwd: string, file: string): [string, string][] {
  return mapRows(cwd, file, ['mentor', 'mentee'], (row, line) => {
    if (row['mentor'] && row['mentee']) return [row['mentor'], row['mentee']]
    throw new InputFault(
      file,
      line,
      1,
      'The pin names nobody on one side.',
      'Fill in mentor and mentee, or remove it.',
    )
  })
}

type Rules = Pick<
  MatchingInput,
  'rules' | 'weights' | 'objective' | 'earlierPairs' | 'forbidden' | 'conflicts' | 'formerManagers'
>

const listNames = ['earlierPairs', 'forbidden', 'conflicts', 'formerManagers']
const ruleSettings = [...Object.keys(defaultRules), 'minimumGradeGap', 'maximumZoneHours']

/** docs/people-file.md describes the file. A word it does not know is a fault: a rule mistyped must not be a rule ignored. */
export function readRules(cwd: string, file: string): Rules {
  const value = readJson(cwd, file)
  const fault = (key: string, problem: string, remedy: string) => {
    const lines = readText(cwd, file).split('\n')
    const line = lines.findIndex((text) => text.includes(`"${key}"`))
    const column = line < 0 ? 1 : lines[line]!.indexOf(`"${key}"`) + 1
    return new InputFault(file, Math.max(1, line + 1), column, problem, remedy)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputFault(file, 1, 1, 'The rules are not a JSON object.', 'See docs/people-file.md.')
  }
  const { rules = {}, weights = {}, objective, ...rest } = value as Record<string, unknown>
  const flat = { ...(rules as object) } as Record<string, unknown>
  const lists: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(rest)) {
    if (listNames.includes(key)) {
      if (!Array.isArray(entry)) throw fault(key, `${key} is not a list.`, 'See docs/people-file.md.')
      lists[key] = entry
    } else flat[key] = entry
  }
  for (const [key, entry] of Object.entries(flat)) checkSetting(key, entry, fault)
  for (const [part, points] of Object.entries(weights as object)) {
    if (!(partNames as readonly string[]).includes(part)) {
      throw fault(part, `No part of the score is called ${part}.`, `There are: ${partNames.join(', ')}.`)
    }
    if (!Number.isInteger(points) || points < 0 || points > 1000) {
      throw fault(part, `The weight ${String(points)} is not a whole number from 0 to 1000.`, 'Correct it.')
    }
  }
  if (objective !== undefined && objective !== 'best-total' && objective !== 'fairest') {
    throw fault('objective', `No objective is called ${String(objective)}.`, 'Use best-total or fairest.')
  }
  return {
    rules: flat as NonNullable<MatchingInput['rules']>,
    weights: weights as NonNullable<MatchingInput['weights']>,
    ...(objective ? { objective } : {}),
    ...(lists as Rules),
  }
}

function checkSetting(
  key: string,
  value: unknown,
  fault: (key: string, problem: string, remedy: string) => InputFault,
): void {
  if (!ruleSettings.includes(key)) {
    throw fault(key, `No rule is called ${key}.`, `There are: ${ruleSettings.join(', ')}.`)
  }
  const usual = (defaultRules as Record<string, unknown>)[key] ?? 0
  const fits = Array.isArray(usual)
    ? Array.isArray(value) && value.every((entry) => typeof entry === 'string')
    : key === 'location'
      ? ['anywhere', 'same-country', 'same-site', 'other-site'].includes(value as string)
      : typeof value === typeof usual && (typeof value !== 'number' || Number.isFinite(value))
  if (fits) return
  const like =
    key === 'location' ? 'anywhere, same-country, same-site or other-site' : `like ${JSON.stringify(usual)}`
  throw fault(key, `${key} cannot be ${JSON.stringify(value)}.`, `Use a value ${like}.`)
}
