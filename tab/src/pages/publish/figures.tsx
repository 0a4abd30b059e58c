import { makeStyles, tokens } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons'
import { figureStrings } from '../../ui/figure-strings.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useFigure } from './channel-post.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0 },
  figure: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `0 ${tokens.spacingHorizontalM}`,
    alignItems: 'baseline',
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'end',
  },
  hidden: {
    gridColumn: '1 / -1',
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  n: {
    margin: 0,
    gridColumn: '2',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'end',
  },
})

/** What may be quoted. One that is hidden has no value, not here and not anywhere. */
export function Figures({ figures }: { figures: SummaryView['figures'] }) {
  const styles = useStyles()
  const t = useText(strings)
  const label = useText(figureStrings)
  const write = useFigure()
  return (
    <Panel title={t('figures')}>
      <p className={styles.note}>{t('figuresNote')}</p>
      <dl className={styles.list}>
        {figures.map(({ key, n, ...figure }) => (
          <div key={key} className={styles.figure}>
            <dt>{label.maybe(key) ?? key}</dt>
            {figure.value === undefined ? (
              <dd className={styles.hidden}>
                <EyeOffRegular aria-hidden /> {t('hidden')}
              </dd>
            ) : (
              <dd className={styles.value}>{write({ key, ...figure })}</dd>
            )}
            {figure.value !== undefined && n !== undefined && <dd className={styles.n}>{t('n', { n })}</dd>}
          </div>
        ))}
      </dl>
    </Panel>
  )
}
