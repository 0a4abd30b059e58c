/** Everything about one pair, beside the list: who, why, the score part by part, and what can be changed. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import {
  ArrowSwapRegular,
  CheckmarkRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  DismissRegular,
} from '@fluentui/react-icons'
import { directionOf } from '../../../../bot/words/sentence.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { ScoreBar } from '../../ui/score-bar.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { type BoardPairing, shareOf } from './arrange.ts'
import { chartStrings } from './chart-strings.ts'
import { PairActs } from './pair-acts.tsx'
import { plainStrings } from './plain-strings.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'
import type { BoardActs } from './use-board-acts.ts'
import { waysStrings } from './ways-strings.ts'
import { WeighPair } from './weighing.tsx'
import { WishButtons } from './wish-buttons.tsx'

const useStyles = makeStyles({
  drawer: { width: 'min(440px, 100vw)' },
  body: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalL,
  },
  head: { display: 'flex', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  at: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  side: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
    // Always at hand, unless the window is so low that they would hide what they are about.
    '@media (min-height: 600px)': {
      position: 'sticky',
      insetBlockEnd: 0,
      zIndex: 1,
      // Over the drawer's own padding as well, where the marks of lists stand.
      marginInline: `calc(-1 * ${tokens.spacingHorizontalXXL})`,
      paddingInline: tokens.spacingHorizontalXXL,
      backgroundColor: tokens.colorNeutralBackground1,
      borderBlockStartWidth: '1px',
      borderBlockStartStyle: 'solid',
      borderBlockStartColor: tokens.colorNeutralStroke2,
    },
  },
  /** Nothing happens when a line is pressed, so that pointing at one changes nothing either. */
  line: {
    ':hover': { backgroundColor: 'transparent', color: tokens.colorNeutralForeground1 },
    ':active': { backgroundColor: 'transparent', color: tokens.colorNeutralForeground1 },
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  detail: { display: 'block', color: 'inherit', fontSize: tokens.fontSizeBase200 },
  /** The same longhands as Fluent's own, so that these win whichever was inserted first. */
  cell: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  points: { width: '72px' },
  end: { justifyContent: 'flex-end' },
})

interface Props {
  cohortId: string
  pairing: BoardPairing
  /** Ids of the list that this pair was opened from, in its order; none, and there is nothing to step through. */
  among: string[]
  show(id: string, among: string[]): void
  forbidden: boolean
  /** Points of the strongest pair on the board. */
  most: number
  approve: ((id: string) => void) | undefined
  reasons: Reasons
  acts: BoardActs
  close(): void
  swapFrom(pairing: BoardPairing): void
  showInChart(id: string): void
}

export function PairDetail({ pairing, among, show, close, ...rest }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  return (
    <OverlayDrawer
      open
      position="end"
      className={styles.drawer}
      aria-label={t('details')}
      onOpenChange={(_, { open }) => !open && close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <span className={styles.head}>
              <Steps {...{ pairing, among, show }} />
              <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={close} />
            </span>
          }
        >
          {t('details')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody key={pairing.id}>
        <Body pairing={pairing} close={close} {...rest} />
      </DrawerBody>
    </OverlayDrawer>
  )
}

/** From pair to pair without closing the details. At either end it stays where it is, so that the focus does too. */
function Steps({ pairing, among, show }: Pick<Props, 'pairing' | 'among' | 'show'>) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const rtl = directionOf(useLanguage()) === 'rtl'
  const at = among.indexOf(pairing.id)
  if (at < 0 || among.length < 2) return null
  const step = (by: 1 | -1) => {
    const next = among[at + by]
    if (next !== undefined) show(next, among)
  }
  return (
    <>
      <Button
        appearance="subtle"
        aria-label={t('previous')}
        disabledFocusable={at === 0}
        icon={rtl ? <ChevronRightRegular /> : <ChevronLeftRegular />}
        onClick={() => step(-1)}
      />
      <span role="status" className={styles.at}>
        {t('position', { at: at + 1, all: among.length })}
      </span>
      <Button
        appearance="subtle"
        aria-label={t('next')}
        disabledFocusable={at === among.length - 1}
        icon={rtl ? <ChevronLeftRegular /> : <ChevronRightRegular />}
        onClick={() => step(1)}
      />
    </>
  )
}

function Body({
  cohortId,
  pairing,
  forbidden,
  most,
  approve,
  reasons,
  acts,
  close,
  swapFrom,
  showInChart,
}: Omit<Props, 'among' | 'show'>) {
  const styles = useStyles()
  const t = useText(strings)
  const ways = useText(waysStrings)
  const plain = useText(plainStrings)
  const { number, percent } = useFormat()
  const proposed = pairing.state === 'proposed'
  const now = pairing.pinned ? 'pin' : forbidden ? 'forbid' : 'clear'
  return (
    <div className={styles.body}>
      <div>
        <span className={styles.side}>{t('mentor')}</span>
        <PersonFace person={pairing.mentor} size={48} />
      </div>
      <div>
        <span className={styles.side}>{t('mentee')}</span>
        <PersonFace person={pairing.mentee} size={48} />
      </div>
      {pairing.pinnedBy === 'both' && <p className={styles.text}>{ways('both')}</p>}
      {forbidden && <p className={styles.text}>{t('ruledOut')}</p>}
      <h3 className={styles.heading}>{t('whyTitle')}</h3>
      <p className={styles.text}>{reasons.sentence(pairing.parts, 12) || pairing.reason}</p>
      <p className={styles.text}>
        {plain('fitShort', { percent: percent(shareOf(pairing.score, most)) })}.{' '}
        {plain('fitPoints', { points: number(pairing.score), most: number(most) })}.
      </p>
      <ScoreBar parts={reasons.named(pairing.parts)} />
      <Table size="small" aria-label={t('partsTitle')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('part')}</TableHeaderCell>
            <TableHeaderCell className={styles.points} button={{ className: styles.end }}>
              {t('points')}
            </TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {pairing.parts
            .toSorted((a, b) => b.points - a.points)
            .map((part) => (
              <TableRow key={part.part} className={styles.line}>
                <TableCell className={styles.cell}>
                  <span>
                    {reasons.part(part.part)}
                    <span className={styles.detail}>{reasons.why(part)}</span>
                  </span>
                </TableCell>
                <TableCell className={styles.number}>{number(part.points)}</TableCell>
              </TableRow>
            ))}
          <TableRow className={styles.line}>
            <TableCell className={styles.cell}>
              <strong>{t('total')}</strong>
            </TableCell>
            <TableCell className={styles.number}>
              <strong>{number(pairing.score)}</strong>
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
      {proposed && <WeighPair mentor={pairing.mentor} mentee={pairing.mentee} reasons={reasons} />}
      <div className={styles.acts}>
        {proposed && (
          <>
            {approve && (
              <Button
                appearance="primary"
                icon={<CheckmarkRegular />}
                onClick={() => {
                  close()
                  // After the details have given the focus back, or the question would lose it again.
                  requestAnimationFrame(() => approve(pairing.id))
                }}
              >
                {plain('approve')}
              </Button>
            )}
            <WishButtons pair={pairing} now={now} acts={acts} />
            <Button icon={<ArrowSwapRegular />} onClick={() => swapFrom(pairing)}>
              {t('swapWith')}
            </Button>
          </>
        )}
        {(pairing.state === 'approved' || pairing.state === 'active') && (
          <PairActs cohortId={cohortId} pairing={pairing} done={close} />
        )}
        <Button
          onClick={() => {
            close()
            showInChart(pairing.id)
          }}
        >
          {t('showInChart')}
        </Button>
      </div>
    </div>
  )
}
