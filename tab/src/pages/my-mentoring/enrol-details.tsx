/** Whoever takes part sees everything they gave, and changes one part of it in one step. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useUpdateEnrolment } from '../../api/enrolment/mentoring.ts'
import { Panel } from '../../ui/panel.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { type Draft, detailsOf } from './draft.ts'
import { EnrolPart } from './enrol-part.tsx'
import type { PartName } from './enrol-rules.ts'
import { useFormStyles } from './enrol-steps.tsx'
import { enrolStrings } from './enrol-strings.ts'
import { Summary } from './enrol-summary.tsx'
import { useLayout } from './layout.ts'
import type { Mine, TakingProps } from './mine.ts'
import { strings } from './strings.ts'

interface DetailsProps {
  mine: Mine
  participant: TakingProps['participant']
  cohort: TakingProps['cohort']
  done: () => void
}

export default function EnrolDetails({ mine, participant, cohort, done }: DetailsProps) {
  const styles = useFormStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const page = useText(strings)
  const frame = useText(frameStrings)
  const toasts = useToasts()
  const update = useUpdateEnrolment()
  const [part, setPart] = useState<PartName>()
  const [changed, setChanged] = useState<PartName>()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const said = detailsOf(participant)
  const { version, items } = cohort.groundRules
  const close = () => {
    setChanged(part)
    setPart(undefined)
    update.reset()
  }
  const save = (draft: Draft) =>
    update.mutate(
      { ...draft, goal: draft.goal.trim(), acceptedGroundRules: version, id: participant.id },
      {
        onSuccess: () => {
          toasts.say(page('said.updated'))
          close()
        },
      },
    )
  if (part) {
    return (
      <EnrolPart
        {...{ part, mine, save, draft: said, isSaving: update.isPending, fault: update.error, cancel: close }}
        {...(participant.acceptedGroundRules === version ? {} : { rules: items })}
      />
    )
  }
  return (
    <div className={styles.form}>
      <p className={layout.small}>{frame('place.my-mentoring')}</p>
      <Panel>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {t('details.title')}
        </h1>
        <p className={layout.quiet}>{t('details.note')}</p>
        <Summary
          draft={said}
          change={setPart}
          changed={changed}
          isSideFixed={participant.state !== 'applied'}
        />
      </Panel>
      <div>
        <Button onClick={done}>{t('details.done', { place: frame('place.my-mentoring') })}</Button>
      </div>
    </div>
  )
}
