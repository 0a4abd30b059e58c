/** The Matching board: propose, understand, adjust, approve. The board shows reasons; it computes none. */
import { Button, Link, makeStyles, tokens, useFocusFinders } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useBoard, useChart } from '../../api/pairing/board.ts'
import { hrefOf } from '../../navigation.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Empty, Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { ApprovalOutcome, ApprovalProgress, ApproveButton, useApproval } from './approve.tsx'
import { type BoardPairing, isPlaced, strongestOf } from './arrange.ts'
import { DidNotBegin } from './did-not-begin.tsx'
import { Exchanges } from './exchanges.tsx'
import { FairnessPanel } from './fairness.tsx'
import { Headline } from './headline.tsx'
import { KnownPairs } from './known-pairs.tsx'
import { NextSteps } from './next-steps.tsx'
import { OrgChart } from './org-chart.tsx'
import { PairDetail } from './pair-detail.tsx'
import { forbiddenPairs, PairList } from './pair-list.tsx'
import { plainStrings } from './plain-strings.ts'
import { useReasons } from './reasons.ts'
import { isBusy, ProposeButton, ProposeForm, RunProgress } from './run-panel.tsx'
import { strings } from './strings.ts'
import { SwapPicker } from './swap-picker.tsx'
import { TellUnplaced } from './tell-unplaced.tsx'
import { OutPanel, UnplacedPanel } from './unplaced.tsx'
import { useBoardActs } from './use-board-acts.ts'
import { ViewTabs } from './view-tabs.tsx'
import { WhatCounts } from './what-counts.tsx'
import { whatCountsStrings } from './what-counts-strings.ts'
import { WhyNot } from './why-not.tsx'
import { WishesPanel } from './wishes.tsx'

type Board = Out<'board'>
type View = 'pairs' | 'chart' | 'unplaced' | 'fairness' | 'out' | 'ask' | 'rules'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  meetFirst: { margin: 0, color: tokens.colorNeutralForeground2 },
  sum: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export default function MatchingBoard() {
  const cohortId = useCohort()
  return <Reading query={useBoard(cohortId)}>{(board) => <Page board={board} cohortId={cohortId} />}</Reading>
}

