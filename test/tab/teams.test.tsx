import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/react'
import {
  appLink,
  localeOf,
  NoHost,
  openHost,
  readSettings,
  shareLink,
  themeOf,
  tokenSource,
} from '../../tab/src/teams.ts'

const origin = 'https://teams.microsoft.com'
const realParent = window.parent

/**
 * A host on the other side of `postMessage`, speaking the protocol of teams-js 2.58 to the unmodified library:
 * `initialize` is answered with frame context, client, version and runtime; `getContext` with the flat legacy context.
 */
function frameUs({
  silent = false,
  mute = [] as string[],
  theme = 'dark',
  locale = 'es-es',
  subEntityId = 'check-ins',
} = {}) {
  const heard: string[] = []
  const say = (data: object) =>
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: parent as unknown as Window }))
  const parent = {
    postMessage(message: { id: number; uuidAsString: string; func: string }) {
      heard.push(message.func)
      if (silent) return
      const answer = mute.includes(message.func) ? undefined : answersTo(message.func)
      if (answer)
        queueMicrotask(() => say({ id: message.id, uuidAsString: message.uuidAsString, args: answer }))
    },
  }
  const answersTo = (func: string): unknown[] | undefined => {
    if (func === 'initialize') {
      return ['content', 'web', '2.0.1', JSON.stringify({ apiVersion: 4, supports: { app: {} } })]
    }
    if (func === 'getContext') {
      return [
        { theme, locale, subEntityId, entityId: 'mentoring', hostClientType: 'web', frameContext: 'content' },
      ]
    }
    if (func === 'authentication.getAuthToken') return [true, 'a.b.c']
    return undefined
  }
  Object.defineProperty(window, 'parent', { configurable: true, value: parent })
  return { heard, sends: (func: string, args: unknown[]) => say({ func, args }) }
}

/** The library asks a CDN for origins of its own; without a network it falls back on the list that it carries. */
const library = async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
  jest.resetModules()
  return import('../../tab/src/teams-js.ts')
}

afterEach(() => {
  Object.defineProperty(window, 'parent', { configurable: true, value: realParent })
})

describe('in a host', () => {
  test('theme, language and destination come from its context, the token from it too', async () => {
    frameUs()
    const host = await openHost({ hostOrigins: [] }, library)
    expect([host.theme, host.locale, host.destination]).toEqual(['dark', 'es-ES', 'check-ins'])
    expect(await host.token()).toBe('a.b.c')
  })

  test.each([
    ['as it stands on the wire', { subEntityId: 'people/lena', entityId: 'mentoring' }],
    ['as the library types it', { page: { id: 'mentoring', subPageId: 'people/lena' } }],
  ])('a link leads there each time it is opened; its context arrives %s', async (_how, context) => {
    const { sends } = frameUs()
    const host = await openHost({ hostOrigins: [] }, library)
    const led: string[] = []
    host.onDestination((to) => led.push(to))
    sends('contextChange', [context])
    sends('contextChange', [context])
    sends('contextChange', [{ theme: 'dark' }])
    sends('contextChange', [])
    await waitFor(() => expect(led).toEqual(['people/lena', 'people/lena']))
  })

  test('a change of theme arrives, and the host hears that the first page can be used', async () => {
    const { heard, sends } = frameUs()
    const host = await openHost({ hostOrigins: [] }, library)
    const themes: string[] = []
    host.onTheme((theme) => themes.push(theme))
    sends('themeChange', ['contrast'])
    await waitFor(() => expect(themes).toEqual(['contrast']))
    host.succeeded()
    await waitFor(() => expect(heard).toContain('appInitialization.success'))
  })

  test('one that starts and then never answers hears that the tab failed, instead of showing its spinner', async () => {
    const { heard } = frameUs({ mute: ['getContext'] })
    await expect(openHost({ hostOrigins: [] }, library, 300)).rejects.toBeInstanceOf(NoHost)
    await waitFor(() => expect(heard).toContain('appInitialization.failure'))
  })

  test('one that never answers is given up in time', async () => {
    frameUs({ silent: true })
    await expect(openHost({ hostOrigins: [] }, library, 20)).rejects.toBeInstanceOf(NoHost)
  })
})

test('in a plain browser it says at once that there is no host', async () => {
  await expect(openHost({ hostOrigins: [] }, library)).rejects.toBeInstanceOf(NoHost)
})

/** A phone's webview: no parent window, and a host that answers through `window.nativeInterface` as teams-js 2.58 asks it to. */
function inWebview({ silent = false, pages = { backStack: {} } as object } = {}) {
  const heard: { func: string; args?: unknown[] }[] = []
  const answers: Record<string, unknown[]> = {
    initialize: ['content', 'ios', '2.0.1', JSON.stringify({ apiVersion: 4, supports: { app: {}, pages } })],
    getContext: [
      {
        theme: 'dark',
        locale: 'ar-sa',
        subEntityId: 'check-ins',
        entityId: 'mentoring',
        hostClientType: 'ios',
      },
    ],
    'authentication.getAuthToken': [true, 'a.b.c'],
  }
  const framelessPostMessage = (text: string) => {
    const message = JSON.parse(text) as { id: number; uuidAsString: string; func: string; args?: unknown[] }
    heard.push(message)
    const args = answers[message.func]
    if (silent || !args) return
    const reply = { data: { id: message.id, uuidAsString: message.uuidAsString, args } }
    queueMicrotask(() => (window as unknown as Webview).onNativeMessage(reply as MessageEvent))
  }
  Object.assign(window, { nativeInterface: { framelessPostMessage } })
  const tell = (func: string) =>
    (window as unknown as Webview).onNativeMessage({ data: { func, args: [] } } as MessageEvent)
  return { heard, tell }
}

