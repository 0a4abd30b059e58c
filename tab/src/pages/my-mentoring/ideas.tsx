/** Ideas of the two: written down by either, shared once both agree, and what was decided about them. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ideaWords } from '../../../../bot/words/ideas.ts'
import { useAnswerIdea, useIdeas, useWriteIdea } from '../../api/meeting/ideas.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { MyPairing } from './pairings.ts'

type Idea = Out<'ideas'>['ideas'][number]

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  item: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  what: { margin: 0, whiteSpace: 'pre-wrap' },
  form: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

export default function Ideas({ pairing }: { pairing: MyPairing }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(ideaWords)
  const { data, error, refetch } = useIdeas(pairing.id)
  const [isWriting, setWriting] = useState(false)
  const partner = firstNameOf(pairing.partner.name)
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : null
  const { ideas, objectives, mayWrite } = data
  if (!mayWrite && ideas.length === 0) return null
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{t('lead')}</p>
      {ideas.length > 0 ? (
        <ul className={styles.list}>
          {ideas.map((idea) => (
            <Row key={idea.id} idea={idea} partner={partner} />
          ))}
        </ul>
      ) : (
        !isWriting && <p className={layout.text}>{t('none')}</p>
      )}
      {mayWrite &&
        (isWriting ? (
          <WriteForm
            pairingId={pairing.id}
            partner={partner}
            objectives={objectives}
            close={() => setWriting(false)}
          />
        ) : (
          <div>
            <Button onClick={() => setWriting(true)}>{t('write')}</Button>
          </div>
        ))}
    </Panel>
  )
}

function Row({ idea, partner }: { idea: Idea; partner: string }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(ideaWords)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const keep = useAnswerIdea()
  const name = useId()
  const { id, title, what, forWhom, objective, isMine, wroteAt, state, withNames, mayAnswer, mayKeep } = idea
  const onError = (fault: Error) => toasts.say(words.whyNot(fault))
  const isShared = state !== 'asked' && state !== 'kept'
  return (
    <li className={styles.item}>
      <h3 id={name} className={styles.title} dir="auto">
        {title}
      </h3>
      <p className={styles.what} dir="auto">
        {what}
      </p>
      {forWhom && <span className={layout.small}>{t('forWhom', { who: forWhom })}</span>}
      {objective && <span className={layout.small}>{t('serves', { objective })}</span>}
      <span className={layout.small}>
        {t(isMine ? 'by.me' : 'by.partner', { partner, day: format.day(wroteAt) })}
      </span>
      <span className={layout.text}>
        {state === 'asked'
          ? t(isMine ? 'state.asked.mine' : 'state.asked.theirs', { partner })
          : t(`state.${state}`)}
        {isShared && ` ${t(withNames ? 'names.yes' : 'names.no')}`}
      </span>
      <Told idea={idea} />
      {mayAnswer ? (
        <Answer idea={idea} partner={partner} describedBy={name} />
      ) : (
        mayKeep && (
          <div>
            <Button
              size="small"
              aria-describedby={name}
              disabledFocusable={keep.isPending}
              onClick={() =>
                keep.mutate(
                  { id, share: false, withNames: false },
                  { onError, onSuccess: () => toasts.say(t('kept')) },
                )
              }
            >
              {t('back')}
            </Button>
          </div>
        )
      )}
    </li>
  )
}

function Told({ idea: { reason, owner, outcome } }: { idea: Idea }) {
  const layout = useLayout()
  const t = useText(ideaWords)
  return (
    <>
      {reason && <span className={layout.text}>{t('reason', { reason })}</span>}
      {owner && <span className={layout.text}>{t('owner', { name: owner.name })}</span>}
      {outcome && <span className={layout.text}>{t('outcome', { outcome })}</span>}
    </>
  )
}

function Answer({
  idea: { id, withNames },
  partner,
  describedBy,
}: {
  idea: Idea
  partner: string
  describedBy: string
}) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(ideaWords)
  const toasts = useToasts()
  const words = useWords()
  const answer = useAnswerIdea()
  const [mine, setMine] = useState(false)
  const send = (share: boolean) =>
    !answer.isPending &&
    answer.mutate(
      { id, share, withNames: share && withNames && mine },
      {
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSuccess: () => toasts.say(t(share ? 'shared' : 'kept')),
      },
    )
  return (
    <>
      <span className={layout.small}>{t(withNames ? 'names.asked' : 'names.notAsked', { partner })}</span>
      {withNames && (
        <Field hint={t('names.mine.hint')}>
          <Checkbox
            checked={mine}
            label={t('names.mine')}
            onChange={(_, { checked }) => setMine(checked === true)}
          />
        </Field>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          aria-describedby={describedBy}
          disabledFocusable={answer.isPending}
          onClick={() => send(true)}
        >
          {t('share')}
        </Button>
        <Button
          aria-describedby={describedBy}
          disabledFocusable={answer.isPending}
          onClick={() => send(false)}
        >
          {t('keep')}
        </Button>
      </div>
    </>
  )
}

const blank = { title: '', what: '', forWhom: '', objective: '', withNames: false }

function WriteForm({
  pairingId,
  partner,
  objectives,
  close,
}: {
  pairingId: string
  partner: string
  objectives: string[]
  close: () => void
}) {
  const styles = useStyles()
  const t = useText(ideaWords)
  const toasts = useToasts()
  const words = useWords()
  const write = useWriteIdea()
  const [draft, setDraft] = useState(blank)
  const [isSent, setSent] = useState(false)
  const change = (some: Partial<typeof blank>) => setDraft({ ...draft, ...some })
  const lacks = (key: 'title' | 'what') => isSent && draft[key].trim() === ''
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    const { title, what, forWhom, objective, withNames } = draft
    if (title.trim() === '' || what.trim() === '' || write.isPending) return
    write.mutate(
      {
        ...{ id: pairingId, title: title.trim(), what: what.trim(), withNames },
        ...(forWhom.trim() ? { forWhom: forWhom.trim() } : {}),
        ...(objective ? { objective } : {}),
      },
      {
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSuccess: () => {
          toasts.say(t('sent', { partner }))
          close()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={t('field.title')} {...(lacks('title') ? { validationMessage: t('empty.title') } : {})}>
        <Input
          value={draft.title}
          maxLength={120}
          dir="auto"
          onChange={(_, { value }) => change({ title: value })}
        />
      </Field>
      <Field label={t('field.what')} {...(lacks('what') ? { validationMessage: t('empty.what') } : {})}>
        <Textarea
          value={draft.what}
          maxLength={2000}
          rows={4}
          resize="vertical"
          dir="auto"
          onChange={(_, { value }) => change({ what: value })}
        />
      </Field>
      <Field label={t('field.forWhom')}>
        <Input
          value={draft.forWhom}
          maxLength={120}
          dir="auto"
          onChange={(_, { value }) => change({ forWhom: value })}
        />
      </Field>
      {objectives.length > 0 && (
        <Field label={t('field.objective')}>
          <Select value={draft.objective} onChange={(_, { value }) => change({ objective: value })}>
            <option value="">{t('field.objective.none')}</option>
            {objectives.map((text) => (
              <option key={text} value={text}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field hint={t('field.names.hint', { partner })}>
        <Checkbox
          checked={draft.withNames}
          label={t('field.names')}
          onChange={(_, { checked }) => change({ withNames: checked === true })}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={write.isPending}>
          {t('send', { partner })}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
