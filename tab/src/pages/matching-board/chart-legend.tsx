import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useText } from '../../ui/text.tsx'
import { chartStrings } from './chart-strings.ts'

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  stroke: { fill: 'none', strokeLinecap: 'round' },
  mentor: { stroke: tokens.colorBrandForeground1, strokeWidth: '9px' },
  mentee: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeWidth: '9px', strokeLinecap: 'square' },
  other: { stroke: tokens.colorNeutralForeground4, strokeWidth: '6px' },
  arc: { stroke: tokens.colorBrandStroke1, strokeWidth: '1.5px', strokeOpacity: 0.6 },
  agreed: { stroke: tokens.colorBrandStroke1, strokeWidth: '2.25px' },
  insideLine: { stroke: tokens.colorPaletteRedBorderActive, strokeWidth: '3px' },
})

/** What the marks mean; form as well as colour tells them apart. */
export function ChartLegend({ broken, agreed }: { broken: boolean; agreed: boolean }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const dot = 'M12 8h0.01'
  const arch = 'M2 14C4 0 20 0 22 14'
  const items = [
    { text: t('mentor'), name: styles.mentor, d: dot },
    { text: t('mentee'), name: styles.mentee, d: dot },
    { text: t('other'), name: styles.other, d: dot },
    { text: t('arc'), name: styles.arc, d: arch },
    ...(agreed ? [{ text: t('arcAgreed'), name: styles.agreed, d: arch }] : []),
    ...(broken ? [{ text: t('insideLine'), name: styles.insideLine, d: arch }] : []),
  ]
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {items.map(({ text, name, d }) => (
        <li key={text} className={styles.item}>
          <svg width="24" height="16" aria-hidden="true">
            <path className={mergeClasses(styles.stroke, name)} d={d} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}
