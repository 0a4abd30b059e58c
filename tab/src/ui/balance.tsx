/** Offers and wishes by topic, side by side: where more Mentors are needed is seen at once. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../bot/contract/index.ts'
import { balanceStrings } from './balance-strings.ts'
import { useFormat, useText } from './text.tsx'
import { useWords } from './words.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    paddingBlockEnd: tokens.spacingVerticalS,
  },
  topic: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    width: '40%',
  },
  cell: { paddingInlineEnd: tokens.spacingHorizontalS },
  measure: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  bar: { height: '10px', minWidth: '2px', borderRadius: '5px', forcedColorAdjust: 'none' },
  offered: { backgroundColor: tokens.colorPaletteTealBorderActive },
  wanted: { backgroundColor: tokens.colorBrandBackground },
  number: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  short: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

export function Balance({ balance }: { balance: Out<'people'>['balance'] }) {
  const styles = useStyles()
  const t = useText(balanceStrings)
  const words = useWords()
  if (balance.length === 0) return <p className={styles.none}>{t('none')}</p>
  const top = Math.max(1, ...balance.flatMap(({ offered, wanted }) => [offered, wanted]))
  return (
    <table className={styles.table} aria-label={t('label')}>
      <thead>
        <tr>
          <th scope="col" className={styles.head} style={{ width: '42%' }}>
            {t('topic')}
          </th>
          <th scope="col" className={styles.head}>
            {t('offered')}
          </th>
          <th scope="col" className={styles.head}>
            {t('wanted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {balance.map(({ topic, offered, wanted }) => (
          <tr key={topic}>
            <th scope="row" className={styles.topic}>
              {words.topic(topic)}
              {wanted > offered && (
                <span className={styles.short}>{t('short', { count: wanted - offered })}</span>
              )}
            </th>
            <td className={styles.cell}>
              <Measure value={offered} top={top} color={styles.offered} />
            </td>
            <td className={styles.cell}>
              <Measure value={wanted} top={top} color={styles.wanted} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Measure({ value, top, color }: { value: number; top: number; color: string }) {
  const styles = useStyles()
  const { number } = useFormat()
  return (
    <div className={styles.measure}>
      <div
        className={`${styles.bar} ${color}`}
        aria-hidden="true"
        style={{ width: `${(value / top) * 75}%` }}
      />
      <span className={styles.number}>{number(value)}</span>
    </div>
  )
}
