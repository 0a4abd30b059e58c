// The scripts behind `npm start` and `npm test`, as somebody with a fresh clone meets them.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findBundledDemo } from '../../infra/local/bundle-check.mjs'
import { conclude, countTests, failuresIn, slowest, timesIn } from '../../infra/local/count.mjs'
import { installIsStale, nodeTooOld } from '../../infra/local/ensure.mjs'
import { isFresh, markBuilt, stale } from '../../infra/local/parts.mjs'
import { sideBySide } from '../../infra/local/side-by-side.mjs'

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'mentoring-clone-'))
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

/** Writes a file of the clone as it was `seconds` ago. */
function put(path: string, text = '', seconds = 0) {
  const file = join(clone, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const then = Date.now() / 1000 - seconds
  utimesSync(file, then, then)
}

describe('an old Node', () => {
  test.each(['18.20.4', '20.18.3', '16.0.0'])('%s is told what to do', (version) => {
    expect(nodeTooOld(version)).toContain(`you have ${version}`)
  })
  test.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('%s will do', (version) => {
    expect(nodeTooOld(version)).toBeUndefined()
  })
})

describe('packages', () => {
  const lock = (version: string) =>
    JSON.stringify({
      packages: {
        '': {},
        'node_modules/zod': { version },
        'node_modules/mac-only': { version: '1.0.0', optional: true },
      },
    })

  test('are installed when there are none', () => {
    put('package-lock.json', lock('1.0.0'))
    expect(installIsStale(clone)).toBe(true)
  })

  test('are left alone when the lock file was only touched, as every checkout does', () => {
    put('node_modules/.package-lock.json', lock('1.0.0'), 60)
    put('package-lock.json', lock('1.0.0'))
    expect(installIsStale(clone)).toBe(false)
  })

  test('are left alone when another system’s optional package is absent', () => {
    put(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/zod': { version: '1.0.0' } } }),
      60,
    )
    put('package-lock.json', lock('1.0.0'))
    expect(installIsStale(clone)).toBe(false)
  })

  test('are installed again when the lock file asks for another version', () => {
    put('node_modules/.package-lock.json', lock('1.0.0'), 60)
    put('package-lock.json', lock('2.0.0'))
    expect(installIsStale(clone)).toBe(true)
  })
})

describe('a part of the build', () => {
  const part = { name: 'a part', needs: 'src/a.ts', made: 'dist/a.js', inputs: ['src'] }
  const lastHour = 3600_000

  function built() {
    put('src/a.ts', '', 7200)
    utimesSync(join(clone, 'src'), Date.now() / 1000 - 7200, Date.now() / 1000 - 7200)
    put('dist/a.js')
    markBuilt(part, Date.now() - lastHour, clone)
  }

  test('without sources is left out', () => {
    expect(stale([part], clone)).toEqual([])
  })

  test('that was never built is built', () => {
    put('src/a.ts')
    expect(stale([part], clone)).toEqual([part])
  })

  test('is not built again when nothing changed', () => {
    built()
    expect(isFresh(part, clone)).toBe(true)
  })

  test('is built again when a source changed after the build began', () => {
    built()
    put('src/b.ts', 'changed', 1800)
    expect(isFresh(part, clone)).toBe(false)
  })

  test('is built again when a source was removed, or the result was', () => {
    built()
    rmSync(join(clone, 'src/a.ts'))
    expect(isFresh(part, clone)).toBe(false)
    built()
    rmSync(join(clone, 'dist/a.js'))
    expect(isFresh(part, clone)).toBe(false)
  })
})

describe('the production bundle', () => {
  test('is refused when it holds a line of the demo tenant', () => {
    expect(findBundledDemo({ inputs: { 'bot/main.ts': {}, 'bot/demo/state.ts': {} } })).toEqual([
      'bot/demo/state.ts',
    ])
    expect(findBundledDemo({ inputs: { 'bot/main.ts': {}, 'bot/domain/demo.ts': {} } })).toEqual([])
  })
})

test('stages in rows: a row goes on by itself, one stage at a time, and the results stand row by row', async () => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const stage = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((done) => ends.set(name, () => done(name)))
  }
  const soon = () => new Promise((done) => setImmediate(done))
  const all = sideBySide([stage('units'), stage('on PostgreSQL')], [stage('kills'), stage('more kills')])
  expect(begun).toEqual(['units', 'kills'])
  ends.get('kills')!()
  await soon()
  expect(begun).toEqual(['units', 'kills', 'more kills'])
  ends.get('more kills')!()
  ends.get('units')!()
  await soon()
  expect(begun).toEqual(['units', 'kills', 'more kills', 'on PostgreSQL'])
  ends.get('on PostgreSQL')!()
  expect(await all).toEqual(['units', 'on PostgreSQL', 'kills', 'more kills'])
})

