/** Small pictures of numbers. Each carries its numbers as a table for those who do not see it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useFormat } from './text.tsx'
import { unseen } from './unseen.ts'

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0 },
  hidden: unseen,
  bars: { display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 1fr) minmax(0, 2fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  track: {
    height: '10px',
    borderRadius: '5px',
    backgroundColor: tokens.colorNeutralBackground4,
    overflow: 'hidden',
  },
  fill: {
    height: '100%',
    borderRadius: '5px',
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
  },
  value: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
})

export interface Point {
  label: string
  value: number
}

/** Values over time as one line; `max` is the top of the scale (the largest value unless given). */
export function Sparkline({
  points,
  label,
  max,
  width = 160,
  height = 40,
  write,
}: {
  points: readonly Point[]
  label: string
  max?: number
  width?: number
  height?: number
  write?: (value: number) => string
}) {
  const styles = useStyles()
  const top = Math.max(max ?? 0, ...points.map(({ value }) => value), 1e-9)
  const x = (index: number) =>
    points.length < 2 ? width / 2 : 4 + (index / (points.length - 1)) * (width - 8)
  const y = (value: number) => height - 4 - (value / top) * (height - 8)
  const path = points.map(({ value }, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const last = points.at(-1)
  return (
    <figure className={styles.figure}>
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width="100%" style={{ maxWidth: width }}>
        <polyline
          points={path}
          fill="none"
          stroke={tokens.colorBrandStroke1}
          strokeWidth="2"
          strokeLinejoin="round"
        />
        {last && (
          <circle cx={x(points.length - 1)} cy={y(last.value)} r="3.5" fill={tokens.colorBrandStroke1} />
        )}
      </svg>
      <PointTable points={points} label={label} {...(write ? { write } : {})} />
    </figure>
  )
}

/** One bar a row, longest first to the eye: label, bar, number. */
export function Bars({
  points,
  label,
  max,
  write,
}: {
  points: readonly Point[]
  label: string
  max?: number
  write?: (value: number) => string
}) {
  const styles = useStyles()
  const { number } = useFormat()
  const top = Math.max(max ?? 0, ...points.map(({ value }) => value), 1)
  return (
    <figure className={styles.figure}>
      <div className={styles.bars} aria-hidden="true">
        {points.map(({ label, value }) => (
          <div key={label} className={styles.row}>
            <span className={styles.label}>{label}</span>
            <div className={styles.track}>
              <div className={styles.fill} style={{ width: `${(value / top) * 100}%` }} />
            </div>
            <span className={styles.value}>{(write ?? number)(value)}</span>
          </div>
        ))}
      </div>
      <PointTable points={points} label={label} {...(write ? { write } : {})} />
    </figure>
  )
}

function PointTable({
  points,
  label,
  write,
}: {
  points: readonly Point[]
  label: string
  write?: (value: number) => string
}) {
  const styles = useStyles()
  const { number } = useFormat()
  return (
    <div className={styles.hidden}>
      <table>
        <caption>{label}</caption>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              <td>{(write ?? number)(point.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
