// What docs/security.md and docs/security-asvs.md say is held against the tree: names, counts, and what its text can show.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { readSources, type Sources, withoutComments } from '../support/import-graph.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const documents = ['docs/security.md', 'docs/security-asvs.md'] as const
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const security = read('docs/security.md')
const asvs = read('docs/security-asvs.md')

/** Ids of OWASP ASVS 5.0.0, levels 1 and 2, by section: `V1.2 1:1,2 2:6` are V1.2.1, V1.2.2 (level 1) and V1.2.6 (level 2). */
const standard = `
  V1.1 1:- 2:1,2
  V1.2 1:1,2,3,4,5 2:6,7,8,9
  V1.3 1:1,2 2:3,4,5,6,7,8,9,10,11
  V1.4 1:- 2:1,2,3
  V1.5 1:1 2:2
  V2.1 1:1 2:2,3
  V2.2 1:1,2 2:3
  V2.3 1:1 2:2,3,4
  V2.4 1:- 2:1
  V3.2 1:1,2 2:-
  V3.3 1:1 2:2,3,4
  V3.4 1:1,2 2:3,4,5,6
  V3.5 1:1,2,3 2:4,5
  V3.7 1:- 2:1,2
  V4.1 1:1 2:2,3
  V4.2 1:- 2:1
  V4.3 1:- 2:1,2
  V4.4 1:1 2:2,3,4
  V5.1 1:- 2:1
  V5.2 1:1,2 2:3
  V5.3 1:1,2 2:-
  V5.4 1:- 2:1,2,3
  V6.1 1:1 2:2,3
  V6.2 1:1,2,3,4,5,6,7,8 2:9,10,11,12
  V6.3 1:1,2 2:3,4
  V6.4 1:1,2 2:3,4
  V6.5 1:- 2:1,2,3,4,5
  V6.6 1:- 2:1,2,3
  V6.8 1:- 2:1,2,3,4
  V7.1 1:- 2:1,2,3
  V7.2 1:1,2,3,4 2:-
  V7.3 1:- 2:1,2
  V7.4 1:1,2 2:3,4,5
  V7.5 1:- 2:1,2
  V7.6 1:- 2:1,2
  V8.1 1:1 2:2
  V8.2 1:1,2 2:3
  V8.3 1:1 2:-
  V8.4 1:- 2:1
  V9.1 1:1,2,3 2:-
  V9.2 1:1 2:2,3,4
  V10.1 1:- 2:1,2
  V10.2 1:- 2:1,2
  V10.3 1:- 2:1,2,3,4
  V10.4 1:1,2,3,4,5 2:6,7,8,9,10,11
  V10.5 1:- 2:1,2,3,4,5
  V10.6 1:- 2:1,2
  V10.7 1:- 2:1,2,3
  V11.1 1:- 2:1,2
  V11.2 1:- 2:1,2,3
  V11.3 1:1,2 2:3
  V11.4 1:1 2:2,3,4
  V11.5 1:- 2:1
  V11.6 1:- 2:1
  V12.1 1:1 2:2,3
  V12.2 1:1,2 2:-
  V12.3 1:- 2:1,2,3,4
  V13.1 1:- 2:1
  V13.2 1:- 2:1,2,3,4,5
  V13.3 1:- 2:1,2
  V13.4 1:1 2:2,3,4,5
  V14.1 1:- 2:1,2
  V14.2 1:1 2:2,3,4
  V14.3 1:1 2:2,3
  V15.1 1:1 2:2,3
  V15.2 1:1 2:2,3
  V15.3 1:1 2:2,3,4,5,6,7
  V16.1 1:- 2:1
  V16.2 1:- 2:1,2,3,4,5
  V16.3 1:- 2:1,2,3,4
  V16.4 1:- 2:1,2,3
  V16.5 1:- 2:1,2,3
  V17.1 1:- 2:1
  V17.2 1:- 2:1,2,3,4
  V17.3 1:- 2:1,2
`
const levelOf = new Map<string, string>(
  standard
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [section, ...levels] = line.trim().split(' ')
      return levels.flatMap((level) => {
        const [number, items] = level.split(':') as [string, string]
        return items === '-' ? [] : items.split(',').map((item) => [`${section}.${item}`, number] as const)
      })
    }),
)

