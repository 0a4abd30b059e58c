/** The figure the Program stands for: baseline, what it was measured at since, and the target. Whoever may, enters it here. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useEnterReading } from '../../api/publishing/metrics.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { pictureStrings } from './picture-strings.ts'

type Challenge = Out<'metrics'>['challenge']
type Moment = Challenge['readings'][number]['moment']

const moments = ['middle', 'end'] as const satisfies readonly Moment[]

const useStyles = makeStyles({
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  missing: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  enter: { '@media print': { display: 'none' } },
  summary: { cursor: 'pointer', width: 'fit-content', paddingBlock: tokens.spacingVerticalXS },
  forms: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    paddingBlockStart: tokens.spacingVerticalS,
  },
  form: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
})

export function ChallengePanel({ challenge }: { challenge: Challenge }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const { number, percent, date } = useFormat()
  const { statement, measure, unit, baseline, target, readings, mayEnter } = challenge
  const figure = (value: number) => [number(value), unit].filter(Boolean).join(unit === '%' ? '' : ' ')
  const readingOf = (moment: Moment) => readings.find((one) => one.moment === moment)
  const last = readingOf('end') ?? readingOf('middle')
  const way = last?.wayGone
  return (
    <Panel title={t('challenge')}>
      <p className={styles.text} dir="auto">
        {statement}
      </p>
      <Stats>
        <Stat label={t('baseline')} value={figure(baseline)} />
        {moments.map((moment) => {
          const reading = readingOf(moment)
          return (
            <Stat
              key={moment}
              label={t(moment)}
              value={
                reading ? figure(reading.value) : <span className={styles.missing}>{t('notMeasured')}</span>
              }
            />
          )
        })}
        <Stat label={t('target')} value={figure(target)} />
      </Stats>
      <p className={styles.note} dir="auto">
        {measure}
      </p>
      {way !== undefined && (
        <p className={styles.text}>{way < 0 ? t('wrongWay') : t('way', { share: percent(way) })}</p>
      )}
      {readings.map(({ moment, by, at }) => (
        <p key={moment} className={styles.note}>
          {t(moment)}: {by ? t('by', { name: by.name, day: date(at) }) : date(at)}
        </p>
      ))}
      {mayEnter && (
        <details className={styles.enter}>
          <summary className={styles.summary}>{t('enter')}</summary>
          <div className={styles.forms}>
            {moments.map((moment) => (
              <Enter key={moment} moment={moment} />
            ))}
          </div>
        </details>
      )}
    </Panel>
  )
}

function Enter({ moment }: { moment: Moment }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const id = useCohort()
  const enter = useEnterReading()
  const toasts = useToasts()
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const save = () => {
    const value = numberIn(typed)
    setWrong(value === undefined)
    if (value === undefined) return
    enter.mutate(
      { id, moment, value },
      {
        onSuccess: () => {
          setTyped('')
          toasts.say(t('saved'))
        },
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field
        label={t(moment === 'middle' ? 'enterMiddle' : 'enterEnd')}
        {...(isWrong ? { validationMessage: t('notNumber') } : {})}
      >
        <Input inputMode="decimal" value={typed} onChange={(_, data) => setTyped(data.value)} />
      </Field>
      <Button type="submit" disabledFocusable={enter.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

/** With a point or a comma before the fraction; undefined when it is no number. */
function numberIn(typed: string): number | undefined {
  const value = /^[+-]?\d+([.,]\d+)?$/.test(typed.trim())
    ? Number(typed.trim().replace(',', '.'))
    : Number.NaN
  return Number.isFinite(value) ? value : undefined
}
