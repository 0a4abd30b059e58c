/** The first line of a place answers "what now?"; its one main act stands beside it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
    marginBlockEnd: tokens.spacingVerticalXXL,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXS, flex: '1 1 440px', minWidth: 0 },
  place: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: {
    margin: 0,
    maxWidth: '26em',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    '@media (max-width: 640px)': {
      fontSize: tokens.fontSizeBase600,
      lineHeight: tokens.lineHeightBase600,
    },
  },
  note: {
    margin: 0,
    maxWidth: '42em',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

export interface PageHeaderProps {
  /** Name of the place, small. */
  place: string
  /** What now, in one line. */
  lead: ReactNode
  note?: ReactNode
  /** The one main act, and at most two quieter ones before it. */
  action?: ReactNode
}

export function PageHeader({ place, lead, note, action }: PageHeaderProps) {
  const styles = useStyles()
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <p className={styles.place}>{place}</p>
        <h1 className={styles.lead} tabIndex={-1}>
          {lead}
        </h1>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {action && <div className={styles.acts}>{action}</div>}
    </header>
  )
}