describe('the count at the end of `npm test`', () => {
  const report = {
    numTotalTests: 8,
    numPassedTests: 7,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 1,
    numTodoTests: 0,
  }
  const stage = (change: object, code: number) => ({
    name: 'unit',
    ...countTests({ ...report, ...change }, code),
  })

  test('is green only when every stage is', () => {
    expect(conclude([stage({}, 0), stage({}, 0)])).toMatchObject({ code: 0 })
    expect(conclude([stage({}, 0), stage({ numFailedTests: 1 }, 1)])).toMatchObject({ code: 1 })
  })

  test('ends with passed and failed', () => {
    expect(conclude([stage({}, 0), stage({ numFailedTests: 2 }, 1)]).lines.at(-1)).toBe('14 passed, 2 failed')
  })

  test('counts a suite that could not load, a run without a report, and a run that failed for no stated reason', () => {
    expect(stage({ numRuntimeErrorTestSuites: 1 }, 1).failed).toBe(1)
    expect(countTests(undefined, 0).failed).toBe(1)
    expect(stage({}, 1).failed).toBe(1)
  })

  test('a run that found no test does not look like one that passed', () => {
    const { lines } = conclude([stage({ numTotalTests: 0, numPassedTests: 0, numPendingTests: 0 }, 0)])
    expect(lines[0]).toBe('skip  unit: there are no such tests')
  })

  test('says which stage was left out and why, without failing', () => {
    const { lines, code } = conclude([
      { name: 'on PostgreSQL', passed: 0, failed: 0, skipped: 0, left: 'no PostgreSQL' },
    ])
    expect(lines[0]).toBe('skip  on PostgreSQL: no PostgreSQL')
    expect(code).toBe(0)
  })

  test('says what each stage took, and which files took longest over all of them', () => {
    expect(conclude([{ ...stage({}, 0), seconds: 61.6 }]).lines[0]).toMatch(/ skipped \(62 s\)$/)
    const file = (name: string, ms: number) => ({ name, startTime: 1000, endTime: 1000 + ms })
    const times = ['unit', 'journeys'].flatMap((name, at) =>
      timesIn({ testResults: [file('a', 1500 + at), file('b', 20_000 - at * 10_000)] }, name),
    )
    const lines: string[] = slowest(times, 3)
    expect(lines.map((line) => line.trim())).toEqual([
      '20.0 s  b (unit)',
      '10.0 s  b (journeys)',
      '1.5 s  a (journeys)',
    ])
    expect(timesIn(undefined, 'a run without a report')).toEqual([])
  })

  test('names at the end what failed, also a file that could not be loaded', () => {
    const whole = {
      name: 'a.test.ts',
      message: '',
      assertionResults: [{ status: 'passed', fullName: 'adds' }],
    }
    const failed = {
      ...{ name: 'b.test.ts', message: 'long' },
      assertionResults: [{ status: 'failed', fullName: 'takes away', failureMessages: ['1\n2\n3\n4\n5'] }],
    }
    const broken = { name: 'c.test.ts', message: 'Cannot find module', assertionResults: [] }
    expect(failuresIn({ testResults: [whole, failed, broken] })).toEqual([
      { name: 'b.test.ts', test: 'takes away', why: '1\n2\n3\n4' },
      { name: 'c.test.ts', test: 'the file itself', why: 'Cannot find module' },
    ])
    expect(failuresIn(undefined)).toEqual([])
  })
})
