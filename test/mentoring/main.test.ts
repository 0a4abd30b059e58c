import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { run } from '../../bot/mentoring/main.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentoring-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function mentoring(...argv: string[]) {
  let [out, err] = ['', '']
  const stdout = { write: (text: string) => (out += text) }
  const stderr = { write: (text: string) => (err += text) }
  const code = await run(argv, { stdout, stderr, cwd: folder })
  return { code, out, err }
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const report = (out: string) => JSON.parse(read(`${out}/report.json`))

const header = 'id,managerId,role,capacity,topics,languages,timeZone,department'
const company = [
  'top,,,,,,,Board',
  'ana,top,mentee,1,ai:3;video:1,en,Europe/London,Sales',
  'bo,top,mentee,2,video:2,en;de,Europe/Berlin,"Works, North"',
  'cy,ana,mentor,1,ai:3,en,Europe/London,Sales',
  'di,bo,mentor,1,ai:2;video:3,en,Europe/London,Works',
  'eva,top,mentor,1,video:3,de,Europe/Berlin,Law',
]
const people = (rows = company) => file('people.csv', `\uFEFF${header}\r\n${rows.join('\r\n')}\r\n`)

describe('mentoring pair', () => {
  test('writes pairs, people left over, candidates and a report that add up', async () => {
    const { code, out } = await mentoring('pair', '--people', people(), '--out', 'ok')
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('2 pairs') })
    expect(read('ok/pairings.csv').split('\n')).toEqual([
      expect.stringMatching(/^mentorId,menteeId,score,base,topic,.*,reason$/),
      expect.stringMatching(/^cy,bo,\d+,10,0,/),
      expect.stringMatching(/^di,ana,\d+,10,360,.*"?Offers what is wanted: ai, video/),
      '',
    ])
    expect(read('ok/unplaced.csv')).toMatch(/^personId,role,cause,smallestChange\neva,mentor,same-manager,/)
    expect(report('ok')).toMatchObject({
      counts: { people: 6, enrolled: 5, pairs: 2, unplaced: 1, notTakingPart: 0 },
      certificate: 'verified',
      gapPercent: 0,
    })
    expect(read('ok/candidates.csv').split('\n').length - 2).toBe(report('ok').candidates)
  })

  test('and the check finds every rule kept, and names the rule of a pair made by hand', async () => {
    await mentoring('pair', '--people', people(), '--out', 'ok')
    expect(await mentoring('check', '--people', 'people.csv', '--pairings', 'ok/pairings.csv')).toMatchObject(
      { code: 0 },
    )
    const byHand = file('hand.csv', 'mentorId,menteeId\ncy,ana\n')
    expect(await mentoring('check', '--people', 'people.csv', '--pairings', byHand)).toMatchObject({
      code: 1,
      out: expect.stringContaining('shared-reporting-line: ana is above cy'),
    })
  })

  test('says how many people stand below missing links, and the gravest by line', async () => {
    const lost = [
      'sub,gone,,,,,,X',
      'subA,sub,mentor,1,ai:3,en,Europe/London,X',
      'alone,,mentee,1,ai:1,en,Europe/London,X',
    ]
    const { code, err } = await mentoring('pair', '--people', people([...company, ...lost]), '--out', 'lost')
    expect(code).toBe(0)
    expect(err).toContain('3 of 9 people stand at or below 2 missing links of the chart')
    expect(err).toContain(
      '  line 8: sub reports to gone, whom the file does not know (1 below)\n  line 10: alone has no manager\n',
    )
    expect(report('lost').chartFaults.map(({ personId }: { personId: string }) => personId)).toEqual([
      'sub',
      'alone',
    ])
    expect(read('lost/pairings.csv')).not.toMatch(/subA|alone/)
    expect(read('lost/unplaced.csv')).toMatch(/subA,mentor,line-unknown,.*confirm/)
    const rules = file('tops.json', '{"rules": {"tops": ["sub", "ALONE"]}}')
    const named = await mentoring('pair', '--people', 'people.csv', '--rules', rules, '--out', 'named')
    expect(named.err).not.toContain('missing link')
    expect(read('named/pairings.csv')).toContain('subA,')
  })

  test('keeps pins, and sets contradictory ones aside with person and rule', async () => {
    const pins = file('pins.csv', 'mentor,mentee\ndi,ana\nCY,ana\ntop,bo\n')
    const { code, err } = await mentoring('pair', '--people', people(), '--pins', pins, '--out', 'pins')
    expect(code).toBe(0)
    expect(err).toContain('The pin of cy with ana was not kept')
    expect(err).toContain('(shared-reporting-line)')
    expect(err).toContain('top is not enrolled as a Mentor')
  })

  test('sets bad rows aside with their line and goes on with the others', async () => {
    const rows = [
      ...company,
      'fay,top,mentor,9,,en,Europe/London,X',
      'gus,top,chief,1,,en,,X',
      'cy,top,mentee,1,,en,,X',
    ]
    const { code, err } = await mentoring('pair', '--people', people(rows), '--out', 'rows')
    expect(code).toBe(0)
    expect(err).toContain('line 8: The capacity "9" is not a whole number from 0 to 4.')
    expect(err).toContain('line 9: The role "chief" is neither mentor nor mentee.')
    expect(err).toContain('line 10: The id cy stands on an earlier line too')
    const { counts } = report('rows')
    expect(counts.enrolled).toBe(7)
    expect(counts.placedMentors + counts.placedMentees + counts.unplaced + counts.notTakingPart).toBe(
      counts.enrolled,
    )
  })

  test('sets a rating out of range aside', async () => {
    const ratings = file('ratings.csv', 'from,to,rating\ndi,ana,11\nana,di,9\n')
    const { code, err } = await mentoring(
      'pair',
      '--people',
      people(),
      '--ratings',
      ratings,
      '--out',
      'rated',
    )
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringContaining('The rating of ana by di is 11'),
    })
    expect(read('rated/pairings.csv')).toContain('rated 9 of 10 by the Mentee')
  })

  test('counts how high people ranked each other, without saying who did', async () => {
    const rankings = file('rankings.csv', 'from,to,rank\ndi,ana,6\nana,di,1\n')
    const { code, err } = await mentoring(
      'pair',
      ...['--people', people(), '--rankings', rankings, '--out', 'ranked'],
    )
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringContaining('The rank of ana for di is 6'),
    })
    expect(read('ranked/pairings.csv')).toContain('a preference was stated')
    expect(read('ranked/pairings.csv')).toMatch(/^mentorId,.*,preference,rating,waiting,reason/)
  })

  test.each([
    ['nobody on one side', company.map((row) => row.replace('mentee', '')), 'there are no Mentees'],
    [
      'no room',
      company.map((row) => row.replace(/(mentor|mentee),[12]/, '$1,0')),
      'there are no Mentors with room',
    ],
    [
      'nobody compatible',
      company.map((row) => row.replace(/(mentee.*),(en|en;de),/, '$1,fr,')),
      'every possible pair breaks a rule',
    ],
  ])('says why when there is %s, and loses nobody', async (_, rows, why) => {
    const { code, err } = await mentoring('pair', '--people', people(rows), '--out', 'none')
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining(why) })
    const { counts } = report('none')
    expect(counts.unplaced + counts.notTakingPart).toBe(counts.enrolled)
  })

  test.each([
    ['a file that is not there', () => 'gone.csv', /^gone.csv:1:1: There is no such file/],
    ['an empty file', () => file('empty.csv', ''), /^empty.csv:1:1: The file is empty/],
    [
      'a missing column',
      () => file('short.csv', 'id,role\na,mentor\n'),
      /^short.csv:1:1: The column managerId is missing/,
    ],
    [
      'an open quote',
      () => file('quote.csv', 'id,managerId\na,"b\n'),
      /^quote.csv:2:3: A quoted cell never ends/,
    ],
  ])('stops at %s, naming place and remedy', async (_, name, message) => {
    const { code, err } = await mentoring('pair', '--people', name(), '--out', 'bad')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) })
  })

  test('refuses a rule it does not know and a broken rules file, with line and column', async () => {
    const typo = file('typo.json', '{\n  "rules": {\n    "comonLanguage": false\n  }\n}\n')
    const broken = file('broken.json', '{\n  "rules": {,}\n}\n')
    const weight = file('weight.json', '{ "weights": { "topic": 2.5 } }')
    const pairWith = (rules: string) =>
      mentoring('pair', '--people', people(), '--rules', rules, '--out', 'r')
    expect(await pairWith(typo)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^typo.json:3:5: No rule is called/),
    })
    expect(await pairWith(broken)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^broken.json:2:13: /),
    })
    expect(await pairWith(weight)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^weight.json:1:16: /),
    })
  })

  test('explains itself to whoever mistypes an option', async () => {
    expect(await mentoring('pair', '--poeple', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--people'),
    })
    expect(await mentoring('marry')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') })
    for (const words of [
      ['--help'],
      ['pair', '--help'],
      ['solve', '--out', 'x', '--help'],
      ['check', '--help'],
    ])
      expect(await mentoring(...words)).toMatchObject({ code: 0, out: expect.stringContaining('Usage') })
  })
})

