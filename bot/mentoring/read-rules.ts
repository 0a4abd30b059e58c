/**
 * The rules file for `pair` and `check` (docs/people-file.md). A word it does not know, a name nobody has, one name alone
 * or a value of another kind is a fault with its place: a rule mistyped must not be a rule ignored.
 */

import { locations, ruleChoices } from '../domain/program/matching-settings.ts'
import { defaultRules } from '../engine/pairing-rules.ts'
import type { MatchingInput } from '../engine/person.ts'
import type { RuleSettings } from '../engine/rule-settings.ts'
import { partNames } from '../engine/weights.ts'
import { isoDate } from '../files/dates.ts'
import { decode } from '../files/decode.ts'
import { InputFault } from '../files/input-fault.ts'
import { entriesAt, parseJson, placeIn, shownValue } from '../files/json.ts'
import { trimmed } from '../files/names.ts'
import type { People } from '../files/people.ts'
import { readBytes } from './files.ts'

type Path = readonly (string | number)[]
type Names = Pick<People, 'idOf'>
type Lists = Pick<MatchingInput, 'earlierPairs' | 'forbidden' | 'conflicts' | 'formerManagers'>

export interface RulesFile {
  rules: RuleSettings
  weights: NonNullable<MatchingInput['weights']>
  objective?: NonNullable<MatchingInput['objective']>
  /** With the people known: lists and tops by their ids. */
  named(people: Names): Lists & { tops?: string[] }
}

export const noRules: RulesFile = { rules: {}, weights: {}, named: () => ({}) }

const pairLists = ['earlierPairs', 'forbidden', 'conflicts'] as const
const ruleSettings = [
  ...new Set([...Object.keys(defaultRules), ...ruleChoices.map(({ setting }) => setting)]),
]
const seeFormat = 'See docs/people-file.md.'

export function readRules(cwd: string, file: string): RulesFile {
  const { text } = decode(file, readBytes(cwd, file))
  const place = new Places(file, text)
  const value = place.object([], parseJson(file, text))
  place.refuseTwice([])
  for (const key of ['rules', 'weights']) place.refuseTwice([key])
  const { rules = {}, weights = {}, objective, ...rest } = value
  const settings = new Map<string, { path: Path; value: unknown }>()
  for (const [key, entry] of Object.entries(rest)) {
    if (!isList(key)) settings.set(key, { path: [key], value: entry })
  }
  for (const [key, entry] of Object.entries(place.object(['rules'], rules))) {
    if (settings.has(key)) throw place.fault(['rules', key], `${key} is stated twice.`, 'Remove one.')
    settings.set(key, { path: ['rules', key], value: entry })
  }
  for (const [key, setting] of settings) checkSetting(key, setting, place)
  checkWeights(place.object(['weights'], weights), place)
  if (objective !== undefined && objective !== 'best-total' && objective !== 'fairest') {
    const problem = `No objective is called ${shownValue(objective)}.`
    throw place.fault(['objective'], problem, 'Use best-total or fairest.')
  }
  return {
    rules: Object.fromEntries([...settings].map(([key, setting]) => [key, setting.value])) as RuleSettings,
    weights: weights as RulesFile['weights'],
    ...(objective ? { objective } : {}),
    named: (people) => namedLists(rest, settings.get('tops'), place, people),
  }
}

const isList = (key: string) => (pairLists as readonly string[]).includes(key) || key === 'formerManagers'

