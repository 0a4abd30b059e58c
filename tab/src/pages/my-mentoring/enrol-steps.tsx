/** The five steps of the form and the fields they are made of. Each shows its fields, its faults beside them, and nothing else. */
import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { FindChoice, type Found } from '../../ui/find-choice.tsx'
import { useNow } from '../../ui/now.tsx'
import { findLanguages } from '../../ui/spoken-languages.ts'
import { useFormat, useLocale, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { findZones, type Zone, zoneNamed } from '../../ui/zones.ts'
import type { Draft } from './draft.ts'
import type { Faults, Wrong } from './enrol-rules.ts'
import { enrolStrings } from './enrol-strings.ts'
import { entryStrings } from './entry-strings.ts'
import { useLayout } from './layout.ts'
import { mayEnter } from './may-enter.ts'
import type { Mine } from './mine.ts'

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  side: {
    alignItems: 'flex-start',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
  },
  body: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  badge: {
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  fieldset: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalS },
  chip: { minWidth: '56px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  levels: { display: 'grid', gap: tokens.spacingVerticalS },
  level: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(112px, 2fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  /** Five circles in a row are wider than the narrowest windows. */
  wraps: { flexWrap: 'wrap' },
})

/** What the whole form, one part of it and the summary share. */
export const useFormStyles = makeStyles({
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

export function firstInvalid(form: HTMLElement | null): HTMLElement | null | undefined {
  return form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')
}

export interface StepProps {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  faults: Faults
  mine: Mine
}

function useFault(): (wrong: Wrong | undefined) => { validationMessage?: string; validationState?: 'error' } {
  const t = useText(enrolStrings)
  return (wrong) => (wrong ? { validationMessage: t(wrong), validationState: 'error' } : {})
}

export function SideStep({
  draft,
  chooseSide,
  mine,
}: Pick<StepProps, 'draft' | 'mine'> & { chooseSide: (side: Draft['side']) => void }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const entry = useText(entryStrings)
  return (
    <>
      <p className={layout.quiet}>{t('side.note')}</p>
      <RadioGroup
        aria-label={t('side.title')}
        className={styles.sides}
        value={draft.side}
        onChange={(_, { value }) => chooseSide(value as Draft['side'])}
      >
        {(['mentor', 'mentee'] as const).map((side) => (
          <Radio
            key={side}
            value={side}
            disabled={!mayEnter(mine.entry, side)}
            className={mergeClasses(styles.side, draft.side === side && styles.chosen)}
            label={
              <>
                <strong>{t(`side.${side}`)}</strong>
                <span className={styles.body}>{t(`side.${side}.body`)}</span>
                {mine.entry && mine.entry.sides[side] !== 'open' && (
                  <span className={styles.body}>{entry(`${side}.${mine.entry.sides[side]}`)}</span>
                )}
                {mine.prefill.sideSuggested === side && (
                  <span className={styles.badge}>{t('side.suggested')}</span>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </>
  )
}

/** Chips that are on or off; a group with a name and one message. */
function Chips<T extends string | number>({
  label,
  all,
  chosen,
  word,
  toggle,
  wrong,
  hint,
}: {
  label: string
  all: readonly T[]
  chosen: readonly T[]
  word: (item: T) => ReactNode
  toggle: (item: T, on: boolean) => void
  wrong?: Wrong | undefined
  hint?: string
}) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  return (
    <fieldset className={styles.fieldset} data-invalid={wrong !== undefined || undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.chips}>
        {all.map((item) => {
          const on = chosen.includes(item)
          return (
            <ToggleButton
              key={item}
              shape="circular"
              className={styles.chip}
              checked={on}
              appearance={on ? 'primary' : 'secondary'}
              onClick={() => toggle(item, !on)}
            >
              {word(item)}
            </ToggleButton>
          )
        })}
      </div>
      {wrong && (
        <p className={layout.fault} role="alert">
          {t(wrong)}
        </p>
      )}
      {hint && <p className={layout.small}>{hint}</p>}
    </fieldset>
  )
}

const without = <T,>(items: readonly T[], item: T, on: boolean) =>
  on ? [...items, item] : items.filter((other) => other !== item)

export function TopicsStep({ draft, change, faults, mine }: StepProps) {
  const styles = useStyles()
  const t = useText(enrolStrings)
  const words = useWords()
  const word = draft.side === 'mentor' ? 'level' : 'wish'
  const toggle = (topic: string, on: boolean) =>
    change({
      topics: on ? [...draft.topics, { topic, level: 2 }] : draft.topics.filter((one) => one.topic !== topic),
    })
  return (
    <>
      <Chips
        label={t('topics.note')}
        all={mine.offered.topics}
        chosen={draft.topics.map(({ topic }) => topic)}
        word={words.topic}
        toggle={toggle}
        wrong={faults.topics}
      />
      <div className={styles.levels}>
        {draft.topics.map(({ topic, level }) => (
          <div key={topic} className={styles.level}>
            <span>{words.topic(topic)}</span>
            <Select
              aria-label={t('topics.level', { topic: words.topic(topic) })}
              value={String(level)}
              onChange={(_, { value }) =>
                change({
                  topics: draft.topics.map((one) =>
                    one.topic === topic ? { topic, level: Number(value) as 1 | 2 | 3 } : one,
                  ),
                })
              }
            >
              {([1, 2, 3] as const).map((one) => (
                <option key={one} value={one}>
                  {words.t(`${word}.${one}`)}
                </option>
              ))}
            </Select>
          </div>
        ))}
      </div>
    </>
  )
}

export function TimeStep(props: StepProps) {
  const layout = useLayout()
  const t = useText(enrolStrings)
  return (
    <>
      <p className={layout.quiet}>{t('time.note')}</p>
      <LanguagesField {...props} />
      <HoursField {...props} />
      <ZoneField {...props} />
      <CapacityField {...props} />
    </>
  )
}

export function LanguagesField({ draft, change, faults, mine }: StepProps) {
  const t = useText(enrolStrings)
  const format = useFormat()
  const locale = useLocale()
  return (
    <>
      <Chips
        label={t('languages')}
        all={[...new Set([...draft.languages, ...mine.offered.languages])].sort((one, other) =>
          format.languageName(one).localeCompare(format.languageName(other), locale),
        )}
        chosen={draft.languages}
        word={format.languageName}
        toggle={(language, on) => change({ languages: without(draft.languages, language, on) })}
        wrong={faults.languages}
      />
      <FindChoice
        label={t('languages.more')}
        hint={t('languages.hint')}
        chosen={undefined}
        find={(query) =>
          findLanguages(query, locale, atMost)
            .filter(({ tag }) => !draft.languages.includes(tag))
            .map(({ tag, name, own }) => ({ value: tag, text: name, note: own === name ? undefined : own }))
        }
        choose={(tag) => change({ languages: [...new Set([...draft.languages, tag])] })}
        none={t('find.none')}
        says={(count) => t('find.count', { count })}
      />
    </>
  )
}

export function HoursField({ draft, change, faults }: StepProps) {
  const styles = useStyles()
  const t = useText(enrolStrings)
  const format = useFormat()
  const fault = useFault()
  const { workingHours: hours } = draft
  return (
    <>
      <Chips
        label={t('days')}
        all={[1, 2, 3, 4, 5, 6, 7]}
        chosen={hours.days}
        word={(day) => format.weekday(day, 'short')}
        toggle={(day, on) =>
          change({ workingHours: { ...hours, days: without(hours.days, day, on).sort((a, b) => a - b) } })
        }
        wrong={faults.days}
      />
      <div className={styles.pair}>
        <Field label={t('start')}>
          <Input
            type="time"
            value={hours.start}
            onChange={(_, { value }) => change({ workingHours: { ...hours, start: value } })}
          />
        </Field>
        <Field label={t('end')} {...fault(faults.end)}>
          <Input
            type="time"
            value={hours.end}
            onChange={(_, { value }) => change({ workingHours: { ...hours, end: value } })}
          />
        </Field>
      </div>
    </>
  )
}

/** As many as a list shows before it is quicker to type on. */
const atMost = 40

export function ZoneField({ draft, change }: StepProps) {
  const t = useText(enrolStrings)
  const locale = useLocale()
  const now = useNow()
  const inWords = (zone: Zone): Found => ({
    value: zone.id,
    text: t('zone.today', { city: zone.city, offset: zone.offset }),
    note: [zone.country, zone.time].filter(Boolean).join(' · '),
  })
  return (
    <FindChoice
      label={t('zone')}
      hint={t('zone.hint')}
      chosen={inWords(zoneNamed(draft.timeZone, locale, now))}
      find={(query) => findZones(query, locale, now, atMost).map(inWords)}
      choose={(timeZone) => change({ timeZone })}
      none={t('find.none')}
      says={(count) => t('find.count', { count })}
    />
  )
}

export function CapacityField({ draft, change }: StepProps) {
  const t = useText(enrolStrings)
  const format = useFormat()
  return (
    <Field label={t('capacity')}>
      <Select value={String(draft.capacity)} onChange={(_, { value }) => change({ capacity: Number(value) })}>
        {[1, 2, 3, 4].map((count) => (
          <option key={count} value={count}>
            {format.number(count)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

export function GoalStep(props: StepProps) {
  return (
    <>
      <GoalField {...props} />
      <InterestsField {...props} />
    </>
  )
}

export function GoalField({ draft, change, faults }: StepProps) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const fault = useFault()
  return (
    <>
      <p className={layout.quiet}>{t('goal.note')}</p>
      <Field label={t('goal')} {...fault(faults.goal)}>
        <Textarea
          value={draft.goal}
          placeholder={t(`goal.hint.${draft.side}`)}
          resize="vertical"
          onChange={(_, { value }) => change({ goal: value })}
        />
      </Field>
      <Field label={t('goal.start')} hint={`1 ${t('goal.start.1')} · 5 ${t('goal.start.5')}`}>
        <RadioGroup
          layout="horizontal"
          className={styles.wraps}
          value={String(draft.goalStart)}
          onChange={(_, { value }) => change({ goalStart: Number(value) })}
        >
          {[1, 2, 3, 4, 5].map((value) => (
            <Radio key={value} value={String(value)} label={String(value)} />
          ))}
        </RadioGroup>
      </Field>
    </>
  )
}

export function InterestsField({ draft, change, mine }: StepProps) {
  const t = useText(enrolStrings)
  const words = useWords()
  return (
    <Chips
      label={t('interests')}
      hint={t('interests.note')}
      all={mine.offered.interests}
      chosen={draft.interests}
      word={words.interest}
      toggle={(interest, on) => change({ interests: without(draft.interests, interest, on) })}
    />
  )
}

export function RulesStep({
  items,
  accepted,
  accept,
  fault: wrong,
}: {
  items: readonly string[]
  accepted: boolean
  accept: (accepted: boolean) => void
  fault: Wrong | undefined
}) {
  const layout = useLayout()
  const t = useText(enrolStrings)
  const fault = useFault()
  return (
    <>
      <p className={layout.quiet}>{t('rules.note')}</p>
      <ul className={layout.list}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <Field {...fault(wrong)}>
        <Checkbox
          label={t('rules.accept')}
          checked={accepted}
          onChange={(_, { checked }) => accept(checked === true)}
        />
      </Field>
    </>
  )
}
