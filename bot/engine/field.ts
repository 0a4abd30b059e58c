/**
 * The participants of one run as numbers. Rows of objects are readable and slow; 10,000 Mentors and 10,000 Mentees are
 * 100 million pairs, so rules and score are evaluated over typed arrays here. `pairing-rules.ts` and `score.ts` say
 * the same in words one pair at a time, and tests hold the two together.
 */
import { type ChartIndex, KNOWN, type Organization } from '../domain/organization/organization.ts'
import { type PackedLayout, packedLayout, packedOf, skillsOf } from './packed-people.ts'
import { type EffectiveRules, monthsBefore, type RuleContext } from './pairing-rules.ts'
import type { MatchingInput, MatchingParticipant, Weights } from './person.ts'
import { bitSets, type Vocabulary, vocabulary, type WordLists } from './vocabulary.ts'
import { effectiveWeights, unitsOfRank } from './weights.ts'
import { workMinutesUtc, zoneOffsetMinutes } from './work-minutes.ts'

export const UNKNOWN = -1

/** One side's people; every array is indexed by the person's place in `people`. */
export interface FieldSide {
  people: MatchingParticipant[]
  capacity: Int32Array
  /** What rules and score ask first, one person after the other; see `packed-people.ts`. */
  packed: Int32Array
  /** Topic and level of each entry in one number; see `skillsOf`. */
  skill: Int32Array
  site: Int32Array
  country: Int32Array
  /** 0 when unknown. */
  grade: Int32Array
  /** Minutes ahead of UTC, or -10,000. */
  zone: Int32Array
  waited: Int32Array
  /** Topics of person i: `topic` and `level` from `topicsFrom[i]` to `topicsFrom[i + 1]`. */
  topicsFrom: Int32Array
  topic: Int32Array
  level: Int32Array
  /** Partners a list forbids: `barred` from `barredFrom[i]` to `barredFrom[i + 1]`, places on the other side. */
  barredFrom: Int32Array
  barred: Int32Array
  /** Who rated or ranked i, or was: `rated[x]`, with what this side gave and got as ratings (0 for none), */
  ratedFrom: Int32Array
  rated: Int32Array
  gave: Int8Array
  got: Int8Array
  /** and the units of what either ranked the other, added up. */
  ranked: Int8Array
}

export interface Field {
  mentors: FieldSide
  mentees: FieldSide
  /** Where the facts stand on every entry. */
  layout: PackedLayout
  /** Whether anybody stands outside the known chart, so that fragments have to be compared. */
  fragmented: boolean
  topics: string[]
  rules: EffectiveRules
  weights: Required<Weights>
}

type Words = Record<
  'language' | 'interest' | 'goal' | 'topic' | 'department' | 'site' | 'country',
  Vocabulary
>

/** Numbers for people who pass every rule about one person alone (see `whyNotAtAll`). */
export function buildField(
  mentors: MatchingParticipant[],
  mentees: MatchingParticipant[],
  context: RuleContext,
  input: Pick<MatchingInput, 'ratings' | 'rankings' | 'weights'>,
): Field {
  const words = {
    language: vocabulary(),
    interest: vocabulary(),
    goal: vocabulary(),
    topic: vocabulary(),
    department: vocabulary(),
    site: vocabulary(),
    country: vocabulary(),
  }
  const lists = [mentors, mentees].map((people) => ({
    languages: wordLists(people, (p) => p.languages, words.language),
    interests: wordLists(people, (p) => p.interests, words.interest),
    goals: wordLists(people, (p) => p.goals, words.goal),
  }))
  const seats = seatsOf(mentors, mentees, context.organization)
  const facts = [mentors, mentees].map((people, s) => ({
    ...chartPlaces(seats.numbers[s]!, context.organization),
    ...simpleFacts(people, words, context.today),
    ...topicsOf(people, words.topic),
    ...wordSets(lists[s]!, words),
  }))
  const layout = packedLayout(facts[0]!)
  const sides = [mentors, mentees].map((people, s): FieldSide => {
    const { capacity, site, country, grade, zone, waited, topicsFrom, topic, level } = facts[s]!
    return {
      people,
      ...{ capacity, site, country, grade, zone, waited, topicsFrom, topic, level },
      packed: packedOf(facts[s]!, layout),
      skill: skillsOf(topic, level),
      ...noLists(people.length),
    }
  })
  const field: Field = {
    mentors: sides[0]!,
    mentees: sides[1]!,
    layout,
    fragmented: facts.some(({ fragment }) => fragment.some((number) => number !== KNOWN)),
    topics: words.topic.words,
    rules: context.rules,
    weights: effectiveWeights(input.weights),
  }
  fillBarred(field, context, seats)
  fillRatings(field, input, seats)
  return field
}

