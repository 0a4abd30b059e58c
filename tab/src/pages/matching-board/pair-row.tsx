/** One pair of the list: both faces, the score in parts, the reason; a Mentee can be dragged onto another pair to swap. */
import { Badge, Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowSwapRegular,
  CheckmarkRegular,
  PinFilled,
  PinRegular,
  ReOrderDotsVerticalRegular,
} from '@fluentui/react-icons'
import { type DragEvent, memo, useState } from 'react'
import { PersonFace } from '../../ui/person-face.tsx'
import { partColor, ScoreBar } from '../../ui/score-bar.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { touched } from '../../ui/touch-targets.ts'
import { unseen } from '../../ui/unseen.ts'
import { type BoardPairing, shareOf } from './arrange.ts'
import { plainStrings } from './plain-strings.ts'
import { strings } from './strings.ts'
import { waysStrings } from './ways-strings.ts'

/** How a row is laid out, by the room there is. */
export type RowShape = 'wide' | 'medium' | 'narrow'

export const rowHeights: Record<RowShape, number> = { wide: 72, medium: 116, narrow: 220 }

const wideColumns = 'auto minmax(0, 5fr) minmax(0, 5fr) minmax(0, 6fr) 116px'

const useStyles = makeStyles({
  row: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'grid',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    paddingInline: tokens.spacingHorizontalM,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    overflow: 'hidden',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  wide: { gridTemplateColumns: wideColumns },
  medium: {
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1fr) auto',
    gridTemplateAreas: '"pick mentor mentee acts" ". why why acts"',
    alignContent: 'center',
    rowGap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXS,
  },
  narrow: {
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"mentor mentor" "mentee mentee" "why why" "pick acts"',
    alignContent: 'center',
    rowGap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXS,
  },
  chosen: { boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}` },
  target: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-3px' },
  mentee: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    cursor: 'grab',
    borderRadius: tokens.borderRadiusLarge,
  },
  grip: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: '16px' },
  header: {
    display: 'grid',
    gridTemplateColumns: wideColumns,
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
  },
  pickSpace: { width: '32px' },
  actsHead: { textAlign: 'end' },
  legend: { '& summary': { cursor: 'pointer' } },
  colors: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  color: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  dot: { width: '8px', height: '8px', borderRadius: '50%', forcedColorAdjust: 'none' },
  hidden: unseen,
  mentor: { gridArea: 'mentor' },
  menteeArea: { gridArea: 'mentee' },
  whyArea: { gridArea: 'why' },
  actsArea: { gridArea: 'acts' },
  /** A long title is cut below, never the face: `safe` keeps the beginning in sight. */
  face: { flex: '1 1 auto', maxHeight: '58px', overflow: 'hidden', alignItems: 'safe center' },
  /** One line, so that every row fits its height; the whole of it stands in its title and in the details. */
  about: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  pickArea: { gridArea: 'pick' },
  why: { display: 'grid', gap: '4px', minWidth: 0 },
  scoreLine: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bar: { flex: '1 1 auto', minWidth: 0 },
  score: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    minWidth: '44px',
    textAlign: 'end',
  },
  reason: {
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    cursor: 'pointer',
    [touched]: { minHeight: '44px' },
    ':hover': { color: tokens.colorBrandForegroundLink },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  clamped: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: '4px' },
})

export interface PairRowProps {
  pairing: BoardPairing
  shape: RowShape
  picked: boolean
  chosen: boolean
  forbidden: boolean
  /** Score of a full bar. */
  full: number
  /** The strongest score on the board. */
  most: number
  reason: string
  pick(id: string, on: boolean): void
  open(id: string): void
  pin(pairing: BoardPairing): void
  swapFrom(pairing: BoardPairing): void
  drop(draggedId: string, onto: BoardPairing): void
  approve: ((id: string) => void) | undefined
}

const dragType = 'application/x-mentee-of-pair'

export const PairRow = memo(function PairRow(props: PairRowProps) {
  const styles = useStyles()
  const t = useText(strings)
  const ways = useText(waysStrings)
  const plain = useText(plainStrings)
  const { percent } = useFormat()
  const { pairing, shape, picked, chosen } = props
  const narrow = shape !== 'wide'
  const about = (side: 'mentor' | 'mentee') => {
    const { jobTitle, department } = pairing[side]
    const said = [jobTitle, department].filter(Boolean)
    const text = (narrow ? [t(side), ...said] : said).join(' · ')
    return (
      <span className={styles.about} title={text}>
        {text}
      </span>
    )
  }
  const drop = useDrop(props)
  const pair = t('pairOf', { mentor: pairing.mentor.name, mentee: pairing.mentee.name })
  const proposed = pairing.state === 'proposed'
  return (
    <div
      className={mergeClasses(styles.row, styles[shape], chosen && styles.chosen, drop.over && styles.target)}
      {...drop.handlers}
    >
      <Checkbox
        {...(narrow ? { className: styles.pickArea } : {})}
        checked={picked}
        disabled={!proposed}
        aria-label={t('select', { pair })}
        onChange={(_, { checked }) => props.pick(pairing.id, checked === true)}
      />
      <div className={mergeClasses(narrow && styles.mentor)}>
        <PersonFace className={styles.face} person={pairing.mentor} size={36} note={about('mentor')} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard way is the button "Swap Mentees with" */}
      <div
        className={mergeClasses(proposed && styles.mentee, narrow && styles.menteeArea)}
        draggable={proposed}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, pairing.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        {proposed && !narrow && <ReOrderDotsVerticalRegular className={styles.grip} aria-hidden />}
        <PersonFace className={styles.face} person={pairing.mentee} size={36} note={about('mentee')} />
      </div>
      <div className={mergeClasses(styles.why, narrow && styles.whyArea)}>
        <div className={styles.scoreLine}>
          <div className={styles.bar}>
            <ScoreBar parts={pairing.parts} full={props.full} legend={false} />
          </div>
          <span className={styles.score} title={plain('fitOf')}>
            <span className={styles.hidden}>{plain('fit')} </span>
            {percent(shareOf(pairing.score, props.most))}
          </span>
        </div>
        <button
          type="button"
          className={styles.reason}
          aria-label={t('open', { pair })}
          onClick={() => props.open(pairing.id)}
        >
          <span className={styles.clamped}>{props.reason || pairing.reason}</span>
        </button>
      </div>
      <div className={mergeClasses(styles.acts, narrow && styles.actsArea)}>
        {proposed ? (
          <>
            <Button
              appearance="subtle"
              icon={pairing.pinned ? <PinFilled /> : <PinRegular />}
              aria-pressed={pairing.pinned}
              aria-label={`${t('pin')}: ${pair}`}
              title={plain(pairing.pinned ? 'keptTogether' : 'keep')}
              onClick={() => props.pin(pairing)}
            />
            <Button
              appearance="subtle"
              icon={<ArrowSwapRegular />}
              aria-label={`${t('swapWith')} ${pair}`}
              title={t('swapWith')}
              onClick={() => props.swapFrom(pairing)}
            />
            <Button
              appearance="subtle"
              icon={<CheckmarkRegular />}
              aria-label={plain('approveOf', { pair })}
              title={plain('approve')}
              disabled={!props.approve}
              onClick={() => props.approve?.(pairing.id)}
            />
          </>
        ) : (
          <Badge appearance="tint" color={pairing.state === 'declined' ? 'informative' : 'success'}>
            {t(`state.${pairing.state}`)}
          </Badge>
        )}
        {pairing.pinnedBy === 'both' && (
          <Badge appearance="tint" color="brand" title={ways('both')}>
            {ways('both.short')}
          </Badge>
        )}
        {props.forbidden && (
          <Badge appearance="tint" color="warning">
            {t('ruledOut')}
          </Badge>
        )}
      </div>
    </div>
  )
})

/** What stands in each column; the rows say the same to screen readers themselves. */
export function ListHeader() {
  const styles = useStyles()
  const t = useText(strings)
  const plain = useText(plainStrings)
  return (
    <div className={styles.header} aria-hidden="true">
      <span className={styles.pickSpace} />
      <span>{t('mentor')}</span>
      <span>{t('mentee')}</span>
      <span>{plain('fitColumn')}</span>
      <span className={styles.actsHead}>{plain('actsColumn')}</span>
    </div>
  )
}

/** The colors of the bars in the list, once for all rows. */
export function ColorsLegend({
  pairings,
  part: nameOf,
}: {
  pairings: readonly BoardPairing[]
  part(name: string): string
}) {
  const styles = useStyles()
  const plain = useText(plainStrings)
  const parts = new Set(
    pairings.flatMap(({ parts: all }) => all.flatMap(({ part, points }) => (points > 0 ? [part] : []))),
  )
  if (parts.size === 0) return null
  return (
    <details className={styles.legend}>
      <summary>{plain('colors')}</summary>
      <ul className={styles.colors}>
        {[...parts].map((part) => (
          <li key={part} className={styles.color}>
            <span aria-hidden="true" className={styles.dot} style={{ backgroundColor: partColor(part) }} />
            {nameOf(part)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Only a Mentee of another proposal may land here. */
function useDrop({ pairing, drop }: PairRowProps) {
  const [over, setOver] = useState(false)
  if (pairing.state !== 'proposed') return { over: false, handlers: {} }
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(dragType)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        event.preventDefault()
        setOver(false)
        const dragged = event.dataTransfer.getData(dragType)
        if (dragged && dragged !== pairing.id) drop(dragged, pairing)
      },
    },
  }
}
