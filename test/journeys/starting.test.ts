/** Starts that cannot succeed: each says what was wrong and what to write instead, and ends with code 1. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, expect, test } from '@jest/globals'
import { newDataDir, tryDemo } from '../support/demo.ts'

const folder = newDataDir()
afterAll(folder.remove)

const wrong: [string, string[], RegExp][] = [
  ['a port that is no number', ['--port', 'eighty'], /--port.*number/],
  ['a port outside the range', ['--port', '70000'], /--port/],
  ['a people file that is not there', ['--people', 'nowhere.csv'], /There is no file nowhere\.csv/],
  ['a folder of people files', ['--people', 'test'], /test is a folder/],
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

test('a port that is taken is named, with the same start on another one', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    const { code, output } = await tryDemo(folder.path, ['--port', String(port)])
    expect(output).toContain(`Another program uses port ${port}. Try: npm start -- --port `)
    expect(output).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  } finally {
    server.close()
  }
})
