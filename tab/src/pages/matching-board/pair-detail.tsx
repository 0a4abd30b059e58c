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
  DismissRegular,
  PinOffRegular,
  PinRegular,
  ProhibitedRegular,
} from '@fluentui/react-icons'
import { PersonFace } from '../../ui/person-face.tsx'
import { ScoreBar } from '../../ui/score-bar.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import type { BoardPairing } from './arrange.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'
import type { BoardActs } from './use-board-acts.ts'
import { waysStrings } from './ways-strings.ts'
import { WeighPair } from './weighing.tsx'

const useStyles = makeStyles({
  drawer: { width: 'min(440px, 100vw)' },
  body: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalL,
    paddingBlockEnd: tokens.spacingVerticalXXL,
  },
  side: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  detail: { display: 'block', color: 'inherit', fontSize: tokens.fontSizeBase200 },
  cell: { paddingBlock: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  points: { width: '72px' },
  end: { justifyContent: 'flex-end' },
})

interface Props {
  pairing: BoardPairing
  forbidden: boolean
  reasons: Reasons
  acts: BoardActs
  close(): void
  swapFrom(pairing: BoardPairing): void
  showInChart(id: string): void
}

export function PairDetail({ pairing, close, ...rest }: Props) {
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
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={close} />
          }
        >
          {t('details')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Body pairing={pairing} close={close} {...rest} />
      </DrawerBody>
    </OverlayDrawer>
  )
}

function Body({ pairing, forbidden, reasons, acts, close, swapFrom, showInChart }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const ways = useText(waysStrings)
  const { number } = useFormat()
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
      <h3 className={styles.heading}>{t('whyTitle')}</h3>
      <p className={styles.text}>{reasons.sentence(pairing.parts, 12) || pairing.reason}</p>
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
              <TableRow key={part.part}>
                <TableCell className={styles.cell}>
                  <span>
                    {reasons.part(part.part)}
                    <span className={styles.detail}>{reasons.why(part)}</span>
                  </span>
                </TableCell>
                <TableCell className={styles.number}>{number(part.points)}</TableCell>
              </TableRow>
            ))}
          <TableRow>
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
            <Button
              icon={pairing.pinned ? <PinOffRegular /> : <PinRegular />}
              disabled={acts.busy}
              onClick={() => acts.wish(pairing, pairing.pinned ? 'clear' : 'pin', now)}
            >
              {pairing.pinned ? t('unpin') : t('pin')}
            </Button>
            <Button
              icon={<ProhibitedRegular />}
              disabled={acts.busy || forbidden}
              onClick={() => acts.wish(pairing, 'forbid', now)}
            >
              {forbidden ? t('ruledOut') : t('forbid')}
            </Button>
            <Button icon={<ArrowSwapRegular />} onClick={() => swapFrom(pairing)}>
              {t('swapWith')}
            </Button>
          </>
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
