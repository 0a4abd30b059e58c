/** Propose: what to aim for in a sentence each, and the phases while the engine works. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { SparkleRegular } from '@fluentui/react-icons'
import { type RefObject, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { usePropose } from '../../api/pairing/board.ts'
import { useCancelRun } from '../../api/pairing/matching.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { RunFailure } from './run-failure.tsx'
import { strings } from './strings.ts'
import { useUnderWayStyles } from './under-way-styles.ts'

type Run = NonNullable<Out<'board'>['run']>
type Objective = Run['objective']

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  choice: { display: 'grid', gap: '2px' },
})

export function isBusy(run: Run | null): boolean {
  return run?.state === 'waiting' || run?.state === 'running'
}

interface ButtonProps {
  run: Run | null
  /** What is being approved must not be replaced meanwhile. */
  approving: boolean
  /** The page's one main act while there is nothing to approve. */
  main: boolean
  open: boolean
  toggle(): void
}

interface FormProps {
  cohortId: string
  run: Run | null
  close(): void
}

/** The button in the page's header; the choice opens below it, so that nothing is covered while it is made. */
export function ProposeButton({ run, approving, main, open, toggle }: ButtonProps) {
  const t = useText(strings)
  return (
    <Button
      appearance={main ? 'primary' : 'secondary'}
      icon={<SparkleRegular />}
      disabled={isBusy(run) || approving}
      aria-expanded={open}
      onClick={toggle}
    >
      {run ? t('proposeAgain') : t('propose')}
    </Button>
  )
}

export function ProposeForm({ cohortId, run, close }: FormProps) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const propose = usePropose()
  const [objective, setObjective] = useState<Objective>(run?.objective ?? 'best-total')
  const choice = (title: string, note: string) => (
    <span className={styles.choice}>
      <strong>{title}</strong>
      <span className={styles.note}>{note}</span>
    </span>
  )
  return (
    <Panel title={t('objective')}>
      <RadioGroup
        aria-label={t('objective')}
        value={objective}
        onChange={(_, { value }) => setObjective(value as Objective)}
      >
        <Radio value="best-total" label={choice(t('objectiveBestTotal'), t('objectiveBestTotalNote'))} />
        <Radio value="fairest" label={choice(t('objectiveFairest'), t('objectiveFairestNote'))} />
      </RadioGroup>
      <p className={styles.note}>{t('proposeNote')}</p>
      {propose.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.whyNot(propose.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.acts}>
        <Button
          appearance="primary"
          disabled={propose.isPending}
          onClick={() => propose.mutate({ id: cohortId, objective }, { onSuccess: close })}
        >
          {t('start')}
        </Button>
        <Button onClick={close}>{t('close')}</Button>
      </div>
    </Panel>
  )
}

export function RunProgress({ run, panel }: { run: Run; panel: RefObject<HTMLDivElement> }) {
  const styles = useStyles()
  const look = useUnderWayStyles()
  const t = useText(strings)
  const words = useWords()
  const cancel = useCancelRun()
  if (run.state === 'failed') {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <RunFailure {...run} />
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (run.state === 'cancelled') {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t('runStopped')}</MessageBarBody>
      </MessageBar>
    )
  }
  if (!isBusy(run)) return null
  const phase =
    run.state === 'waiting' ? t('phaseWaiting') : (t.maybe(`phase.${run.phase ?? ''}`) ?? t('phaseOther'))
  const counted = run.of !== undefined && run.of > 0 && run.done !== undefined
  return (
    <div ref={panel} tabIndex={-1} className={look.panel}>
      <span role="status">
        {counted ? t('phaseCount', { phase, done: run.done ?? 0, of: run.of ?? 0 }) : phase}
      </span>
      <ProgressBar
        aria-label={phase}
        thickness="large"
        {...(counted ? { value: run.done!, max: run.of! } : {})}
      />
      <div className={styles.acts}>
        <Button size="small" disabled={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
          {t('stopRun')}
        </Button>
        {cancel.error && <span>{words.whyNot(cancel.error)}</span>}
      </div>
    </div>
  )
}
