/** The parts of a Score as one bar with a legend: what speaks for a pair, and how much. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ScorePartShape } from '../../../bot/contract/index.ts'
import { useFormat } from './text.tsx'
import { unseen } from './unseen.ts'
import { useWords } from './words.ts'

const useStyles = makeStyles({
  figure: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, minWidth: 0 },
  bar: {
    display: 'flex',
    gap: '2px',
    height: '10px',
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  part: { minWidth: '3px', forcedColorAdjust: 'none' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0, forcedColorAdjust: 'none' },
  hidden: unseen,
})

const colors: Record<string, string> = {
  topic: tokens.colorBrandBackground,
  goals: tokens.colorPaletteGrapeBorderActive,
  interests: tokens.colorPalettePinkBorderActive,
  'different-unit': tokens.colorPaletteTealBorderActive,
  'different-site': tokens.colorPaletteSteelBorderActive,
  language: tokens.colorPaletteMarigoldBorderActive,
  hours: tokens.colorPaletteSeafoamBorderActive,
  'seniority-gap': tokens.colorPaletteBrownBorderActive,
  style: tokens.colorPaletteLilacBorderActive,
  waiting: tokens.colorPaletteLavenderBorderActive,
  pinned: tokens.colorPaletteForestBorderActive,
}

export function partColor(part: string): string {
  return colors[part] ?? tokens.colorNeutralForeground4
}

export interface ScoreBarProps {
  parts: readonly ScorePartShape[]
  /** Score of a full bar; the sum of the parts unless several bars are to be compared. */
  full?: number
  /** Without legend the bar still has its words for screen readers. */
  legend?: boolean
}

export function ScoreBar({ parts, full, legend = true }: ScoreBarProps) {
  const styles = useStyles()
  const words = useWords()
  const { number } = useFormat()
  const shown = parts.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points)
  const sum = shown.reduce((total, { points }) => total + points, 0)
  const share = Math.max(full ?? sum, sum, 1)
  return (
    <figure className={styles.figure}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ part, points }) => (
          <div
            key={part}
            className={styles.part}
            style={{ width: `${(points / share) * 100}%`, backgroundColor: partColor(part) }}
          />
        ))}
      </div>
      <ul className={mergeClasses(styles.legend, !legend && styles.hidden)}>
        {shown.map(({ part, points }) => (
          <li key={part} className={styles.entry}>
            <span className={styles.dot} aria-hidden="true" style={{ backgroundColor: partColor(part) }} />
            {words.part(part)} {number(points)}
          </li>
        ))}
      </ul>
    </figure>
  )
}
