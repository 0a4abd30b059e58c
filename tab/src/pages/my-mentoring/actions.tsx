/** What the two agreed to do until they meet again: added, ticked and struck out by either. */
import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { actionWords } from '../../../../bot/words/actions.ts'
import { useActions, useAddAction, useRemoveAction, useSettleAction } from '../../api/meeting/actions.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { MyPairing } from './pairings.ts'

type Action = Out<'actions'>['actions'][number]

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, flexBasis: '12rem', minWidth: 0, overflowWrap: 'anywhere', display: 'grid' },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  what: { flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  who: { minWidth: '8rem' },
  done: { textDecorationLine: 'line-through' },
})

export default function Actions({ pairing }: { pairing: MyPairing }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(actionWords)
  const { data, error, refetch } = useActions(pairing.id)
  const partner = firstNameOf(pairing.partner.name)
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : null
  const { actions, mayChange } = data
  if (!mayChange && actions.length === 0) return null
  const open = actions.filter(({ doneAt }) => doneAt === undefined)
  const done = actions.filter(({ doneAt }) => doneAt !== undefined)
  const rows = (some: Action[]) => (
    <ul className={styles.list}>
      {some.map((action) => (
        <Row key={action.id} action={action} partner={partner} mayChange={mayChange} />
      ))}
    </ul>
  )
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{t('lead', { partner })}</p>
      {open.length > 0 ? rows(open) : <p className={layout.text}>{t('none')}</p>}
      {mayChange && <AddForm pairing={pairing} partner={partner} />}
      {done.length > 0 && (
        <details>
          <summary>{t('done', { count: done.length })}</summary>
          {rows(done)}
        </details>
      )}
    </Panel>
  )
}

function Row({ action, partner, mayChange }: { action: Action; partner: string; mayChange: boolean }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(actionWords)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const settle = useSettleAction()
  const remove = useRemoveAction()
  const name = useId()
  const { id, text, whose, addedAt, doneAt } = action
  const onError = (fault: Error) => toasts.say(words.whyNot(fault))
  const isBusy = settle.isPending || remove.isPending
  return (
    <li className={styles.item}>
      <Checkbox
        checked={settle.isPending ? settle.variables.isDone : doneAt !== undefined}
        disabled={!mayChange}
        aria-labelledby={name}
        onChange={(_, { checked }) => !isBusy && settle.mutate({ id, isDone: checked === true }, { onError })}
      />
      <span className={styles.words}>
        <span id={name} dir="auto" className={doneAt ? styles.done : undefined}>
          {text}
        </span>
        <span className={layout.small}>
          {doneAt
            ? t('done.on', { day: format.day(doneAt) })
            : whose === 'me'
              ? t('whose.mine', { day: format.day(addedAt) })
              : t('whose.theirs', { partner, day: format.day(addedAt) })}
        </span>
      </span>
      {mayChange && (
        <Button
          size="small"
          appearance="subtle"
          aria-describedby={name}
          disabledFocusable={isBusy}
          onClick={() => remove.mutate({ id }, { onError, onSuccess: () => toasts.say(t('removed')) })}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  )
}

function AddForm({ pairing, partner }: { pairing: MyPairing; partner: string }) {
  const styles = useStyles()
  const t = useText(actionWords)
  const toasts = useToasts()
  const words = useWords()
  const add = useAddAction()
  const [text, setText] = useState('')
  const [whose, setWhose] = useState<Action['whose']>('me')
  const [isEmpty, setEmpty] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(text.trim() === '')
    if (text.trim() === '' || add.isPending) return
    add.mutate(
      { id: pairing.id, text: text.trim(), whose },
      {
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSuccess: () => {
          setText('')
          toasts.say(t('added', { who: whose === 'me' ? t('mine') : partner }))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Field
        className={styles.what}
        label={t('text')}
        {...(isEmpty ? { validationMessage: t('empty') } : {})}
      >
        <Input
          value={text}
          maxLength={300}
          dir="auto"
          onChange={(_, { value }) => {
            setText(value)
            setEmpty(false)
          }}
        />
      </Field>
      <Field className={styles.who} label={t('whose')}>
        <Select value={whose} onChange={(_, { value }) => setWhose(value as Action['whose'])}>
          <option value="me">{t('mine')}</option>
          <option value="partner">{partner}</option>
        </Select>
      </Field>
      <Button type="submit" disabledFocusable={add.isPending}>
        {t('add')}
      </Button>
    </form>
  )
}
