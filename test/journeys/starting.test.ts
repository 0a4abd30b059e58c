/** Starts that cannot succeed: each says what was wrong and what to write instead, and ends with code 1. */
import { afterAll, expect, test } from '@jest/globals'
import { newDataDir, tryDemo } from '../support/demo.ts'

const folder = newDataDir()
afterAll(folder.remove)

const wrong: [string, string[], RegExp][] = [
  ['a port that is no number', ['--port', 'eighty'], /--port.*number/],
  ['a port outside the range', ['--port', '70000'], /--port/],
  ['a people file that is not there', ['--people', 'nowhere.csv'], /nowhere\.csv/],
  [
    'a people file without people',
    ['--people', 'package.json'],
    /package\.json:1:1: Nobody in this file has a manager/,
  ],
  ['an option that does not exist', ['--poeple', 'people.csv'], /--poeple/],
]

test.each(wrong)('%s is refused with a clear message', async (_what, args, says) => {
  const { code, output } = await tryDemo(folder.path, args)
  expect(output).toMatch(says)
  expect(output).toMatch(/npm start|--people/)
  expect(output).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
})
