/** One figure, large, with how many stand behind it; opened, how it is counted, from what, and how sure it is. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { measureStrings } from './measure-strings.ts'
import { type Measure, type Said, useWrite } from './say.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  figure: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, breakInside: 'avoid' },
  label: { fontWeight: tokens.fontWeightSemibold },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  hidden: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  more: { display: 'block', marginBlockStart: tokens.spacingVerticalXS },
  summary: { cursor: 'pointer', width: 'fit-content', paddingBlock: tokens.spacingVerticalXS },
})

export interface TileProps {
  label: string
  figure: Pick<Measure, 'value' | 'bound' | 'n' | 'range' | 'option'> & Pick<Said, 'unit'>
  /** In place of the value, where there is none. */
  why: string
  formula: string
  /** Where its rows come from. */
  source: string
  /** Opened for whoever prints. */
  isOpen: boolean
}

export function Tile({ label, figure, why, formula, source, isOpen }: TileProps) {
  const styles = useStyles()
  const t = useText(strings)
  const m = useText(measureStrings)
  const write = useWrite()
  const words = useWords()
  const { number } = useFormat()
  const { value, n, range, option } = figure
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, value === undefined && styles.hidden)}>
        {value === undefined ? (
          <>
            <EyeOffRegular aria-hidden /> {why}
          </>
        ) : (
          write({ ...figure, value })
        )}
      </dd>
      {option !== undefined && value !== undefined && (
        <dd className={styles.note}>{words.obstacle(option)}</dd>
      )}
      {value !== undefined && n !== undefined && <dd className={styles.note}>{t('n', { n: number(n) })}</dd>}
      <dd className={styles.note}>
        <details open={isOpen}>
          <summary className={styles.summary}>{t('formula')}</summary>
          <span className={styles.more}>{formula}</span>
          <span className={styles.more}>{source}</span>
          {range && (
            <span className={styles.more}>
              {m('range', {
                low: write({ unit: figure.unit, value: range.low }),
                high: write({ unit: figure.unit, value: range.high }),
              })}{' '}
              {m('rangeHow')}
            </span>
          )}
        </details>
      </dd>
    </div>
  )
}
