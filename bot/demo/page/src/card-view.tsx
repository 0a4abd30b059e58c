import * as AdaptiveCards from 'adaptivecards'
import { useEffect, useRef, useState } from 'react'
import { cardHostConfig } from './card-config.ts'
import { knowFaces } from './card-face.ts'
import { markdownToHtml } from './markdown.ts'
import { act, type InvokeOutcome } from './tenant-api.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

interface CardViewProps {
  view: ViewProps
  messageId: string
  card: unknown
}

/** One Adaptive Card, its buttons and inputs working. The tenant replaces the card when the bot answers with another. */
export function CardView({ view, messageId, card }: CardViewProps) {
  const { say, lang } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [note, setNote] = useState<{ text: string; isBad: boolean }>()
  const latest = useRef({ view, say })
  latest.current = { view, say }
  // The card's text decides whether to draw again: reading the chat again must not empty a half-filled input.
  const source = JSON.stringify(card)
  useEffect(() => {
    const perform = async (action: AdaptiveCards.Action) => {
      setIsBusy(true)
      setNote(undefined)
      setNote(await performAction(action, messageId, latest.current))
      setIsBusy(false)
    }
    const drawn = draw(source, lang === 'ar', (action) => void perform(action))
    box.current?.replaceChildren(...(drawn ? [drawn] : []))
  }, [source, messageId, lang])
  return (
    <div className="card" aria-busy={isBusy}>
      {/* React 18 knows `inert` as an attribute like any other. */}
      <div ref={box} {...(isBusy ? { inert: '' } : {})} />
      {note && (
        <p className={note.isBad ? 'card-note is-bad' : 'card-note'} role={note.isBad ? 'alert' : 'status'}>
          {note.text}
        </p>
      )}
    </div>
  )
}

function draw(source: string, isRtl: boolean, onAction: (action: AdaptiveCards.Action) => void) {
  const card = new AdaptiveCards.AdaptiveCard()
  card.hostConfig = new AdaptiveCards.HostConfig(cardHostConfig)
  card.onExecuteAction = onAction
  card.parse(JSON.parse(source))
  card.rtl ??= isRtl
  return card.render()
}

knowFaces()

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text)
  result.didProcess = true
}

interface Latest {
  view: ViewProps
  say: ReturnType<typeof useSpeech>['say']
}

/** Does what a button asks. Returns what to tell the person, if anything. */
async function performAction(action: AdaptiveCards.Action, messageId: string, { view, say }: Latest) {
  const { follow, persona } = view
  const failed = { text: say('failed'), isBad: true }
  if (action instanceof AdaptiveCards.OpenUrlAction) {
    follow(action.url ?? '')
    return undefined
  }
  const body = { person: persona.id, messageId, data: (action as AdaptiveCards.SubmitAction).data ?? {} }
  try {
    if (!(action instanceof AdaptiveCards.ExecuteAction)) {
      const { status } = await act<{ status: number }>('chat/submit', body)
      return status < 300 ? undefined : failed
    }
    const outcome = await act<InvokeOutcome>('chat/press', { ...body, verb: action.verb })
    if (outcome.statusCode !== 200) return failed
    return typeof outcome.value === 'string' ? { text: outcome.value, isBad: false } : undefined
  } catch {
    return failed
  }
}
