/** When, how many rounds, how long. The same form makes the first plan and another one. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { In } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { clockIn, instantIn, zoneName, zoneOf } from '../../ui/zone-clock.ts'
import { planStrings } from './plan-strings.ts'

export type Times = Omit<In<'planSpeedEvent'>, 'id'>

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  /** A date field would otherwise be as wide as it likes. */
  input: { width: '100%', '& input': { minWidth: 0, width: '100%' } },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
})

export function PlanForm({
  start,
  submit,
  pending,
  fault,
  again,
}: {
  start: Times
  submit: (times: Times) => void
  pending: boolean
  fault: string | undefined
  /** There is a plan already. */
  again: boolean
}) {
  const styles = useStyles()
  const t = useText(planStrings)
  const format = useFormat()
  const language = useLanguage()
  const zone = zoneOf(format)
  const [name, setName] = useState(start.name)
  const [when, setWhen] = useState(clockIn(zone, new Date(start.startsAt)))
  const at = instantIn(zone, when)
  const known = Number.isNaN(at.getTime()) ? new Date(start.startsAt) : at
  const [rounds, setRounds] = useState(String(start.rounds))
  const [minutes, setMinutes] = useState(String(start.roundMinutes))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (Number.isNaN(at.getTime())) return
    submit({
      name,
      startsAt: at.toISOString(),
      rounds: Number(rounds),
      roundMinutes: Number(minutes),
    })
  }
  return (
    <Panel title={t('form.title')}>
      <form className={styles.form} onSubmit={send}>
        <Field label={t('form.name')} required>
          <Input
            className={styles.input}
            value={name}
            minLength={3}
            maxLength={80}
            onChange={(_, { value }) => setName(value)}
          />
        </Field>
        <Field
          label={t('form.when')}
          hint={t('form.zone', { zone: zoneName(language, zone, known) })}
          required
        >
          <Input
            className={styles.input}
            type="datetime-local"
            value={when}
            onChange={(_, { value }) => setWhen(value)}
          />
        </Field>
        <Field label={t('form.rounds')} required>
          <Input
            className={styles.input}
            type="number"
            min={1}
            max={15}
            value={rounds}
            onChange={(_, { value }) => setRounds(value)}
          />
        </Field>
        <Field label={t('form.minutes')} required>
          <Input
            className={styles.input}
            type="number"
            min={5}
            max={10}
            value={minutes}
            onChange={(_, { value }) => setMinutes(value)}
          />
        </Field>
        <Button type="submit" appearance={again ? 'secondary' : 'primary'} disabledFocusable={pending}>
          {t(again ? 'form.again' : 'form.make')}
        </Button>
      </form>
      <p className={styles.note}>{t('form.hint')}</p>
      <p className={styles.note}>{t('form.whose')}</p>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </Panel>
  )
}
