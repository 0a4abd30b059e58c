import { Button, Textarea } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { BotFace } from './bot-face.tsx'
import { MessageView } from './message-view.tsx'
import { act, type ShownMessage, useTenant } from './tenant-api.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** The persona's own chat with the bot. */
export function BotChat(view: ViewProps) {
  const { persona } = view
  const { say } = useSpeech()
  const { data: messages = [] } = useTenant<ShownMessage[]>(`chat?person=${persona.id}`, ['chat'])
  const log = useRef<HTMLDivElement>(null)
  const last = messages.at(-1)?.id
  useEffect(() => {
    if (last) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [last])
  useRefresh(persona.id, messages)
  return (
    <div className="chat">
      <div className="body-head">
        <BotFace />
        <h3>{say('bot')}</h3>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls must be reachable by keyboard */}
      <div ref={log} className="messages" role="log" aria-label={say('chatWith')} tabIndex={0}>
        {messages.length === 0 && (
          <div className="empty">
            <h3>{say('chatEmpty')}</h3>
            <p>{say('chatEmptyText')}</p>
          </div>
        )}
        {messages.map((message) => (
          <MessageView key={message.id} view={view} message={message} />
        ))}
      </div>
      <Compose personId={persona.id} />
    </div>
  )
}

/** As Teams does: a card with a `refresh` for this person is asked again once, when the chat is opened. */
function useRefresh(person: string, messages: ShownMessage[]): void {
  const asked = useRef(new Set<string>())
  useEffect(() => {
    for (const { id, card } of messages) {
      const wantsRefresh = (card as { refresh?: unknown } | undefined)?.refresh !== undefined
      if (!wantsRefresh || asked.current.has(id)) continue
      asked.current.add(id)
      act('chat/refresh', { person, messageId: id }).catch(() => {})
    }
  }, [person, messages])
}

function Compose({ personId }: { personId: string }) {
  const { say } = useSpeech()
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const send = async () => {
    const words = text.trim()
    if (!words) return
    setText('')
    const { status } = await act<{ status: number }>('chat/say', { person: personId, text: words })
    setNote(status < 300 ? '' : say('unheard'))
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <form
      className="compose"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      {note && <p role="alert">{note}</p>}
      <Textarea
        className="compose-text"
        aria-label={say('chatWrite')}
        placeholder={say('chatWrite')}
        rows={1}
        value={text}
        onChange={(_event, { value }) => setText(value)}
        onKeyDown={onEnter}
      />
      <Button
        type="submit"
        appearance="subtle"
        icon={<SendRegular className="mirrored" />}
        aria-label={say('chatSend')}
      />
    </form>
  )
}
