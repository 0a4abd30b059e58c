import { Button, Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ViewProps } from './app.tsx'
import { answerCall, type HostName, isHostCall, type TabHost, themeChange } from './host-protocol.ts'
import { read } from './tenant-api.ts'
import { HOST_THEMES } from './themes.ts'
import { LOCALES, useSpeech } from './words.ts'

export const HOST_NAMES: Record<ViewProps['address']['host'], HostName> = {
  teams: 'Teams',
  outlook: 'Outlook',
  office: 'Office',
}

/** A tab that has said nothing for so long is probably not there. */
const PATIENCE_MS = 20_000

/** The one static tab of the app's manifest; where to go inside it is the sub page. */
const TAB_ENTITY = 'mentoring'

/** `people/x` is the place `people` and what to show there. */
function readPlace(place: string) {
  const [page, ...sub] = place.split('/')
  return { page: page || 'my-mentoring', sub: sub.join('/') }
}

type Life = 'waiting' | 'shown' | 'failed' | 'slow'

/** The product's tab in a frame of another origin, with this page as its host. */
export function TabFrame(view: ViewProps) {
  const { company, address, persona } = view
  const [attempt, setAttempt] = useState(0)
  if (!company.productUrl) return <NoProduct />
  const { host, page, sub, lang } = address
  const key = [persona.id, host, page, sub, lang, attempt].join()
  return (
    <LiveFrame key={key} {...view} productUrl={company.productUrl} onRetry={() => setAttempt(attempt + 1)} />
  )
}

function LiveFrame(view: ViewProps & { productUrl: string; onRetry: () => void }) {
  const { address, productUrl, onRetry } = view
  const { say } = useSpeech()
  const frame = useRef<HTMLIFrameElement>(null)
  const isUp = useRef(false)
  const [life, setLife] = useState<Life>('waiting')
  const [reason, setReason] = useState('')
  const post = useCallback(
    (message: unknown) => frame.current?.contentWindow?.postMessage(message, new URL(productUrl).origin),
    [productUrl],
  )
  const host = useTabHost(view, (event, why) => {
    isUp.current = true
    if (event === 'failed') setReason(why)
    if (event !== 'initialized') setLife(event === 'failed' ? 'failed' : 'shown')
  })
  useEffect(() => {
    const hear = async ({ source, origin, data }: MessageEvent) => {
      const isTab = source === frame.current?.contentWindow && origin === new URL(productUrl).origin
      if (!isTab || !isHostCall(data)) return
      const reply = await answerCall(host, data)
      if (reply) post(reply)
    }
    const listener = (event: MessageEvent) => void hear(event)
    addEventListener('message', listener)
    return () => removeEventListener('message', listener)
  }, [host, post, productUrl])
  useEffect(() => {
    if (isUp.current) post(themeChange(HOST_THEMES[address.theme]))
  }, [address.theme, post])
  useEffect(() => {
    const timer = setTimeout(() => setLife((now) => (now === 'waiting' ? 'slow' : now)), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  const query = new URLSearchParams({ page: address.page, lang: address.lang })
  if (address.sub) query.set('sub', address.sub)
  return (
    <div className="tab-frame">
      <iframe
        ref={frame}
        title={say('tabTitle')}
        src={`${productUrl}/tab/?${query}`}
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
function useTabHost(
  view: ViewProps,
  heard: (event: Parameters<TabHost['heard']>[0], why: string) => void,
): TabHost {
  const latest = useRef({ view, heard })
  latest.current = { view, heard }
  const [host] = useState<TabHost>(() => ({
    context: () => contextOf(latest.current.view),
    token: async () => {
      const { persona } = latest.current.view
      return (await read<{ token: string }>(`token?person=${persona.id}`)).token
    },
    openPage: (_page, place) => latest.current.view.go({ app: 'tab', ...readPlace(place) }),
    openChat: () => latest.current.view.go({ app: 'chat', pane: 'teams' }),
    openWeb: (url) => void open(url, '_blank', 'noreferrer'),
    heard: (event, why) => latest.current.heard(event, why ?? ''),
  }))
  return host
}

function contextOf({ address, company, persona }: ViewProps) {
  return {
    hostName: HOST_NAMES[address.host],
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
