/**
 * One side's people by the topic of their highest level and, within it, by the next: whoever has the same two stands
 * side by side, in a packed copy, so that looking along a shelf does not wait for memory once a person.
 */

import { type Field, type FieldSide, group } from './field.ts'
import { TOPICS_END, TOPICS_FROM } from './packed-people.ts'

export interface Shelves {
  side: FieldSide
  /** Who stands at each place, and where each person stands. */
  person: Int32Array
  placeOf: Int32Array
  /** What rules and score ask of a side, in the order of the places. */
  packed: FieldSide
  /** Where the people of each first topic start, with the end; those without a topic come last. */
  topics: Int32Array
  /** Where the people of each shelf start, with the end, and the number of a shelf by `shelfKey`. */
  shelves: Int32Array
  shelfOf: ReadonlyMap<number, number>
}

/** A second topic of `topics.length` stands for none. */
export function shelfKey({ topics }: Pick<Field, 'topics'>, first: number, second: number): number {
  return first * (topics.length + 1) + second
}

export function shelve(side: FieldSide, field: Field): Shelves {
  const none = field.topics.length
  const { first, second } = strongest(side, none)
  const bySecond = group(second, none + 1).order
  const byFirst = group(
    bySecond.map((x) => first[x]!),
    none + 1,
  )
  const person = byFirst.order.map((at) => bySecond[at]!)
  const placeOf = new Int32Array(person.length)
  for (let at = 0; at < person.length; at++) placeOf[person[at]!] = at
  const shelfOf = new Map<number, number>()
  const shelves: number[] = []
  for (let at = 0, last = -1; at < person.length; at++) {
    const key = shelfKey(field, first[person[at]!]!, second[person[at]!]!)
    if (key !== last) shelfOf.set(key, shelves.push(at) - 1)
    last = key
  }
  shelves.push(person.length)
  const packed = copyOf(side, person, field.layout.stride)
  return { side, person, placeOf, packed, topics: byFirst.starts, shelves: Int32Array.from(shelves), shelfOf }
}

/** The topics of the two highest levels of everybody, `none` where there is no such topic. */
function strongest({ people, topicsFrom, topic, level }: FieldSide, none: number) {
  const first = new Int32Array(people.length).fill(none)
  const second = new Int32Array(people.length).fill(none)
  for (let x = 0; x < people.length; x++) {
    let [best, next] = [-1, -1]
    for (let t = topicsFrom[x]!; t < topicsFrom[x + 1]!; t++) {
      if (best < 0 || level[t]! > level[best]!) {
        next = best
        best = t
      } else if (next < 0 || level[t]! > level[next]!) next = t
    }
    if (best >= 0) first[x] = topic[best]!
    if (next >= 0) second[x] = topic[next]!
  }
  return { first, second }
}

function copyOf(side: FieldSide, order: Int32Array, stride: number): FieldSide {
  const packed = new Int32Array(order.length * stride)
  const skill = new Int32Array(side.skill.length)
  let skills = 0
  for (let at = 0; at < order.length; at++) {
    const [from, to] = [order[at]! * stride, at * stride]
    for (let w = 0; w < stride; w++) packed[to + w] = side.packed[from + w]!
    packed[to + TOPICS_FROM] = skills
    for (let t = side.topicsFrom[order[at]!]!; t < side.topicsFrom[order[at]! + 1]!; t++)
      skill[skills++] = side.skill[t]!
    packed[to + TOPICS_END] = skills
  }
  const pick = (facts: Int32Array) => order.map((x) => facts[x]!)
  return { ...side, packed, skill, site: pick(side.site), country: pick(side.country), zone: pick(side.zone) }
}
