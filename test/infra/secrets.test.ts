// No secret lies in the tree: keys, tokens and passwords by their shapes, in every file that would be committed.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What is made or installed here, see .gitignore. */
const notOurs = new Set(['node_modules', 'dist', '.git', '.cache', '.data', 'screenshots', 'build'])
const own = relative(root, fileURLToPath(import.meta.url))

const shapes: [name: string, shape: RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/],
  ['a key of Azure Storage', /AccountKey=[A-Za-z0-9+/]{40,}/],
  ['a secret of an Entra application', /\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}\b/],
  [
    'an access token of a code host',
    /\b(?:ghp|gho|ghs|github_pat)_[A-Za-z0-9_]{20,}|\bnpm_[A-Za-z0-9]{36}\b/,
  ],
  ['a key of a cloud', /\bAKIA[0-9A-Z]{16}\b/],
  [
    'an address with a password',
    /\bpostgres(?:ql)?:\/\/[^:@/\s'"`${]+:(?!secret|password|p\b|pw|\$|x)[^@/\s'"`${]{8,}@/,
  ],
]

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (notOurs.has(name)) return []
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

const found = (text: string) => shapes.filter(([, shape]) => shape.test(text)).map(([name]) => name)

test('no file holds anything that looks like a secret', () => {
  const files = filesIn(root).filter((path) => relative(root, path) !== own)
  expect(files.length).toBeGreaterThan(500)
  const faults = files.flatMap((path) =>
    found(readFileSync(path, 'latin1')).map((name) => `${relative(root, path)}: ${name}`),
  )
  expect(faults).toEqual([])
})

test('each would be noticed', () => {
  const letters = (count: number) => 'Ab3'.repeat(count).slice(0, count)
  const secrets = [
    `-----BEGIN PRIVATE KEY-----\n${letters(64)}`,
    `eyJ${letters(30)}.eyJ${letters(30)}.${letters(43)}`,
    `AccountKey=${letters(86)}==`,
    `abc8Q~${letters(34)}`,
    `ghp_${letters(36)}`,
    `AKIA${'ABCD2345'.repeat(2)}`,
    `postgres://mentoring:${letters(20)}@db.example:5432/mentoring`,
  ]
  expect(secrets.map(found).map(({ length }) => length)).toEqual(secrets.map(() => 1))
})
