/** "I would like someone to talk to": asked of one independent contact, and taken back by whoever asked. */
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { chatLink } from '../../../../bot/words/chat-link.ts'
import { talkWords } from '../../../../bot/words/talks.ts'
import { useAskForTalk, useTakeTalkBack, useTalk } from '../../api/program/talks.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'

type Mine = NonNullable<Out<'talk'>['mine']>

export default function Talk({ cohortId }: { cohortId: string }) {
  const t = useText(talkWords)
  const layout = useLayout()
  const { data } = useTalk(cohortId)
  // It adds to the page, which says itself what is broken.
  if (!data || (!data.contacts && !data.mine)) return null
  const { contacts, mine } = data
  const waits = mine !== null && mine.answeredAt === undefined
  return (
    <Panel title={t('ask.title')}>
      {mine && <Asked mine={mine} />}
      {!waits && contacts && contacts.length > 0 && <AskForm cohortId={cohortId} contacts={contacts} />}
      {!waits && contacts?.length === 0 && <p className={layout.text}>{t('ask.nobody')}</p>}
    </Panel>
  )
}

function Asked({ mine }: { mine: Mine }) {
  const layout = useLayout()
  const t = useText(talkWords)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const open = useOpenLink()
  const back = useTakeTalkBack()
  const { id, contact, line, askedAt, answerOn, answeredAt, stands, isLate } = mine
  const { name, signInName } = contact
  const how = !stands ? 'gone' : isLate ? 'late' : 'by'
  return (
    <>
      <p className={layout.text}>
        {answeredAt
          ? t('mine.answered', { name, day: format.day(answeredAt) })
          : t('mine.asked', { name, day: format.day(askedAt) })}
      </p>
      {!answeredAt && <p className={layout.text}>{t(`mine.${how}`, { name, day: format.date(answerOn) })}</p>}
      {line && (
        <>
          <p className={layout.small}>{t('mine.line')}</p>
          <p className={layout.quote} dir="auto">
            {line}
          </p>
        </>
      )}
      <div className={layout.row}>
        {stands && signInName && (
          <Button onClick={() => open(chatLink(signInName))}>{t('write', { name })}</Button>
        )}
        <Button
          disabledFocusable={back.isPending}
          onClick={() =>
            back.mutate(
              { id },
              {
                onError: (fault) => toasts.say(words.whyNot(fault)),
                onSuccess: () => toasts.say(t('mine.is-back')),
              },
            )
          }
        >
          {t(answeredAt ? 'mine.remove' : 'mine.back')}
        </Button>
      </div>
    </>
  )
}

function AskForm({ cohortId, contacts }: { cohortId: string; contacts: Face[] }) {
  const layout = useLayout()
  const t = useText(talkWords)
  const toasts = useToasts()
  const words = useWords()
  const ask = useAskForTalk()
  const [chosen, choose] = useState<string>()
  const [line, setLine] = useState('')
  const { id: contactId, name } = contacts.find(({ id }) => id === chosen) ?? contacts[0]!
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (ask.isPending) return
    const said = line.trim()
    ask.mutate(
      { id: cohortId, contactId, ...(said ? { line: said } : {}) },
      {
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSuccess: () => {
          setLine('')
          toasts.say(t('ask.sent', { name }))
        },
      },
    )
  }
  return (
    <form className={layout.close} onSubmit={send}>
      <p className={layout.text}>{t('ask.lead')}</p>
      {contacts.length > 1 && (
        <Field label={t('ask.who')}>
          <Select value={contactId} onChange={(_, { value }) => choose(value)}>
            {contacts.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('ask.line')} hint={t('ask.line.hint', { name })}>
        <Input value={line} maxLength={300} dir="auto" onChange={(_, { value }) => setLine(value)} />
      </Field>
      <p className={layout.quiet}>{t('ask.reads', { name })}</p>
      <div>
        <Button type="submit" disabledFocusable={ask.isPending}>
          {t('ask.send', { name })}
        </Button>
      </div>
    </form>
  )
}
