/** A large number over a small label. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`,
    margin: 0,
  },
  stat: { display: 'flex', flexDirection: 'column-reverse', minWidth: '72px' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export function Stats({ children }: { children: ReactNode }) {
  return <dl className={useStyles().row}>{children}</dl>
}

/** Inside `Stats`. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.stat}>
      {note && <dd className={styles.note}>{note}</dd>}
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  )
}