const topFolders = ['bot', 'tab', 'test', 'infra', 'docs', 'manifest', 'env']
const path = new RegExp(String.raw`^(?:(?:${topFolders.join('|')})/[\w./-]+|[\w-]+\.(?:json|md|js))$`)

/** Files and folders that a text names: in backticks from the root, in links from where it lies. */
function namedIn(text: string, from: string): string[] {
  const ticked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!)
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) => join(dirname(from), to!))
  return [...ticked.filter((name) => path.test(name)), ...linked]
}

interface Row {
  id: string
  state: string
  how: string
}
const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^\| (V[\d.]+) \| ([^|]*) \| (.*) \|$/gm)].map(([, id, state, how]) => ({
    id: id!,
    state: state!,
    how: how!,
  }))
const states = ['met', 'partly', 'not met', 'not applicable']

/** Every fault of the tables: what is missing, said twice, unknown, without a reason, or counted wrongly. */
function faultsOf(text: string): string[] {
  const rows = rowsOf(text)
  const said = rows.map(({ id }) => id)
  const faults = [
    ...[...levelOf.keys()].filter((id) => !said.includes(id)).map((id) => `${id} is missing`),
    ...said.filter((id) => !levelOf.has(id)).map((id) => `${id} is no item of levels 1 and 2`),
    ...said.filter((id, at) => said.indexOf(id) !== at).map((id) => `${id} stands twice`),
  ]
  for (const { id, state, how } of rows) {
    if (!states.includes(state)) faults.push(`${id}: "${state}" is no state`)
    if (how.length < 8) faults.push(`${id}: no reason`)
    const named = namedIn(how, 'docs/security-asvs.md')
    if (state === 'met' && named.length === 0) faults.push(`${id}: met, and nothing shows it`)
  }
  for (const [name, levels] of [
    ['1', ['1']],
    ['2', ['2']],
    ['both', ['1', '2']],
  ] as const) {
    const counted = rows.filter(({ id }) => levels.some((level) => level === levelOf.get(id)))
    const counts = states.map((wanted) => counted.filter(({ state }) => state === wanted).length)
    const line = `| ${name} | ${[...counts, counted.length].join(' | ')} |`
    if (!text.includes(line)) faults.push(`the summary should say ${line}`)
  }
  return faults
}

test('the standard has 70 items of level 1 and 183 of level 2', () => {
  const of = (level: string) => [...levelOf.values()].filter((one) => one === level).length
  expect([of('1'), of('2'), levelOf.size]).toEqual([70, 183, 253])
})

describe('the tables', () => {
  test('have every item of levels 1 and 2 once, with a state, a reason, and a sum that is right', () => {
    expect(faultsOf(asvs)).toEqual([])
  })

  test.each([
    ['| V1.2.4 | met |', '| V1.2.4 | done |', 'V1.2.4: "done" is no state'],
    ['| V1.2.4 | met |', '| V1.2.5 | met |', 'V1.2.4 is missing'],
    ['| V1.2.4 | met |', '| V1.2.5 | met |', 'V1.2.5 stands twice'],
    ['| V1.2.4 | met |', '| V1.2.10 | met |', 'V1.2.10 is no item of levels 1 and 2'],
    ['| V4.1.2 | not met |', '| V4.1.2 | partly |', 'the summary should say | both |'],
  ])('can be wrong: %s -> %s', (from, to, fault) => {
    expect(asvs).toContain(from)
    expect(faultsOf(asvs.replace(from, to)).join('\n')).toContain(fault)
  })

  test('have a reason for each: one without, and one that is met and shows nothing, are faults', () => {
    const [row] = rowsOf(asvs)
    const changed = (how: string) => faultsOf(asvs.replace(row!.how, how)).join('\n')
    expect(changed('')).toContain(`${row!.id}: no reason`)
    expect(changed('as everybody knows')).toContain(`${row!.id}: met, and nothing shows it`)
  })
})