/** One list after the other: an array a person would cost more than the words in it. */
function wordLists(
  people: readonly MatchingParticipant[],
  listOf: (person: MatchingParticipant) => readonly string[] | undefined,
  words: Vocabulary,
): WordLists {
  const from = new Int32Array(people.length + 1)
  const ids: number[] = []
  for (let x = 0; x < people.length; x++) {
    const list = listOf(people[x]!)
    if (list) for (let w = 0; w < list.length; w++) ids.push(words.idOf(list[w]!))
    from[x + 1] = ids.length
  }
  return { from, ids }
}

type Lists = Record<'languages' | 'interests' | 'goals', WordLists>

/** As wide as the words of both sides need. */
function wordSets(lists: Lists, words: Words) {
  return {
    languages: bitSets(lists.languages, words.language.words.length),
    interests: bitSets(lists.interests, words.interest.words.length),
    goals: bitSets(lists.goals, words.goal.words.length),
  }
}

function chartPlaces(numbers: Int32Array, { index, size }: Organization) {
  const pick = (from: keyof ChartIndex) => numbers.map((i) => (i < size ? index[from][i]! : UNKNOWN))
  return {
    position: pick('position'),
    enters: pick('enters'),
    leaves: pick('leaves'),
    manager: pick('manager'),
    fragment: pick('fragment'),
  }
}

const styles = { introvert: 1, extrovert: 2 } as const

/** One pass over the people: going through 100,000 scattered objects takes longer than anything done with them. */
function simpleFacts(people: MatchingParticipant[], words: Words, today: string) {
  const list = () => new Int32Array(people.length)
  const facts = {
    ...{ capacity: list(), department: list(), site: list(), country: list(), grade: list() },
    ...{ start: list(), length: list(), zone: list(), waited: list() },
    style: new Int8Array(people.length),
  }
  const word = (known: Words['site'], text: string | undefined) =>
    text === undefined ? UNKNOWN : known.idOf(text)
  for (let x = 0; x < people.length; x++) {
    const p = people[x]!
    const span = workMinutesUtc(p, today)
    facts.capacity[x] = p.capacity
    facts.department[x] = word(words.department, p.department)
    facts.site[x] = word(words.site, p.site)
    facts.country[x] = word(words.country, p.country)
    facts.grade[x] = p.grade ?? 0
    facts.start[x] = span?.start ?? 0
    facts.length[x] = span?.length ?? 0
    facts.zone[x] = zoneOffsetMinutes(p.timeZone, today) ?? -10_000
    facts.style[x] = p.style ? styles[p.style] : 0
    facts.waited[x] = Math.min(3, Math.max(0, p.waitedCohorts ?? 0))
  }
  return facts
}

/** Each topic once, with the highest level given. */
function topicsOf(people: MatchingParticipant[], words: Words['topic']) {
  const topicsFrom = new Int32Array(people.length + 1)
  const topic: number[] = []
  const level: number[] = []
  for (let x = 0; x < people.length; x++) {
    const first = topic.length
    for (const given of people[x]!.topics) {
      const id = words.idOf(given.topic)
      const at = topic.indexOf(id, first)
      if (at < 0) {
        topic.push(id)
        level.push(Math.max(0, given.level))
      } else level[at] = Math.max(level[at]!, given.level)
    }
    topicsFrom[x + 1] = topic.length
  }
  return { topicsFrom, topic: Int32Array.from(topic), level: Int32Array.from(level) }
}

