/** How much of an arc each half hour of the week is free for both; as a picture, and as a table that says the same. */
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { strings } from './times-strings.ts'

type Times = Out<'holdTimes'>
type Cell = Times['cells'][number]

const useStyles = makeStyles({
  map: { display: 'grid', gap: '2px', gridAutoRows: '14px', fontSize: tokens.fontSizeBase100 },
  day: { textAlign: 'center', fontWeight: tokens.fontWeightSemibold, lineHeight: '14px' },
  hour: {
    textAlign: 'end',
    lineHeight: '14px',
    color: tokens.colorNeutralForeground2,
    paddingInlineEnd: '6px',
  },
  cell: {
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground3,
    position: 'relative',
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  fill: { position: 'absolute', inset: 0, backgroundColor: tokens.colorBrandBackground },
  /** Two rings, since in high contrast a cell that is always free has the colour of the outer one. */
  chosen: {
    position: 'relative',
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: '2px',
      boxShadow: `inset 0 0 0 2px ${tokens.colorNeutralForeground1}, inset 0 0 0 4px ${tokens.colorNeutralBackground1}`,
    },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  scale: {
    width: '96px',
    height: '12px',
    borderRadius: '2px',
    forcedColorAdjust: 'none',
    backgroundImage: `linear-gradient(to right, ${tokens.colorNeutralBackground3}, ${tokens.colorBrandBackground})`,
  },
  mark: { width: '12px', height: '12px', borderRadius: '2px' },
  scroll: { maxHeight: '420px', overflowY: 'auto' },
})

export function HeatMap({ times, asTable }: { times: Times; asTable: boolean }) {
  return asTable ? <AsTable times={times} /> : <AsPicture times={times} />
}

/** Rows from the first to the last half hour in which anybody is free at all. */
function rowsOf(cells: readonly Cell[]): { rows: string[]; days: number[] } {
  const rows = [...new Set(cells.map(({ time }) => time))].sort()
  const days = [...new Set(cells.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  return { rows, days }
}

function AsPicture({ times }: { times: Times }) {
  const styles = useStyles()
  const t = useText(strings)
  const { weekday } = useFormat()
  const { cells, chosen, occurrences: of } = times
  const { rows, days } = rowsOf(cells)
  const byPlace = new Map(cells.map((cell) => [`${cell.weekday} ${cell.time}`, cell]))
  const half = chosen ? `${chosen.time.slice(0, 3)}${chosen.time.slice(3) < '30' ? '00' : '30'}` : ''
  return (
    <>
      <div
        className={styles.map}
        style={{ gridTemplateColumns: `44px repeat(${days.length}, minmax(0, 1fr))` }}
        aria-hidden="true"
      >
        <span />
        {days.map((day) => (
          <span key={day} className={styles.day}>
            {weekday(day, 'short')}
          </span>
        ))}
        {rows.flatMap((time) => [
          <span key={time} className={styles.hour}>
            {time.endsWith('00') ? time : ''}
          </span>,
          ...days.map((day) => {
            const { mentor = 0, mentee = 0, both = 0 } = byPlace.get(`${day} ${time}`) ?? {}
            const isChosen = chosen?.weekday === day && half === time
            const said = t('cell', { day: weekday(day), time, both, of, mentor, mentee })
            return (
              <span
                key={`${day} ${time}`}
                className={mergeClasses(styles.cell, isChosen && styles.chosen)}
                title={isChosen ? `${said}. ${t('now')}` : said}
              >
                <span className={styles.fill} style={{ opacity: both / of }} />
              </span>
            )
          }),
        ])}
      </div>
      <div className={styles.legend} aria-hidden="true">
        {t('legendNone')} <span className={styles.scale} /> {t('legendAll')}
        {chosen && (
          <>
            <span className={mergeClasses(styles.mark, styles.chosen)} /> {t('now')}
          </>
        )}
      </div>
    </>
  )
}

function AsTable({ times }: { times: Times }) {
  const styles = useStyles()
  const t = useText(strings)
  const { weekday } = useFormat()
  const of = times.occurrences
  const shared = times.cells.filter(({ both }) => both > 0)
  return (
    <div className={styles.scroll}>
      <Table size="extra-small" aria-label={t('week')}>
        <TableHeader>
          <TableRow>
            {(['day', 'time', 'both', 'mentor', 'mentee'] as const).map((key) => (
              <TableHeaderCell key={key}>{t(key)}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {shared.map((cell) => (
            <TableRow key={`${cell.weekday} ${cell.time}`}>
              <TableCell>{weekday(cell.weekday)}</TableCell>
              <TableCell>{cell.time}</TableCell>
              {(['both', 'mentor', 'mentee'] as const).map((who) => (
                <TableCell key={who}>{t('of', { count: cell[who], of })}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
