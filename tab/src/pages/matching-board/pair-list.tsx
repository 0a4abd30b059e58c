/** The proposals: search, filter, order, pick; thousands of rows without lag. */
import { Button, Checkbox, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { saveCsv } from '../../ui/save-file.ts'
import { useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { type Arrangement, arrange, type BoardPairing, type Show, type Sort, strongestOf } from './arrange.ts'
import { ColorsLegend, ListHeader, PairRow, type RowShape, rowHeights } from './pair-row.tsx'
import { pairsCsv } from './pairs-csv.ts'
import { plainStrings } from './plain-strings.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'
import type { BoardActs } from './use-board-acts.ts'

type Board = Out<'board'>

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalS,
  },
  search: { flex: '2 1 220px', maxWidth: 'none' },
  choice: { flex: '1 1 150px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  sheet: {
    borderRadius: '12px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
  },
})

interface Props {
  board: Board
  reasons: Reasons
  acts: BoardActs
  picked: ReadonlySet<string>
  setPicked(picked: ReadonlySet<string>): void
  chosen: string | undefined
  /** `among`: the pairs as they stand in the list, to step through. */
  open(id: string, among: string[]): void
  /** `onto`: the pair that the Mentee was dropped onto. */
  swapFrom(pairing: BoardPairing, onto?: string): void
  /** Absent while others are being approved. */
  approve: ((id: string) => void) | undefined
}

