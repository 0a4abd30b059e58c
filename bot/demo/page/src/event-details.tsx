import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { DismissRegular, PeopleSwapFilled, VideoRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { act, type CalendarItem } from './tenant-api.ts'
import { useSpeech, type Word } from './words.ts'

interface EventDetailsProps {
  item: CalendarItem
  personId: string
  zone: string
  onClose: () => void
  /** The product's button in the ribbon of an appointment. */
  onAddIn?: () => void
}

const ANSWERS: Record<string, Word> = {
  accepted: 'answerAccepted',
  declined: 'answerDeclined',
  tentativelyAccepted: 'answerTentative',
  organizer: 'answerOrganizer',
}
const answerWord = (response: string) => ANSWERS[response] ?? 'answerNone'

/** Everything about one event: when, with whom, the agenda, joining and answering. */
export function EventDetails({ item, personId, zone, onClose, onAddIn }: EventDetailsProps) {
  const { say, locale } = useSpeech()
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="event-details">
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={say('close')}
                onClick={onClose}
              />
            }
          >
            {item.subject || say('busy')}
          </DialogTitle>
          <DialogContent>
            {onAddIn && (
              <div className="event-ribbon">
                <Button size="small" appearance="subtle" icon={<PeopleSwapFilled />} onClick={onAddIn}>
                  {say('addIn')}
                </Button>
              </div>
            )}
            <p className="event-when">
              {whenText(item, zone, locale)}
              {item.seriesMasterId && ` · ${say('series')}`}
            </p>
            {item.organizer && <p className="quiet">{say('organizedBy', { name: item.organizer })}</p>}
            {item.joinUrl && (
              <Button
                as="a"
                appearance="primary"
                icon={<VideoRegular />}
                href={item.joinUrl}
                target="_blank"
                rel="noreferrer"
              >
                {say('join')}
              </Button>
            )}
            <EventAnswer item={item} personId={personId} />
            <EventCancel item={item} personId={personId} onDone={onClose} />
            <EventText html={item.bodyHtml} />
            <EventPeople item={item} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function whenText({ start, end }: CalendarItem, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone })
  return format.formatRange(new Date(start), new Date(end))
}

const RESPONSES = [
  { response: 'accepted', word: 'accept', means: 'accepted' },
  { response: 'tentative', word: 'tentative', means: 'tentativelyAccepted' },
  { response: 'declined', word: 'decline', means: 'declined' },
] as const

function EventAnswer({ item, personId }: { item: CalendarItem; personId: string }) {
  const { say } = useSpeech()
  const [problem, setProblem] = useState('')
  if (!item.isHold || item.isOrganizer || item.isCancelled) return null
  const respond = (response: string) =>
    act('calendar/respond', { person: personId, eventId: item.id, response }).then(
      () => setProblem(''),
      (error: Error) => setProblem(error.message),
    )
  return (
    <div className="event-answer">
      {RESPONSES.map(({ response, word, means }) => (
        <Button
          key={response}
          appearance={item.response === means ? 'primary' : 'secondary'}
          aria-pressed={item.response === means}
          onClick={() => void respond(response)}
        >
          {say(word)}
        </Button>
      ))}
      <output>{say(answerWord(item.response))}</output>
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}

/** Whoever organizes it may call it off, one date or the whole series; asked once more, since it cannot be taken back. */
function EventCancel({
  item,
  personId,
  onDone,
}: Pick<EventDetailsProps, 'item' | 'personId'> & { onDone: () => void }) {
  const { say } = useSpeech()
  const [asking, setAsking] = useState<string>()
  const [problem, setProblem] = useState('')
  if (!item.isHold || !item.isOrganizer || item.isCancelled) return null
  const { id, seriesMasterId } = item
  const choices: { eventId: string; word: Word }[] = seriesMasterId
    ? [
        { eventId: id, word: 'cancelDate' },
        { eventId: seriesMasterId, word: 'cancelSeries' },
      ]
    : [{ eventId: id, word: 'cancelMeeting' }]
  const send = (eventId: string) =>
    act('calendar/cancel', { person: personId, eventId }).then(onDone, (error: Error) =>
      setProblem(error.message),
    )
  return (
    <div className="event-answer">
      {asking === undefined ? (
        choices.map(({ eventId, word }) => (
          <Button key={word} onClick={() => setAsking(eventId)}>
            {say(word)}
          </Button>
        ))
      ) : (
        <>
          <Button appearance="primary" onClick={() => void send(asking)}>
            {say('cancelSend')}
          </Button>
          <Button onClick={() => setAsking(undefined)}>{say('cancelKeep')}</Button>
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}

/** The agenda as words. An invitation is somebody else's HTML, so none of it becomes part of this page. */
function EventText({ html }: { html: string }) {
  const lines = textLines(html)
  if (lines.length === 0) return null
  return (
    <div className="event-text" dir="auto">
      {lines.map((parts, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity, and never move
        <p key={at}>
          {parts.map(({ text, href }, part) =>
            href ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have their parts
              <a key={part} href={href}>
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      ))}
    </div>
  )
}

interface Part {
  text: string
  href?: string
}

/** Lines of text and web links; whatever else an invitation holds is left out. */
function textLines(html: string): Part[][] {
  const broken = html
    .replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)[^>]*>/gi, '\n$&')
    .replace(/<li[^>]*>/gi, '$&• ')
  const { body } = new DOMParser().parseFromString(broken, 'text/html')
  const lines: Part[][] = [[]]
  const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const href = node.parentElement?.closest<HTMLAnchorElement>('a[href^="https:"]')?.href
    const [first = '', ...rest] = (node.textContent ?? '').split('\n')
    lines.at(-1)!.push({ text: first, ...(href ? { href } : {}) })
    for (const text of rest) lines.push([{ text, ...(href ? { href } : {}) }])
  }
  return lines.filter((parts) => parts.some(({ text }) => text.trim()))
}

function EventPeople({ item }: { item: CalendarItem }) {
  const { say } = useSpeech()
  if (item.attendees.length === 0) return null
  return (
    <section aria-label={say('attendees')}>
      <h4>{say('attendees')}</h4>
      <ul className="event-people">
        {item.attendees.map(({ name, response }) => (
          <li key={name}>
            {name} <span className="quiet">{say(answerWord(response))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
