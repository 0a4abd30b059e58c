/** The page's view of the tenant: typed calls to `/_demo`, and a hook that reads again when the tenant says so. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CalendarItem } from '../../control/calendar.ts'
import type { ShownMessage, shownTeams } from '../../control/chat.ts'
import type { Step } from '../../control/path.ts'
import type { Week } from '../../life/week.ts'
import type { InvokeOutcome } from '../../teams/acts.ts'
import type { Address } from './address.ts'

export type { CalendarItem, InvokeOutcome, ShownMessage, Step }
export type ShownTeam = ReturnType<typeof shownTeams>[number]

export interface Persona {
  role: Address['persona']
  id: string
  name: string
  title: string
  upn: string
  timeZone: string
  /** Messages of the bot that this person has not opened. */
  unread: number
  /** What the directory says they read, and whether the page's menu said so. */
  reads: string
  hasChosen: boolean
}

export interface ShownCompany {
  name: string
  tenantId: string
  people: number
  countries: number
  /** People and chart are somebody's own; the rest is invented. */
  isFromFile: boolean
  personas: Persona[]
  faults: { personId: string; kind: string; text: string; circle?: string }[]
  faultCount: number
  /** By kind, also of those that are not listed. */
  faultCounts: Record<string, number>
  productUrl: string | null
  /** By which links name the app. */
  linkId: string
  tabAppId: string
  botId: string
  now: string
  /** Whether everybody acts while the clock moves, and what the last seven days brought; null where they never do. */
  /** Where the clock is on its way to, while everybody acts. */
  movingTo: string | null
  life: { isOn: boolean; week: Week } | null
}

export async function read<T>(path: string): Promise<T> {
  return answerOf<T>(await fetch(`_demo/${path}`))
}

export async function act<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`_demo/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf<T>(response)
}

async function answerOf<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new Error(body.error ?? response.statusText)
  return body
}

type Change = 'calendar' | 'chat' | 'channel' | 'clock' | 'directory'
const listeners = new Set<(what: Change | 'all') => void>()
let stream: EventSource | undefined

function listen(listener: (what: Change | 'all') => void): () => void {
  if (!stream) stream = openStream()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function openStream(): EventSource {
  const opened = new EventSource('_demo/changes')
  const tell = (what: Change | 'all') => {
    for (const listener of listeners) listener(what)
  }
  opened.onmessage = ({ data }) => tell((JSON.parse(data as string) as { what: Change }).what)
  // After a broken connection anything may have happened meanwhile.
  opened.onopen = () => tell('all')
  return opened
}

/** Changes within this time are read once: booking sixty pairs changes the calendars a hundred times. */
const TOGETHER_MS = 300

export interface Loaded<T> {
  data: T | undefined
  error: string | undefined
  again: () => void
}

interface ShownState<T> {
  path: string | undefined
  data?: T
  error?: string
}

/**
 * Reads `path` now and after each change it depends on. What was read stays on screen until the new answer is here.
 * @param path undefined while there is nothing to ask
 */
export function useTenant<T>(path: string | undefined, changes: Change[]): Loaded<T> {
  const [state, setState] = useState<ShownState<T>>({ path })
  const wanted = useRef(path)
  wanted.current = path
  const asked = useRef({ last: 0, shown: 0 })
  const load = useCallback(() => {
    if (path === undefined) return
    const count = asked.current
    const turn = ++count.last
    // A slow answer must not overwrite what a later question already brought.
    const show = (next: (last: ShownState<T>) => ShownState<T>) => {
      if (wanted.current !== path || turn < count.shown) return
      count.shown = turn
      setState(next)
    }
    read<T>(path).then(
      (data) => show(() => ({ path, data })),
      (error: Error) => show((last) => ({ ...(last.path === path ? last : { path }), error: error.message })),
    )
  }, [path])
  const watched = changes.join()
  useEffect(() => {
    load()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen((what) => {
      if (what !== 'all' && !watched.includes(what)) return
      timer ??= setTimeout(() => {
        timer = undefined
        load()
      }, TOGETHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [load, watched])
  const isCurrent = state.path === path
  return { data: isCurrent ? state.data : undefined, error: isCurrent ? state.error : undefined, again: load }
}
