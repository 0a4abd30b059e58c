/** To whom a Cohort is open, by what the directory says of its people, and how many take part on each side. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { usePlanAhead } from '../../api/program/cohorts.ts'
import { FindChoice } from '../../ui/find-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { admissionStrings } from './admission-strings.ts'
import { previewOf } from './doubts.ts'
import type { PlanDraft } from './plan.ts'

const useStyles = makeStyles({
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  chosen: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBlockStart: '4px' },
})

const mostShown = 50

interface Props {
  plan: PlanDraft
  change: (changes: Partial<PlanDraft>) => void
  /** Grades and places. */
  children: ReactNode
}

export function AdmissionPanel({ plan, change, children }: Props) {
  const styles = useStyles()
  const t = useText(admissionStrings)
  const format = useFormat()
  const { startsOn, sessions, cadenceWeeks } = previewOf(plan) ? plan : usual
  const { data } = usePlanAhead({
    ...{ startsOn, sessions: Number(sessions), cadenceWeeks: Number(cadenceWeeks) },
  })
  const { units = [], countries = [], people = 0, withGrade = 0 } = data?.directory ?? {}
  return (
    <Panel title={t('title')}>
      <p className={styles.small}>{t('note')}</p>
      <Some
        of="units"
        chosen={plan.units}
        all={units.map((unit) => ({ value: unit.name, text: unit.name, people: unit.people }))}
        change={(lines) => change({ units: lines })}
      />
      <Some
        of="countries"
        chosen={plan.countries}
        all={countries.map(({ country, people: count }) => ({
          ...{ value: country, text: format.countryName(country), people: count },
        }))}
        change={(lines) => change({ countries: lines })}
      />
      {children}
      {data && (
        <p className={styles.small}>
          {t('grades', { count: format.number(withGrade), people: format.number(people) })}
        </p>
      )}
      <p className={styles.small}>{t('places')}</p>
    </Panel>
  )
}

/** What the directory says does not depend on dates, which are not whole while they are typed. */
const usual = { startsOn: '2026-01-05', sessions: '6', cadenceWeeks: '4' }

interface SomeProps {
  of: 'units' | 'countries'
  /** One a line. */
  chosen: string
  all: { value: string; text: string; people: number }[]
  change: (lines: string) => void
}

/** Some of many: found by typing, and taken off by pressing. */
function Some({ of, chosen, all, change }: SomeProps) {
  const styles = useStyles()
  const t = useText(admissionStrings)
  const format = useFormat()
  const values = chosen.split('\n').filter(Boolean)
  const textOf = (value: string) => all.find((one) => one.value === value)?.text ?? value
  const find = (query: string) =>
    all
      .filter(({ value, text }) => !values.includes(value) && plainText(text).includes(plainText(query)))
      .slice(0, mostShown)
      .map(({ value, text, people }) => ({
        value,
        text,
        note: t('people', { count: format.number(people) }),
      }))
  return (
    <div>
      <FindChoice
        label={t(of)}
        hint={t('only')}
        chosen={undefined}
        find={find}
        choose={(value) => change([...values, value].join('\n'))}
        none={t('none')}
        says={(count) => t('found', { count: format.number(count) })}
      />
      {values.length > 0 && (
        <div className={styles.chosen}>
          {values.map((value) => (
            <Button
              key={value}
              size="small"
              aria-label={t('remove', { name: textOf(value) })}
              onClick={() => change(values.filter((one) => one !== value).join('\n'))}
            >
              {textOf(value)} ×
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
