/** How a Cohort's Sessions are booked: who invites, what counts as free, and on which days nobody meets. */
import {
  Button,
  Checkbox,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  Field,
  Input,
  makeStyles,
  OverlayDrawer,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useChangeScheduling, useSchedulingPolicy } from '../../api/scheduling/schedule.ts'
import { Conflict, type Difference, overtakenBy } from '../../ui/conflict.tsx'
import { Reading } from '../../ui/states.tsx'
import { type Text, useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { strings } from './times-strings.ts'

type Policy = Out<'schedulingPolicy'>['policy']

const useStyles = makeStyles({
  drawer: { width: 'min(480px, 100vw)' },
  form: { display: 'grid', gap: tokens.spacingVerticalL, paddingBlockEnd: tokens.spacingVerticalXXL },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  days: { display: 'flex', flexWrap: 'wrap' },
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0 },
  span: { display: 'flex', gap: tokens.spacingHorizontalM },
  ladder: { display: 'grid', gap: tokens.spacingVerticalS, paddingBlockStart: tokens.spacingVerticalS },
})

interface Props {
  cohortId: string
  open: boolean
  close(): void
}

/** Stays mounted when closed: taken away while open, it would leave the page behind it hidden from screen readers. */
export function PolicyDrawer({ cohortId, open, close }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  return (
    <OverlayDrawer
      open={open}
      position="end"
      className={styles.drawer}
      aria-label={t('policy')}
      onOpenChange={(_, change) => !change.open && close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={close} />
          }
        >
          {t('policy')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{open && <Current cohortId={cohortId} close={close} />}</DrawerBody>
    </OverlayDrawer>
  )
}

function Current({ cohortId, close }: Pick<Props, 'cohortId' | 'close'>) {
  return (
    <Reading query={useSchedulingPolicy(cohortId)}>
      {(read) => <Form read={read} cohortId={cohortId} close={close} />}
    </Reading>
  )
}

function Form({ read, cohortId, close }: { read: Out<'schedulingPolicy'>; cohortId: string; close(): void }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const { weekday } = useFormat()
  const save = useChangeScheduling()
  const [version, setVersion] = useState(read.version)
  const [draft, setDraft] = useState(read.policy)
  const [holidays, setHolidays] = useState(read.policy.holidays.join('\n'))
  const [from, setFrom] = useState(read.policy.preferred?.from ?? '')
  const [to, setTo] = useState(read.policy.preferred?.to ?? '')
  const overtaken = overtakenBy<Out<'schedulingPolicy'>>(save.error)
  const set = (change: Partial<Policy>) => setDraft({ ...draft, ...change })
  const told = (): Policy => {
    const { preferred: _, programMailbox, ...rest } = draft
    return {
      ...rest,
      holidays: holidays.split(/[\s,;]+/).filter(Boolean),
      ...(programMailbox ? { programMailbox } : {}),
      ...(from && to ? { preferred: { from, to } } : {}),
    }
  }
  const submit = (seen: string) => {
    save.mutate(
      { id: cohortId, policy: told(), version: seen },
      {
        onSuccess: () => {
          toasts.say(t('saved'))
          close()
        },
        onError: (fault) =>
          overtakenBy(fault) ? undefined : toasts.say(t('failed', { why: words.whyNot(fault) })),
      },
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit(version)
      }}
    >
      <p className={styles.note}>{t('policyNote')}</p>
      <Choice
        label={t('organizer')}
        value={draft.organizer}
        options={(['mentor', 'mentee', 'program'] as const).map((one) => [one, t(`organizer.${one}`)])}
        set={(organizer) => set({ organizer })}
      />
      {draft.organizer === 'program' && (
        <Field label={t('mailbox')} required>
          <Input
            value={draft.programMailbox ?? ''}
            onChange={(_, { value }) => set({ programMailbox: value.trim() })}
          />
        </Field>
      )}
      <Choice
        label={t('sensitivity')}
        value={draft.sensitivity}
        options={(['normal', 'private'] as const).map((one) => [one, t(`sensitivity.${one}`)])}
        set={(sensitivity) => set({ sensitivity })}
      />
      <Choice
        label={t('tentative')}
        value={draft.tentativeIs}
        options={(['busy', 'free'] as const).map((one) => [one, t(`tentative.${one}`)])}
        set={(tentativeIs) => set({ tentativeIs })}
      />
      {/* Not a Field: it would give its own name to every box in it. */}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('noMeetingDays')}</legend>
        <div className={styles.days}>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Checkbox
              key={day}
              label={weekday(day)}
              checked={draft.noMeetingDays.includes(day)}
              onChange={(_, { checked }) =>
                set({
                  noMeetingDays: checked
                    ? [...draft.noMeetingDays, day].sort((a, b) => a - b)
                    : draft.noMeetingDays.filter((one) => one !== day),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.span}>
        <Field label={t('preferredFrom')}>
          <Input type="time" value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label={t('preferredTo')}>
          <Input type="time" value={to} onChange={(_, { value }) => setTo(value)} />
        </Field>
      </div>
      <Field label={t('notice')}>
        <Input
          type="number"
          min={0}
          max={30}
          value={String(draft.noticeDays)}
          onChange={(_, { value }) => set({ noticeDays: Number(value) })}
        />
      </Field>
      <Ladder ladder={draft.ladder} set={(ladder) => set({ ladder })} />
      <Field label={t('holidays')}>
        <Textarea rows={4} value={holidays} onChange={(_, { value }) => setHolidays(value)} />
      </Field>
      {overtaken && (
        <Conflict
          overtaken={overtaken}
          fields={differencesOf(t, weekday, told(), overtaken.now.policy)}
          busy={save.isPending}
          keepMine={() => submit(overtaken.now.version)}
          takeTheirs={() => {
            const { policy } = overtaken.now
            setVersion(overtaken.now.version)
            setDraft(policy)
            setHolidays(policy.holidays.join('\n'))
            setFrom(policy.preferred?.from ?? '')
            setTo(policy.preferred?.to ?? '')
            save.reset()
          }}
        />
      )}
      <Button appearance="primary" type="submit" disabled={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

/** Every choice with what stands in it here and there. */
function differencesOf(
  t: Text<typeof strings.en>,
  weekday: (day: number) => string,
  mine: Policy,
  theirs: Policy,
): Difference[] {
  const said = (one: Policy): [string, string][] => [
    [t('organizer'), t(`organizer.${one.organizer}`)],
    [t('mailbox'), one.programMailbox ?? ''],
    [t('sensitivity'), t(`sensitivity.${one.sensitivity}`)],
    [t('tentative'), t(`tentative.${one.tentativeIs}`)],
    [t('noMeetingDays'), one.noMeetingDays.map(weekday).join(' · ')],
    [t('preferredFrom'), one.preferred?.from ?? ''],
    [t('preferredTo'), one.preferred?.to ?? ''],
    [t('notice'), String(one.noticeDays)],
    [t('ladder.pair'), String(one.ladder.pair)],
    [t('ladder.organizer'), String(one.ladder.organizer)],
    [t('ladder.sponsor'), one.ladder.sponsor === undefined ? '' : String(one.ladder.sponsor)],
    [t('holidays'), one.holidays.join('\n')],
  ]
  const there = said(theirs)
  return said(mine).map(([label, value], i) => ({ label, mine: value, theirs: there[i]![1] }))
}

type LadderPolicy = Policy['ladder']

/** After how many Sessions in a row that did not take place who hears of it; the Sponsor only where that is wanted. */
function Ladder({ ladder, set }: { ladder: LadderPolicy; set(ladder: LadderPolicy): void }) {
  const styles = useStyles()
  const t = useText(strings)
  const { sponsor, ...others } = ladder
  const count = (value: number, label: string, change: (count: number) => void) => (
    <Field label={label}>
      <Input
        type="number"
        min={1}
        max={10}
        value={String(value)}
        onChange={(_, data) => change(Number(data.value))}
      />
    </Field>
  )
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('ladder')}</legend>
      <div className={styles.ladder}>
        {count(ladder.pair, t('ladder.pair'), (pair) => set({ ...ladder, pair }))}
        {count(ladder.organizer, t('ladder.organizer'), (organizer) => set({ ...ladder, organizer }))}
        <Checkbox
          label={t('ladder.tellSponsor')}
          checked={sponsor !== undefined}
          onChange={(_, { checked }) => set(checked ? { ...ladder, sponsor: ladder.organizer + 1 } : others)}
        />
        {sponsor !== undefined &&
          count(sponsor, t('ladder.sponsor'), (count) => set({ ...ladder, sponsor: count }))}
      </div>
    </fieldset>
  )
}

function Choice<T extends string>({
  label,
  value,
  options,
  set,
}: {
  label: string
  value: T
  options: readonly (readonly [T, string])[]
  set(value: T): void
}) {
  return (
    <Field label={label}>
      <RadioGroup value={value} onChange={(_, data) => set(data.value as T)}>
        {options.map(([key, text]) => (
          <Radio key={key} value={key} label={text} />
        ))}
      </RadioGroup>
    </Field>
  )
}
