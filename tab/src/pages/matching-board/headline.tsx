/** Placed, without a partner, proof and fairness: the state of the board in one line. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ShieldCheckmarkRegular, WarningRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { isPlaced, shareOf, spreadOf } from './arrange.ts'
import { plainStrings } from './plain-strings.ts'
import { strings } from './strings.ts'

type Board = Out<'board'>

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    margin: 0,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke3,
    marginInlineStart: '-1px',
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, order: 0 },
  value: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  word: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase500 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  link: { minWidth: 'auto', padding: 0, height: 'auto', textAlign: 'start', justifyContent: 'flex-start' },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface Props {
  board: Board
  seeWho(): void
  seeGroups(): void
}

export function Headline({ board, seeWho, seeGroups }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const plain = useText(plainStrings)
  const { number, percent } = useFormat()
  const { totals, proof, run } = board
  const spread = spreadOf(board.pairings)
  const isProven = proof?.certificate === 'verified'
  const proofWords = () => {
    if (!proof) return t('noRun')
    if (!isProven) return t('proofFailed')
    if (proof.changes) {
      const { count, cost } = proof.changes
      const before = t('provenBefore', { count })
      return cost > 0 ? `${before} ${t('changesCost', { points: number(cost), count: cost })}` : before
    }
    if (proof.gapPercent > 0) return t('gap', { gap: gapInWords(proof.gapPercent, number, percent) })
    return proof.scope === 'all-allowed-pairs' ? t('proven') : t('provenCandidates')
  }
  const fairnessWords = () => {
    if (!spread) return ''
    const share = (score: number) => percent(shareOf(score, spread.most))
    return plain('fitSpread', { least: share(spread.least), middle: share(spread.middle) })
  }
  const left = (side: 'mentor' | 'mentee') => board.unplaced.filter((one) => one.side === side).length
  const [mentees, mentors] = [left('mentee'), left('mentor')]
  return (
    <dl className={styles.line}>
      <Cell
        label={t('placed')}
        value={number(board.pairings.filter(isPlaced).length)}
        note={
          totals &&
          t('placedNote', {
            mentors: totals.placedMentors,
            allMentors: totals.mentors,
            mentees: totals.placedMentees,
            allMentees: totals.mentees,
          })
        }
      />
      <Cell
        label={plain('menteesWithout')}
        tone={mentees > 0 ? 'bad' : undefined}
        value={number(mentees)}
        note={
          <>
            {plain('mentorsToo', { count: mentors })}{' '}
            {mentees + mentors > 0 && (
              <Button appearance="transparent" size="small" className={styles.link} onClick={seeWho}>
                {plain('seeWho')}
              </Button>
            )}
          </>
        }
      />
      <Cell
        label={t('proof')}
        word
        tone={!proof || proof.changes ? undefined : isProven ? 'good' : 'bad'}
        value={
          proof ? (
            <>
              {isProven && !proof.changes ? (
                <ShieldCheckmarkRegular aria-hidden />
              ) : (
                <WarningRegular aria-hidden />
              )}
              {!isProven ? t('proofFailedShort') : proof.changes ? t('proofBefore') : t('proofShort')}
            </>
          ) : (
            '–'
          )
        }
        note={proofWords()}
      />
      <Cell
        label={t('fairness')}
        word
        value={run ? t(run.objective === 'fairest' ? 'fairest' : 'bestTotal') : '–'}
        note={
          <>
            {fairnessWords()}{' '}
            <Button appearance="transparent" size="small" className={styles.link} onClick={seeGroups}>
              {plain('seeGroups')}
            </Button>
          </>
        }
      />
    </dl>
  )
}

/** A gap below the smallest step that is shown must not read as zero. */
function gapInWords(
  gap: number,
  number: (value: number, options: Intl.NumberFormatOptions) => string,
  percent: (share: number) => string,
): string {
  if (gap >= 1) return percent(gap / 100)
  const digits = gap >= 0.01 ? 2 : 4
  return `${number(Math.max(gap, 0.0001), { maximumFractionDigits: digits })} %`
}

function Cell({
  label,
  value,
  note,
  word,
  tone,
}: {
  label: string
  value: ReactNode
  note: ReactNode
  word?: boolean
  tone?: 'good' | 'bad' | undefined
}) {
  const styles = useStyles()
  return (
    <div className={styles.cell}>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, word && styles.word, tone && styles[tone])}>{value}</dd>
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  )
}
