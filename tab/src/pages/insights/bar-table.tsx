/** A picture that is its own table: what is said of each row, with a bar as long as its value. Without a value there is no bar. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { unseen } from '../../ui/unseen.ts'

export interface BarCell {
  value?: number | undefined
  said: string
}

export interface BarRow {
  label: string
  cells: readonly BarCell[]
  /** How many people, in words. */
  people?: string | undefined
}

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  caption: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingBlockEnd: tokens.spacingVerticalXS,
  },
  hidden: unseen,
  head: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    verticalAlign: 'bottom',
    paddingBlockEnd: tokens.spacingVerticalXS,
  },
  label: {
    width: '38%',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  cell: {
    verticalAlign: 'top',
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  track: {
    height: '10px',
    marginBlockStart: '6px',
    marginBlockEnd: '2px',
    borderRadius: '5px',
    backgroundColor: tokens.colorNeutralBackground4,
    overflow: 'hidden',
  },
  fill: { height: '100%', borderRadius: '5px', forcedColorAdjust: 'none' },
  first: { backgroundColor: tokens.colorBrandBackground },
  second: { backgroundColor: tokens.colorPaletteTealBorderActive },
  said: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  people: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase100 },
})

export function BarTable({
  caption,
  isCaptionSeen = false,
  head,
  rows,
  max,
}: {
  caption: string
  isCaptionSeen?: boolean
  /** Of the labels, then of each cell. */
  head: readonly [string, ...string[]]
  rows: readonly BarRow[]
  max: number
}) {
  const styles = useStyles()
  const [first, ...columns] = head
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        <span {...(isCaptionSeen ? {} : { className: styles.hidden })}>{caption}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.head} style={{ width: '38%' }}>
            {first}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells, people }) => (
          <tr key={label}>
            <th scope="row" className={styles.label}>
              {label}
            </th>
            {cells.map(({ value, said }, i) => (
              <td key={columns[i]} className={styles.cell}>
                <div className={styles.track} aria-hidden="true">
                  {value !== undefined && (
                    <div
                      className={`${styles.fill} ${i === 0 ? styles.first : styles.second}`}
                      style={{ width: `${Math.min(100, Math.max(0, (value / max) * 100))}%` }}
                    />
                  )}
                </div>
                <span className={styles.said}>{said}</span>
                {people && i === cells.length - 1 && <span className={styles.people}>{people}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
