/** How many Sessions fall in each week: held, not confirmed and still to come, with today marked. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useNow } from '../../ui/now.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { unseen } from '../../ui/unseen.ts'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'
import { type HoldRow, mondays, perWeek, placeOf, type Weeks } from './weeks.ts'

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  plot: { position: 'relative', display: 'flex', alignItems: 'flex-end', gap: '3px', height: '92px' },
  week: { flex: '1 1 0', display: 'flex', flexDirection: 'column-reverse', minWidth: 0, height: '100%' },
  held: { backgroundColor: tokens.colorBrandBackground, borderRadius: '2px', forcedColorAdjust: 'none' },
  'not-confirmed': { backgroundColor: tokens.colorPaletteMarigoldBorderActive, forcedColorAdjust: 'none' },
  planned: {
    boxSizing: 'border-box',
    backgroundColor: tokens.colorBrandBackground2Pressed,
    borderRadius: '2px 2px 0 0',
    forcedColorAdjust: 'none',
  },
  /** Seen in high contrast, where the pale filling is the ground's colour; not drawn around nothing. */
  outlined: { border: `1px solid ${tokens.colorBrandStroke1}` },
  today: {
    position: 'absolute',
    insetBlock: 0,
    width: 0,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'dashed',
    borderInlineStartColor: tokens.colorNeutralForeground2,
  },
  labels: {
    position: 'relative',
    height: '18px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  label: { position: 'absolute', whiteSpace: 'nowrap' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { width: '10px', height: '10px' },
  hidden: unseen,
})

export function WeekBars({ holds, weeks }: { holds: readonly HoldRow[]; weeks: Weeks }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const { shortDay, number } = useFormat()
  const now = placeOf(weeks, useNow())
  const counts = perWeek(holds, weeks)
  const top = Math.max(1, ...counts.map((week) => week.planned + week.held + week['not-confirmed']))
  const days = mondays(weeks)
  const everyNth = Math.ceil(weeks.count / 5)
  const states = ['held', 'not-confirmed', 'planned'] as const
  return (
    <figure className={styles.figure}>
      <div aria-hidden="true">
        <div className={styles.plot}>
          {counts.map((week, i) => (
            <div key={days[i]!.getTime()} className={styles.week}>
              {states.map((state) => (
                <div
                  key={state}
                  className={mergeClasses(
                    styles[state],
                    state === 'planned' && week.planned > 0 && styles.outlined,
                  )}
                  style={{ height: `${(week[state] / top) * 100}%` }}
                />
              ))}
            </div>
          ))}
          {now >= 0 && now <= 1 && (
            <div className={styles.today} style={{ insetInlineStart: `${now * 100}%` }} />
          )}
        </div>
        <div className={styles.labels}>
          {days.map((day, i) =>
            i % everyNth === 0 && i <= weeks.count - everyNth / 2 ? (
              <span
                key={day.getTime()}
                className={styles.label}
                style={{ insetInlineStart: `${(i / weeks.count) * 100}%` }}
              >
                {shortDay(day)}
              </span>
            ) : null,
          )}
        </div>
        <div className={styles.legend}>
          {states.map((state) => (
            <span key={state} className={styles.item}>
              <span
                className={mergeClasses(styles.swatch, styles[state], state === 'planned' && styles.outlined)}
              />
              {words.t(`session.${state}`)}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.hidden}>
        <table>
          <caption>{t('weeks')}</caption>
          <thead>
            <tr>
              <td />
              {states.map((state) => (
                <th key={state} scope="col">
                  {words.t(`session.${state}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((week, i) => (
              <tr key={days[i]!.getTime()}>
                <th scope="row">{shortDay(days[i]!)}</th>
                {states.map((state) => (
                  <td key={state}>{number(week[state])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
