import { describe, expect, test } from '@jest/globals'
import { trimmed } from '../../bot/engine/edges.ts'
import { buildField } from '../../bot/engine/field.ts'
import { changeLive, type Edit, enliven, optimumOf } from '../../bot/engine/kept-run.ts'
import { findOptimum, type Optimum, type Task } from '../../bot/engine/optimum.ts'
import { placesBeside } from '../../bot/engine/propose.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import { verifyCertificate } from '../../bot/engine/verify-certificate.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const anyCompany = fc.record({
  people: fc.integer({ min: 10, max: 120 }),
  seed: fc.nat(),
  dirt: fc.constant(0),
})
const anyEdit = fc.record({ a: fc.nat(), b: fc.nat(), places: fc.option(fc.integer({ min: 0, max: 4 })) })

function taskOf(shape: Parameters<typeof company>[0]): Task {
  const roster = buildRoster(company(shape))
  const { ratings, rankings } = roster
  const field = buildField(roster.mentors, roster.mentees, roster.context, { ratings, rankings })
  return { field, ...placesBeside([], field), taken: [], seed: 1 }
}

/** Closes a pair, gives somebody another number of places, or a partner from elsewhere, or takes that one away. */
function changed(task: Task, { a, b, places }: { a: number; b: number; places: number | null }) {
  const [mentors, mentees] = [task.capMentor.length, task.capMentee.length]
  const edit: Edit = { close: [], places: new Map(), alone: new Map() }
  if (places === null) {
    edit.close.push([a % mentors, b % mentees])
    return { edit, task: { ...task, taken: [...task.taken, ...edit.close] } }
  }
  const node = a % (mentors + mentees)
  if (b % 3 === 0) {
    const [aloneMentor, aloneMentee] = [task.aloneMentor.slice(), task.aloneMentee.slice()]
    const [list, at] = node < mentors ? [aloneMentor, node] : [aloneMentee, node - mentors]
    list[at] = 1 - list[at]!
    edit.alone.set(node, list[at] === 1)
    return { edit, task: { ...task, aloneMentor, aloneMentee } }
  }
  edit.places.set(node, places)
  const [capMentor, capMentee] = [task.capMentor.slice(), task.capMentee.slice()]
  if (node < mentors) capMentor[node] = places
  else capMentee[node - mentors] = places
  return { edit, task: { ...task, capMentor, capMentee } }
}

function placesOf({ capMentor, capMentee, aloneMentor, aloneMentee }: Task) {
  return { capMentor, capMentee, aloneMentor, aloneMentee }
}

/** The same optimum on a list of its own pairs alone: its prices still speak for every allowed pair. */
function bare({ edges, assignment, proof }: Optimum): Optimum {
  const pick = (list: Int32Array) => assignment.edges.map((e) => list[e]!)
  const list = { u: pick(edges.u), v: pick(edges.v), w: pick(edges.w), count: assignment.pairs }
  return { edges: list, assignment: { ...assignment, edges: Int32Array.from(list.u.keys()) }, proof }
}

describe('changeLive', () => {
  test('keeps the best over all allowed pairs, in the list and outside it, whatever changes in a row', () => {
    let inPlace = 0
    fc.assert(
      fc.property(
        anyCompany,
        fc.array(anyEdit, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (shape, edits, whole) => {
          let task = taskOf(shape)
          if (task.capMentor.length === 0 || task.capMentee.length === 0) return
          const optimum = findOptimum(task)
          let live = enliven(task, whole ? optimum : bare(optimum), whole)!
          for (const pick of edits) {
            const next = changed(task, pick)
            const then = changeLive(live, task.field, next.edit)
            if (!then) return
            inPlace++
            task = next.task
            const { assignment, edges } = optimumOf(then)
            const anew = findOptimum(task).assignment
            const { pairs, people, score } = anew
            expect(assignment).toMatchObject({ pairs, people, score })
            const [mentors, mentees] = [task.capMentor.length, task.capMentee.length]
            const graph = { mentors, mentees, ...trimmed(edges), ...placesOf(task) }
            expect(verifyCertificate(graph, assignment)).toBeUndefined()
            live = then
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(inPlace).toBeGreaterThan(100)
  })

  test('leaves the earlier version as it was, so that two changes can be tried from one point', () => {
    const task = taskOf({ people: 70, seed: 5, dirt: 0 })
    const live = enliven(task, findOptimum(task, {}, 0), false)!
    const edits = [0, 1, 2, 3, 4, 5].map((node) => changed(task, { a: node, b: 0, places: 0 }).edit)
    const scores = () =>
      edits.map((edit) => {
        const then = changeLive(live, task.field, edit)!
        return [then.checked.pairs, then.checked.score]
      })
    expect(scores()).toEqual(scores())
  })
})
