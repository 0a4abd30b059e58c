/** Enrolling in five short steps, prefilled. The last shows everything once more before it is sent. */
import { Button, ProgressBar } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ApiProblem } from '../../api/client.ts'
import { useEnrol } from '../../api/enrolment/mentoring.ts'
import { Panel } from '../../ui/panel.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { type Draft, detailsOf, dropDraft, keepDraft, readDraft } from './draft.ts'
import { EnrolPart } from './enrol-part.tsx'
import { type Faults, faultsOf, type PartName, stepNames, stepOf, stillWrong } from './enrol-rules.ts'
import {
  firstInvalid,
  GoalStep,
  RulesStep,
  SideStep,
  TimeStep,
  TopicsStep,
  useFormStyles,
} from './enrol-steps.tsx'
import { enrolStrings } from './enrol-strings.ts'
import { Summary } from './enrol-summary.tsx'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import { strings } from './strings.ts'

export default function EnrolForm({
  mine,
  cohort,
  done,
}: {
  mine: Mine
  cohort: NonNullable<Mine['cohort']>
  done: () => void
}) {
  const styles = useFormStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const page = useText(strings)
  const frame = useText(frameStrings)
  const words = useWords()
  const toasts = useToasts()
  const enrol = useEnrol()
  const [draft, setDraft] = useState<Draft>(() => startingDraft(mine, cohort.id))
  /** What somebody teaches is not what they want to learn: each side keeps its own topics. */
  const [otherTopics, setOtherTopics] = useState<Draft['topics']>([])
  const [index, setIndex] = useState(0)
  const [accepted, setAccepted] = useState(
    mine.participant?.acceptedGroundRules === cohort.groundRules.version,
  )
  const [part, setPart] = useState<PartName>()
  const [changed, setChanged] = useState<PartName>()
  const [found, setFound] = useState<Faults>({})
  const form = useRef<HTMLFormElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const step = stepNames[index] ?? 'side'
  const isLast = index === stepNames.length - 1

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
  const saved = ({ participant }: Out<'enrol'>) => {
    dropDraft(cohort.id)
    toasts.say(page(participant.state === 'waitlisted' ? 'lead.waitlisted' : 'said.enrolled'))
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
    enrol.mutate({ ...details, cohortId: cohort.id }, answers)
  }
  const goTo = (place: number) => {
    setChanged(undefined)
    setIndex(place)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsOf(step, draft, accepted)
    setFound(wrong)
    if (Object.keys(wrong).length > 0) return
    if (isLast) send()
    else goTo(index + 1)
  }
  const faults = stillWrong(found, faultsOf(step, draft, accepted))
  const shared = { draft, change, faults, mine }
  const closePart = () => {
    setChanged(part)
    setPart(undefined)
  }
  if (part) {
    const keep = (kept: Draft) => {
      setDraft(kept)
      closePart()
    }
    return <EnrolPart part={part} mine={mine} draft={draft} save={keep} cancel={closePart} />
  }
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
          <>
            <Summary draft={draft} change={setPart} changed={changed} />
            <h2 className={layout.heading}>{t('rules.heading')}</h2>
            <RulesStep
              items={cohort.groundRules.items}
              accepted={accepted}
              accept={setAccepted}
              fault={faults.rules}
            />
          </>
        )}
        {enrol.error && (
          <p className={layout.fault} role="alert">
            {words.whyNot(enrol.error)} {t('kept')}
          </p>
        )}
      </Panel>
      <div className={layout.between}>
        <Button appearance="subtle" onClick={done}>
          {t('cancel')}
        </Button>
        <div className={layout.row}>
          {index > 0 && <Button onClick={() => goTo(index - 1)}>{t('back')}</Button>}
          <Button type="submit" appearance="primary" disabledFocusable={enrol.isPending}>
            {isLast ? t('finish') : t('next')}
          </Button>
        </div>
      </div>
    </form>
  )
}

function startingDraft(mine: Mine, cohortId: string): Draft {
  const kept = readDraft(cohortId)
  if (kept) return kept
  if (mine.participant) return detailsOf(mine.participant)
  const { sideSuggested, ...prefill } = mine.prefill
  return { ...prefill, side: sideSuggested }
}
