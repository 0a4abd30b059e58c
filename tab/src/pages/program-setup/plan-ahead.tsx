/** Public holidays that a plan meets, as far as it is typed. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { usePlanAhead } from '../../api/program/cohorts.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { doubtStrings } from './doubt-strings.ts'
import type { PlanDraft } from './plan.ts'

const useStyles = makeStyles({
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
})

/** @param plan whose dates can be read */
export function HolidaysAhead({
  plan: { startsOn, sessions, cadenceWeeks },
}: {
  plan: Pick<PlanDraft, 'startsOn' | 'sessions' | 'cadenceWeeks'>
}) {
  const styles = useStyles()
  const ask = useText(doubtStrings)
  const format = useFormat()
  const { data, error } = usePlanAhead({
    ...{ startsOn, sessions: Number(sessions), cadenceWeeks: Number(cadenceWeeks) },
  })
  if (error) return <p className={styles.small}>{ask('ahead.lost')}</p>
  if (!data) return null
  const { countries, unknown, knownUntil } = data
  const count = new Set(countries.flatMap(({ days }) => days)).size
  return (
    <div className={styles.small}>
      {count === 0 ? (
        <p className={styles.small}>{ask('ahead.none')}</p>
      ) : (
        <details>
          <summary className={styles.summary}>{ask('ahead.title', { count })}</summary>
          <ul className={styles.list}>
            {countries.map(({ country, people, days }) => (
              <li key={country}>
                {ask('ahead.one', {
                  ...{ country: format.countryName(country), count: people },
                  days: format.list(days.map(format.date)),
                })}
              </li>
            ))}
          </ul>
          <p className={styles.small}>{ask('ahead.note')}</p>
        </details>
      )}
      {unknown > 0 && <p className={styles.small}>{ask('ahead.unknown', { count: unknown })}</p>}
      {knownUntil !== undefined && (
        <p className={styles.small}>{ask('ahead.until', { year: String(knownUntil) })}</p>
      )}
    </div>
  )
}