function noLists(count: number) {
  return {
    barredFrom: new Int32Array(count + 1),
    barred: new Int32Array(0),
    ratedFrom: new Int32Array(count + 1),
    rated: new Int32Array(0),
    gave: new Int8Array(0),
    got: new Int8Array(0),
    ranked: new Int8Array(0),
  }
}

/** Who is who, by one number for both sides: the number in the chart, and after those whoever the chart does not know. */
interface Seats {
  /** UNKNOWN for somebody of neither side whom the chart does not know. */
  numberOf(id: string): number
  /** Of the people of each side, in their order. */
  numbers: Int32Array[]
  /** Place on each side by number, UNKNOWN for everyone else. */
  mentor: Int32Array
  mentee: Int32Array
}

function seatsOf(mentors: MatchingParticipant[], mentees: MatchingParticipant[], chart: Organization): Seats {
  const outside = new Map<string, number>()
  const number = ({ id }: MatchingParticipant) => {
    const known = chart.indexOf(id)
    if (known >= 0) return known
    if (!outside.has(id)) outside.set(id, chart.size + outside.size)
    return outside.get(id)!
  }
  const numbers = [mentors, mentees].map((people) => Int32Array.from(people, number))
  const [mentor, mentee] = numbers.map((list) => {
    const places = new Int32Array(chart.size + outside.size).fill(UNKNOWN)
    for (let place = 0; place < list.length; place++) places[list[place]!] = place
    return places
  })
  const numberOf = (id: string) => {
    const known = chart.indexOf(id)
    return known >= 0 ? known : (outside.get(id) ?? UNKNOWN)
  }
  return { numberOf, numbers, mentor: mentor!, mentee: mentee! }
}

/** Every pair that some list forbids, from both ends: blocks, conflicts, earlier pairs, former managers, dotted lines. */
function fillBarred(field: Field, context: RuleContext, { numberOf, mentor, mentee }: Seats) {
  const keys = new Set<number>()
  const width = field.mentees.people.length
  const bar = (a: string, b: string) => {
    const [x, y] = [numberOf(a), numberOf(b)]
    if (x === UNKNOWN || y === UNKNOWN) return
    if (mentor[x]! >= 0 && mentee[y]! >= 0) keys.add(mentor[x]! * width + mentee[y]!)
    if (mentor[y]! >= 0 && mentee[x]! >= 0) keys.add(mentor[y]! * width + mentee[x]!)
  }
  const { organization, rules, today } = context
  const always = [context.forbidden, context.conflicts, context.parted]
  const sets = rules.repeatEarlierPairs ? always : [...always, context.earlier]
  for (const set of sets) {
    for (const key of set) {
      const [a, b] = key.split('\u0000')
      bar(a!, b!)
    }
  }
  if (rules.formerManagerMonths) {
    const since = monthsBefore(today, rules.formerManagerMonths)
    for (const [personId, spells] of context.formerManagers) {
      for (const { managerId, until } of spells) if (until >= since) bar(personId, managerId)
    }
  }
  for (const { people } of [field.mentors, field.mentees]) {
    for (const person of people) {
      for (const other of person.blocked ?? []) bar(person.id, other)
      for (const dotted of rules.dottedLine ? (person.dottedManagerIds ?? []) : []) {
        bar(person.id, dotted)
        for (const above of organization.lineOf(dotted)) bar(person.id, above)
      }
    }
  }
  const sorted = Float64Array.from(keys).sort()
  const mentorOf = Int32Array.from(sorted, (key) => Math.floor(key / width))
  const menteeOf = Int32Array.from(sorted, (key) => key % width)
  Object.assign(field.mentors, listsOf('barred', mentorOf, menteeOf, field.mentors.people.length))
  Object.assign(field.mentees, listsOf('barred', menteeOf, mentorOf, width))
}

function listsOf(name: 'barred', from: Int32Array, to: Int32Array, count: number) {
  const { starts, order } = group(from, count)
  return { [`${name}From`]: starts, [name]: Int32Array.from(order, (x) => to[x]!) }
}

