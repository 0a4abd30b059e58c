/** Scores, a verdict and a word, in about two minutes. */
import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { screeningWords } from '../../../../bot/words/screening.ts'
import { type Criterion, criteria, useReviewApplication, verdicts } from '../../api/enrolment/screening.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { One } from './one.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
})
type Verdict = NonNullable<One['mine']>['verdict']
const points = Array.from({ length: 4 }, (_, k) => k + 1)

export function ReviewForm({ one, stop }: { one: One; stop: () => void }) {
  const styles = useStyles()
  const t = useText(screeningWords)
  const { whyNot } = useWords()
  const { number } = useFormat()
  const toasts = useToasts()
  const reviewing = useReviewApplication()
  const [scores, setScores] = useState<Partial<Record<Criterion, number>>>(one.mine?.scores ?? {})
  const [verdict, setVerdict] = useState<Verdict | undefined>(one.mine?.verdict)
  const [note, setNote] = useState(one.mine?.note ?? '')
  const isWhole = verdict !== undefined && criteria.every((criterion) => scores[criterion] !== undefined)
  const send = () => {
    if (!isWhole) return
    reviewing.mutate(
      { id: one.participantId, scores: scores as Record<Criterion, number>, verdict, note },
      {
        onSuccess: () => {
          toasts.say(t('sent', { name: one.person.name }))
          stop()
        },
      },
    )
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {criteria.map((criterion) => (
        <Field key={criterion} label={t(`criterion.${criterion}`)} hint={t('points.hint')}>
          <RadioGroup
            layout="horizontal"
            value={String(scores[criterion] ?? '')}
            onChange={(_, { value }) => setScores((before) => ({ ...before, [criterion]: Number(value) }))}
          >
            {points.map((point) => (
              <Radio key={point} value={String(point)} label={number(point)} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <Field label={t('verdict')}>
        <RadioGroup
          layout="horizontal"
          value={verdict ?? ''}
          onChange={(_, { value }) => setVerdict(value as Verdict)}
        >
          {verdicts.map((one) => (
            <Radio key={one} value={one} label={t(`verdict.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('note')} hint={t('note.hint')}>
        <Textarea value={note} maxLength={300} onChange={(_, { value }) => setNote(value)} />
      </Field>
      {reviewing.isError && (
        <p className={styles.fault} role="alert">
          {whyNot(reviewing.error)}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" disabledFocusable={!isWhole || reviewing.isPending}>
          {t('send')}
        </Button>
        <Button onClick={stop}>{t('hide')}</Button>
      </div>
    </form>
  )
}
