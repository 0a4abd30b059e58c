/** A decision, with why and who; and what came of it. Both of the pair read either. */
import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ideaWords } from '../../../../bot/words/ideas.ts'
import { useCloseIdea, useDecideIdea } from '../../api/meeting/ideas.ts'
import { ColleagueChoice } from '../../ui/colleague-choice.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'

type Idea = Out<'sharedIdeas'>['ideas'][number]
type Decision = 'going-ahead' | 'later' | 'not-now'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

export function DecideForm({ idea, close }: { idea: Idea; close: () => void }) {
  const styles = useStyles()
  const t = useText(ideaWords)
  const toasts = useToasts()
  const words = useWords()
  const decide = useDecideIdea()
  const choices: readonly Decision[] = [
    'going-ahead',
    ...(idea.state === 'later' ? [] : ['later' as const]),
    'not-now',
  ]
  const [decision, setDecision] = useState<Decision>('going-ahead')
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState<{ id: string; name: string } | undefined>(idea.owner)
  const [isSent, setSent] = useState(false)
  const lacksOwner = decision === 'going-ahead' && !owner
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (lacksOwner || reason.trim() === '' || decide.isPending) return
    decide.mutate(
      { id: idea.id, decision, reason: reason.trim(), ...(owner ? { ownerId: owner.id } : {}) },
      {
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSuccess: () => {
          toasts.say(t('desk.saved'))
          close()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={t('desk.decision')}>
        <RadioGroup value={decision} onChange={(_, { value }) => setDecision(value as Decision)}>
          {choices.map((one) => (
            <Radio key={one} value={one} label={t(`state.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      {owner ? (
        <div className={styles.row}>
          <span>{t('desk.owner.is', { name: owner.name })}</span>
          <Button size="small" onClick={() => setOwner(undefined)}>
            {t('desk.owner.change')}
          </Button>
        </div>
      ) : (
        <ColleagueChoice
          label={t('desk.owner')}
          hint={t('desk.owner.hint')}
          none={t('desk.owner.none')}
          busy={decide.isPending}
          choose={setOwner}
          says={({ name }) => t('desk.owner.choose', { name })}
        />
      )}
      {isSent && lacksOwner && <span role="alert">{t('desk.owner.empty')}</span>}
      <Words
        label={t('desk.reason')}
        empty={isSent && reason.trim() === '' ? t('desk.reason.empty') : undefined}
        value={reason}
        change={setReason}
      />
      <Buttons save={t('desk.save')} isBusy={decide.isPending} close={close} />
    </form>
  )
}

export function CloseForm({ id, close }: { id: string; close: () => void }) {
  const styles = useStyles()
  const t = useText(ideaWords)
  const toasts = useToasts()
  const words = useWords()
  const end = useCloseIdea()
  const [outcome, setOutcome] = useState('')
  const [isSent, setSent] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (outcome.trim() === '' || end.isPending) return
    end.mutate(
      { id, outcome: outcome.trim() },
      {
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSuccess: () => {
          toasts.say(t('desk.closed'))
          close()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Words
        label={t('desk.outcome')}
        empty={isSent && outcome.trim() === '' ? t('desk.outcome.empty') : undefined}
        value={outcome}
        change={setOutcome}
      />
      <Buttons save={t('desk.close.save')} isBusy={end.isPending} close={close} />
    </form>
  )
}

function Words({
  label,
  empty,
  value,
  change,
}: {
  label: string
  empty: string | undefined
  value: string
  change: (value: string) => void
}) {
  return (
    <Field label={label} {...(empty ? { validationMessage: empty } : {})}>
      <Textarea
        value={value}
        maxLength={1000}
        rows={3}
        resize="vertical"
        dir="auto"
        onChange={(_, { value: text }) => change(text)}
      />
    </Field>
  )
}

function Buttons({ save, isBusy, close }: { save: string; isBusy: boolean; close: () => void }) {
  const styles = useStyles()
  const t = useText(ideaWords)
  return (
    <div className={styles.row}>
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {save}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </div>
  )
}
