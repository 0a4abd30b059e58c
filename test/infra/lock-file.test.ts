// A registry mirror may lack a platform's package; npm then leaves it out of the lock file without a word.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

type Package = { version?: string; optionalDependencies?: Record<string, string> }

/** Platform packages (pinned to one version) that some package wants and the lock file does not have. */
function missingFrom(packages: Record<string, Package>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !reachable(packages, path, name))
      .map(([name, version]) => `${path} wants ${name}@${version}`),
  )
}

/** Whether Node's own search, from a package's folder upwards, finds a package of that name. */
function reachable(packages: Record<string, Package>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

test('the lock file holds the builds for Linux, macOS and Windows', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
  expect(missingFrom(packages)).toEqual([])
  for (const system of ['linux-x64', 'darwin-arm64', 'win32-x64']) {
    expect(Object.keys(packages)).toContain(`node_modules/@esbuild/${system}`)
  }
})

test('a platform that is missing would be noticed, one that lies deeper is found', () => {
  const tool = { optionalDependencies: { 'tool-mac': '1.0.0', 'tool-linux': '1.0.0' } }
  const packages = {
    'node_modules/a/node_modules/tool': tool,
    'node_modules/a/node_modules/tool-linux': { version: '1.0.0' },
  }
  expect(missingFrom(packages)).toEqual(['node_modules/a/node_modules/tool wants tool-mac@1.0.0'])
})
