/** Two enrolled people in a company of twelve, so that it is known who is paired with whom; and how tests steer such a company. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { type In, type Out, type RouteName, routes } from '../../bot/contract/index.ts'
import type { Stage } from './stage.ts'

/** The file that `npm start -- --people` reads, for as long as the tests of one file run. */
export function peopleOfTwo(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-people-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const people = join(folder, 'two-pairs.csv')
  writeFileSync(people, companyOfTwo())
  return people
}

/** Twelve people in London; a leader of Sales and a junior of Engineering take part. */
function companyOfTwo(): string {
  const engineers = Array.from({ length: 8 }, (_, i) => [
    ...[6 + i, 3, 'Engineer', 'Engineering', 2],
    i === 0 ? 'mentor' : '',
  ])
  const rows = [
    [1, '', 'Chief Executive', 'Board', 12, ''],
    [2, 1, 'Director of Sales', 'Sales', 10, 'mentee'],
    [3, 1, 'Director of Engineering', 'Engineering', 10, ''],
    [4, 1, 'People Partner', 'Human Resources', 6, ''],
    [5, 1, 'Editor', 'Communications', 6, ''],
    ...engineers,
  ]
  const header = 'id,managerId,jobTitle,department,grade,role,city,organisation'
  return [header, ...rows.map((row) => [...row, 'London', 'Halden Works'].join())].join('\n')
}

export type ScheduledSession = Out<'schedule'>['holds'][number]['sessions'][number]

/** What happens on other pages first: the two are paired and approved, and Outlook tells the product what changes. */
export async function booked(stage: Stage): Promise<ScheduledSession> {
  const cohortId = await cohortOf(stage)
  await ask(stage, 'organizer', 'propose', { id: cohortId })
  await until(async () => (await ask(stage, 'organizer', 'board', { id: cohortId })).pairings.length > 0)
  await ask(stage, 'organizer', 'approvePairings', { id: cohortId, pairingIds: 'all' })
  await until(async () => (await scheduleNow(stage)).totals.booked === 1)
  // A tick of the clock: whoever keeps time asks Outlook to tell of changes.
  await control(stage, 'clock', { days: 1 })
  return (await scheduleNow(stage)).holds[0]!.sessions[0]!
}

export const scheduleNow = async (stage: Stage) =>
  ask(stage, 'organizer', 'schedule', { id: await cohortOf(stage) })
export const cohortOf = async (stage: Stage) => (await ask(stage, 'organizer', 'me', {})).cohortId!

export async function idOf({ demo }: Stage, role: string): Promise<string> {
  const { personas } = await (await fetch(`${demo.url}/_demo/company`)).json()
  return (personas as { role: string; id: string }[]).find((one) => one.role === role)!.id
}

/** Asks the product as one of the personas, with the token that Teams would hand to the tab. */
export async function ask<K extends RouteName>(
  stage: Stage,
  role: string,
  name: K,
  input: In<K>,
): Promise<Out<K>> {
  const { url, port } = stage.demo
  const { token } = await (await fetch(`${url}/_demo/token?person=${await idOf(stage, role)}`)).json()
  const { method, path } = routes[name]
  const { id, ...rest } = input as { id?: string }
  const isGet = (method as string) === 'GET'
  const response = await fetch(`http://localhost:${port + 1}${path.replace(':id', id ?? '')}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(isGet ? {} : { body: JSON.stringify(rest) }),
  })
  if (!response.ok) throw new Error(`${name} was answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Out<K>
}

export async function control({ demo }: Stage, what: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${demo.url}/_demo/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 300) throw new Error('Waited a minute for it in vain.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
