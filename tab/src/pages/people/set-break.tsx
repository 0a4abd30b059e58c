/** An Organizer lets somebody pause who asked for it, or ends the break. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { dayMs, plusMs, utcDate } from '../../../../bot/domain/span.ts'
import { useSetBreak } from '../../api/organization/people.ts'
import { useNow } from '../../ui/now.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { openedStrings } from './opened-strings.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function SetBreak({ opened: { person, participant } }: { opened: Out<'openParticipant'> }) {
  const styles = useStyles()
  const t = useText(openedStrings)
  const words = useWords()
  const format = useFormat()
  const toasts = useToasts()
  const now = useNow()
  const set = useSetBreak()
  const { id, pausedUntil } = participant
  const [until, setUntil] = useState(pausedUntil ?? utcDate(plusMs(now, 28 * dayMs)))
  const [isPast, setPast] = useState(false)
  const send = (day: string | null) =>
    set.mutate(
      { id, until: day },
      {
        onSuccess: () =>
          toasts.say(
            day
              ? t('break.paused', { name: person.name, date: format.date(day) })
              : t('break.ended', { name: person.name }),
          ),
      },
    )
  const pause = () => {
    const past = until <= utcDate(now)
    setPast(past)
    if (!past) send(until)
  }
  const fault = isPast ? t('break.past') : set.isError ? words.whyNot(set.error) : undefined
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        pause()
      }}
    >
      <p className={styles.text}>{t('break.text')}</p>
      <Field
        label={t('break.until')}
        {...(fault ? { validationMessage: fault, validationState: 'error' as const } : {})}
      >
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <div className={styles.row}>
        <Button type="submit" disabledFocusable={set.isPending}>
          {t(pausedUntil ? 'break.change' : 'break.pause')}
        </Button>
        {pausedUntil && (
          <Button disabledFocusable={set.isPending} onClick={() => send(null)}>
            {t('break.end')}
          </Button>
        )}
      </div>
    </form>
  )
}
