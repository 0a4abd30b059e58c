import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { readPlace } from './address.ts'
import {
  backButtonPress,
  type ClientType,
  contextChange,
  type HostName,
  type TabHost,
  themeChange,
} from './host-protocol.ts'
import { useWayBack } from './phone-back.ts'
import { useTabLine } from './tab-line.ts'
import { read } from './tenant-api.ts'
import { HOST_THEMES } from './themes.ts'
import type { ViewProps } from './view-props.ts'
import { LOCALES, useSpeech } from './words.ts'

export const HOST_NAMES: Record<ViewProps['address']['host'], HostName> = {
  teams: 'Teams',
  outlook: 'Outlook',
  office: 'Office',
}

const CLIENT_TYPES: Record<ViewProps['address']['device'], ClientType> = {
  desktop: 'web',
  iphone: 'ios',
  android: 'android',
}

/** A tab that has said nothing for so long is probably not there. */
const PATIENCE_MS = 20_000

/** The one static tab of the app's manifest; where to go inside it is the sub page. */
const TAB_ENTITY = 'mentoring'

/**
 * What a phone shows in its webview comes from the tenant, which makes a webview of the frame; under the other name of this
 * machine, since only a page of another site is loaded, and left, on its own.
 */
function webviewOrigin(): string {
  const url = new URL(location.origin)
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost'
  return url.origin
}

type Life = 'waiting' | 'shown' | 'failed' | 'slow'

/** The product's tab with this page as its host: in a frame of another origin, or in the phone's webview. */
export function TabFrame(view: ViewProps) {
  const { company, address, persona } = view
  const [attempt, setAttempt] = useState(0)
  if (!company.productUrl) return <NoProduct />
  const { host, device, page, sub, lang } = address
  const key = [persona.id, host, device, page, sub, lang, attempt].join()
  const origin = device === 'desktop' ? company.productUrl : webviewOrigin()
  return <LiveFrame key={key} {...view} origin={origin} onRetry={() => setAttempt(attempt + 1)} />
}

function LiveFrame(view: ViewProps & { origin: string; onRetry: () => void }) {
  const { address, origin, onRetry } = view
  const { say } = useSpeech()
  const frame = useRef<HTMLIFrameElement>(null)
  const isUp = useRef(false)
  const [life, setLife] = useState<Life>('waiting')
  const [reason, setReason] = useState('')
  const [answersBack, setAnswersBack] = useState(false)
  const host = useTabHost(view, {
    heard(event, why = '') {
      isUp.current = true
      if (event === 'failed') setReason(why)
      if (event !== 'initialized') setLife(event === 'failed' ? 'failed' : 'shown')
    },
    answersBack: () => setAnswersBack(true),
  })
  const isWebview = address.device !== 'desktop'
  const send = useTabLine({ frame, origin: new URL(origin).origin, isWebview, host })
  useWayBack(() => (answersBack ? send(backButtonPress) : host.leave()))
  useEffect(() => {
    if (isUp.current) send(themeChange(HOST_THEMES[address.theme]))
  }, [address.theme, send])
  // A link to where the tab was opened already: a frame that is up is told, and not loaded again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a visit is the event.
  useEffect(() => {
    if (isUp.current) send(contextChange(host.context()))
  }, [view.visits])
  useEffect(() => {
    const timer = setTimeout(() => setLife((now) => (now === 'waiting' ? 'slow' : now)), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  const query = new URLSearchParams({ lang: address.lang })
  if (address.page) query.set('page', address.page)
  if (address.sub) query.set('sub', address.sub)
  return (
    <div className="tab-frame">
      <iframe
        ref={frame}
        title={say('tabTitle')}
        src={`${origin}/tab/?${query}`}
        allow="clipboard-write; local-network-access"
      />
      {life === 'waiting' && (
        <div className="over">
          <Spinner label={say('loading')} />
        </div>
      )}
      {(life === 'failed' || life === 'slow') && (
        <div className="over" role="alert">
          <p>{say(life === 'failed' ? 'tabFailed' : 'tabSlow')}</p>
          {reason && <p className="quiet">{reason}</p>}
          <Button appearance="primary" onClick={onRetry}>
            {say('retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One host for the life of the frame; it always looks at the newest address and persona. */
function useTabHost(view: ViewProps, ears: Pick<TabHost, 'heard' | 'answersBack'>): TabHost {
  const latest = useRef({ view, ears })
  latest.current = { view, ears }
  const [host] = useState<TabHost>(() => ({
    context: () => contextOf(latest.current.view),
    token: async () => {
      const { persona, address } = latest.current.view
      const { device, host } = address
      const asks = { person: persona.id, device: device === 'desktop' ? device : 'phone', host }
      return (await read<{ token: string }>(`token?${new URLSearchParams(asks)}`)).token
    },
    openPage: (_page, place) => latest.current.view.go({ app: 'tab', ...readPlace(place) }),
    openChat: () => latest.current.view.go({ app: 'chat', pane: 'teams' }),
    app: () => latest.current.view.company,
    openWeb: (url) => latest.current.view.follow(url),
    leave: () => latest.current.view.go(placeBehind(latest.current.view.address)),
    heard: (event, why) => latest.current.ears.heard(event, why),
    answersBack: () => latest.current.ears.answersBack(),
  }))
  return host
}

/** Where a phone goes from the tab's first page. */
const placeBehind = ({ host }: ViewProps['address']): Partial<ViewProps['address']> =>
  host === 'outlook' ? { app: 'calendar', pane: 'outlook' } : { app: 'chat', host: 'teams', pane: 'teams' }

function contextOf({ address, company, persona }: ViewProps) {
  return {
    hostName: HOST_NAMES[address.host],
    clientType: CLIENT_TYPES[address.device],
    theme: HOST_THEMES[address.theme],
    locale: LOCALES[address.lang].replace(/-u-.*/, ''),
    userObjectId: persona.id,
    userPrincipalName: persona.upn,
    userDisplayName: persona.name,
    tenantId: company.tenantId,
    pageId: TAB_ENTITY,
    subPageId: address.sub ? `${address.page}/${address.sub}` : address.page,
  }
}

function NoProduct() {
  const { say } = useSpeech()
  return (
    <div className="empty">
      <Spinner />
      <h3>{say('tabWaiting')}</h3>
      <p>{say('tabWaitingText')}</p>
    </div>
  )
}