/** Where each group starts and the entries in order of their group. */
export function group(of: Int32Array, count: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(count + 1)
  for (let x = 0; x < of.length; x++) starts[of[x]! + 1]!++
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice(0, count)
  const order = new Int32Array(of.length)
  for (let x = 0; x < of.length; x++) order[next[of[x]!]!++] = x
  return { starts, order }
}

/** What was said about pairs, one entry after the other: a rating or a rank by either end. */
interface Said {
  mentor: number[]
  mentee: number[]
  by: number[]
  worth: number[]
}

const [MENTOR_RATES, MENTEE_RATES, MENTOR_RANKS, MENTEE_RANKS] = [0, 1, 2, 3]

/** Ratings and rankings, from both ends: few pairs have any, so they are lists and not tables. */
function fillRatings(
  field: Field,
  { ratings = [], rankings = [] }: Pick<MatchingInput, 'ratings' | 'rankings'>,
  { numberOf, mentor: mentorAt, mentee: menteeAt }: Seats,
) {
  const said: Said = { mentor: [], mentee: [], by: [], worth: [] }
  const add = (i: number, j: number, by: number, worth: number) => {
    if (i < 0 || j < 0) return
    said.mentor.push(i)
    said.mentee.push(j)
    said.by.push(by)
    said.worth.push(worth)
  }
  const note = (from: string, to: string, byMentor: number, byMentee: number, worth: number) => {
    const [x, y] = [numberOf(from), numberOf(to)]
    if (x === UNKNOWN || y === UNKNOWN) return
    add(mentorAt[x]!, menteeAt[y]!, byMentor, worth)
    add(mentorAt[y]!, menteeAt[x]!, byMentee, worth)
  }
  for (const { from, to, rating } of ratings) note(from, to, MENTOR_RATES, MENTEE_RATES, rating)
  for (const { from, to, rank } of rankings) note(from, to, MENTOR_RANKS, MENTEE_RANKS, unitsOfRank(rank))
  const { mentor, mentee, facts } = perPair(said, field)
  const ranked = facts[MENTOR_RANKS]!.map((units, x) => units + facts[MENTEE_RANKS]![x]!)
  for (const [side, from, to, gave, got] of [
    [field.mentors, mentor, mentee, facts[MENTOR_RATES]!, facts[MENTEE_RATES]!],
    [field.mentees, mentee, mentor, facts[MENTEE_RATES]!, facts[MENTOR_RATES]!],
  ] as const) {
    const { starts, order } = group(from, side.people.length)
    side.ratedFrom = starts
    side.rated = order.map((x) => to[x]!)
    side.gave = Int8Array.from(order, (x) => gave[x]!)
    side.got = Int8Array.from(order, (x) => got[x]!)
    side.ranked = Int8Array.from(order, (x) => ranked[x]!)
  }
}

/** Each pair once, in order; of two ratings by the same person the later counts, of two ranks the better. */
function perPair(said: Said, { mentors, mentees }: Field) {
  const byMentee = group(Int32Array.from(said.mentee), mentees.people.length).order
  const { order } = group(
    byMentee.map((e) => said.mentor[e]!),
    mentors.people.length,
  )
  const mentor = new Int32Array(order.length)
  const mentee = new Int32Array(order.length)
  const facts = [0, 1, 2, 3].map(() => new Int8Array(order.length))
  let count = 0
  for (let x = 0; x < order.length; x++) {
    const e = byMentee[order[x]!]!
    const [i, j] = [said.mentor[e]!, said.mentee[e]!]
    if (count === 0 || mentor[count - 1] !== i || mentee[count - 1] !== j) {
      mentor[count] = i
      mentee[count++] = j
    }
    const list = facts[said.by[e]!]!
    const isRank = said.by[e]! >= MENTOR_RANKS
    list[count - 1] = isRank ? Math.max(list[count - 1]!, said.worth[e]!) : said.worth[e]!
  }
  return {
    mentor: mentor.subarray(0, count),
    mentee: mentee.subarray(0, count),
    facts: facts.map((list) => list.subarray(0, count)),
  }
}
