/**
 * The tab's budget (design.md, Bars): 130 KB of gzipped JavaScript before the first page is usable. Measured on a real
 * build: what index.html loads at once, and beside it everything that "My mentoring" waits for inside a host.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
let out = ''

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'tab-size-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', 'tab/vite.config.ts', '--outDir', out, '--logLevel', 'error'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(stderr)
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const read = (file: string) => readFileSync(join(out, 'assets', file))
const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1024

const chunks = () => readdirSync(join(out, 'assets')).filter((file) => file.endsWith('.js'))
const chunkOf = (name: string) => chunks().filter((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file))

/** A chunk and everything it imports at once. */
function closure(files: readonly string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    const imports = [
      ...read(file)
        .toString()
        .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g),
    ].map(([, name]) => name!)
    closure(imports, seen)
  }
  return seen
}

function loadedAtOnce(): string[] {
  const html = readFileSync(join(out, 'index.html'), 'utf8')
  return [...html.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map(([, file]) => file!)
}

/** Sentences of one language are a chunk each; these are the ones the page waits for. */
const sentences = [
  'No program is open yet',
  'Settle in: how are you both?',
  'AI tools',
  'I can’t make it',
  'This is no longer here.',
]
const chunkWith = (text: string) => chunks().filter((file) => read(file).toString().includes(`\`${text}\``))

/** A route of the contract is about 15 bytes of it, which nothing but fewer routes would save. */
test('what the page loads at once stays within 93.5 KB gzipped', () => {
  expect(loadedAtOnce().length).toBeGreaterThan(0)
  expect(kilobytes(closure(loadedAtOnce()))).toBeLessThanOrEqual(93.5)
})

/** react-dom (42), teams-js (14) and Fluent with its styling engine (20) are most of it. */
test('with teams-js, a theme, "My mentoring" and its sentences on top, it stays within 130 KB', () => {
  const [teams, light, mine] = ['teams-js', 'light', 'my-mentoring'].map(chunkOf)
  expect([teams!.length, light!.length, mine!.length]).toEqual([1, 1, 1])
  const spoken = sentences.map(chunkWith)
  expect(spoken.map((files) => files.length)).toEqual(sentences.map(() => 1))
  const code = closure([...loadedAtOnce(), ...teams!, ...light!, ...mine!])
  const total = kilobytes(new Set([...code, ...spoken.flat()]))
  console.info(
    `at once ${kilobytes(closure(loadedAtOnce())).toFixed(1)} KB, code to the first page ` +
      `${kilobytes(code).toFixed(1)} KB, with its sentences ${total.toFixed(1)} KB`,
  )
  expect(kilobytes(code)).toBeLessThanOrEqual(121)
  expect(total).toBeLessThanOrEqual(130)
})

test('a theme is a style sheet, not a script', () => {
  for (const name of ['light', 'dark', 'contrast']) {
    const [script] = chunkOf(name)
    expect(read(script!).length).toBeLessThan(300)
    const sheet = readdirSync(join(out, 'assets')).filter(
      (file) => file.startsWith(`${name}-`) && file.endsWith('.css'),
    )
    expect(sheet).toHaveLength(1)
    expect(read(sheet[0]!).toString()).toMatch(
      new RegExp(`^\\[data-theme="?${name}"?\\]\\{.*--colorNeutralBackground1:#`),
    )
  }
})

test('no schema library and no second language rides along', () => {
  const first = closure([...loadedAtOnce(), ...chunkOf('my-mentoring')])
  const text = [...first].map((file) => read(file).toString()).join('')
  expect(text).not.toMatch(/ZodError|invalid_type/)
  expect(text).not.toContain('Tu recorrido')
  expect(chunks().some((file) => read(file).toString().includes('Tu recorrido'))).toBe(true)
})
