/** Settings that would let production speak to the wrong machine, trust the wrong page, or speak in clear. */
import { describe, expect, it } from '@jest/globals'
import { ConfigFaults, readConfig } from '../../bot/config.ts'

const guid = 'a3f2c1d0-5b74-4c1e-9d3a-7e60b1c2d401'
const sound = {
  PUBLIC_URL: 'https://mentoring.contoso.com',
  DATABASE_URL: 'postgres://user:password@db.contoso.com:5432/mentoring?sslmode=verify-full',
  DATA_KEYS: `2026:${Buffer.alloc(32, 1).toString('base64')}`,
  TENANT_ID: guid,
  CLIENT_ID: guid,
  CLIENT_SECRET: 'secret',
  BOT_ID: guid,
}

function faultsOf(change: Record<string, string>, strict = true): string[] {
  try {
    readConfig({ ...sound, ...change }, { strict })
    return []
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error
    return error.faults.map(({ setting }) => setting)
  }
}

/** Ways to write an address that no outside service has. */
const notOutside = [
  'http://login.contoso.com',
  'https://localhost',
  'https://LOCALHOST',
  'https://localhost.',
  'https://tab.localhost',
  'https://127.0.0.1',
  'https://127.1',
  'https://127.0.0.1.',
  'https://2130706433',
  'https://0x7f000001',
  'https://0x7f.1',
  'https://0177.0.0.1',
  'https://0.0.0.0',
  'https://0',
  'https://①②⑦.0.0.1',
  'https://[::1]',
  'https://[0:0:0:0:0:0:0:1]',
  'https://[::]',
  'https://[::ffff:127.0.0.1]',
  'https://[::ffff:7f00:1]',
  'https://[::127.0.0.1]',
  'https://[64:ff9b::7f00:1]',
  'https://[::ffff:169.254.169.254]',
  'https://[fe80::1]',
  'https://169.254.169.254',
  'https://0xA9FEA9FE',
  'https://168.63.129.16',
  'https://224.0.0.1',
  'https://255.255.255.255',
  'https://[ff02::1]',
  'https://user@localhost',
  'https://user@login.contoso.com',
  'https://user:password@login.contoso.com',
  'https://login.contoso.com:password@evil.example',
  'ht\ttps://localhost',
  ' https://127.0.0.1',
]
const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '')
const addresses = [
  'PUBLIC_URL',
  'AUTHORITY',
  'AUTHORITY_ADDRESS',
  'GRAPH',
  'GRAPH_ADDRESS',
  'BOT_OPENID_METADATA',
  'BOT_SERVICE_URL',
  'BOT_TOKEN_ISSUER',
]

