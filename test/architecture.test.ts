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
  // Ids, organization charts and the shape of a "no" are all that the engine shares with the rest.
  'bot/engine': {
    may: ['bot/domain/organization', 'bot/domain/refusal.ts', 'bot/domain/fault.ts', 'bot/domain/span.ts'],
    packages: /^$/,
  },
  'bot/domain': { may: ['bot/engine'], packages: /^(temporal-polyfill|windows-iana)$/ },
  'bot/contract': { may: [], packages: /^zod$/ },
  // Read by tab, bot and calendar alike, so it is data and knows nobody.
  'bot/words': { may: [], packages: /^$/ },
  // Kinds of text that a Program may say itself: what fits, and what stands there by default.
  'bot/content': { may: ['bot/domain', 'bot/words'], packages: /^zod$/ },
  'bot/files': {
    may: ['bot/domain', 'bot/engine'],
    packages: /^(papaparse|pdfkit|fontkit|bidi-js|node:(buffer|fs|module))$/,
  },
  'bot/workflows': {
    may: ['bot/domain', 'bot/engine', 'bot/files', 'bot/words', 'bot/content'],
    packages: /^temporal-polyfill$/,
  },
  'bot/graph': { may: ['bot/domain'] },
  'bot/store': { may: ['bot/domain'] },
  'bot/jobs': { may: ['bot/workflows', 'bot/domain'] },
  'bot/auth': { may: ['bot/workflows', 'bot/domain'] },
  'bot/api': {
    may: [
      'bot/workflows',
      'bot/domain',
      'bot/engine',
      'bot/auth',
      'bot/contract',
      'bot/words',
      'bot/content',
    ],
  },
  'bot/messages': { may: ['bot/workflows', 'bot/domain', 'bot/auth', 'bot/words'] },
  'bot/mentoring': {
    may: ['bot/domain', 'bot/engine', 'bot/files', 'bot/clock.ts', 'bot/command-line.ts'],
  },
  'bot/doctor': {
    may: [
      'bot/domain',
      'bot/graph',
      'bot/store',
      'bot/config.ts',
      'bot/clock.ts',
      'bot/chance.ts',
      'bot/command-line.ts',
    ],
  },
  'bot/matching-worker': { may: ['bot/domain', 'bot/engine', 'bot/clock.ts'] },
  // The manifest is what it is given, as by an administrator who uploads the package.
  'bot/demo': { may: ['manifest/manifest.json'] },
  tab: { may: ['bot/contract', 'bot/words', 'bot/files/cell.ts', 'bot/domain/span.ts'] },
}
/**
 * The shelves that every layer has, under the same names, in the order of its imports: a shelf may know those above it, never
 * those below. What lies beside the shelves of a layer holds for all of them, and knows none, but for those who gather.
 */
const subjects =
  'organization records program enrolment pairing preferences scheduling speed meeting publishing telling'
const shelves: Record<string, string> = {
  'bot/domain': subjects,
  // Here telling is what others ask for, and whoever leaves takes pairs and wishes along.
  'bot/workflows':
    'records organization telling program pairing preferences enrolment scheduling speed meeting publishing',
  'bot/store': subjects,
  'bot/contract': subjects,
  'bot/api/routes': subjects,
  'bot/messages/cards': subjects,
  'tab/src/api': subjects,
}
const gatherers = [
  'bot/workflows/tick.ts',
  'bot/workflows/ports.ts',
  'bot/store/store.ts',
  'bot/store/schema.ts',
  'bot/store/personal.ts',
  'bot/store/personal-store.ts',
  'bot/store/seal-what-is-plain.ts',
  'bot/contract/index.ts',
  'bot/api/routes/index.ts',
  'bot/messages/cards/acts.ts',
  'bot/messages/cards/notice.ts',
]

/** Files that put parts together: they may know every part but the demo tenant. */
const roots = [
  'main',
  'wire',
  'own-database',
  'playground',
  'config',
  'addresses',
  'clock',
  'time',
  'chance',
  'command-line',
  'correlation',
  'listening',
  'log',
].map((name) => `bot/${name}.ts`)
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
    ...[...sources].flatMap(([path, source]) => [
      ...sensesOutside(path, source),
      ...spansOutside(path, source),
    ]),
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
  if (to.startsWith(`${part}/`)) {
    const [layer] = shelfOf(from)
    if (layer && to.startsWith(`${layer}/`)) return shelfFaults(from, to)
    return samePage(from, to) ? [] : [`${from} must not import ${to}: pages do not know each other.`]
  }
  return allowed.may.some((may) => to === may || to.startsWith(`${may}/`))
    ? []
    : [`${from} must not import ${to}.`]
}

function rootFaults(from: string, to: string): string[] {
  return to.startsWith('bot/demo/')
    ? [`${from} must not import ${to}: production holds nothing of the demo tenant.`]
    : []
}

function shelfOf(path: string): [layer?: string, shelf?: string | undefined] {
  const layer = Object.keys(shelves).find((one) => path.startsWith(`${one}/`))
  if (!layer) return []
  const [first, ...rest] = path.slice(layer.length + 1).split('/')
  return [layer, rest.length > 0 ? first : undefined]
}

