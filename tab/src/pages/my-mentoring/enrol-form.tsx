/** Enrolling in five short steps, prefilled. Also changes an enrolment: then it starts with what was said before. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { useEnrol, useUpdateEnrolment } from '../../api/enrolment/mentoring.ts'
import { Panel } from '../../ui/panel.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts'
import { type Faults, faultsOf, stepNames, stepOf } from './enrol-rules.ts'
import { GoalStep, RulesStep, SideStep, TimeStep, TopicsStep } from './enrol-steps.tsx'
import { enrolStrings } from './enrol-strings.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  form: {
    maxWidth: '680px',
    marginInline: 'auto',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
})

export default function EnrolForm({
  mine,
  cohort,
  done,
}: {
  mine: Mine
  cohort: NonNullable<Mine['cohort']>
  done: () => void
}) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const page = useText(strings)
  const frame = useText(frameStrings)
  const words = useWords()
  const toasts = useToasts()
  const enrol = useEnrol()
  const update = useUpdateEnrolment()
  const [draft, setDraft] = useState<Draft>(() => startingDraft(mine, cohort.id))
  /** What somebody teaches is not what they want to learn: each side keeps its own topics. */
  const [otherTopics, setOtherTopics] = useState<Draft['topics']>([])
  const [index, setIndex] = useState(0)
  const [accepted, setAccepted] = useState(
    mine.participant?.acceptedGroundRules === cohort.groundRules.version,
  )
  const [found, setFound] = useState<Faults>({})
  const form = useRef<HTMLFormElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const step = stepNames[index] ?? 'side'
  const isLast = index === stepNames.length - 1
  const changing = mine.participant !== null && mine.participant.state !== 'left'
  const fault = enrol.error ?? update.error

  useEffect(() => keepDraft(cohort.id, draft), [cohort.id, draft])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step begins at its question
  useEffect(() => title.current?.focus(), [index])
  useEffect(() => {
    if (Object.keys(found).length > 0) firstInvalid(form.current)?.focus()
  }, [found])

  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const chooseSide = (side: Draft['side']) => {
    if (side === draft.side) return
    setOtherTopics(draft.topics)
    change({ side, topics: otherTopics })
  }
  const saved = () => {
    dropDraft(cohort.id)
    toasts.say(page(changing ? 'said.updated' : 'said.enrolled'))
    done()
  }
  const send = () => {
    const details = { ...draft, goal: draft.goal.trim(), acceptedGroundRules: cohort.groundRules.version }
    const answers = {
      onSuccess: saved,
      onError: (problem: Error) => {
        if (problem instanceof ApiProblem && problem.field) setIndex(stepNames.indexOf(stepOf(problem.field)))
      },
    }
    if (changing) update.mutate({ ...details, id: mine.participant!.id }, answers)
    else enrol.mutate({ ...details, cohortId: cohort.id }, answers)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsOf(step, draft, accepted)
    setFound(wrong)
    if (Object.keys(wrong).length > 0) return
    if (isLast) send()
    else setIndex(index + 1)
  }
  const faults = stillWrong(found, faultsOf(step, draft, accepted))
  const shared = { draft, change, faults, mine }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <p className={layout.small}>
        {frame('place.my-mentoring')} · {t('step', { number: index + 1, total: stepNames.length })}
      </p>
      <ProgressBar
        value={(index + 1) / stepNames.length}
        aria-label={t('step', { number: index + 1, total: stepNames.length })}
      />
      <Panel>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {step === 'topics' ? t(`topics.title.${draft.side}`) : t(`${step}.title`)}
        </h1>
        {step === 'side' && <SideStep {...shared} chooseSide={chooseSide} />}
        {step === 'topics' && <TopicsStep {...shared} />}
        {step === 'time' && <TimeStep {...shared} />}
        {step === 'goal' && <GoalStep {...shared} />}
        {step === 'rules' && (
          <RulesStep
            items={cohort.groundRules.items}
            accepted={accepted}
            accept={setAccepted}
            fault={faults.rules}
          />
        )}
        {fault && (
          <p className={layout.fault} role="alert">
            {words.whyNot(fault)} {t('kept')}
          </p>
        )}
      </Panel>
      <div className={layout.between}>
        <Button appearance="subtle" onClick={done}>
          {t('cancel')}
        </Button>
        <div className={layout.row}>
          {index > 0 && <Button onClick={() => setIndex(index - 1)}>{t('back')}</Button>}
          <Button type="submit" appearance="primary" disabledFocusable={enrol.isPending || update.isPending}>
            {isLast ? t(changing ? 'save' : 'finish') : t('next')}
          </Button>
        </div>
      </div>
    </form>
  )
}

function startingDraft(mine: Mine, cohortId: string): Draft {
  const kept = readDraft(cohortId)
  if (kept) return kept
  if (mine.participant) {
    const {
      id: _,
      cohortId: __,
      state: ___,
      pausedUntil: ____,
      acceptedGroundRules: _____,
      ...said
    } = mine.participant
    return said
  }
  const { sideSuggested, ...prefill } = mine.prefill
  return { ...prefill, side: sideSuggested }
}

/** A fault is told when somebody goes on, and gone as soon as it is put right. */
function stillWrong(found: Faults, now: Faults): Faults {
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in found))
}

function firstInvalid(form: HTMLElement | null): HTMLElement | null | undefined {
  return form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')
}
