/** People, rules, ratings, rankings and pins of one command, put together for the engine. */
import type { MatchingInput } from '../domain/matching/person.ts'
import { readText } from './files.ts'
import { InputFault } from './input-fault.ts'
import type { Options } from './options.ts'
import { readPins, readRankings, readRatings, readRules } from './read-lists.ts'
import { type People, readPeople } from './read-people.ts'
import { enrolBySeed, seededRule } from './seeded-roles.ts'

export interface Inputs {
  input: MatchingInput
  people: People
  /** How roles came about when the file has none. */
  rolesBy?: string
}

export function readInputs(cwd: string, options: Options, today: string): Inputs {
  const file = options['people']!
  const seed = wholeNumber(options['seed'] ?? '1', '--seed')
  const rules = options['rules'] ? readRules(cwd, options['rules']) : {}
  const ratings = options['ratings'] ? readRatings(cwd, options['ratings']) : []
  const rankings = options['rankings'] ? readRankings(cwd, options['rankings']) : []
  const pins = options['pins'] ? readPins(cwd, options['pins']) : []
  const people = readPeople(file, readText(cwd, file), today)
  if (people.organization.length === 0) {
    throw new InputFault(
      file,
      1,
      1,
      'There is nobody in this file.',
      'See docs/people-file.md for the columns.',
    )
  }
  const bare = people.participants.length === 0 && people.notTakingPart.length === 0
  const input: MatchingInput = {
    organization: people.organization,
    participants: bare ? enrolBySeed(people.organization, seed) : people.participants,
    ...rules,
    earlierPairs: [...people.earlierPairs, ...(rules.earlierPairs ?? [])],
    ratings,
    rankings,
    pins,
    seed,
    today,
  }
  return bare ? { input, people, rolesBy: seededRule } : { input, people }
}

function wholeNumber(text: string, option: string): number {
  const value = Number(text)
  if (Number.isInteger(value)) return value
  throw new InputFault(option, 1, 1, `"${text}" is not a whole number.`, 'Give a whole number.')
}
