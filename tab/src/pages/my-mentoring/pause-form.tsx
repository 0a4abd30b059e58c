/** Until when to pause. */
import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { dayMs, plusMs, utcDate } from '../../../../bot/domain/span.ts'
import { usePauseEnrolment } from '../../api/enrolment/mentoring.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { strings } from './strings.ts'

export default function Pause({
  participantId,
  now,
  stop,
}: {
  participantId: string
  now: Date
  stop: () => void
}) {
  const layout = useLayout()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const pause = usePauseEnrolment()
  const [until, setUntil] = useState(() => utcDate(plusMs(now, 28 * dayMs)))
  const [wrong, setWrong] = useState(false)
  const send = () => {
    const inPast = until <= utcDate(now)
    setWrong(inPast)
    if (inPast) return
    pause.mutate(
      { id: participantId, until },
      {
        onSuccess: () => {
          toasts.say(t('said.paused'))
          stop()
        },
      },
    )
  }
  const fault = wrong ? t('options.choose-date') : pause.isError ? words.whyNot(pause.error) : undefined
  return (
    <form
      className={layout.close}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className={layout.text}>{t('options.pause.body')}</p>
      <Field
        label={t('options.pause.until')}
        {...(fault ? { validationMessage: fault, validationState: 'error' as const } : {})}
      >
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <div className={layout.row}>
        <Button onClick={stop}>{t('options.keep')}</Button>
        <Button type="submit" appearance="primary" disabledFocusable={pause.isPending}>
          {t('options.confirm.pause')}
        </Button>
      </div>
    </form>
  )
}
