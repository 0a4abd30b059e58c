/**
 * Shows a piece of the tab to a test as a reader would meet it: language, theme, clock, Cohort and an API whose routes
 * answer with what the test says, through the real client. Answers are typed by the contract.
 */
import { QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import type { In, Out, Problem, RouteName } from '../../../bot/contract/index.ts'
import { routes } from '../../../bot/contract/routes.ts'
import { createApi } from '../../../tab/src/api/client.ts'
import { ApiProvider, createQueryClient } from '../../../tab/src/api/query.tsx'
import { Surface } from '../../../tab/src/app.tsx'
import type { HostTheme } from '../../../tab/src/teams.ts'
import { CohortProvider } from '../../../tab/src/ui/cohort.tsx'
import { MeProvider } from '../../../tab/src/ui/me.tsx'
import { NowProvider } from '../../../tab/src/ui/now.tsx'
import { loadTheme } from '../../../tab/src/ui/themes.ts'
import { Toaster } from '../../../tab/src/ui/toaster.tsx'
import { anAgreement, me } from './fixtures.ts'
import { reply } from './reply.ts'

/** A page that loads its code when opened takes a while on a busy machine; what never comes still fails. */
configure({ asyncUtilTimeout: 20_000 })

await Promise.all((['light', 'dark', 'contrast'] as const).map(loadTheme))

/**
 * Without a layout nothing seems to be in sight: a dialog that opens gets no focus, and a moment later it is hidden from readers. With
 * this it is as in a browser, but for the Tab key, which Fluent then takes from jsdom.
 */
export function withLayout(): void {
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentElement
    },
  })
  document.body.getBoundingClientRect = () => new DOMRect(0, 0, innerWidth, innerHeight)
}

/** An answer, or a function of what was sent; throw `problem(...)` for a "no", return `never` for an endless wait. */
export type Answers = { [K in RouteName]?: Out<K> | ((input: In<K>) => Out<K> | Promise<Out<K>>) }

export interface Sent {
  route: RouteName
  input: Record<string, unknown>
}

export class Said extends Error {
  readonly problem: Problem
  readonly headers: Record<string, string>
  constructor(problem: Problem, headers: Record<string, string> = {}) {
    super(problem.code)
    this.problem = problem
    this.headers = headers
  }
}

export function problem(status: number, code: string, more: Partial<Problem> = {}): Said {
  return new Said({ type: 'about:blank', title: code, status, code, ...more })
}

/** The service is away, and says after how many seconds to ask again. */
export const away = (seconds = 1) =>
  new Said(
    { type: 'about:blank', title: 'away', status: 503, code: 'database-away' },
    { 'retry-after': String(seconds) },
  )

/** An answer that never comes. */
export const never = (): Promise<never> => new Promise(() => {})
/** The network is gone. */
export const offline = (): never => {
  throw new TypeError('Failed to fetch')
}

/** Stands in for `fetch`: finds the route by method and path, answers, and remembers what was sent. */
export function answering(answers: Answers, sent: Sent[] = []): typeof fetch {
  return async (url, init) => {
    const { pathname, searchParams } = new URL(String(url), 'https://tab.test')
    const method = init?.method ?? 'GET'
    for (const [route, shape] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
      const match = new RegExp(`^${shape.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(pathname)
      if (!match || shape.method !== method) continue
      const parameters = Object.entries(match.groups ?? {}).map(([key, value]) => [
        key,
        decodeURIComponent(value),
      ])
      const input: Record<string, unknown> = {
        ...Object.fromEntries(parameters),
        ...Object.fromEntries(searchParams),
        ...(init?.body ? (JSON.parse(String(init.body)) as object) : {}),
      }
      sent.push({ route, input })
      return respond(answers[route], input)
    }
    return reply(404)
  }
}

async function respond(answer: unknown, input: unknown): Promise<Response> {
  if (answer === undefined) return reply(404, { code: 'not-found', status: 404 })
  try {
    return reply(200, await (typeof answer === 'function' ? answer(input) : answer))
  } catch (fault) {
    if (!(fault instanceof Said)) throw fault
    return reply(fault.problem.status, fault.problem, fault.headers)
  }
}

export interface ShowOptions {
  answers?: Answers
  /** Who reads; an Organizer unless said otherwise. */
  reader?: Out<'me'>
  locale?: string
  theme?: HostTheme
  timeZone?: string
}

/** Returns what testing-library's `render` does, a `user` who types and clicks, and what was `sent`. */
export function show(
  children: ReactNode,
  {
    answers = {},
    reader = me(),
    locale = 'en',
    theme = 'light',
    timeZone = 'Europe/Berlin',
  }: ShowOptions = {},
) {
  const sent: Sent[] = []
  globalThis.fetch = answering(
    {
      ...{ agreement: anAgreement(), actions: { actions: [], mayChange: true } },
      ideas: { ideas: [], objectives: [], mayWrite: true },
      ...{ pairEnd: { isAtEnd: false, sessions: 0, confirmed: [], mayGoOn: false }, ...answers },
    },
    sent,
  )
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { retry: false } })
  const screen = render(
    <Surface theme={theme} locale={locale} timeZone={timeZone}>
      <ApiProvider value={createApi(async () => 'token')}>
        <QueryClientProvider client={client}>
          <Toaster forMs={60_000}>
            <MeProvider value={reader}>
              <NowProvider serverNow={reader.now}>
                <CohortProvider all={reader.cohorts} first={reader.cohortId}>
                  {children}
                </CohortProvider>
              </NowProvider>
            </MeProvider>
          </Toaster>
        </QueryClientProvider>
      </ApiProvider>
    </Surface>,
  )
  return { ...screen, user: userEvent.setup(), sent, client }
}
