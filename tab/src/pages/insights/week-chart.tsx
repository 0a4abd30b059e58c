/** Of the Sessions of each week, the share that was kept on time, as a filling of the whole. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { unseen } from '../../ui/unseen.ts'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'

type Weeks = Out<'metrics'>['keptByWeek']

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  plot: { display: 'flex', alignItems: 'flex-end', gap: '6px', height: '200px', paddingBlockStart: '24px' },
  week: {
    position: 'relative',
    flex: '1 1 0',
    maxWidth: '56px',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    height: '100%',
  },
  due: {
    position: 'relative',
    display: 'flex',
    alignItems: 'flex-end',
    boxSizing: 'border-box',
    borderRadius: '6px 6px 0 0',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2Hover,
    forcedColorAdjust: 'none',
  },
  held: {
    width: '100%',
    borderRadius: '5px 5px 0 0',
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
  },
  share: {
    position: 'absolute',
    insetInline: 0,
    insetBlockEnd: '100%',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  labels: {
    display: 'flex',
    gap: '6px',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
  },
  label: {
    flex: '1 1 0',
    maxWidth: '56px',
    minWidth: 0,
    textAlign: 'center',
    whiteSpace: 'nowrap',
    overflow: 'visible',
    display: 'flex',
    justifyContent: 'center',
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { width: '12px', height: '12px', borderRadius: '3px' },
  hidden: unseen,
})

export function WeekChart({ weeks }: { weeks: Weeks }) {
  const styles = useStyles()
  const t = useText(strings)
  const { percent, shortDay } = useFormat()
  const words = useWords()
  const said = ({ value, bound }: Weeks[number]) => words.bound(bound, percent(value / 100))
  const everyNth = Math.max(1, Math.ceil(weeks.length / 8))
  const dayOf = (week: string) => shortDay(`${week}T12:00:00Z`)
  return (
    <figure className={styles.figure}>
      <div aria-hidden="true">
        <div className={styles.plot}>
          {weeks.map(({ week, value }) => (
            <div key={week} className={styles.week}>
              <div className={styles.due} style={{ height: '100%' }}>
                {weeks.length <= 14 && <span className={styles.share}>{percent(value / 100)}</span>}
                <div className={styles.held} style={{ height: `${value}%` }} />
              </div>
            </div>
          ))}
        </div>
        <div className={styles.labels}>
          {weeks.map(({ week }, i) => (
            <span key={week} className={styles.label}>
              {i % everyNth === 0 ? dayOf(week) : ''}
            </span>
          ))}
        </div>
        <div className={styles.legend}>
          <span className={styles.item}>
            <span className={`${styles.swatch} ${styles.held}`} style={{ width: 12, borderRadius: 3 }} />
            {t('kept')}
          </span>
        </div>
      </div>
      <div className={styles.hidden}>
        <table>
          <caption>{t('byWeek')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('kept')}</th>
              <th scope="col">{t('people')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((row) => (
              <tr key={row.week}>
                <th scope="row">{t('week', { day: dayOf(row.week) })}</th>
                <td>{said(row)}</td>
                <td>{t('n', { n: row.n })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