export function PairList({
  board,
  reasons,
  acts,
  picked,
  setPicked,
  chosen,
  open,
  swapFrom,
  approve,
}: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const plain = useText(plainStrings)
  const toasts = useToasts()
  const language = useLanguage()
  const [arrangement, setArrangement] = useState<Arrangement>({ text: '', show: 'all', sort: 'score' })
  const wanted = useDeferredValue(arrangement)
  const shown = useMemo(() => arrange(board.pairings, wanted, language), [board.pairings, wanted, language])
  const forbidden = useMemo(() => forbiddenPairs(board), [board])
  const full = useMemo(
    () => Math.max(1, ...board.pairings.slice(0, 50_000).map(positivePoints)),
    [board.pairings],
  )
  const most = useMemo(() => strongestOf(board.pairings), [board.pairings])
  const { shape, measured } = useShape()
  const set = (change: Partial<Arrangement>) => setArrangement({ ...arrangement, ...change })
  const latest = useRef({ acts, picked, board, shown })
  latest.current = { acts, picked, board, shown }
  const openRow = useCallback(
    (id: string) =>
      open(
        id,
        latest.current.shown.map((one) => one.id),
      ),
    [open],
  )
  const pick = useCallback(
    (id: string, on: boolean) => {
      const next = new Set(latest.current.picked)
      if (on) next.add(id)
      else next.delete(id)
      setPicked(next)
    },
    [setPicked],
  )
  const pin = useCallback((pairing: BoardPairing) => {
    const now = pairing.pinned ? 'pin' : 'clear'
    latest.current.acts.wish(pairing, pairing.pinned ? 'clear' : 'pin', now)
  }, [])
  const drop = useCallback(
    (draggedId: string, onto: BoardPairing) => {
      const dragged = latest.current.board.pairings.find((pairing) => pairing.id === draggedId)
      if (dragged) swapFrom(dragged, onto.id)
    },
    [swapFrom],
  )
  const save = () => {
    const csv = pairsCsv(shown, most, {
      side: { mentor: t('mentor'), mentee: t('mentee') },
      person: { title: plain('csv.title'), unit: plain('csv.unit'), place: plain('csv.place') },
      ...{ state: plain('csv.state'), fit: plain('csv.fit'), points: plain('csv.points') },
      ...{ why: plain('csv.why'), pinned: plain('csv.pinned') },
      stateOf: (state) => t(`state.${state}`),
      whyOf: (pairing) => reasons.sentence(pairing.parts, 12) || pairing.reason,
      yesNo: (on) => plain(on ? 'yes' : 'no'),
    })
    saveCsv(csv, plain('file'))
    toasts.say(plain('exported'))
  }
  const proposed = shown.filter((pairing) => pairing.state === 'proposed')
  const pickedShown = proposed.filter((pairing) => picked.has(pairing.id)).length
  const allPicked = proposed.length > 0 && pickedShown === proposed.length
  return (
    <div ref={measured}>
      <div className={styles.bar}>
        <Field className={styles.search} label={t('search')}>
          <SearchBox
            style={{ maxWidth: 'none' }}
            value={arrangement.text}
            onChange={(_, { value }) => set({ text: value })}
          />
        </Field>
        <Field className={styles.choice} label={t('state')}>
          <Select value={arrangement.show} onChange={(_, { value }) => set({ show: value as Show })}>
            <option value="all">{t('stateAll')}</option>
            <option value="proposed">{t('stateProposed')}</option>
            <option value="approved">{t('stateApproved')}</option>
            <option value="pinned">{t('statePinned')}</option>
            <option value="weak">{t('stateWeak')}</option>
          </Select>
        </Field>
        <Field className={styles.choice} label={t('sort')}>
          <Select value={arrangement.sort} onChange={(_, { value }) => set({ sort: value as Sort })}>
            <option value="score">{t('sortScore')}</option>
            <option value="weak">{t('sortWeak')}</option>
            <option value="name">{t('sortName')}</option>
            <option value="unit">{t('sortUnit')}</option>
          </Select>
        </Field>
      </div>
      <div className={styles.line}>
        {proposed.length > 0 ? (
          <Checkbox
            checked={allPicked ? true : pickedShown > 0 ? 'mixed' : false}
            label={t('selectShown')}
            onChange={() => setPicked(allPicked ? new Set() : new Set(proposed.map(({ id }) => id)))}
          />
        ) : (
          <span />
        )}
        <ColorsLegend pairings={shown} part={reasons.part} />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          title={plain('export', { count: shown.length })}
          aria-label={plain('export', { count: shown.length })}
          onClick={save}
        >
          {plain('export.short')}
        </Button>
        <span>
          <span role="status">{t('shown', { count: shown.length })}</span>
          {` · ${plain('fitOf')}`}
        </span>
      </div>
      {proposed.length > 1 && shape === 'wide' && <p className={styles.hint}>{t('swapHint')}</p>}
      <div className={styles.sheet}>
        {shape === 'wide' && shown.length > 0 && <ListHeader />}
        {shown.length === 0 ? (
          <div className={styles.none}>
            {t('noMatch')}
            <Button onClick={() => setArrangement({ ...arrangement, text: '', show: 'all' })}>
              {t('showAll')}
            </Button>
          </div>
        ) : (
          <VirtualList
            count={shown.length}
            rowHeight={rowHeights[shape]}
            label={t('viewPairs')}
            keyOf={(index) => shown[index]!.id}
            renderRow={(index) => {
              const pairing = shown[index]!
              return (
                <PairRow
                  pairing={pairing}
                  shape={shape}
                  most={most}
                  picked={picked.has(pairing.id)}
                  chosen={pairing.id === chosen}
                  forbidden={forbidden.has(`${pairing.mentor.id} ${pairing.mentee.id}`)}
                  full={full}
                  reason={reasons.sentence(pairing.parts)}
                  {...{ pick, pin, swapFrom, drop, approve }}
                  open={openRow}
                />
              )
            }}
          />
        )}
      </div>
    </div>
  )
}

function positivePoints({ parts }: BoardPairing): number {
  return parts.reduce((sum, { points }) => sum + Math.max(0, points), 0)
}

export function forbiddenPairs(board: Board): Set<string> {
  return new Set(
    board.wishes
      .filter(({ kind }) => kind === 'forbid')
      .map(({ mentor, mentee }) => `${mentor.id} ${mentee.id}`),
  )
}

/** Two faces, a bar and buttons beside each other, in two lines, or one below the other: what fits. */
function useShape() {
  const measured = useRef<HTMLDivElement>(null)
  const [shape, setShape] = useState<RowShape>('wide')
  useEffect(() => {
    if (!measured.current || typeof ResizeObserver === 'undefined') return
    const watch = new ResizeObserver(([entry]) => entry && setShape(shapeFor(entry.contentRect.width)))
    watch.observe(measured.current)
    return () => watch.disconnect()
  }, [])
  return { shape, measured }
}

const shapeFor = (width: number): RowShape => (width >= 860 ? 'wide' : width >= 520 ? 'medium' : 'narrow')
