import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { logIn } from '../../bot/demo/log-file.ts'
import { startCommand } from '../../bot/demo/start-command.ts'

describe('the log of the demo', () => {
  let folder: string
  let told: string[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-log-'))
    told = []
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const logged = (...entries: object[]) => {
    const log = logIn(folder, (line) => told.push(line))
    for (const entry of entries) log.write(`${JSON.stringify(entry)}\n`)
  }
  const failed = {
    level: 50,
    job: 'replace-notice',
    msg: 'a job failed; it is tried again if tries are left',
  }

  it('is a file; a job that is tried again is said to nobody', async () => {
    logged(failed, { level: 40, msg: 'slow' })
    expect(told).toEqual([])
    await new Promise((done) => setTimeout(done, 50))
    const lines = readFileSync(join(folder, 'log.ndjson'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).level)).toEqual([50, 40])
  })

  it('is named once, in words, when something failed that nobody tries again', () => {
    logged({ level: 50, msg: 'a request failed' }, { level: 60, msg: 'the end' })
    expect(told).toEqual([`Something went wrong inside. Details are in ${join(folder, 'log.ndjson')}.`])
  })

  it('is named when the same job fails again and again', () => {
    logged(failed, failed, failed, failed)
    expect(told).toEqual([])
    logged(failed, failed, failed, failed, failed, failed)
    expect(told).toEqual([expect.stringMatching(/^Something inside has failed 5 times\. /)])
  })
})

describe('the command to go on with', () => {
  it('opens the same data at the same address', () => {
    expect(startCommand({ port: 3978 })).toBe('npm start')
    expect(startCommand({ port: 5600 })).toBe('npm start -- --port 5600')
    expect(startCommand({ port: 3978, people: 'data/people.csv' })).toBe(
      'npm start -- --people data/people.csv',
    )
  })

  it('keeps a path with spaces in one piece', () => {
    expect(startCommand({ port: 4000, people: 'my people.csv' })).toMatch(
      /--people (['"])my people\.csv\1 --port 4000$/,
    )
  })
})
