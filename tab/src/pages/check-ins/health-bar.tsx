/** The health of all pairs as one bar; its numbers stand below it for everybody. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useFormat } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'

type Counts = Out<'checkIns'>['counts']
export type Health = Out<'checkIns'>['pairs'][number]['health']

export const healthColors: Record<Health, string> = {
  stalled: tokens.colorPaletteRedBorderActive,
  watch: tokens.colorPaletteMarigoldBorderActive,
  'on-track': tokens.colorPaletteGreenBorderActive,
  'no-word': tokens.colorNeutralStroke1Pressed,
  new: tokens.colorNeutralStrokeAccessible,
}

/** Not known is not a color of its own: hatched, so that it is told apart without colors too. */
export function healthFill(health: Health): { backgroundColor: string; backgroundImage?: string } {
  const backgroundColor = healthColors[health]
  if (health !== 'no-word') return { backgroundColor }
  const paper = tokens.colorNeutralBackground1
  return {
    backgroundColor,
    backgroundImage: `repeating-linear-gradient(135deg, ${paper} 0 2px, transparent 2px 5px)`,
  }
}

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  bar: {
    display: 'flex',
    gap: '3px',
    height: '14px',
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
  },
  part: { minWidth: '4px', forcedColorAdjust: 'none' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    margin: 0,
  },
  entry: { display: 'flex', flexDirection: 'column-reverse' },
  label: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  dot: { width: '10px', height: '10px', borderRadius: '50%', forcedColorAdjust: 'none' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
})

export function HealthBar({ counts }: { counts: Counts }) {
  const styles = useStyles()
  const words = useWords()
  const { number } = useFormat()
  const parts: [Health, number][] = [
    ['stalled', counts.stalled],
    ['watch', counts.watch],
    ['no-word', counts.noWord],
    ['on-track', counts.onTrack],
    ['new', counts.fresh],
  ]
  return (
    <div className={styles.root}>
      <div className={styles.bar} aria-hidden="true">
        {parts
          .filter(([, count]) => count > 0)
          .map(([health, count]) => (
            <div key={health} className={styles.part} style={{ flexGrow: count, ...healthFill(health) }} />
          ))}
      </div>
      <dl className={styles.list}>
        {parts.map(([health, count]) => (
          <div key={health} className={mergeClasses(styles.entry)}>
            <dt className={styles.label}>
              <span className={styles.dot} style={healthFill(health)} aria-hidden="true" />
              {words.t(`health.${health}`)}
            </dt>
            <dd className={styles.value}>{number(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
