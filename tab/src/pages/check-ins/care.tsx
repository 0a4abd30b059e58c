/** What the Organizer can do for one pair, and what was done: a word to both, another time, a note, a date, the end. */
import { Button, Checkbox, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useEndPairing } from '../../api/enrolment/mentoring.ts'
import { useNoteFollowUp } from '../../api/meeting/check-ins.ts'
import { hrefOf } from '../../navigation.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { careStrings } from './care-strings.ts'
import type { PairHealth } from './pair-health.ts'

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  keeper: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  form: { display: 'grid', gap: tokens.spacingVerticalM },
  done: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** Teams opens a chat of all three; the words can be changed before they are sent. */
export function chatLink(chatWith: readonly string[], message: string): string {
  // https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
  const users = chatWith.map(encodeURIComponent).join(',')
  return `https://teams.microsoft.com/l/chat/0/0?users=${users}&message=${encodeURIComponent(message)}`
}

const messages: Record<string, 'message.lost' | 'message.ask'> = {
  'suggest.stalled': 'message.lost',
  'suggest.called-off': 'message.lost',
  'suggest.no-word': 'message.ask',
  'suggest.no-word-at-the-end': 'message.ask',
}

/** @param hasEnd whether what came up offers the end already. */
export function Care({ pair, hasEnd }: { pair: PairHealth; hasEnd: boolean }) {
  const styles = useStyles()
  const t = useText(careStrings)
  const toasts = useToasts()
  const { whyNot } = useWords()
  const openLink = useOpenLink()
  const { day } = useFormat()
  const end = useEndPairing()
  const [isNoting, setNoting] = useState(false)
  const [isHanding, setHanding] = useState(false)
  const [isEnding, setEnding] = useState(false)
  const name = t('pair', { mentor: pair.mentor.name, mentee: pair.mentee.name })
  const message = t(messages[pair.suggestion ?? ''] ?? 'message.help')
  const resuming = useNoteFollowUp()
  const resume = () =>
    resuming.mutate(
      { pairingId: pair.pairingId, pause: 'end' },
      {
        onSuccess: () => toasts.say(t('said.resumed', { pair: name })),
        onError: (fault) => toasts.say(whyNot(fault)),
      },
    )
  const finish = () => {
    setEnding(true)
    const send = () =>
      void end.mutateAsync({ id: pair.pairingId }).catch((fault: unknown) => {
        setEnding(false)
        toasts.say(whyNot(fault))
      })
    toasts.soon(t('end.soon', { pair: name }), send, () => setEnding(false))
  }
  return (
    <>
      {pair.pausedUntil && <p className={styles.keeper}>{t('paused', { until: day(pair.pausedUntil) })}</p>}
      {pair.keeper && <p className={styles.keeper}>{t('keeper', { name: pair.keeper.name })}</p>}
      <Done followUps={pair.followUps} />
      {isHanding ? (
        <HandOn pair={pair} name={name} stop={() => setHanding(false)} />
      ) : isNoting ? (
        <NoteForm pairingId={pair.pairingId} name={name} stop={() => setNoting(false)} />
      ) : (
        <div className={styles.acts}>
          {pair.chatWith && (
            <Button
              size="small"
              aria-label={t('write.for', { pair: name })}
              onClick={() => openLink(chatLink(pair.chatWith!, message))}
            >
              {t('write')}
            </Button>
          )}
          <Button
            size="small"
            as="a"
            href={hrefOf('schedule', pair.pairingId)}
            aria-label={t('times.for', { pair: name })}
          >
            {t('times')}
          </Button>
          <Button size="small" aria-label={t('note.for', { pair: name })} onClick={() => setNoting(true)}>
            {t('note')}
          </Button>
          {pair.pausedUntil && (
            <Button
              size="small"
              aria-label={t('resume.for', { pair: name })}
              disabledFocusable={resuming.isPending}
              onClick={resume}
            >
              {t('resume')}
            </Button>
          )}
          {othersThan(pair).length > 0 && (
            <Button size="small" aria-label={t('hand.for', { pair: name })} onClick={() => setHanding(true)}>
              {t('hand')}
            </Button>
          )}
          {!hasEnd && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={t('end.for', { pair: name })}
              disabled={isEnding}
              onClick={finish}
            >
              {t('end')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** To whom it can go: whoever could look after it, but for whoever does. */
const othersThan = ({ keeper, keepers }: PairHealth) => keepers.filter(({ id }) => id !== keeper?.id)

function HandOn({ pair, name, stop }: { pair: PairHealth; name: string; stop: () => void }) {
  const styles = useStyles()
  const t = useText(careStrings)
  const { whyNot } = useWords()
  const toasts = useToasts()
  const handing = useNoteFollowUp()
  const hand = (to: PairHealth['keepers'][number]) =>
    handing.mutate(
      { pairingId: pair.pairingId, toId: to.id },
      {
        onSuccess: () => {
          toasts.say(t('said.handed', { pair: name, name: to.name }))
          stop()
        },
        onError: (fault) => toasts.say(whyNot(fault)),
      },
    )
  return (
    <div className={styles.acts}>
      {othersThan(pair).map((to) => (
        <Button key={to.id} size="small" disabledFocusable={handing.isPending} onClick={() => hand(to)}>
          {t('hand.to', { name: to.name })}
        </Button>
      ))}
      <Button size="small" appearance="subtle" onClick={stop}>
        {t('cancel')}
      </Button>
    </div>
  )
}

function Done({ followUps }: { followUps: PairHealth['followUps'] }) {
  const styles = useStyles()
  const t = useText(careStrings)
  const { day } = useFormat()
  if (followUps.length === 0) return null
  return (
    <ul className={styles.done} aria-label={t('done')}>
      {followUps.slice(0, 5).map(({ at, by, note, until, to, pause }) => (
        <li key={at}>
          {note !== undefined && `${t('done.note', { day: day(at), name: by.name, note })} `}
          {to !== undefined && t('done.handed', { day: day(at), name: by.name, to: to.name })}
          {pause === 'begin' &&
            until !== undefined &&
            t('done.paused', { day: day(at), name: by.name, until: day(until) })}
          {pause === 'end' && t('done.resumed', { day: day(at), name: by.name })}
          {note === undefined &&
            pause === undefined &&
            until !== undefined &&
            t('done.aside', { day: day(at), name: by.name, until: day(until) })}
        </li>
      ))}
    </ul>
  )
}

function NoteForm({ pairingId, name, stop }: { pairingId: string; name: string; stop: () => void }) {
  const styles = useStyles()
  const t = useText(careStrings)
  const { whyNot } = useWords()
  const toasts = useToasts()
  const noting = useNoteFollowUp()
  const [note, setNote] = useState('')
  const [until, setUntil] = useState('')
  const [pauses, setPauses] = useState(false)
  const send = () => {
    const given = {
      ...{ ...(note.trim() ? { note } : {}), ...(until ? { until } : {}) },
      ...(pauses ? { pause: 'begin' as const } : {}),
    }
    noting.mutate(
      { pairingId, ...given },
      {
        onSuccess: () => {
          toasts.say(t('said.noted', { pair: name }))
          stop()
        },
      },
    )
  }
  const fault = noting.isError
    ? { validationMessage: whyNot(noting.error), validationState: 'error' as const }
    : {}
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field label={t('note.label')} hint={t('note.hint')} {...fault}>
        <Textarea value={note} maxLength={300} onChange={(_, { value }) => setNote(value)} autoFocus />
      </Field>
      <Field label={t('until.label')} hint={t('until.hint')}>
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <Checkbox
        checked={pauses}
        onChange={(_, { checked }) => setPauses(checked === true)}
        label={t('pause.label')}
      />
      {pauses && <p className={styles.keeper}>{t('pause.hint')}</p>}
      <div className={styles.acts}>
        <Button onClick={stop}>{t('cancel')}</Button>
        <Button type="submit" appearance="primary" disabledFocusable={noting.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
