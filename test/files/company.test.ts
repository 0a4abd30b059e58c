/** What the demo shows of a file is what pairing reads of it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readCompany } from '../../bot/files/company.ts'
import { readInputs } from '../../bot/mentoring/inputs.ts'

const today = '2026-11-27'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'company-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A line of the file that is no row speaks of them. */
const hasNoLine = ({ managerId }: { managerId?: string }) => managerId?.startsWith('line ') ?? false

/** Who is there, under whom, and who takes part with what: once as pairing reads it, once as the demo does. */
function bothReadings(path: string) {
  const { input, people } = readInputs('/', { people: path }, today)
  const { rows } = readCompany(path, readFileSync(path), 1, today)
  const shown = rows.flatMap(({ id, enrolment }) => (enrolment ? [{ id, ...enrolment }] : []))
  const heldBack = new Set(people.notTakingPart.map(({ personId }) => personId))
  const paired = input.participants.map(({ id, side, capacity, topics, languages, interests }) => ({
    ...{ id, side, capacity, topics, languages, interests },
  }))
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  const unknown = new Set(people.organization.filter(hasNoLine).map(({ id }) => id))
  const managerOf = new Map(people.organization.map(({ id, managerId }) => [id, managerId]))
  return {
    pairing: {
      people: [...managerOf].filter(([id]) => !unknown.has(id)).sort(),
      unknown: [...unknown],
      enrolled: paired.sort(byId),
    },
    demo: {
      people: rows
        .filter((row) => !hasNoLine(row))
        .map(({ id, managerId }) => [id, managerId])
        .sort(),
      unknown: rows.filter(hasNoLine).map(({ id }) => id),
      enrolled: shown.filter(({ id }) => !heldBack.has(id)).sort(byId),
    },
  }
}

const written: [string, string | Buffer][] = [
  [
    'roles.csv',
    'id;managerId;role;topics;timeZone;hiredOn\nc;;;;Europe/Berlin;2010-01-01\nd;C;mentee;privacy:3;Europe/Berlin;\nm;d ;mentor;ai-tools|privacy;Asia/Tokyo;2020-01-01',
  ],
  [
    'chart.csv',
    [
      'id,managerId',
      'a,',
      ...Array.from({ length: 30 }, (_, n) => `p${n},${n < 4 ? 'a' : `p${n % 4}`}`),
    ].join('\n'),
  ],
  [
    'people.jsonl',
    '{"id":"a"}\n{"id":"b","managerId":"a","role":"mentee","topics":["ai-tools"]}\n{"id":"c","managerId":"B","role":"mentor"}',
  ],
  ['alt.csv', Buffer.from('id;managerId;role;department\na;;;S\u00fcd\nb;a;mentor;K\u00f6ln', 'latin1')],
]

test.each(written)('%s', (name, content) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  const { pairing, demo } = bothReadings(path)
  expect(demo).toEqual(pairing)
  expect(demo.enrolled.length).toBeGreaterThan(0)
})

const cases = resolve('../shared/review/cases')
;(existsSync(cases) ? describe : describe.skip)('files of organizations', () => {
  test.each([
    '00-base.csv',
    '02-windows-1252.csv',
    '03-sep-line.csv',
    '07-unquoted-comma-one-line.csv',
    '14-topics-as-texts.jsonl',
    '24-department-spellings.csv',
    'D3-health-agency-chart.csv',
  ])('%s', (name) => {
    const { pairing, demo } = bothReadings(join(cases, name))
    expect(demo).toEqual(pairing)
  })

  test('of 776 posts without grades, leaders are enrolled as Mentees', () => {
    const path = join(cases, 'D3-health-agency-chart.csv')
    const { rows } = readCompany(path, readFileSync(path), 1, today)
    const count = (side: string) => rows.filter(({ enrolment }) => enrolment?.side === side).length
    expect([count('mentor'), count('mentee')]).toEqual([258, 206])
    expect(rows.filter(({ enrolment, hiredOn }) => enrolment && !hiredOn)).toEqual([])
  })
})
