/**
 * The host's side is tried against the real teams-js, which believes it runs in a frame: messages it posts to its
 * parent go to `answerCall`, and what comes back is delivered to it as the browser would.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { app, authentication, pages } from '@microsoft/teams-js'
import {
  answerCall,
  contextChange,
  type HostCall,
  isHostCall,
  type TabContext,
  type TabHost,
  themeChange,
} from '../../../bot/demo/page/src/host-protocol.ts'

const HOST = 'http://localhost:3978'

const context: TabContext = {
  hostName: 'Teams',
  clientType: 'web',
  theme: 'dark',
  locale: 'ar',
  userObjectId: 'oid-of-ana',
  userPrincipalName: 'ana@contoso.test',
  userDisplayName: 'Ana',
  tenantId: 'tid',
  pageId: 'mentoring',
  subPageId: 'pairing-41',
}

let happened: unknown[]
let deliver: (data: unknown) => void
let host: TabHost

beforeEach(() => {
  happened = []
  host = {
    context: () => context,
    app: () => ({ linkId: 'app', tenantId: 'tid', botId: 'bot' }),
    token: async () => 'a.token',
    openPage: (page, sub) => void happened.push(['page', page, sub]),
    openChat: () => void happened.push(['chat']),
    openWeb: (url) => void happened.push(['web', url]),
    leave: () => void happened.push('left'),
    answersBack: () => void happened.push('answers back'),
    heard: (event) => void happened.push(event),
  }
  const listeners: ((event: unknown) => void)[] = []
  const parent = { postMessage: (data: unknown) => void answer(data) }
  const answer = async (data: unknown) => {
    if (!isHostCall(data)) return
    const reply = await answerCall(host, data as HostCall)
    if (reply) deliver(reply)
  }
  deliver = (data) => {
    for (const listener of listeners) listener({ data, source: parent, origin: HOST })
  }
  const frame = {
    parent,
    self: {},
    location: new URL('http://localhost:3979/tab/'),
    document: {},
    performance,
    addEventListener: (_type: string, listener: (event: unknown) => void) => void listeners.push(listener),
    removeEventListener: () => {},
    setInterval: () => 0,
  }
  Object.assign(globalThis, { window: frame })
  app._initialize(frame)
})
afterEach(() => {
  app._uninitialize()
  Reflect.deleteProperty(globalThis, 'window')
})

describe('a tab in the demo page', () => {
  it('initializes and reads who and where it is', async () => {
    await app.initialize([HOST])
    const seen = await app.getContext()
    expect(seen.app).toMatchObject({
      theme: 'dark',
      locale: 'ar',
      host: { name: 'Teams', clientType: 'web' },
    })
    expect(seen.page).toMatchObject({
      id: 'mentoring',
      subPageId: 'pairing-41',
      frameContext: 'content',
    })
    expect(seen.user).toMatchObject({ id: 'oid-of-ana', tenant: { id: 'tid' } })
    expect(happened).toEqual(['initialized'])
  })

  it('gets a token, or the reason why there is none', async () => {
    await app.initialize([HOST])
    expect(await authentication.getAuthToken()).toBe('a.token')
    host.token = () => Promise.reject(new Error('no such person'))
    await expect(authentication.getAuthToken()).rejects.toThrow('no such person')
  })

  it('hears of a new theme', async () => {
    await app.initialize([HOST])
    const told = new Promise((done) => app.registerOnThemeChangeHandler(done))
    deliver(themeChange('contrast'))
    expect(await told).toBe('contrast')
  })

  it('moves within the app and to its chat', async () => {
    await app.initialize([HOST])
    await pages.currentApp.navigateTo({ pageId: 'people', subPageId: 'ana' })
    await pages.navigateToApp({
      appId: '11111111-1111-1111-1111-111111111111',
      pageId: 'conversations',
    } as never)
    await pages.currentApp.navigateToDefaultPage()
    expect(happened.slice(1)).toEqual([['page', 'people', 'ana'], ['chat'], ['page', '', '']])
  })

  it('opens links: its own pages in place in Teams, in a browser tab elsewhere', async () => {
    await app.initialize([HOST])
    const link = `https://teams.microsoft.com/l/entity/app/publish?context=${encodeURIComponent('{"subEntityId":"s1"}')}`
    await app.openLink(link)
    host.context = () => ({ ...context, hostName: 'Outlook' })
    await app.openLink(link)
    await expect(app.openLink('javascript:alert(1)')).rejects.toThrow()
    expect(happened.slice(1)).toEqual([
      ['page', 'publish', 's1'],
      ['web', link],
    ])
  })

  it('does not find another app, and hears of each link that leads into it while it is open', async () => {
    await app.initialize([HOST])
    const other = 'https://teams.microsoft.com/l/entity/other/mentoring'
    await expect(app.openLink(other)).rejects.toThrow('App not found')
    const told: unknown[] = []
    app.registerOnContextChangeHandler((changed) => void told.push(changed))
    deliver(contextChange(context))
    deliver(contextChange(context))
    await new Promise(setImmediate)
    expect(told).toMatchObject([{ subEntityId: 'pairing-41' }, { subEntityId: 'pairing-41' }])
  })

  it('reports that it is ready, or why not', async () => {
    await app.initialize([HOST])
    app.notifyAppLoaded()
    await app.notifySuccess()
    app.notifyFailure({ reason: app.FailedReason.AuthFailed, message: 'no token' })
    await Promise.resolve()
    expect(happened).toEqual(['initialized', 'loaded', 'ready', 'failed'])
  })

  it('is told nothing about calls the host does not know', async () => {
    expect(await answerCall(host, { id: 7, func: 'toString' })).toBeUndefined()
    expect(await answerCall(host, { id: 8, func: 'mail.composeMail' })).toBeUndefined()
  })
})