/** Faults of this file with their place in it. */
class Places {
  readonly #file: string
  readonly #text: string
  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
  }

  fault(path: Path, problem: string, remedy: string): InputFault {
    const { line, column } = placeIn(this.#text, path)
    return new InputFault(this.#file, line, column, problem, remedy)
  }

  object(path: Path, value: unknown): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
    const what = path.length ? `${path.join('.')} is not a JSON object.` : 'The rules are not a JSON object.'
    throw this.fault(path, what, seeFormat)
  }

  list(path: Path, value: unknown): unknown[] {
    if (Array.isArray(value)) return value
    throw this.fault(path, `${path.join('.')} is not a list.`, seeFormat)
  }

  /** Of a name that stands twice in one object JSON keeps the last alone, and the first would be ignored in silence. */
  refuseTwice(path: Path): void {
    let at = 0
    for (const step of path) {
      const found = entriesAt(this.#text, at).find(({ key }) => key === step)
      if (!found) return
      at = found.from
    }
    this.#refuseTwiceAt(at, path)
  }

  /** The same for each object of a list in the file's outermost object. */
  refuseTwiceInEach(list: string): void {
    const found = entriesAt(this.#text).find(({ key }) => key === list)
    if (!found) return
    for (const [x, { from }] of entriesAt(this.#text, found.from).entries())
      this.#refuseTwiceAt(from, [list, x])
  }

  #refuseTwiceAt(at: number, path: Path): void {
    const met = new Set<string | undefined>()
    for (const { key } of entriesAt(this.#text, at)) {
      if (met.has(key) && key !== undefined)
        throw this.fault([...path, key], `${key} stands here twice.`, 'Join the two.')
      met.add(key)
    }
  }

  person(path: Path, value: unknown, { idOf }: Names): string {
    const name = typeof value === 'number' ? String(value) : value
    if (typeof name !== 'string' || trimmed(name) === '')
      throw this.fault(path, `${shownValue(value)} is no name.`, 'Write the id of somebody as a text.')
    const id = idOf(name)
    if (id !== undefined) return id
    const problem = `Nobody in the people file is called "${name}".`
    throw this.fault(path, problem, 'Correct the id, or remove the entry if that person has left.')
  }
}

function checkSetting(key: string, { path, value }: { path: Path; value: unknown }, place: Places): void {
  if (!ruleSettings.includes(key))
    throw place.fault(path, `No rule is called ${key}.`, `There are: ${ruleSettings.join(', ')}.`)
  const wrong = (like: string) => place.fault(path, `${key} cannot be ${shownValue(value)}.`, `Use ${like}.`)
  if (key === 'tops') {
    place.list(path, value)
    return
  }
  const choice = ruleChoices.find(({ setting }) => setting === key)
  const kind = choice?.kind ?? 'switch'
  if (kind === 'switch' && typeof value !== 'boolean') throw wrong('true or false')
  if (kind === 'choice' && !(locations as readonly unknown[]).includes(value))
    throw wrong(locations.join(', '))
  if (choice?.kind !== 'number') return
  const { least, most } = choice
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw wrong(`a whole number from ${least} (usually to ${most})`)
}

function checkWeights(weights: Record<string, unknown>, place: Places): void {
  for (const [part, points] of Object.entries(weights)) {
    const path = ['weights', part]
    if (!(partNames as readonly string[]).includes(part))
      throw place.fault(
        path,
        `No part of the score is called ${part}.`,
        `There are: ${partNames.join(', ')}.`,
      )
    if (Number.isInteger(points) && (points as number) >= 0 && (points as number) <= 1000) continue
    const problem = `The weight ${shownValue(points)} is not a whole number from 0 to 1000.`
    throw place.fault(path, problem, 'Correct it.')
  }
}

function namedLists(
  rest: Record<string, unknown>,
  tops: { path: Path; value: unknown } | undefined,
  place: Places,
  people: Names,
): Lists & { tops?: string[] } {
  const lists: Lists & { tops?: string[] } = {}
  for (const key of pairLists) {
    if (rest[key] === undefined) continue
    lists[key] = place.list([key], rest[key]).map((entry, x) => pairFrom([key, x], entry, place, people))
  }
  if (rest['formerManagers'] !== undefined) {
    place.refuseTwiceInEach('formerManagers')
    lists.formerManagers = place
      .list(['formerManagers'], rest['formerManagers'])
      .map((entry, x) => formerManagerFrom(['formerManagers', x], entry, place, people))
  }
  if (tops) {
    lists.tops = (tops.value as unknown[]).map((name, x) => place.person([...tops.path, x], name, people))
  }
  return lists
}

function pairFrom(path: Path, entry: unknown, place: Places, people: Names): [string, string] {
  if (!Array.isArray(entry) || entry.length !== 2) {
    const problem = `${shownValue(entry)} is not a pair of two names.`
    throw place.fault(path, problem, 'Write it as ["one id", "the other id"].')
  }
  const one = place.person([...path, 0], entry[0], people)
  const other = place.person([...path, 1], entry[1], people)
  if (one !== other) return [one, other]
  throw place.fault(path, `Both names are the same person, ${one}.`, 'Name two people.')
}

function formerManagerFrom(path: Path, entry: unknown, place: Places, people: Names) {
  const { personId, managerId, until, ...others } = place.object(path, entry)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined)
    throw place.fault(
      [...path, unknown],
      `Nothing here is called ${unknown}.`,
      'There are: personId, managerId, until.',
    )
  const date = typeof until === 'string' ? isoDate(trimmed(until)) : undefined
  if (!date) {
    const problem = `until is ${until === undefined ? 'missing' : shownValue(until)}, which is not an ISO date.`
    throw place.fault([...path, 'until'], problem, 'Write it as 2026-03-31.')
  }
  return {
    personId: place.person([...path, 'personId'], personId, people),
    managerId: place.person([...path, 'managerId'], managerId, people),
    until: date,
  }
}