function shelfFaults(from: string, to: string): string[] {
  const [layer, mine] = shelfOf(from)
  const [, other] = shelfOf(to)
  if (!layer || other === undefined || mine === other || gatherers.includes(from)) return []
  if (mine === undefined)
    return [`${from} must not import ${to}: what is beside the shelves knows none of them.`]
  const order = shelves[layer]!.split(' ')
  for (const shelf of [mine, other])
    if (!order.includes(shelf)) return [`${layer}/${shelf} is no shelf; every layer has the same.`]
  return order.indexOf(other) < order.indexOf(mine)
    ? []
    : [`${from} must not import ${to}: ${other} stands below ${mine} there.`]
}

const pageOf = (path: string) => /^tab\/src\/pages\/([^/]+)/.exec(path)?.[1]

function samePage(from: string, to: string): boolean {
  const [page, other] = [pageOf(from), pageOf(to)]
  return page === undefined || other === undefined || page === other
}

/** A minute, an hour or a day written out as a number: milliseconds are worked out in one place. */
const spanWrittenOut =
  /\b(?:86_?400(?:_?000)?|604_?800_?000|3_?600_?000|3600|60_?000)\b|\b24 \* (?:60|3_?600)\b|\b60 \* (?:60|1_?000)\b|[*/] 1_?000\b/
/** The stand-ins share nothing with the product, and so have one of their own. */
const spanHomes = ['bot/domain/span.ts', 'bot/demo/span.ts']

function spansOutside(path: string, source: string): string[] {
  if (spanHomes.includes(path) || !spanWrittenOut.test(codeOnly(source))) return []
  return [`${path} works out milliseconds; take them from ${spanHomes.join(' or ')}.`]
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

test('nor do the tests, their helpers and the manifest stand in a circle', () => {
  const sources = readSources(new URL('../', import.meta.url), ['bot', 'tab', 'manifest', 'test'])
  expect(cyclesOf(importsOf(sources))).toEqual([])
})

describe('the rules can fail', () => {
  const faults = (files: Record<string, string>) => faultsOf(new Map(Object.entries(files)))

  test.each([
    ['the domain knows no workflow', 'bot/domain/a.ts', '../workflows/b.ts'],
    ['a workflow knows no SDK folder', 'bot/workflows/a.ts', '../graph/client.ts'],
    ['the store fits the ports by shape', 'bot/store/a.ts', '../workflows/ports.ts'],
    ['messages do not speak the tab’s contract', 'bot/messages/a.ts', '../contract/index.ts'],
    ['the shared words know nobody', 'bot/words/a.ts', '../domain/refusal.ts'],
    ['the contract knows no domain', 'bot/contract/a.ts', '../domain/person.ts'],
    ['the tab knows the contract only', 'tab/src/app.tsx', '../../bot/domain/organization/person.ts'],
    ['production never reaches the demo tenant', 'bot/wire.ts', './demo/state.ts'],
    ['a stand-in shares none of our code', 'bot/demo/graph/a.ts', '../../domain/person.ts'],
    ['reading a file needs no workflow', 'bot/files/a.ts', '../workflows/b.ts'],
    [
      'the tab writes cells as the command does, and reads no files',
      'tab/src/a.ts',
      '../../bot/files/table.ts',
    ],
    ['a shelf does not know one below it', 'bot/workflows/pairing/a.ts', '../scheduling/b.ts'],
    ['nor does what lies beside the shelves', 'bot/contract/a.ts', './pairing/b.ts'],
    ['the engine knows no Pairing', 'bot/engine/a.ts', '../domain/pairing/pairing.ts'],
    ['a layer has no shelf of its own', 'bot/domain/extras/a.ts', '../program/b.ts'],
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
    ['bot/workflows/scheduling/a.ts', '../telling/b.ts'],
    ['bot/domain/program/a.ts', '../refusal.ts'],
    ['bot/domain/pairing/a.ts', '../../engine/b.ts'],
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

  test.each(['86_400_000', '7 * 24 * 3600 * 1000', '5 * 60_000', 'ms / 1000', 'seconds * 1_000', '3600'])(
    '%s belongs to the spans',
    (code) => {
      expect(faults({ 'tab/src/a.ts': `const span = ${code}`, 'bot/domain/span.ts': code })).toHaveLength(1)
    },
  )

  test('a comment, a text, or a date made from something breaks no rule', () => {
    expect(
      faults({
        'bot/domain/a.ts':
          "// Date.now() is not read here, nor 86_400_000\nconst a = new Date(at) /* process.env */\nconst b = 'Math.random'",
      }),
    ).toEqual([])
  })

  test('a circle is found, however long, also of types alone and of late imports', () => {
    const found = faults({
      'bot/domain/a.ts': "import './b.ts'",
      'bot/domain/b.ts': "export { c } from './c.ts'",
      'bot/domain/c.ts': "import { A } from './a.ts'",
      'bot/domain/d.ts': "import type { E } from './e.ts'",
      'bot/domain/e.ts': "import './d.ts'",
      'bot/domain/f.ts': "import './g.ts'",
      'bot/domain/g.ts': "await import('./f.ts')",
    })
    expect(found).toEqual([
      'circle: bot/domain/a.ts -> bot/domain/b.ts -> bot/domain/c.ts -> bot/domain/a.ts',
      'circle: bot/domain/d.ts -> bot/domain/e.ts -> bot/domain/d.ts',
      'circle: bot/domain/f.ts -> bot/domain/g.ts -> bot/domain/f.ts',
    ])
  })
})
