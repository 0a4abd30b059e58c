// Enforces who may import whom. The table is the one that CONTRIBUTING.md shows; change both, with a decision note.
import { describe, expect, test } from '@jest/globals'
import {
  codeOnly,
  cyclesOf,
  type Import,
  importsOf,
  readSources,
  type Sources,
} from './support/import-graph.ts'

/** What a part may know besides itself. `packages` lists the only packages it may use; without it, any. */
const parts: Record<string, { may: readonly string[]; packages?: RegExp }> = {
  'bot/domain': { may: [], packages: /^(temporal-polyfill|windows-iana)$/ },
  'bot/contract': { may: [], packages: /^zod$/ },
  'bot/files': { may: ['bot/domain'], packages: /^(papaparse|node:buffer)$/ },
  'bot/workflows': { may: ['bot/domain', 'bot/files'], packages: /^temporal-polyfill$/ },
  'bot/graph': { may: ['bot/domain'] },
  'bot/store': { may: ['bot/domain'] },
  'bot/jobs': { may: ['bot/workflows', 'bot/domain'] },
  'bot/auth': { may: ['bot/workflows', 'bot/domain'] },
  'bot/api': { may: ['bot/workflows', 'bot/domain', 'bot/auth', 'bot/contract'] },
  'bot/messages': { may: ['bot/workflows', 'bot/domain', 'bot/auth'] },
  'bot/mentoring': { may: ['bot/domain', 'bot/files', 'bot/clock.ts'] },
  'bot/doctor': {
    may: ['bot/domain', 'bot/graph', 'bot/store', 'bot/config.ts', 'bot/clock.ts', 'bot/chance.ts'],
  },
  'bot/matching-worker': { may: ['bot/domain', 'bot/clock.ts'] },
  // The manifest is what it is given, as by an administrator who uploads the package.
  'bot/demo': { may: ['manifest/manifest.json'] },
  tab: { may: ['bot/contract', 'bot/files/cell.ts'] },
}
/** Files that put parts together: they may know every part but the demo tenant. */
const roots = ['main', 'wire', 'playground', 'config', 'addresses', 'clock', 'chance', 'correlation'].map(
  (name) => `bot/${name}.ts`,
)
const demoStart = 'bot/demo/start.ts'

/** Where the world's moods come in. Everywhere else they arrive as arguments. The demo tenant is a world of its own. */
const sensed: { what: string; reads: RegExp; home: readonly string[] }[] = [
  {
    what: 'the clock',
    reads: /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|\bTemporal\.Now\b/,
    home: ['bot/clock.ts', 'tab/src/clock.ts'],
  },
  {
    what: 'chance',
    reads: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
    home: ['bot/chance.ts', 'tab/src/chance.ts'],
  },
  { what: 'the environment', reads: /\bprocess\.env\b/, home: ['bot/config.ts'] },
]

function faultsOf(sources: Sources): string[] {
  const imports = importsOf(sources)
  return [
    ...imports.flatMap(wrongDirection),
    ...[...sources].flatMap(([path, source]) => sensesOutside(path, source)),
    ...cyclesOf(imports).map((circle) => `circle: ${circle.join(' -> ')}`),
  ]
}

const partOf = (path: string) => Object.keys(parts).find((part) => path.startsWith(`${part}/`))

function wrongDirection({ from, to, package: outside }: Import): string[] {
  if (from === demoStart) return [] // it starts the product beside the stand-ins, and fills it with a first Cohort
  const part = partOf(from)
  if (part === undefined)
    return roots.includes(from)
      ? rootFaults(from, to)
      : [`${from}: no rule for this place; add it to the table.`]
  const allowed = parts[part]!
  if (outside)
    return allowed.packages && !allowed.packages.test(to) ? [`${from} must not use the package ${to}.`] : []
  if (to.startsWith(`${part}/`))
    return samePage(from, to) ? [] : [`${from} must not import ${to}: pages do not know each other.`]
  return allowed.may.some((may) => to === may || to.startsWith(`${may}/`))
    ? []
    : [`${from} must not import ${to}.`]
}

function rootFaults(from: string, to: string): string[] {
  return to.startsWith('bot/demo/')
    ? [`${from} must not import ${to}: production holds nothing of the demo tenant.`]
    : []
}

const pageOf = (path: string) => /^tab\/src\/pages\/([^/]+)/.exec(path)?.[1]

function samePage(from: string, to: string): boolean {
  const [page, other] = [pageOf(from), pageOf(to)]
  return page === undefined || other === undefined || page === other
}

function sensesOutside(path: string, source: string): string[] {
  if (path.startsWith('bot/demo/')) return []
  const code = codeOnly(source)
  return sensed
    .filter(({ reads, home }) => reads.test(code) && !home.includes(path))
    .map(({ what, home }) => `${path} reads ${what}; only ${home.join(' and ')} may.`)
}

