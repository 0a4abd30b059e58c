/** One part of what somebody gave, opened by itself: saved or left, nothing else is asked. */
import { Button } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import type { Draft } from './draft.ts'
import { type Faults, faultsOf, faultsOfPart, type PartName, stillWrong, withPart } from './enrol-rules.ts'
import {
  CapacityField,
  firstInvalid,
  GoalField,
  HoursField,
  InterestsField,
  LanguagesField,
  RulesStep,
  SideStep,
  type StepProps,
  TopicsStep,
  useFormStyles,
  ZoneField,
} from './enrol-steps.tsx'
import { enrolStrings } from './enrol-strings.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'

interface PartProps {
  part: PartName
  mine: Mine
  draft: Draft
  /** Ground rules that are to be accepted with it: the ones accepted before are not in force any more. */
  rules?: readonly string[]
  save: (draft: Draft) => void
  isSaving?: boolean
  fault?: Error | null
  cancel: () => void
}

export function EnrolPart({
  part,
  mine,
  draft: before,
  rules,
  save,
  isSaving = false,
  fault,
  cancel,
}: PartProps) {
  const styles = useFormStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const words = useWords()
  const [draft, setDraft] = useState(before)
  const [accepted, setAccepted] = useState(rules === undefined)
  const [found, setFound] = useState<Faults>({})
  const form = useRef<HTMLFormElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useEffect(() => {
    if (Object.keys(found).length > 0) firstInvalid(form.current)?.focus()
  }, [found])
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const chooseSide = (side: Draft['side']) =>
    setDraft({ ...draft, side, topics: side === before.side ? before.topics : [] })
  const wrongNow = () => ({ ...faultsOfPart(part, draft), ...faultsOf('rules', draft, accepted) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSaving) return
    const wrong = wrongNow()
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save(withPart(part, before, draft))
  }
  const shared: StepProps = { draft, change, faults: stillWrong(found, wrongNow()), mine }
  const name = part === 'topics' ? t(`part.topics.${draft.side}`) : t(`part.${part}`)
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <Panel>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {name}
        </h1>
        {part === 'side' && <SideStep {...shared} chooseSide={chooseSide} />}
        {(part === 'topics' || (part === 'side' && draft.side !== before.side)) && <TopicsStep {...shared} />}
        {part === 'languages' && <LanguagesField {...shared} />}
        {part === 'hours' && <HoursField {...shared} />}
        {part === 'zone' && <ZoneField {...shared} />}
        {part === 'capacity' && <CapacityField {...shared} />}
        {part === 'goal' && <GoalField {...shared} />}
        {part === 'interests' && <InterestsField {...shared} />}
        {rules && (
          <RulesStep items={rules} accepted={accepted} accept={setAccepted} fault={shared.faults.rules} />
        )}
        {fault && (
          <p className={layout.fault} role="alert">
            {words.whyNot(fault)} {t('kept')}
          </p>
        )}
      </Panel>
      <div className={layout.between}>
        <Button appearance="subtle" onClick={cancel}>
          {t('part.cancel')}
        </Button>
        <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
