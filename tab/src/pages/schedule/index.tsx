/** The Schedule: every pair's time in weeks, what could not be booked and what would help. */
import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  ProgressBar,
  SearchBox,
  Select,
  tokens,
} from '@fluentui/react-components'
import { CalendarAddRegular, PauseRegular, PlayRegular, SettingsRegular } from '@fluentui/react-icons'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useBookAll, usePauseBooking, useRetryHold, useSchedule } from '../../api/scheduling/schedule.ts'
import { go, hrefOf, useDestination } from '../../navigation.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../ui/words.ts'
import { findStrings } from './find-strings.ts'
import { HoldRowView, type RowShape, rowHeights } from './hold-row.tsx'
import { PolicyDrawer } from './policy-drawer.tsx'
import { strings } from './strings.ts'
import { TimesDrawer } from './times-drawer.tsx'
import { strings as timesStrings } from './times-strings.ts'
import { WeekBars } from './week-bars.tsx'
import {
  type Arrangement,
  arrangeHolds,
  type Filter,
  type HoldRow,
  isIn,
  type Sort,
  sorts,
  weeksOf,
} from './weeks.ts'

type ScheduleView = Out<'schedule'>

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  progress: { display: 'grid', gap: tokens.spacingVerticalS },
  filter: { gridTemplateColumns: 'auto auto', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  find: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  search: { flex: '2 1 220px' },
  choice: { flex: '1 1 150px' },
  several: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

export default function Schedule() {
  const cohortId = useCohort()
  return (
    <Reading query={useSchedule(cohortId)}>
      {(schedule) => <Page schedule={schedule} cohortId={cohortId} />}
    </Reading>
  )
}

function unbooked({ totals }: ScheduleView): number {
  return Math.max(0, totals.pairs - totals.booked - totals.requested - totals.failed - totals.released)
}

function Page({ schedule, cohortId }: { schedule: ScheduleView; cohortId: string }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const bookAll = useBookAll()
  const left = unbooked(schedule)
  const { totals } = schedule
  const book = () =>
    bookAll.mutate(
      { id: cohortId },
      {
        onSuccess: ({ requested }) => toasts.say(t('booked', { count: requested })),
        onError: (fault) => toasts.say(t('failedAct', { why: words.whyNot(fault) })),
      },
    )
  return (
    <div className={styles.page}>
      <PageHeader
        place={t('title')}
        {...useLead(schedule, left)}
        action={
          totals.pairs === 0 ? (
            <Button as="a" appearance="primary" href={hrefOf('matching')}>
              {t('board')}
            </Button>
          ) : (
            (left > 0 || totals.failed > 0) && (
              <Button
                appearance="primary"
                icon={<CalendarAddRegular />}
                disabled={bookAll.isPending}
                onClick={book}
              >
                {left > 0 ? t('bookAll') : t('retryAll')}
              </Button>
            )
          )
        }
      />
      {totals.requested > 0 && <Progress schedule={schedule} />}
      <BookingActs cohortId={cohortId} schedule={schedule} />
      {totals.pairs > 0 && (
        <>
          <Figures schedule={schedule} />
          <Holds schedule={schedule} />
        </>
      )}
    </div>
  )
}

/** How far booking is, and what holds it up: its turn, Outlook's limits, or a reason that somebody must look at. */
function Progress({ schedule: { totals, holds } }: { schedule: ScheduleView }) {
  const styles = useStyles()
  const t = useText(strings)
  const waiting = holds.filter((hold) => isIn(hold, 'waiting')).length
  const done = t('progress', { done: totals.booked, of: totals.pairs })
  const parts = [
    done,
    t('progressNow', { count: totals.requested - waiting }),
    ...(waiting > 0 ? [t('progressWaiting', { count: waiting })] : []),
    ...(totals.failed > 0 ? [t('progressFailed', { count: totals.failed })] : []),
  ]
  return (
    <div className={styles.progress}>
      <span role="status">{parts.join(' · ')}</span>
      <ProgressBar
        thickness="large"
        value={totals.booked}
        max={Math.max(1, totals.pairs)}
        aria-label={done}
      />
      {waiting > 0 && <p className={styles.none}>{t('waitingNote')}</p>}
    </div>
  )
}

/** Pausing and the policy: at hand, and never the main act. */
function BookingActs({ cohortId, schedule }: { cohortId: string; schedule: ScheduleView }) {
  const styles = useStyles()
  const t = useText(timesStrings)
  const words = useWords()
  const toasts = useToasts()
  const pause = usePauseBooking()
  const [policyOpen, setPolicyOpen] = useState(false)
  const { paused } = schedule
  const press = () =>
    pause.mutate(
      { id: cohortId, paused: !paused },
      {
        onSuccess: ({ waiting }) => toasts.say(paused ? t('resumedNow', { count: waiting }) : t('pausedNow')),
        onError: (fault) => toasts.say(t('failed', { why: words.whyNot(fault) })),
      },
    )
  return (
    <>
      {paused && (
        <p className={styles.none} role="status">
          {t('paused')}
        </p>
      )}
      <div className={styles.acts}>
        <Button icon={paused ? <PlayRegular /> : <PauseRegular />} disabled={pause.isPending} onClick={press}>
          {paused ? t('resume') : t('pause')}
        </Button>
        <Button icon={<SettingsRegular />} onClick={() => setPolicyOpen(true)}>
          {t('policy')}
        </Button>
      </div>
      <PolicyDrawer cohortId={cohortId} open={policyOpen} close={() => setPolicyOpen(false)} />
    </>
  )
}

function useLead({ totals }: ScheduleView, left: number): { lead: string; note?: string } {
  const t = useText(strings)
  if (totals.pairs === 0) return { lead: t('nowNone') }
  if (left > 0) return { lead: t('nowBook', { count: left }), note: t('noteBook') }
  if (totals.requested > 0) return { lead: t('nowBooking') }
  if (totals.failed > 0) return { lead: t('nowFailed', { count: totals.failed }), note: t('noteFailed') }
  return { lead: t('nowDone'), note: t('noteDone') }
}

function Figures({ schedule }: { schedule: ScheduleView }) {
  const styles = useStyles()
  const t = useText(strings)
  const { percent, number } = useFormat()
  const { bound } = useWords()
  const { totals, holdKept } = schedule
  return (
    <Panel>
      <Stats>
        <Stat
          label={t('holdKept')}
          value={holdKept.value === undefined ? '–' : bound(holdKept.bound, percent(holdKept.value / 100))}
        />
        <Stat label={t('statPairs')} value={number(totals.pairs)} />
        <Stat label={t('statBooked')} value={number(totals.booked)} />
        <Stat label={t('statRequested')} value={number(totals.requested)} />
        <Stat label={t('statFailed')} value={number(totals.failed)} />
      </Stats>
      <p className={styles.none}>{holdKept.value === undefined ? t('holdKeptNone') : t('holdKeptNote')}</p>
    </Panel>
  )
}

const hasTimes = (state: HoldRow['state']) => state === 'booked' || state === 'failed'

function Holds({ schedule }: { schedule: ScheduleView }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const find = useText(findStrings)
  const language = useLanguage()
  const { mutate: retryHold, mutateAsync: retryOne, isPending } = useRetryHold()
  const [arrangement, setArrangement] = useState<Arrangement>({ filter: 'all', text: '', sort: 'urgent' })
  const set = (change: Partial<Arrangement>) => setArrangement({ ...arrangement, ...change })
  const wanted = useDeferredValue(arrangement)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { shape, measured } = useShape()
  const [looked, setLooked] = useState<HoldRow>()
  const { holds, totals } = schedule
  // A link from the list of work or the board names a pair: its times are open at once.
  const { rest } = useDestination()
  const linked = rest
    ? holds.find(({ pairingId, state }) => pairingId === rest && hasTimes(state))
    : undefined
  const closeTimes = () => {
    setLooked(undefined)
    if (rest) go('schedule')
  }
  const weeks = useMemo(() => weeksOf(holds), [holds])
  const shown = useMemo(() => arrangeHolds(holds, wanted, language), [holds, wanted, language])
  const waiting = useMemo(() => holds.filter((hold) => isIn(hold, 'waiting')).length, [holds])
  const say = useRef({ t, words, toasts })
  say.current = { t, words, toasts }
  const retry = useCallback(
    ({ id, mentor, mentee }: HoldRow) => {
      const { t, words, toasts } = say.current
      const pair = t('pair', { mentor: mentor.name, mentee: mentee.name })
      retryHold(
        { id },
        {
          onSuccess: () => toasts.say(t('retried', { pair })),
          onError: (fault) => toasts.say(t('failedAct', { why: words.whyNot(fault) })),
        },
      )
    },
    [retryHold],
  )
  const pick = useCallback((id: string, on: boolean) => {
    setPicked((before) => {
      const next = new Set(before)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  }, [])
  const failed = shown.filter(({ state }) => state === 'failed')
  // What is out of sight is not chosen: nobody retries what they do not see.
  const chosen = failed.filter(({ id }) => picked.has(id))
  const [retrying, setRetrying] = useState(false)
  const retrySome = async () => {
    setRetrying(true)
    const faults: unknown[] = []
    for (const { id } of chosen) await retryOne({ id }).catch((fault: unknown) => faults.push(fault))
    setRetrying(false)
    setPicked(new Set())
    const done = chosen.length - faults.length
    const said = [
      ...(done > 0 ? [find('retried', { count: done })] : []),
      ...(faults.length > 0
        ? [find('notRetried', { count: faults.length, why: words.whyNot(faults[0]) })]
        : []),
    ]
    toasts.say(said.join(' '))
  }
  if (holds.length === 0) return null
  return (
    <>
      <TimesDrawer hold={looked ?? linked} close={closeTimes} />
      {weeks && (
        <Panel title={t('weeks')}>
          <WeekBars holds={holds} weeks={weeks} />
        </Panel>
      )}
      <Panel
        title={t('list')}
        aside={
          <Field label={t('show')} orientation="horizontal" className={styles.filter}>
            <Select value={arrangement.filter} onChange={(_, { value }) => set({ filter: value as Filter })}>
              <option value="all">{t('showAll', { count: holds.length })}</option>
              <option value="failed">{t('showFailed', { count: totals.failed })}</option>
              <option value="requested">{t('showRequested', { count: totals.requested - waiting })}</option>
              {waiting > 0 && <option value="waiting">{t('showWaiting', { count: waiting })}</option>}
              <option value="booked">{t('showBooked', { count: totals.booked })}</option>
              <option value="released">{t('showReleased', { count: totals.released })}</option>
            </Select>
          </Field>
        }
      >
        <div className={styles.find}>
          <Field className={styles.search} label={find('search')}>
            <SearchBox
              style={{ maxWidth: 'none' }}
              value={arrangement.text}
              onChange={(_, { value }) => set({ text: value })}
            />
          </Field>
          <Field className={styles.choice} label={find('sort')}>
            <Select value={arrangement.sort} onChange={(_, { value }) => set({ sort: value as Sort })}>
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {find(`sort.${sort}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {failed.length > 1 && (
          <div className={styles.several}>
            <Checkbox
              checked={chosen.length === failed.length ? true : chosen.length > 0 ? 'mixed' : false}
              label={find('selectAll')}
              onChange={() =>
                setPicked(new Set(chosen.length === failed.length ? [] : failed.map(({ id }) => id)))
              }
            />
            {chosen.length > 0 && (
              <Button disabled={retrying || isPending} onClick={() => void retrySome()}>
                {find('retrySelected', { count: chosen.length })}
              </Button>
            )}
          </div>
        )}
        <div ref={measured}>
          {shown.length === 0 && (
            <>
              <p className={styles.none}>{arrangement.text.trim() ? find('noMatch') : t('noneShown')}</p>
              <Button onClick={() => set({ text: '', filter: 'all' })}>{find('showAll')}</Button>
            </>
          )}
          <VirtualList
            count={shown.length}
            rowHeight={rowHeights[shape]}
            label={t('list')}
            keyOf={(index) => shown[index]!.id}
            renderRow={(index) => (
              <HoldRowView
                hold={shown[index]!}
                weeks={weeks}
                shape={shape}
                retry={retry}
                look={setLooked}
                busy={isPending || retrying}
                picked={failed.length > 1 ? picked.has(shown[index]!.id) : undefined}
                pick={pick}
              />
            )}
          />
        </div>
      </Panel>
    </>
  )
}

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

const shapeFor = (width: number): RowShape => (width < 440 ? 'narrow' : width < 720 ? 'medium' : 'wide')
