import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useCallback, useEffect, useRef } from 'react'
import { answerBridge, type BridgeTokens } from './add-in-bridge.ts'
import { type CalendarItem, read } from './tenant-api.ts'
import { FLUENT_THEMES } from './themes.ts'
import type { ViewProps } from './view-props.ts'
import { LOCALES, useSpeech } from './words.ts'

interface PaneProps extends ViewProps {
  item: CalendarItem
  onClose: () => void
}

/** The product's add-in beside an appointment, with this page as its Outlook (`public/office.js` is the other end of the line). */
export function AddInPane(props: PaneProps) {
  const { company, persona, address, onClose } = props
  const { say } = useSpeech()
  const frame = useRef<HTMLIFrameElement>(null)
  useLine(frame, props)
  return (
    <section className="add-in" aria-label={say('addIn')}>
      <div className="body-head">
        <h3>{say('addIn')}</h3>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={say('addInClose')}
          onClick={onClose}
        />
      </div>
      {company.productUrl && (
        <iframe
          key={[persona.id, address.lang].join()}
          ref={frame}
          title={say('addIn')}
          src={`${company.productUrl}/tab/outlook`}
          allow="local-network-access"
        />
      )}
    </section>
  )
}

type Heard = { kind: 'naa'; text: string } | { kind: 'open'; url: string }

/** Tells the pane what is looked at, and answers what it asks, for as long as it is shown. */
function useLine(frame: React.RefObject<HTMLIFrameElement | null>, props: PaneProps): void {
  const latest = useRef(props)
  latest.current = props
  const line = useRef<MessagePort | undefined>(undefined)
  const tell = useCallback(() => line.current?.postMessage(contextOf(latest.current)), [])
  useEffect(() => {
    const answer = async ({ data }: MessageEvent<Heard>) => {
      const { company, persona, follow } = latest.current
      if (data.kind === 'open') return follow(data.url)
      const host = { person: persona, tenantId: company.tenantId, tokens: tokensFor(latest.current) }
      line.current?.postMessage({ kind: 'naa', text: await answerBridge(host, data.text) })
    }
    const hear = (event: MessageEvent) => {
      const { productUrl } = latest.current.company
      const isIt = event.source === frame.current?.contentWindow && event.origin === productUrl
      if (!isIt || event.data !== 'add-in' || !event.ports[0]) return
      line.current?.close()
      line.current = event.ports[0]
      line.current.onmessage = (message) => void answer(message as MessageEvent<Heard>)
      tell()
    }
    addEventListener('message', hear)
    return () => {
      removeEventListener('message', hear)
      line.current?.close()
      line.current = undefined
    }
  }, [frame, tell])
  const { item, address } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is what is shown now
  useEffect(tell, [tell, item.id, item.start, address.theme])
}

/** Outlook asks Entra in the add-in's name, as the page's origin allows it to be asked for. */
function tokensFor({ persona, company }: PaneProps) {
  return (clientId: string, scope: string) => {
    const origin = company.productUrl ?? ''
    return read<BridgeTokens>(
      `nested-token?${new URLSearchParams({ person: persona.id, clientId, scope, origin })}`,
    )
  }
}

/** Outlook's own ids are those of Exchange Web Services, in the alphabet of base64. */
function contextOf({ item, address }: PaneProps) {
  return {
    kind: 'context',
    displayLanguage: LOCALES[address.lang].replace(/-u-.*/, ''),
    officeTheme: {
      bodyBackgroundColor:
        address.theme === 'light' ? '#ffffff' : FLUENT_THEMES[address.theme].colorNeutralBackground1,
      isDarkTheme: address.theme !== 'light',
    },
    item: {
      itemId: item.id.replaceAll('-', '/').replaceAll('_', '+'),
      subject: item.subject,
      start: item.start,
      mode: item.isOrganizer ? 'compose' : 'read',
    },
  }
}