describe('production', () => {
  it('starts with sound settings, and with a gateway of the house on a private address', () => {
    expect(faultsOf({})).toEqual([])
    expect(
      faultsOf({ GRAPH_ADDRESS: 'https://10.20.0.7:8443', AUTHORITY_ADDRESS: 'https://[fd00::7]' }),
    ).toEqual([])
  })

  it.each(addresses)(`%s is judged as an address, not as a text: ${notOutside.length} refused`, (setting) => {
    const passed = notOutside.filter(
      // The bot may speak to that very host: only what the address leads to is left to judge by.
      (address) =>
        !faultsOf({
          [setting]: address,
          BOT_SERVICE_HOSTS: `smba.trafficmanager.net,${hostOf(address)}`,
        }).includes(setting),
    )
    expect(passed).toEqual([])
  })

  it.each([
    '*',
    'https://*',
    'https://*.com',
    'http://portal.contoso.com',
    'portal.contoso.com',
    "'unsafe-inline'",
    'https:',
    'data:',
    'null',
    'https://portal.contoso.com/page',
    'https://portal.contoso.com; script-src *',
    'https://portal.contoso.com https://evil.example',
    'https://user@portal.contoso.com',
    'https://localhost:3978',
    'https://2130706433',
    'https://a.*.contoso.com',
  ])('HOST_ORIGINS: %s may not frame the tab', (origin) => {
    expect(faultsOf({ HOST_ORIGINS: `https://portal.contoso.com,${origin}` })).toEqual(['HOST_ORIGINS'])
  })

  it.each(['teams', '1fec8e78', '*', 'https://portal.contoso.com'])('HOST_CLIENTS: %s is no client', (id) => {
    expect(faultsOf({ HOST_CLIENTS: `c0ffee00-0000-4000-8000-000000000001,${id}` })).toEqual(['HOST_CLIENTS'])
  })

  it.each(['mentoring', 'https://company.example', 'a@b c'])(
    'NOTICE_MAILBOX: %s is no address',
    (mailbox) => {
      expect(faultsOf({ NOTICE_MAILBOX: mailbox })).toEqual(['NOTICE_MAILBOX'])
    },
  )

  it('NOTICE_MAILBOX: empty is none', () => {
    expect(readConfig({ ...sound, NOTICE_MAILBOX: '' }, { strict: true }).noticeMailbox).toBeUndefined()
  })

  it('HOST_CLIENTS: client ids are read in the spelling of tokens', () => {
    const given = 'C0FFEE00-0000-4000-8000-000000000001, c0ffee00-0000-4000-8000-000000000002'
    expect(readConfig({ ...sound, HOST_CLIENTS: given }, { strict: true }).hostClients).toEqual([
      'c0ffee00-0000-4000-8000-000000000001',
      'c0ffee00-0000-4000-8000-000000000002',
    ])
  })

  it('HOST_ORIGINS: named origins and the subdomains of one may', () => {
    expect(faultsOf({ HOST_ORIGINS: 'https://portal.contoso.com,https://*.contoso.com:8443' })).toEqual([])
  })

  it.each([
    '*',
    '*.com',
    '*.trafficmanager.net',
    'localhost',
    '127.0.0.1',
    'https://smba.trafficmanager.net',
    'a b',
  ])('BOT_SERVICE_HOSTS: the bot does not give its token to %s', (host) => {
    expect(faultsOf({ BOT_SERVICE_HOSTS: `smba.trafficmanager.net,${host}` })).toEqual(['BOT_SERVICE_HOSTS'])
  })

  it('BOT_SERVICE_URL: is one of the hosts that the bot speaks to', () => {
    expect(faultsOf({ BOT_SERVICE_URL: 'https://smba.infra.gcc.teams.microsoft.com/teams' })).toEqual([
      'BOT_SERVICE_URL',
    ])
    expect(
      faultsOf({
        BOT_SERVICE_URL: 'https://smba.infra.gcc.teams.microsoft.com/teams',
        BOT_SERVICE_HOSTS: 'smba.infra.gcc.teams.microsoft.com',
      }),
    ).toEqual([])
  })

  it.each([
    '',
    '?sslmode=disable',
    '?sslmode=allow',
    '?sslmode=prefer',
    '?sslmode=no-verify',
    '?sslmode=require',
    '?sslmode=verify-ca',
    '?sslmode=verify-full&sslmode=disable',
    '?sslmode=verify-full&ssl=false',
    '?sslmode=verify-full&host=evil.example',
    '?SSLMODE=verify-full',
  ])('DATABASE_URL%s: answers and passwords do not travel to a server nobody verified', (query) => {
    for (const setting of ['DATABASE_URL', 'DATABASE_MIGRATION_URL'])
      expect(
        faultsOf({ [setting]: `postgres://user:password@db.contoso.com:5432/mentoring${query}` }),
      ).toEqual([setting])
  })

  it('does not start without a database, with the bot open to everybody, or without a credential', () => {
    expect(faultsOf({ DATABASE_URL: '' })).toEqual(['DATABASE_URL'])
    expect(faultsOf({ BOT_TYPE: 'off' })).toEqual(['BOT_TYPE'])
    expect(faultsOf({ CLIENT_SECRET: '' })).toEqual(['CLIENT_SECRET'])
  })

  it.each(['true', 'all', '*', '-1', '99', '1.5', 'proxy.contoso.com', '10.0.0.0/99', '0.0.0.0/0', '::/0'])(
    'TRUSTED_PROXIES: "%s" names no proxy',
    (proxies) => {
      expect(faultsOf({ TRUSTED_PROXIES: proxies })).toEqual(['TRUSTED_PROXIES'])
    },
  )

  it.each(['', '0', '1', '2', '10.0.0.4', '10.0.0.0/24, fd00::/8'])(
    'TRUSTED_PROXIES: "%s" is clear',
    (proxies) => {
      expect(faultsOf({ TRUSTED_PROXIES: proxies })).toEqual([])
    },
  )
})

describe('the demo tenant', () => {
  it('lives on this machine, and even there nothing but origins may frame the tab', () => {
    const here = { PUBLIC_URL: 'http://localhost:3979', DATABASE_URL: '' }
    expect(faultsOf({ ...here, HOST_ORIGINS: 'http://localhost:3978' }, false)).toEqual([])
    expect(faultsOf({ ...here, HOST_ORIGINS: 'http://localhost:3978; script-src *' }, false)).toEqual([
      'HOST_ORIGINS',
    ])
  })
})

describe('a cloud of its own', () => {
  it.each([
    ['GCC High signs in', { AUTHORITY: 'https://login.microsoftonline.us' }, 'AUTHORITY'],
    ['GCC High has the directory', { GRAPH: 'https://graph.microsoft.us' }, 'GRAPH'],
    ['DoD has the directory', { GRAPH: 'https://dod-graph.microsoft.us' }, 'GRAPH'],
    ['China signs in', { AUTHORITY: 'https://login.chinacloudapi.cn' }, 'AUTHORITY'],
    ['China has the directory', { GRAPH: 'https://microsoftgraph.chinacloudapi.cn' }, 'GRAPH'],
    [
      "the bot's tokens are GCC High's",
      { BOT_TOKEN_ISSUER: 'https://api.botframework.us' },
      'BOT_TOKEN_ISSUER',
    ],
    ['the bot asks GCC High', { BOT_OAUTH_SCOPE: 'https://api.botframework.us/.default' }, 'BOT_OAUTH_SCOPE'],
  ])('is refused at the start, in words, where %s', (_where, change, setting) => {
    expect(faultsOf(change)).toEqual([setting])
    expect(() => readConfig({ ...sound, ...change }, { strict: true })).toThrow(
      'not in GCC High, DoD or China',
    )
  })

  it('is no fault where it is GCC, which has the worldwide sign-in and its own service of the bot', () => {
    const host = 'smba.infra.gcc.teams.microsoft.com'
    expect(faultsOf({ BOT_SERVICE_URL: `https://${host}/teams`, BOT_SERVICE_HOSTS: host })).toEqual([])
  })
})