function Page({ board, cohortId }: { board: Board; cohortId: string }) {
  const styles = useStyles()
  const t = useText(strings)
  // Fluent's focus manager leaves with its last user. A dialog that is the only one would take it away while the rest of the
  // page is still marked as hidden from screen readers, and so it would stay; this page keeps it.
  useFocusFinders()
  const counts = useText(whatCountsStrings)
  const plain = useText(plainStrings)
  const chart = useChart(cohortId)
  const [view, setView] = useState<View>('pairs')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  /** The pair that list and chart mark, and whether its details are open. */
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<{ id: string; among: string[] }>()
  const [proposing, setProposing] = useState(false)
  const [swapping, setSwapping] = useState<{ from: BoardPairing; onto?: string }>()
  const reasons = useReasons(useNames(board, chart.data))
  const acts = useBoardActs(cohortId)
  const approval = useApproval(board, cohortId)
  const forbidden = useMemo(() => forbiddenPairs(board), [board])
  const { leave, comeBack } = useWayBack()
  const show = useCallback((id: string, among: string[]) => {
    setChosen(id)
    setOpened({ id, among })
  }, [])
  const open = useCallback(
    (id: string, among: string[] = []) => {
      leave()
      show(id, among)
    },
    [leave, show],
  )
  const close = useCallback(() => {
    setOpened(undefined)
    comeBack()
  }, [comeBack])
  const swapFromRow = useCallback(
    (from: BoardPairing, onto?: string) => {
      leave()
      setSwapping({ from, ...(onto === undefined ? {} : { onto }) })
    },
    [leave],
  )
  const endSwap = () => {
    setSwapping(undefined)
    comeBack()
  }
  useFreshChart(board.run, chart.refetch)
  const detail = board.pairings.find(({ id }) => id === opened?.id)
  const busy = isBusy(board.run)
  useEffect(() => {
    if (busy) setProposing(false)
  }, [busy])
  const progress = useReadOn(busy, proposing)
  const beforeRun = board.totals === null
  const missing = missingSide(board)
  const empty = board.pairings.length === 0 && (board.unplaced.length === 0 || missing !== undefined)
  const [asking, setAsking] = useState<string>()
  return (
    <div className={styles.page}>
      <PageHeader
        place={t('title')}
        lead={t(leadOf(board, approval.proposed.length))}
        action={
          <>
            <ProposeButton
              run={board.run}
              approving={approval.underWay !== undefined}
              main={approval.proposed.length === 0 && !board.booking}
              open={proposing}
              toggle={() => setProposing(!proposing)}
            />
            <ApproveButton
              {...{ approval, cohortId, picked, reasons }}
              one={asking}
              forget={() => setAsking(undefined)}
              done={() => setPicked(new Set())}
            />
          </>
        }
      />
      <p className={styles.meetFirst}>
        {t(approval.proposed.length === 0 && beforeRun ? 'meetFirst' : 'meetToo')}{' '}
        <Link href={hrefOf('matching', 'speed-meetings')}>{t('speedMeetings')}</Link>
      </p>
      {proposing && <ProposeForm cohortId={cohortId} run={board.run} close={() => setProposing(false)} />}
      {board.run && <RunProgress run={board.run} panel={progress} />}
      <ApprovalProgress approval={approval} />
      <ApprovalOutcome {...{ approval, board, reasons }} />
      <NextSteps board={board} seeWho={() => setView('unplaced')} />
      {!empty && (
        <>
          <Headline board={board} seeWho={() => setView('unplaced')} seeGroups={() => setView('fairness')} />
          <TotalsLine board={board} />
          <Exchanges {...{ board, acts }} />
        </>
      )}
      <ViewTabs<View>
        label={t('views')}
        value={view}
        choose={setView}
        tabs={[
          { value: 'pairs', text: t('viewPairs') },
          { value: 'chart', text: t('viewChart') },
          {
            value: 'unplaced',
            text:
              beforeRun && board.unplaced.length === 0
                ? plain('tabUnplaced')
                : t('viewUnplaced', { count: board.unplaced.length }),
          },
          { value: 'fairness', text: plain('tabFairness') },
          {
            value: 'out',
            text:
              beforeRun && board.notTakingPart.length === 0
                ? plain('tabOut')
                : t('viewOut', { count: board.notTakingPart.length }),
          },
          { value: 'rules', text: counts('view') },
          { value: 'ask', text: t('viewAsk') },
        ]}
      />
      {view === 'pairs' && board.pairings.length > 0 && (
        <PairList
          {...{ board, reasons, acts, picked, setPicked, chosen, open }}
          swapFrom={swapFromRow}
          approve={approval.busy ? undefined : setAsking}
        />
      )}
      {view === 'pairs' && board.pairings.length === 0 && !busy && (
        <Empty
          title={missing ? plain(missing === 'mentee' ? 'noMentees' : 'noMentors') : t('emptyTitle')}
          body={missing ? plain('noSideText') : t('emptyText')}
          {...(missing
            ? {
                action: (
                  <Button as="a" href={hrefOf('people')}>
                    {plain('openPeople')}
                  </Button>
                ),
              }
            : {})}
        />
      )}
      {view === 'chart' && (
        <Reading query={chart}>
          {(data) => (
            <OrgChart key={data.nodes.length} chart={data} chosen={chosen} choose={setChosen} open={open} />
          )}
        </Reading>
      )}
      {view === 'unplaced' && (
        <>
          <TellUnplaced {...{ board, cohortId }} />
          <UnplacedPanel unplaced={board.unplaced} {...{ beforeRun, reasons }} />
          <DidNotBegin pairs={board.didNotBegin} />
        </>
      )}
      {view === 'fairness' && <FairnessPanel cohortId={cohortId} blocking={board.blockingPairs} />}
      {view === 'rules' && <WhatCounts {...{ cohortId, reasons }} />}
      {view === 'out' && <OutPanel out={board.notTakingPart} beforeRun={beforeRun} />}
      {view === 'ask' && (
        <>
          <WhyNot {...{ cohortId, reasons, board, acts }} />
          <WishesPanel wishes={board.wishes} acts={acts} />
          <KnownPairs cohortId={cohortId} />
        </>
      )}
      {detail && (
        <PairDetail
          pairing={detail}
          among={opened?.among ?? []}
          show={show}
          forbidden={forbidden.has(`${detail.mentor.id} ${detail.mentee.id}`)}
          {...{ cohortId, reasons, acts, close }}
          most={strongestOf(board.pairings)}
          approve={approval.busy ? undefined : setAsking}
          swapFrom={(pairing) => {
            close()
            // After the details have given the focus back, or the dialog would lose it again.
            requestAnimationFrame(() => setSwapping({ from: pairing }))
          }}
          showInChart={(id) => {
            setChosen(id)
            setView('chart')
          }}
        />
      )}
      {swapping && (
        <SwapPicker
          cohortId={cohortId}
          from={swapping.from}
          onto={swapping.onto}
          reasons={reasons}
          pairings={board.pairings}
          close={endSwap}
          swap={(other) => {
            endSwap()
            acts.swap(swapping.from, other)
          }}
        />
      )}
    </div>
  )
}