describe('mentoring solve', () => {
  test('prints one line with the proven optimum', async () => {
    const edges = file('edges.csv', 'mentor,mentee,score\n0,0,5\n0,1,4\n1,0,4\n')
    const caps = file('caps.csv', 'side,index,capacity\nmentor,0,2\nmentee,0,2\n')
    const { code, out } = await mentoring(
      'solve',
      '--edges',
      edges,
      '--capacities',
      caps,
      '--out',
      'chosen.csv',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ pairs: 3, score: 13, bound: 13, certificate: 'verified' })
    expect(read('chosen.csv').split('\n')).toHaveLength(5)
  })

  test('places people first when asked to', async () => {
    const edges = file('spread.csv', 'mentor,mentee,score\n0,0,9\n0,1,9\n1,1,1\n')
    const caps = file('spread-caps.csv', 'side,index,capacity\nmentor,0,2\n')
    const asked = async (...more: string[]) =>
      JSON.parse((await mentoring('solve', '--edges', edges, '--capacities', caps, ...more)).out)
    expect(await asked()).toMatchObject({ pairs: 2, score: 18 })
    expect(await asked('--objective', 'people')).toMatchObject({
      ...{ pairs: 2, people: 4, score: 10, certificate: 'verified' },
    })
    const wrong = await mentoring('solve', '--edges', edges, '--objective', 'fame')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('"people"') })
  })

  test('names the cell that is no number', async () => {
    const edges = file('bad.csv', 'mentor,mentee,score\n0,0,5\n0,x,4\n')
    const { code, err } = await mentoring('solve', '--edges', edges)
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^bad.csv:3:3: mentee is "x"/),
    })
  })
})

const organograms = ['organogram-a.csv', 'organogram-b.csv'].map((name) => resolve('../shared/data', name))
const there = organograms.every((path) => existsSync(path))

;(there ? describe : describe.skip)('real organizations', () => {
  test.each(organograms)('%s is paired without a broken rule, roles by the stated rule', async (path) => {
    expect(await mentoring('pair', '--people', path, '--out', 'real')).toMatchObject({ code: 0 })
    expect(report('real').roles.rule).toMatch(/roles were drawn/)
    expect(report('real').chartFaults.length).toBeGreaterThan(0)
    expect(await mentoring('check', '--people', path, '--pairings', 'real/pairings.csv')).toMatchObject({
      code: 0,
    })
  })
})
