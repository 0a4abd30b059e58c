/**
 * What the demo's phone makes of a frame is tried with the real teams-js: it must take the frame for a webview, speak through
 * `nativeInterface` in texts, and get every answer that way.
 */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { app, authentication, pages } from '@microsoft/teams-js'
import {
  answerCall,
  backButtonPress,
  isHostCall,
  type TabContext,
  type TabHost,
  themeChange,
} from '../../../bot/demo/page/src/host-protocol.ts'

const script = readFileSync(new URL('../../../bot/demo/page/public/webview.js', import.meta.url), 'utf8')
const ORIGIN = 'http://localhost:3978'

interface Webview {
  parent: unknown
  frameElement: unknown
  nativeInterface?: { framelessPostMessage(text: unknown): void }
}

let phone: TabContext
let happened: unknown[]
let line: MessagePort
let frame: Webview

beforeEach(() => {
  happened = []
  phone = {
    hostName: 'Teams',
    clientType: 'ios',
    theme: 'dark',
    locale: 'ar',
    userObjectId: 'oid-of-ana',
    userPrincipalName: 'ana@contoso.test',
    userDisplayName: 'Ana',
    tenantId: 'tid',
    pageId: 'mentoring',
    subPageId: 'check-ins',
  }
  const page = {
    postMessage(data: unknown, origin: string, [port]: MessagePort[]) {
      expect([data, origin]).toEqual(['webview', '*'])
      line = port!
      line.onmessage = ({ data: text }) => void answer(JSON.parse(text as string))
    },
  }
  frame = openFrame(page)
  runScript(frame)
  Object.assign(globalThis, { window: frame })
  app._initialize(frame)
})
afterEach(() => {
  line.close()
  app._uninitialize()
  Reflect.deleteProperty(globalThis, 'window')
})

/** As much of a frame's window as teams-js looks at. Nobody may reach the tab by its window's messages. */
function openFrame(page: object) {
  const window = {
    parent: page,
    top: page,
    frameElement: {},
    location: new URL(`${ORIGIN}/tab/`),
    document: {},
    performance,
    addEventListener: () => {},
    removeEventListener: () => {},
    setInterval: () => 0,
  }
  return Object.assign(window, { self: window }) as unknown as Webview
}

/** In a page `window` is the global object, so that its properties are names too. */
function runScript(window: Webview) {
  new Function('window', 'location', script)(window, new URL(`${ORIGIN}/tab/`))
}

const host: TabHost = {
  context: () => phone,
  app: () => ({ linkId: 'app', tenantId: 'tid', botId: 'bot' }),
  token: async () => 'a.token',
  openPage: (...place) => void happened.push(['page', ...place]),
  openChat: () => void happened.push('chat'),
  openWeb: (url) => void happened.push(['web', url]),
  leave: () => void happened.push('left'),
  answersBack: () => void happened.push('answers back'),
  heard: (event) => void happened.push(event),
}

const tell = (message: unknown) => line.postMessage(JSON.stringify(message))
async function answer(call: unknown) {
  if (!isHostCall(call)) return
  const reply = await answerCall(host, call)
  if (reply) tell(reply)
}
/** Until what was told before has arrived. */
const arrived = () => app.getContext()

describe('the tab on the demo’s phone', () => {
  it('finds no window that holds it', () => {
    expect(frame.parent).toBe(frame)
    expect(frame.frameElement).toBeNull()
  })

  it('opens through the native interface, and learns that it is on a phone', async () => {
    await app.initialize()
    const { app: shown, page } = await app.getContext()
    expect(shown).toMatchObject({ theme: 'dark', locale: 'ar', host: { name: 'Teams', clientType: 'ios' } })
    expect(page.subPageId).toBe('check-ins')
    expect(await authentication.getAuthToken()).toBe('a.token')
    await app.notifySuccess()
    await arrived()
    expect(happened).toEqual(['initialized', 'ready'])
  })

  it('hears of a new theme, and of the back button', async () => {
    await app.initialize()
    const told = new Promise((done) => app.registerOnThemeChangeHandler(done))
    tell(themeChange('contrast'))
    expect(await told).toBe('contrast')
    let isDeep = true
    pages.backStack.registerBackButtonHandler(() => isDeep)
    await arrived()
    expect(happened).toEqual(['initialized', 'answers back'])
    tell(backButtonPress)
    await arrived()
    expect(happened).not.toContain('left')
    isDeep = false
    tell(backButtonPress)
    await arrived()
    expect(happened).toContain('left')
  })

  it('is offered what phones offer, and no more: the rest is refused before it is sent', async () => {
    await app.initialize()
    expect([pages.currentApp.isSupported(), pages.backStack.isSupported()]).toEqual([false, true])
    await expect(pages.currentApp.navigateToDefaultPage()).rejects.toMatchObject({ errorCode: 100 })
    expect(await answerCall(host, { id: 9, func: 'pages.currentApp.navigateToDefaultPage' })).toBeUndefined()
  })

  it('is not asked before Outlook goes back', async () => {
    phone = { ...phone, hostName: 'Outlook', clientType: 'android' }
    await app.initialize()
    expect(pages.backStack.isSupported()).toBe(false)
    expect(await answerCall(host, { id: 9, func: 'navigateBack' })).toBeUndefined()
  })

  it('leads from Outlook to Teams where a link says so, as phones do', async () => {
    phone = { ...phone, hostName: 'Outlook' }
    await app.initialize()
    await app.openLink(
      'https://teams.microsoft.com/l/entity/app/mentoring?context=%7B%22subEntityId%22%3A%22people%22%7D',
    )
    expect(happened.slice(1)).toEqual([['page', 'mentoring', 'people']])
  })

  it('can send texts only', () => {
    expect(() => frame.nativeInterface!.framelessPostMessage({ id: 1, func: 'initialize' })).toThrow(
      TypeError,
    )
  })
})

it('opened by hand, outside of a phone, the tab finds no host either', () => {
  const alone = openFrame({})
  alone.parent = alone
  runScript(alone)
  expect(alone.nativeInterface).toBeUndefined()
})
