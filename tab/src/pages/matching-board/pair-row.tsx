/** One pair of the list: both faces, the score in parts, the reason; a Mentee can be dragged onto another pair to swap. */
import { Badge, Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSwapRegular, PinFilled, PinRegular } from '@fluentui/react-icons'
import { type DragEvent, memo, useState } from 'react'
import { PersonFace } from '../../ui/person-face.tsx'
import { ScoreBar } from '../../ui/score-bar.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { touched } from '../../ui/touch-targets.ts'
import type { BoardPairing } from './arrange.ts'
import { strings } from './strings.ts'
import { waysStrings } from './ways-strings.ts'

export const wideRow = 92
export const narrowRow = 226

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
  wide: { gridTemplateColumns: 'auto minmax(0, 5fr) minmax(0, 5fr) minmax(0, 6fr) 104px' },
  narrow: {
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gridTemplateAreas: '"pick mentor acts" ". mentee mentee" ". why why"',
    alignContent: 'center',
    rowGap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalXS,
  },
  chosen: { boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}` },
  target: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-3px' },
  mentee: { cursor: 'grab', borderRadius: tokens.borderRadiusLarge },
  mentor: { gridArea: 'mentor' },
  menteeArea: { gridArea: 'mentee' },
  whyArea: { gridArea: 'why' },
  actsArea: { gridArea: 'acts' },
  /** A long title is cut below, never the face: `safe` keeps the beginning in sight. */
  face: { maxHeight: '58px', overflow: 'hidden', alignItems: 'safe center' },
  why: { display: 'grid', gap: '4px', minWidth: 0 },
  scoreLine: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bar: { flex: '1 1 auto', minWidth: 0 },
  score: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    minWidth: '36px',
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
  narrow: boolean
  picked: boolean
  chosen: boolean
  forbidden: boolean
  /** Score of a full bar. */
  full: number
  reason: string
  pick(id: string, on: boolean): void
  open(id: string): void
  pin(pairing: BoardPairing): void
  swapFrom(pairing: BoardPairing): void
  drop(draggedId: string, onto: BoardPairing): void
}

const dragType = 'application/x-mentee-of-pair'

export const PairRow = memo(function PairRow(props: PairRowProps) {
  const styles = useStyles()
  const t = useText(strings)
  const ways = useText(waysStrings)
  const { number } = useFormat()
  const { pairing, narrow, picked, chosen } = props
  const drop = useDrop(props)
  const pair = t('pairOf', { mentor: pairing.mentor.name, mentee: pairing.mentee.name })
  const proposed = pairing.state === 'proposed'
  return (
    <div
      className={mergeClasses(
        styles.row,
        narrow ? styles.narrow : styles.wide,
        chosen && styles.chosen,
        drop.over && styles.target,
      )}
      {...drop.handlers}
    >
      <Checkbox
        checked={picked}
        disabled={!proposed}
        aria-label={t('select', { pair })}
        onChange={(_, { checked }) => props.pick(pairing.id, checked === true)}
      />
      <div className={mergeClasses(narrow && styles.mentor)}>
        <PersonFace className={styles.face} person={pairing.mentor} size={36} />
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
        <PersonFace className={styles.face} person={pairing.mentee} size={36} />
      </div>
      <div className={mergeClasses(styles.why, narrow && styles.whyArea)}>
        <div className={styles.scoreLine}>
          <div className={styles.bar}>
            <ScoreBar parts={pairing.parts} full={props.full} legend={false} />
          </div>
          <span className={styles.score}>{number(pairing.score)}</span>
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
              onClick={() => props.pin(pairing)}
            />
            <Button
              appearance="subtle"
              icon={<ArrowSwapRegular />}
              aria-label={`${t('swapWith')} ${pair}`}
              onClick={() => props.swapFrom(pairing)}
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