interface Webview {
  onNativeMessage(event: MessageEvent): void
}

describe('on a phone, where no window holds the tab', () => {
  afterEach(() => {
    delete (window as { nativeInterface?: unknown }).nativeInterface
  })

  test('the tab opens with what the app tells, and gets its token there', async () => {
    const { heard } = inWebview()
    const host = await openHost({ hostOrigins: [] }, library)
    expect([host.theme, host.locale, host.destination]).toEqual(['dark', 'ar-SA', 'check-ins'])
    expect(await host.token()).toBe('a.b.c')
    host.succeeded()
    await waitFor(() => expect(heard.map(({ func }) => func)).toContain('appInitialization.success'))
  })

  test('its back button asks the tab first, and leaves it when there is nowhere to go', async () => {
    const { heard, tell } = inWebview()
    const host = await openHost({ hostOrigins: [] }, library)
    let deep = true
    host.onBack(() => deep)
    tell('backButtonPress')
    expect(heard.map(({ func }) => func)).not.toContain('navigateBack')
    deep = false
    tell('backButtonPress')
    await waitFor(() => expect(heard.map(({ func }) => func)).toContain('navigateBack'))
  })

  test('an app that does not ask before it goes back is left alone', async () => {
    const { heard } = inWebview({ pages: {} })
    const host = await openHost({ hostOrigins: [] }, library)
    host.onBack(() => true)
    expect(heard.flatMap(({ args }) => args ?? [])).not.toContain('backButton')
  })

  test('an app that never answers is given up in time', async () => {
    inWebview({ silent: true })
    await expect(openHost({ hostOrigins: [] }, library, 20)).rejects.toBeInstanceOf(NoHost)
  })
})

describe('the token', () => {
  const tokenUntil = (seconds: number) => `h.${btoa(JSON.stringify({ exp: seconds }))}.s`
  const inAnHour = () => Math.floor(Date.now() / 1000) + 3600

  test('is reused until shortly before it expires, and asked for again when told so', async () => {
    let asked = 0
    const token = tokenSource(async () => {
      asked += 1
      return tokenUntil(inAnHour())
    })
    await token()
    await token()
    expect(asked).toBe(1)
    await token(true)
    expect(asked).toBe(2)
  })

  test('about to expire is not reused', async () => {
    let asked = 0
    const token = tokenSource(async () => {
      asked += 1
      return tokenUntil(Math.floor(Date.now() / 1000) + 60)
    })
    await token()
    await token()
    expect(asked).toBe(2)
  })

  test('several requests at once share one question, and a refusal is not remembered', async () => {
    let asked = 0
    const token = tokenSource(async () => {
      asked += 1
      if (asked === 1) throw new Error('consent required')
      return tokenUntil(inAnHour())
    })
    const both = await Promise.allSettled([token(), token()])
    expect([asked, both.map(({ status }) => status)]).toEqual([1, ['rejected', 'rejected']])
    await token()
    expect(asked).toBe(2)
  })
})

test('settings come from the page, and an unreadable script means none', () => {
  document.body.innerHTML =
    '<script type="application/json" id="settings">{"hostOrigins":["http://localhost:3978"],"appId":"x","tenantId":"y"}</script>'
  expect(readSettings(document)).toEqual({
    hostOrigins: ['http://localhost:3978'],
    appId: 'x',
    tenantId: 'y',
  })
  document.body.innerHTML = '<script type="application/json" id="settings">oops</script>'
  expect(readSettings(document)).toEqual({ hostOrigins: [], appId: '', tenantId: '' })
})

test('unknown themes are light, and locales that Intl refuses are English', () => {
  expect(['default', 'dark', 'contrast', 'glass'].map(themeOf)).toEqual([
    'light',
    'dark',
    'contrast',
    'light',
  ])
  expect([localeOf('ar-sa'), localeOf(undefined), localeOf('not a locale')]).toEqual(['ar-SA', 'en', 'en'])
})

test('links lead back to the place', () => {
  const app = { appId: 'app-1', tenantId: 'tenant-1' }
  const link = new URL(shareLink(app, 'people/lena', 'People & others'))
  expect(link.pathname).toBe('/l/entity/app-1/mentoring')
  expect(JSON.parse(link.searchParams.get('context')!)).toEqual({ subEntityId: 'people/lena' })
  expect(link.searchParams.get('tenantId')).toBe('tenant-1')
  expect(link.search).toContain('label=People%20%26%20others')
  expect(appLink(app)).toBe('https://teams.microsoft.com/l/app/app-1?tenantId=tenant-1')
  expect(appLink({ appId: '', tenantId: 'tenant-1' })).toBe('https://teams.microsoft.com/')
})