describe('what the documents name', () => {
  test.each(documents)('%s: every file and folder exists', (document) => {
    const named = [...new Set(namedIn(read(document), document))]
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((one) => !existsSync(join(root, one)))).toEqual([])
  })

  test('a file that is not there is noticed, whether in backticks or linked', () => {
    const named = namedIn(
      '`bot/nothing.ts` [a](nothing.md) `SCREAMING` `no-store` [b](https://a.b)',
      'docs/a.md',
    )
    expect(named).toEqual(['bot/nothing.ts', 'docs/nothing.md'])
  })

  test('every file of the attack suite has a line, and no line is about another', () => {
    const suite = security.slice(security.indexOf('## The attack suite'))
    const lines = namedIn(suite, 'docs/security.md').filter((one) => one.startsWith('test/security/'))
    const files = readdirSync(join(root, 'test/security')).map((file) => `test/security/${file}`)
    expect(lines.sort()).toEqual(files.sort())
  })

  test('every promise names a test that shows it', () => {
    const from = security.indexOf('## What is promised to whom')
    const promises = security.slice(from, security.indexOf('## Threat model')).split('\n').slice(6)
    const rows = promises.filter((line) => line.startsWith('|'))
    expect(rows.length).toBeGreaterThan(20)
    const shown = (row: string) =>
      namedIn(row, 'docs/security.md').some((one) => /^test\/.*\.test\./.test(one))
    expect(rows.filter((row) => !shown(row))).toEqual([])
  })
})

/** What the tables say is nowhere in the code, or only there. The demo tenant is no part of the product. */
const absent: [what: string, pattern: RegExp, only: readonly string[]][] = [
  ['HTML made of text', /\binnerHTML\b|\bouterHTML\b|dangerouslySetInnerHTML|document\.write/, []],
  ['code made of text', /\beval\(|\bnew Function\(/, []],
  ['another program', /child_process/, []],
  ['WebSockets', /\bWebSocket\b|from 'ws'/, []],
  ['listening for messages of frames', /addEventListener\(\s*'message'|\bonmessage\b/, []],
  ['a hash but SHA-256', /create(?:Hash|Hmac)\((?!'sha256')/, []],
  ['a cipher', /createCipheriv|createDecipheriv|publicEncrypt|privateDecrypt/, ['bot/store/sealed-box.ts']],
  ['a cipher of the browser', /\bcrypto\??\.subtle\b/, ['tab/src/lock.ts']],
  ['SQL written as it is', /\bsql\.raw\(/, []],
  [
    'keeping something in the browser',
    /\b(?:localStorage|sessionStorage|indexedDB)\b|document\.cookie/,
    ['tab/src/pages/my-mentoring/draft.ts', 'tab/src/pages/publish/kept-drafts.ts'],
  ],
]

const usersOf = (sources: Sources, pattern: RegExp) =>
  [...sources].flatMap(([file, source]) => (pattern.test(withoutComments(source)) ? [file] : []))

describe('what the code is said not to have', () => {
  const all = readSources(new URL('../../', import.meta.url), ['bot', 'tab/src'])
  const sources: Sources = new Map([...all].filter(([file]) => !file.startsWith('bot/demo/')))

  test.each(absent)('%s', (_what, pattern, only) => {
    expect(sources.size).toBeGreaterThan(200)
    expect(usersOf(sources, pattern).sort()).toEqual([...only].sort())
  })

  test('would be found', () => {
    const examples = [
      ...['a.innerHTML = b', 'eval(a)', "import { exec } from 'node:child_process'", 'new WebSocket(a)'],
      ...["addEventListener('message', a)", "createHash('md5')", "createCipheriv('aes-128-ecb', a, b)"],
      'crypto.subtle.encrypt(a, b, c)',
      ...['sql.raw(a)', 'localStorage.setItem(a, b)'],
    ]
    for (const [at, [what, pattern]] of absent.entries())
      expect([what, usersOf(new Map([['a.ts', examples[at]!]]), pattern)]).toEqual([what, ['a.ts']])
  })
})
