import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { assemble, exampleValues } from '../../manifest/assemble.ts'
import { checkPackage, type Manifest } from '../../manifest/check.ts'
import { fill } from '../../manifest/fill.ts'
import { decodePng, encodePng } from '../../manifest/png.ts'
import { zip } from '../../manifest/zip.ts'

const folder = new URL('../../manifest/', import.meta.url)
const good = () => assemble(folder, exampleValues)

/** The package of the repository with one thing broken. */
function broken(breakIt: (manifest: Manifest, files: Map<string, Buffer>) => void): string[] {
  const { manifest, files } = good()
  const copy = new Map(files)
  breakIt(manifest, copy)
  return checkPackage(manifest, copy)
}

describe('the Teams package of this repository', () => {
  test('has no fault by our own rules', () => {
    const { manifest, files, missing } = good()
    expect(missing).toEqual([])
    expect(checkPackage(manifest, files)).toEqual([])
  })

  test('carries the version of the product, so a new release is a new app version', () => {
    const product = JSON.parse(readFileSync(new URL('../package.json', folder), 'utf8'))
    expect(JSON.parse(good().files.get('manifest.json')!.toString()).version).toBe(product.version)
  })

  test('shows the tab as a personal app and lets the bot into teams as well', () => {
    const { manifest } = good()
    expect(manifest.staticTabs?.map(({ entityId }) => entityId)).toEqual([
      'mentoring',
      'conversations',
      'about',
    ])
    expect(manifest.bots?.[0]).toMatchObject({ scopes: ['personal', 'team'] })
    const personal = manifest.bots?.[0]?.commandLists?.[0]?.commands.map(({ title }) => title)
    expect(personal).toEqual(['my mentoring', 'next session', 'pause', 'help'])
  })

  test('names the values that are still missing instead of writing half a package', () => {
    const { BOT_ID: _, ...rest } = exampleValues
    expect(assemble(folder, rest).missing).toEqual(['BOT_ID'])
  })
})

