/** Creating a Cohort or changing its plan. Faults stand beside their field; the first one gets the focus. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { dayMs, plusMs, utcDate } from '../../../../bot/domain/span.ts'
import { ApiProblem } from '../../api/client.ts'
import { useCreateCohort, useUpdateCohort } from '../../api/program/cohorts.ts'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { Conflict, overtakenBy } from '../../ui/conflict.tsx'
import { useNow } from '../../ui/now.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { AdmissionPanel } from './admission.tsx'
import { cohortsStrings } from './cohorts-strings.ts'
import { doubtStrings } from './doubt-strings.ts'
import { type Doubt, doubtsOf, previewOf } from './doubts.ts'
import {
  copyOf,
  differencesOf,
  emptyPlan,
  type Faults,
  faultsOf,
  fieldOf,
  inputOf,
  labelOf,
  type PlanDraft,
  type Field as PlanField,
  planOf,
  typedOf,
} from './plan.ts'
import { HolidaysAhead } from './plan-ahead.tsx'
import { strings } from './strings.ts'
import { startFor, type Template } from './templates.ts'

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXL,
    maxWidth: '760px',
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  /** An input is otherwise as wide as its twenty letters. */
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)', '& input': { minWidth: 0, width: '100%' } },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  doubt: { margin: 0, whiteSpace: 'normal' },
  plain: { margin: 0, padding: 0, border: 'none' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const monthMs = 28 * dayMs

interface Props {
  /** The one that is changed; a new one without. */
  cohort?: Out<'cohort'> | undefined
  /** The one whose Program is copied: its words, its rules and its rhythm, without what a new Program says for itself. */
  last?: Out<'cohort'> | undefined
  done: () => void
}

export default function PlanForm({ cohort, last, done }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const ask = useText(doubtStrings)
  const more = useText(cohortsStrings)
  const format = useFormat()
  const frame = useText(frameStrings)
  const words = useWords()
  const toasts = useToasts()
  const { choose } = useCohortChoice()
  const now = useNow()
  const create = useCreateCohort()
  const update = useUpdateCohort()
  const form = useRef<HTMLFormElement>(null)
  const [plan, setPlan] = useState(() => {
    const start = utcDate(plusMs(now, monthMs))
    if (cohort) return planOf(cohort)
    return last ? copyOf(last, start) : emptyPlan(start, t('default.rules'))
  })
  const [doubts, setDoubts] = useState<Doubt[]>([])
  const [version, setVersion] = useState(cohort?.version ?? '')
  const [faults, setFaults] = useState<Faults>({})
  const overtaken = overtakenBy<Out<'cohort'>>(update.error)
  const moves = movesBooked(update.error)
  const fault = overtaken || moves ? undefined : (create.error ?? update.error)
  const named = fault instanceof ApiProblem ? fieldOf(fault.field) : undefined
  useEffect(() => {
    if (Object.keys(faults).length > 0 || named) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [faults, named])

  const others = (cohort?.cohorts ?? []).filter(({ id, stage }) => id !== cohort?.id && stage !== 'closed')
  // The server refuses these as well, by the same two stages.
  const isFixed = cohort?.stage === 'running' || cohort?.stage === 'closed'
  const change = (changes: Partial<PlanDraft>) => {
    setPlan({ ...plan, ...changes })
    setDoubts([])
  }
  const wrongOf = (field: PlanField): string | undefined => {
    const wrong = faults[field]
    if (wrong === undefined) return field === named ? words.whyNot(fault) : undefined
    return typeof wrong === 'string' ? t(`wrong.${wrong}`) : t('wrong.range', wrong)
  }
  const send = (seen: string, { moveBooked = false, isMeant = false } = {}) => {
    const found = faultsOf(plan)
    setFaults(found)
    const input = inputOf(plan, (cohort ?? last)?.objectives)
    const open = isMeant || Object.keys(found).length > 0 ? [] : doubtsOf(input, cohort, now)
    setDoubts(open)
    if (Object.keys(found).length + open.length > 0) return
    const onSuccess = (saved: { id: string; moved?: number; asked?: number }) => {
      choose(saved.id)
      if (saved.moved) toasts.say(t('moves.done', { count: saved.moved }))
      else if (saved.asked) toasts.say(more('copy.done', { count: saved.asked }))
      else toasts.say(t(cohort ? 'form.saved' : 'form.created'))
      done()
    }
    if (cohort) update.mutate({ ...input, id: cohort.id, version: seen, moveBooked }, { onSuccess })
    else create.mutate({ ...input, ...(last ? { from: last.id } : {}) }, { onSuccess })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(version)
  }
  const leadOf = () => {
    if (cohort) return t('form.edit', { cohort: cohort.cohortName })
    return last ? more('copy.lead', { program: last.programName }) : t('form.new')
  }
  const text = (
    field: Exclude<PlanField, 'sponsor'>,
    label: string,
    {
      hint,
      type,
      long,
      required = true,
      fixed = false,
    }: { hint?: string; type?: 'date' | 'number'; long?: boolean; required?: boolean; fixed?: boolean } = {},
  ): ReactNode => (
    <Field
      key={field}
      className={styles.field}
      label={label}
      required={required}
      {...(hint ? { hint } : {})}
      {...message(wrongOf(field))}
    >
      {long ? (
        <Textarea
          resize="vertical"
          rows={4}
          value={plan[field]}
          onChange={(_, { value }) => change({ [field]: value })}
        />
      ) : (
        <Input
          {...(type ? { type } : {})}
          disabled={fixed}
          value={plan[field]}
          onChange={(_, { value }) => change({ [field]: value })}
        />
      )}
    </Field>
  )
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <PageHeader
        place={frame('place.program')}
        lead={leadOf()}
        {...(last ? { note: more('copy.note') } : {})}
      />
      <Panel title={t('form.why')}>
        {others.length > 0 && (
          <p className={styles.small}>
            {more('shared', { names: format.list(others.map(({ name }) => name)) })}
          </p>
        )}
        <div className={styles.fields}>
          {text('programName', t('programName'))}
          {text('cohortName', t('cohortName'))}
        </div>
        {text('statement', t('challenge.statement'), { hint: t('challenge.statement.hint'), long: true })}
        {text('measure', t('challenge.measure'))}
        <div className={styles.fields}>
          {text('baseline', t('challenge.baseline.label'))}
          {text('target', t('challenge.target.label'))}
          {text('unit', t('challenge.unit'), { required: false })}
        </div>
        {text('objectives', t('objectives'), { hint: t('objectives.hint'), long: true, required: false })}
      </Panel>
      <Panel title={t('form.who')}>
        <PersonPicker
          label={t('sponsorId')}
          required
          value={plan.sponsor}
          onChange={(sponsor) => change({ sponsor })}
          words={{ hint: t('sponsor.hint'), none: t('sponsor.nobody'), change: t('sponsor.change') }}
          error={wrongOf('sponsor')}
        />
        {text('sponsorMessage', t('sponsorMessage'), {
          hint: t('sponsorMessage.hint'),
          long: true,
          required: false,
        })}
      </Panel>
      <Panel title={t('form.how')}>
        {text('groundRules', t('groundRules'), { hint: t('groundRules.hint'), long: true })}
      </Panel>
      <AdmissionPanel plan={plan} change={change}>
        <div className={styles.fields}>
          {(['mentorFrom', 'mentorTo', 'menteeFrom', 'menteeTo'] as const).map((field) =>
            text(field, t(field), { type: 'number', required: false }),
          )}
        </div>
        <div className={styles.fields}>
          {(['mentorPlaces', 'menteePlaces'] as const).map((field) =>
            text(field, t(field), { type: 'number', required: false }),
          )}
        </div>
      </AdmissionPanel>
      <Panel title={t('form.when')}>
        <div className={styles.acts}>
          {(['pilot', 'six', 'twelve'] as const).map((name) => (
            <Button
              key={name}
              size="small"
              disabled={isFixed}
              aria-pressed={isChosen(plan, name)}
              appearance={isChosen(plan, name) ? 'primary' : 'secondary'}
              onClick={() => change({ ...typedOf(name), startsOn: startFor(plan.startsOn, utcDate(now)) })}
            >
              {t(`template.${name}`)}
            </Button>
          ))}
        </div>
        <div className={styles.fields}>
          {text('enrolsOn', t('enrolsOn'), { type: 'date', fixed: isFixed, required: false })}
          {text('pairsOn', t('pairsOn'), { type: 'date', fixed: isFixed, required: false })}
          {text('startsOn', t('startsOn'), { type: 'date', fixed: isFixed })}
        </div>
        <p className={styles.small}>{t('stepsOn.hint')}</p>
        <div className={styles.fields}>
          {text('sessions', t('sessions'), { type: 'number', fixed: cohort?.stage === 'closed' })}
          {text('cadenceWeeks', t('cadenceWeeks'), { type: 'number', fixed: isFixed })}
          {text('sessionMinutes', t('sessionMinutes'), { type: 'number', fixed: isFixed })}
        </div>
        {isFixed ? (
          <p className={styles.small}>{ask(cohort?.stage === 'running' ? 'longer' : 'fixed')}</p>
        ) : (
          <>
            <PlanPreview plan={plan} />
            {previewOf(plan) && <HolidaysAhead plan={plan} />}
          </>
        )}
      </Panel>
      {fault && !named && (
        <p className={styles.fault} role="alert">
          {words.whyNot(fault)}
        </p>
      )}
      {moves !== undefined && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('moves', { count: moves })}</MessageBarBody>
          <MessageBarActions>
            <Button
              disabled={update.isPending}
              onClick={() => send(version, { moveBooked: true, isMeant: true })}
            >
              {t('moves.act', { count: moves })}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {doubts.length > 0 && (
        <Doubts doubts={doubts} busy={create.isPending || update.isPending}>
          <Button onClick={() => send(version, { isMeant: true })}>{ask('anyway')}</Button>
        </Doubts>
      )}
      {overtaken && (
        <Conflict
          overtaken={overtaken}
          fields={differencesOf(plan, planOf(overtaken.now), (field) => t(labelOf[field]))}
          busy={update.isPending}
          keepMine={() => {
            setVersion(overtaken.now.version)
            send(overtaken.now.version, { isMeant: true })
          }}
          takeTheirs={() => {
            setPlan(planOf(overtaken.now))
            setVersion(overtaken.now.version)
            update.reset()
          }}
        />
      )}
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" disabledFocusable={create.isPending || update.isPending}>
          {t(cohort ? 'form.save' : 'form.create')}
        </Button>
        <Button onClick={done}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}

const isChosen = (plan: PlanDraft, name: Template) =>
  Object.entries(typedOf(name)).every(([field, value]) => plan[field as PlanField] === value)

function Doubts({ doubts, busy, children }: { doubts: Doubt[]; busy: boolean; children: ReactNode }) {
  const styles = useStyles()
  const ask = useText(doubtStrings)
  const format = useFormat()
  const said = (doubt: Doubt) => {
    switch (doubt.kind) {
      case 'past':
      case 'far':
        return ask(doubt.kind, { on: format.date(doubt.on) })
      case 'same':
        return ask('same', { target: format.number(doubt.target) })
      case 'lower':
        return ask('lower', {
          target: format.number(doubt.target),
          baseline: format.number(doubt.baseline),
        })
      case 'rules':
        return ask('rules', { count: doubt.count })
    }
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <strong>{ask('title')}</strong>
        {doubts.map((doubt) => (
          <p key={doubt.kind} className={styles.doubt}>
            {said(doubt)}
          </p>
        ))}
      </MessageBarBody>
      <MessageBarActions>
        <fieldset className={styles.plain} disabled={busy}>
          {children}
        </fieldset>
      </MessageBarActions>
    </MessageBar>
  )
}

function PlanPreview({ plan }: { plan: PlanDraft }) {
  const styles = useStyles()
  const ask = useText(doubtStrings)
  const format = useFormat()
  const today = utcDate(useNow())
  const preview = previewOf(plan)
  if (!preview) return null
  const { sessions, enrol, match, first, midpoint, last, ends, minutes } = preview
  const isShort = enrol < today && plan.startsOn >= today
  return (
    <p className={styles.small} role="status">
      {ask('preview.steps', {
        ...{ enrol: format.date(enrol), match: format.date(match), midpoint: format.date(midpoint) },
      })}{' '}
      {isShort && `${ask('preview.short')} `}
      {ask('preview', {
        count: sessions,
        first: format.date(first),
        last: format.date(last),
        ends: format.date(ends),
        hours: format.number(Math.round(minutes / 6) / 10),
      })}
    </p>
  )
}

/** In how many calendars Sessions stand that the plan would move; undefined where that is not the question. */
function movesBooked(fault: unknown): number | undefined {
  return fault instanceof ApiProblem && fault.code === 'moves-booked'
    ? Number(fault.detail['count'] ?? 0)
    : undefined
}

function message(text: string | undefined) {
  return text ? { validationMessage: text, validationState: 'error' as const } : {}
}