/** The side on which the latest run found nobody at all: then there is nothing to prove, and nothing fair or unfair. */
function missingSide({ totals }: Board): 'mentor' | 'mentee' | undefined {
  if (totals?.mentees === 0) return 'mentee'
  return totals?.mentors === 0 ? 'mentor' : undefined
}

function leadOf(board: Board, proposed: number) {
  if (isBusy(board.run)) return 'nowRunning'
  if (proposed > 0) return 'nowReview'
  return board.pairings.some(isPlaced) ? 'nowApproved' : 'nowNothing'
}

/** Where the reader was before something opened over the page, to go back to when it closes. */
function useWayBack() {
  const from = useRef<Element | null>(null)
  const leave = useCallback(() => {
    from.current = document.activeElement
  }, [])
  const comeBack = useCallback(() => {
    requestAnimationFrame(() => from.current instanceof HTMLElement && from.current.focus())
  }, [])
  return { leave, comeBack }
}

/** The button that started the run goes away with its form; whoever was there reads on at the progress. */
function useReadOn(busy: boolean, proposing: boolean) {
  const panel = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (proposing) asked.current = true
    else if (busy && asked.current) {
      asked.current = false
      if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
    }
  }, [busy, proposing])
  return panel
}

/** A run that ends changes the arcs: the chart that was loaded before is asked for again. */
function useFreshChart(run: Board['run'], refetch: () => Promise<unknown>): void {
  const busy = isBusy(run)
  const before = useRef(busy)
  useEffect(() => {
    if (before.current && !busy) void refetch()
    before.current = busy
  }, [busy, refetch])
}

/** Everybody is in exactly one of three groups, and the reader can add them up. People, not places: nobody counts twice. */
function TotalsLine({ board }: { board: Board }) {
  const styles = useStyles()
  const t = useText(strings)
  const paired = new Set(
    board.pairings.filter(isPlaced).flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]),
  )
  const unplaced = new Set(board.unplaced.map(({ person }) => person.id).filter((id) => !paired.has(id)))
  const out = new Set(
    board.notTakingPart.map(({ person }) => person.id).filter((id) => !paired.has(id) && !unplaced.has(id)),
  )
  const all = paired.size + unplaced.size + out.size
  if (all === 0) return null
  return (
    <p className={styles.sum}>
      {t('totalsAddUp', { paired: paired.size, unplaced: unplaced.size, out: out.size, all })}
    </p>
  )
}

/** Rules and causes name people by id; whoever is on the board or in the chart has a name. */
function useNames(board: Board, chart: Out<'chart'> | undefined): (id: string) => string {
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const { person } of chart?.nodes ?? []) names.set(person.id, person.name)
    for (const { person } of board.unplaced) names.set(person.id, person.name)
    for (const { mentor, mentee } of board.pairings) {
      names.set(mentor.id, mentor.name)
      names.set(mentee.id, mentee.name)
    }
    return (id: string) => names.get(id) ?? id
  }, [board, chart])
}