test('the sources keep the rules: direction, no circles, clock, chance and environment read in one place each', () => {
  const sources = readSources(new URL('../', import.meta.url), ['bot', 'tab/src'])
  expect(sources.size).toBeGreaterThan(10)
  expect(faultsOf(sources)).toEqual([])
})

describe('the rules can fail', () => {
  const faults = (files: Record<string, string>) => faultsOf(new Map(Object.entries(files)))

  test.each([
    ['the domain knows no workflow', 'bot/domain/a.ts', '../workflows/b.ts'],
    ['a workflow knows no SDK folder', 'bot/workflows/a.ts', '../graph/client.ts'],
    ['the store fits the ports by shape', 'bot/store/a.ts', '../workflows/ports.ts'],
    ['messages do not speak the tab’s contract', 'bot/messages/a.ts', '../contract/index.ts'],
    ['the contract knows no domain', 'bot/contract/a.ts', '../domain/person.ts'],
    ['the tab knows the contract only', 'tab/src/app.tsx', '../../bot/domain/person.ts'],
    ['production never reaches the demo tenant', 'bot/wire.ts', './demo/state.ts'],
    ['a stand-in shares none of our code', 'bot/demo/graph/a.ts', '../../domain/person.ts'],
    ['reading a file needs no workflow', 'bot/files/a.ts', '../workflows/b.ts'],
    [
      'the tab writes cells as the command does, and reads no files',
      'tab/src/a.ts',
      '../../bot/files/table.ts',
    ],
    ['a page does not know another page', 'tab/src/pages/schedule/a.tsx', '../people/b.tsx'],
  ])('%s', (_, from, to) => {
    for (const how of [
      `import { x } from '${to}'`,
      `import type {\n  X,\n} from "${to}"`,
      `export { x } from '${to}'`,
      `import '${to}'`,
      `export * from '${to}'`,
      `await import('${to}')`,
    ]) {
      expect(faults({ [from]: how })).toHaveLength(1)
    }
  })

  test.each([
    ['bot/demo/start.ts', '../wire.ts'],
    ['bot/demo/start.ts', '../workflows/enrol.ts'],
    ['bot/wire.ts', './graph/client.ts'],
    ['bot/api/routes/a.ts', '../../contract/index.ts'],
    ['tab/src/pages/schedule/a.tsx', '../../ui/face.tsx'],
    ['tab/src/pages/schedule/a.tsx', './b.tsx'],
    ['bot/workflows/a.ts', './ports.ts'],
  ])('%s may import %s', (from, to) => {
    expect(faults({ [from]: `import { x } from '${to}'` })).toEqual([])
  })

  test('the domain and the contract use no other packages', () => {
    expect(faults({ 'bot/domain/a.ts': "import { readFileSync } from 'node:fs'" })).toHaveLength(1)
    expect(faults({ 'bot/contract/a.ts': "import { z } from 'zod'\nimport pg from 'pg'" })).toEqual([
      'bot/contract/a.ts must not use the package pg.',
    ])
  })

  test('a folder that the table does not know is a fault, so that no part escapes it', () => {
    expect(faults({ 'bot/extras/a.ts': "import x from 'zod'" })).toHaveLength(1)
  })

  test.each([
    'new Date()',
    'Date.now()',
    'const now = Date.now',
    'performance.now()',
    'Temporal.Now.instant()',
  ])('%s belongs into the clock', (code) => {
    expect(faults({ 'bot/workflows/a.ts': code })).toHaveLength(1)
    expect(faults({ 'bot/clock.ts': code, 'bot/demo/state.ts': code })).toEqual([])
  })

  test('chance and environment have one place each too', () => {
    expect(
      faults({
        'bot/jobs/a.ts': 'randomUUID()',
        'bot/api/b.ts': 'process.env.PORT',
        'tab/src/a.ts': 'Math.random()',
      }),
    ).toHaveLength(3)
    expect(faults({ 'bot/chance.ts': 'randomUUID()', 'bot/config.ts': 'process.env.PORT' })).toEqual([])
  })

  test('a comment, a text, or a date made from something breaks no rule', () => {
    expect(
      faults({
        'bot/domain/a.ts':
          "// Date.now() is not read here\nconst a = new Date(at) /* process.env */\nconst b = 'Math.random'",
      }),
    ).toEqual([])
  })

  test('a circle is found, however long; types alone and late imports make none', () => {
    const found = faults({
      'bot/domain/a.ts': "import './b.ts'",
      'bot/domain/b.ts': "export { c } from './c.ts'",
      'bot/domain/c.ts': "import { A } from './a.ts'",
      'bot/domain/d.ts': "import type { E } from './e.ts'",
      'bot/domain/e.ts': "import './d.ts'\nawait import('./f.ts')",
      'bot/domain/f.ts': "import './e.ts'",
    })
    expect(found).toEqual([
      'circle: bot/domain/a.ts -> bot/domain/b.ts -> bot/domain/c.ts -> bot/domain/a.ts',
    ])
  })
})