/** Asks Microsoft's library in a process of its own: jest cannot load a part of it that is an ES module behind a require. */
function askSchema(manifests: object[]): string[][] {
  const script = `import { schemaFaults } from './manifest/schema.ts'
    let text = ''; for await (const part of process.stdin) text += part
    console.log(JSON.stringify(await Promise.all(JSON.parse(text).map(schemaFaults))))`
  const cwd = new URL('../', folder)
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    input: JSON.stringify(manifests),
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

test('Microsoft’s schema of manifest 1.30 accepts ours and refuses what it should', () => {
  type Loose = { name: object; bots: object[] }
  const changed = (change: (manifest: Loose) => void) => {
    const copy = good().manifest as unknown as Loose
    change(copy)
    return copy
  }
  const [ours, ...others] = askSchema([
    good().manifest,
    changed((m) => Object.assign(m.name, { short: 'x'.repeat(31) })),
    changed((m) => Object.assign(m.bots[0]!, { botId: 'bot' })),
    changed((m) => Object.assign(m.bots[0]!, { scopes: ['groupchat'] })),
    changed((m) => Object.assign(m, { hobby: 'chess' })),
    changed((m) => Object.assign(m, { extensions: [{ ribbons: [{ contexts: ['kitchen'], tabs: [] }] }] })),
  ])
  expect(ours).toEqual([])
  expect(others.map((faults) => faults.length > 0)).toEqual([true, true, true, true, true])
})

describe('what the schema cannot see', () => {
  test('a placeholder that was left over', () => {
    const faults = broken((_, files) => files.set('es.json', Buffer.from('{"name.short":"${' + '{APP}}"}')))
    expect(faults).toContain('es.json still contains ${' + '{APP}}: give it a value.')
  })

  test('a file that is named but absent, and one that is there but not named', () => {
    const faults = broken((_, files) => {
      files.delete('ar.json')
      files.set('notes.txt', Buffer.from('hi'))
    })
    expect(faults).toEqual([
      'ar.json is named in the manifest but not in the package: add the file.',
      'notes.txt is in the package but not named in the manifest: leave it out.',
    ])
  })

  test('a text that a language lacks, has too much, or makes too long', () => {
    const faults = broken((_, files) => {
      const { 'staticTabs[0].name': _name, ...texts } = JSON.parse(files.get('es.json')!.toString())
      const odd = { ...texts, 'staticTabs[9].name': 'x', 'description.short': 'x'.repeat(81) }
      files.set('es.json', Buffer.from(JSON.stringify(odd)))
    })
    expect(faults).toEqual([
      'es.json has no text for staticTabs[0].name: translate it.',
      'es.json translates staticTabs[9].name, which the manifest does not have: remove it.',
      'es.json: description.short has 81 characters; at most 80 fit.',
    ])
  })

  test.each([
    ['https://mentoring.example.com', 'plain host name'],
    ['*', 'plain host name'],
    ['x1.devtunnels.ms', 'development tunnel'],
  ])('a domain like %s', (domain, words) => {
    const faults = broken((manifest) => manifest.validDomains?.push(domain))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(words)
  })

  test('a tab on a host that is not declared, or without https', () => {
    const faults = broken((manifest) => {
      manifest.staticTabs![0]!.websiteUrl = 'https://elsewhere.example.org/'
      manifest.staticTabs![0]!.contentUrl = 'http://mentoring.example.com/tab/'
    })
    expect(faults).toEqual([
      'staticTabs "mentoring": contentUrl must be an https address.',
      'staticTabs "mentoring": elsewhere.example.org is not in validDomains; add it.',
    ])
  })

  test('a pane that lies elsewhere, a button that leads nowhere, and one that may not know its appointment', () => {
    const faults = broken((manifest) => {
      const [extension] = manifest.extensions!
      extension!.runtimes![0]!.code.page = 'https://elsewhere.example.org/pane'
      extension!.ribbons![0]!.tabs[0]!.groups![0]!.controls[0]!.actionId = 'dance'
      extension!.alternates = []
      manifest.authorization!.permissions!.resourceSpecific = []
    })
    expect(faults).toEqual([
      'extensions: https://elsewhere.example.org/pane must be an https address at mentoring.example.com, where the tab is.',
      'extensions: the button "Mentoring" names no action of a runtime.',
      'authorization: an Outlook pane needs MailboxItem.Read.User to know its appointment.',
      'extensions: without alternateIcons the add-in does not reach Outlook on a Mac.',
    ])
  })

  test('a button without its words in a language', () => {
    const key = 'extensions[0].ribbons[1].tabs[0].groups[0].controls[0].supertip.description'
    const faults = broken((_, files) => {
      const { [key]: _text, ...texts } = JSON.parse(files.get('ar.json')!.toString())
      files.set('ar.json', Buffer.from(JSON.stringify(texts)))
    })
    expect(faults).toEqual([`ar.json has no text for ${key}: translate it.`])
  })

  test('a sign-in resource that does not name the tab’s host, which Teams refuses at run time', () => {
    const faults = broken((manifest) =>
      Object.assign(manifest.webApplicationInfo!, { resource: 'api://other/1' }),
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('single sign-on needs "api://mentoring.example.com/')
  })
})

describe('icons', () => {
  const paint = (name: string, change: (rgba: Uint8Array, width: number) => void) =>
    broken((_, files) => {
      const image = decodePng(files.get(name)!)
      change(image.rgba, image.width)
      files.set(name, encodePng(image))
    })

  test('a colour icon with see-through corners is refused', () => {
    expect(paint('color.png', (rgba) => rgba.fill(0, 3, 4))).toEqual([
      'color.png has see-through pixels: fill the whole square, corners included.',
    ])
  })

  test('a colour icon whose symbol leaves the middle is refused', () => {
    const faults = paint('color.png', (rgba, width) => rgba.set([255, 255, 255, 255], (20 * width + 20) * 4))
    expect(faults).toEqual(['color.png has its symbol outside the middle 96 x 96 pixels: make it smaller.'])
  })

  test('an outline icon in grey is refused', () => {
    const faults = paint('outline.png', (rgba, width) => rgba.set([128, 128, 128, 255], (31 * width + 4) * 4))
    expect(faults).toEqual([
      'outline.png has a colour other than white: only pure white on transparent is allowed.',
    ])
  })

  test('an outline icon with a margin is refused', () => {
    const faults = paint('outline.png', (rgba, width) => {
      for (let i = 0; i < width * width; i++) {
        const [x, y] = [i % width, Math.floor(i / width)]
        if (x < 5 || x > 26 || y < 5 || y > 26) rgba[i * 4 + 3] = 0
      }
    })
    expect(faults).toEqual(['outline.png has padding: let the symbol reach the edges.'])
  })

  test('an icon of the wrong size, and a file that is no picture, are refused', () => {
    expect(
      broken((_, files) => {
        files.set('outline.png', files.get('color.png')!)
        files.set('color32x32.png', Buffer.from('not a picture'))
      }),
    ).toEqual(
      expect.arrayContaining([
        'outline.png is 192 x 192: it must be 32 x 32 pixels.',
        'color32x32.png is not a PNG file',
      ]),
    )
  })

  test('reading an icon back gives the pixels that were written', () => {
    const rgba = Uint8Array.from({ length: 5 * 3 * 4 }, (_, i) => (i * 37) % 256)
    expect(decodePng(encodePng({ width: 5, height: 3, rgba }))).toEqual({ width: 5, height: 3, rgba })
  })

  test('a damaged file is noticed', () => {
    const file = Buffer.from(good().files.get('color.png')!)
    file[60]! ^= 255
    expect(() => decodePng(file)).toThrow('is damaged')
  })
})

describe('the archive', () => {
  const entries = [
    { name: 'a.txt', data: Buffer.from('alpha '.repeat(100)) },
    { name: 'ü.txt', data: Buffer.alloc(0) },
  ]

  test('holds every file unchanged, read the way an unzip program reads', () => {
    const archive = zip(entries)
    const end = archive.length - 22
    expect(archive.readUInt32LE(end)).toBe(0x06054b50)
    let at = archive.readUInt32LE(end + 16)
    const read = Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
      const [packed, nameLength, start] = [
        archive.readUInt32LE(at + 20),
        archive.readUInt16LE(at + 28),
        archive.readUInt32LE(at + 42),
      ]
      const name = archive.subarray(at + 46, at + 46 + nameLength).toString('utf8')
      at += 46 + nameLength
      const from = start + 30 + archive.readUInt16LE(start + 26)
      return { name, data: inflateRawSync(archive.subarray(from, from + packed)) }
    })
    expect(read).toEqual(entries)
  })

  test('is the same bytes every time', () => {
    expect(zip(entries).equals(zip(entries))).toBe(true)
  })
})

describe('filling values', () => {
  test('a value with quotes cannot break the manifest', () => {
    const { text } = fill('{"name":"${' + '{NAME}}"}', { NAME: 'The "new" company\\' })
    expect(JSON.parse(text)).toEqual({ name: 'The "new" company\\' })
  })
})
