/** From enrolled to met: every step as a bar. A step with too few people has neither number nor bar. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'grid', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  value: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  note: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  track: {
    height: '14px',
    borderRadius: '7px',
    backgroundColor: tokens.colorNeutralBackground4,
    overflow: 'hidden',
  },
  fill: {
    height: '100%',
    borderRadius: '7px',
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
  },
})

export function Funnel({ steps }: { steps: Out<'metrics'>['funnel'] }) {
  const styles = useStyles()
  const t = useText(strings)
  const { number } = useFormat()
  const words = useWords()
  const top = Math.max(1, ...steps.map(({ value = 0 }) => value))
  return (
    <ol className={styles.list}>
      {steps.map(({ key, value, bound }) => {
        return (
          <li key={key} className={styles.step}>
            <span className={styles.line}>
              {value !== undefined && (
                <span className={styles.value}>{words.bound(bound, number(value))}</span>
              )}
              <span>{t.maybe(`stage.${key}`) ?? key}</span>
              {value === undefined && <span className={styles.note}>{t('tooFew')}</span>}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={styles.fill}
                style={{ width: `${((value ?? 0) / top) * 100}%`, display: 'block' }}
              />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
