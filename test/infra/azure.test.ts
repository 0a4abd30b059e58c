// Rules about infra/ that text can show. No Bicep compiler can be installed here; these catch what reviewers ask about.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const bicep = read('infra/azure.bicep')
const code = (text: string) => text.replace(/^\s*\/\/.*$/gm, '').replace(/\s\/\/ .*$/gm, '')
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!)
const times = (text: string, word: string) => text.split(new RegExp(`\\b${word}\\b`)).length - 1
const envNames = names(read('env/.env.dev'), /^([A-Z0-9_]+)=/gm)

/** Every fault of a Bicep text against the rules of this project. */
function faultsOf(text: string): string[] {
  const source = code(text)
  const faults: string[] = []
  const must = (what: string, holds: boolean) => {
    if (!holds) faults.push(what)
  }
  const parameters = names(source, /^param (\w+) /gm)
  const secrets = names(source, /@secure\(\)\s*(?:@[^\n]*\s*)*param (\w+) /g)
  for (const name of parameters) must(`param ${name} is used`, times(source, name) > 1)
  for (const name of names(source, /^var (\w+) /gm)) must(`var ${name} is used`, times(source, name) > 1)
  for (const name of parameters.filter((each) => /password|secret$|keys$/i.test(each)))
    must(`${name} is @secure()`, secrets.includes(name))
  for (const line of source.split('\n').filter((each) => each.startsWith('output '))) {
    must(
      `no secret in "${line}"`,
      !secrets.some((name) => line.includes(name)) && !/list(Keys|Secrets)|secrets?['./]/i.test(line),
    )
  }
  for (const [, type, version] of source.matchAll(/resource \w+ '([\w./]+)@([\w-]+)'/g)) {
    const onlyPreviewExists = type === 'Microsoft.Insights/diagnosticSettings'
    must(
      `${type} uses a stable API of 2022 or later`,
      onlyPreviewExists || /^202[2-9]-\d\d-\d\d$/.test(version!),
    )
  }
  for (const block of source.split(/^resource /m).filter((each) => each.includes('roleAssignments@'))) {
    must('a role is given on one resource, not on the whole group', /^\s+scope: \w+$/m.test(block))
  }
  must('https only', /httpsOnly: true/.test(source))
  must('TLS 1.2', /minTlsVersion: '1\.[23]'/.test(source))
  must('no FTP', /ftpsState: 'Disabled'/.test(source))
  must('health check on /readyz', /healthCheckPath: '\/readyz'/.test(source))
  must(
    'the bot is single tenant with a managed identity',
    /msaAppType: 'UserAssignedMSI'/.test(source) && /msaAppTenantId:/.test(source),
  )
  must('the database is not on the internet', /publicNetworkAccess: 'Disabled'/.test(source))
  must('the vault has no access policies', /enableRbacAuthorization: true/.test(source))
  const serviceUrl = /resource databaseUrl[\s\S]*?value: '([^']*)'/.exec(source)?.[1] ?? ''
  must(
    'the service does not sign in as who owns the tables',
    /\bdatabaseService\b/.test(serviceUrl) && !/\bdatabaseOwner\b/.test(serviceUrl),
  )
  must('what people say is sealed by a key of the vault', /DATA_KEYS: '@Microsoft\.KeyVault/.test(source))
  must('no list of keys is read', !/\blistKeys\(/.test(source))
  for (const [open, close] of ['{}', '[]', '()'])
    must(`${open}${close} are balanced`, source.split(open!).length === source.split(close!).length)
  return faults
}

describe('azure.bicep', () => {
  test('keeps the rules', () => {
    expect(faultsOf(bicep)).toEqual([])
  })

  test.each([
    ['httpsOnly: true', 'httpsOnly: false', 'https only'],
    ["ftpsState: 'Disabled'", "ftpsState: 'AllAllowed'", 'no FTP'],
    ["minTlsVersion: '1.2'", "minTlsVersion: '1.0'", 'TLS 1.2'],
    ['@secure()\n@minLength(16)', '@minLength(16)', 'databasePassword is @secure()'],
    ['@secure()\n@minLength(46)', '@minLength(46)', 'dataKeys is @secure()'],
    ['{databaseService}', '{databaseOwner}', 'the service does not sign in'],
    ["DATA_KEYS: '@Microsoft.KeyVault(", "DATA_KEYS: 'x(", 'what people say is sealed'],
    ['output TAB_DOMAIN string = host', 'output TAB_DOMAIN string = databasePassword', 'no secret in'],
    ['  scope: vault\n', '', 'a role is given on one resource'],
    ['botServices@2022-09-15', 'botServices@2021-03-01', 'Microsoft.BotService/botServices uses'],
    ['linuxFxVersion: ', 'linuxFxVersion: {', '{} are balanced'],
    [
      "var databaseName = 'mentoring'",
      "var databaseName = 'mentoring'\nvar unused = 1",
      'var unused is used',
    ],
  ])('the rules can fail: %s -> %s', (from, to, fault) => {
    expect(bicep).toContain(from)
    expect(faultsOf(bicep.replace(from, to)).join('\n')).toContain(fault)
  })

  test('gets a value for every parameter that has none of its own, and for no other', () => {
    const given = Object.keys(JSON.parse(read('infra/azure.parameters.json')).parameters)
    const all = names(code(bicep), /^param (\w+) /gm)
    const needed = names(code(bicep), /^param (\w+) \w+$/gm)
    expect(given.filter((name) => !all.includes(name))).toEqual([])
    expect(needed.filter((name) => !given.includes(name))).toEqual([])
  })

  test('hands its outputs to the environment file by name', () => {
    for (const name of names(bicep, /^output (\w+) /gm)) expect(envNames).toContain(name)
  })
})

describe('every value that a template asks for has a line in env/.env.dev', () => {
  test.each([
    'teamsapp.yml',
    'infra/azure.parameters.json',
    'infra/aad.manifest.json',
    'manifest/manifest.json',
  ])('%s', (path) => {
    const asked = names(read(path), /\$\{\{([A-Z0-9_]+)\}\}/g).filter((name) => !name.startsWith('SECRET_'))
    expect(asked.filter((name) => !envNames.includes(name))).toEqual([])
  })

  test('and the committed file holds no secret', () => {
    expect(envNames.filter((name) => /SECRET|PASSWORD|KEY/.test(name))).toEqual([])
  })
})

describe('teamsapp.yml', () => {
  const yml = read('teamsapp.yml')

  test('writes what it creates to lines that exist', () => {
    const written = names(yml, /^ {6}\w+: ([A-Z0-9_]+)$/gm)
    expect(written.length).toBeGreaterThan(4)
    expect(written.filter((name) => !envNames.includes(name))).toEqual([])
  })

  test('names files that exist', () => {
    const paths = names(yml, /(?:manifestPath|path|parameters): \.\/(\S+)/g)
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) expect(() => read(path)).not.toThrow()
  })

  test('has the three stages and no inline braces, which the toolkit cannot read around a value', () => {
    expect(names(yml, /^(provision|deploy|publish):$/gm)).toEqual(['provision', 'deploy', 'publish'])
    expect(yml.replaceAll(/\$\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/)
  })
})

describe('the image', () => {
  const docker = read('infra/Dockerfile')
  const last = docker.slice(docker.lastIndexOf('\nFROM '))

  test('runs as an ordinary user, with run-time packages only, and Node gets the signals', () => {
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^CMD \["node", .*"dist\/bot\/main\.js"\]$/m)
    expect(docker).toMatch(/npm ci --omit=dev/)
    expect(last).not.toMatch(/npm (ci|install)/)
  })

  test('is not sent the history, the packages or the secrets of this machine', () => {
    const ignored = read('.dockerignore').split('\n')
    for (const path of ['.git', 'node_modules', 'env', '.data']) expect(ignored).toContain(path)
  })
})
