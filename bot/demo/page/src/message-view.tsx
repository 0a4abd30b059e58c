import { BotFace } from './bot-face.tsx'
import { CardView } from './card-view.tsx'
import { Face } from './face.tsx'
import { markdownToHtml } from './markdown.ts'
import type { ShownMessage } from './tenant-api.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

interface MessageViewProps {
  view: ViewProps
  message: ShownMessage
}

/** One message as Teams shows it: who, when, then words or a card. */
export function MessageView({ view, message }: MessageViewProps) {
  const { say, locale } = useSpeech()
  const { from, at, text, card } = message
  const isMine = from !== 'bot' && from.id === view.persona.id
  const name = from === 'bot' ? say('bot') : from.name
  const time = new Date(at).toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <article className={isMine ? 'message is-mine' : 'message'} data-message={message.id}>
      {!isMine && (from === 'bot' ? <BotFace /> : <Face id={from.id} name={name} />)}
      <div className="message-body">
        <p className="message-head">
          {!isMine && <strong>{name}</strong>} <time dateTime={at}>{time}</time>{' '}
          {message.edited && <span>{say('edited')}</span>}
        </p>
        {text && <Words text={text} />}
        {card !== undefined && <CardView view={view} messageId={message.id} card={card} />}
      </div>
    </article>
  )
}

function Words({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: everything but our own few tags was escaped
  return <div className="words" dir="auto" dangerouslySetInnerHTML={{ __html: markdownToHtml(text) }} />
}
