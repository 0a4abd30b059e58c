/** The organization chart with the pairs as arcs across it: a pair inside one reporting line would be seen at once. */
import { Button, Field, makeStyles, mergeClasses, Select, Switch, tokens } from '@fluentui/react-components'
import {
  AddRegular,
  ArrowMaximizeRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  SubtractRegular,
} from '@fluentui/react-icons'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { directionOf } from '../../../../bot/words/sentence.ts'
import { useLanguage, useText } from '../../ui/text.tsx'
import { unseen } from '../../ui/unseen.ts'
import { around, type Camera, type Frame, fitted, rowHeight, toScreen, zoomed } from './chart-camera.ts'
import { ChartDrawing, type ViewArc } from './chart-drawing.tsx'
import { layoutChart } from './chart-layout.ts'
import { ChartLegend } from './chart-legend.tsx'
import { ChartNames } from './chart-names.tsx'
import { chartPaths } from './chart-paths.ts'
import { chartStrings } from './chart-strings.ts'
import { ChartTable } from './chart-table.tsx'
import { type Chart, type ChartChoice, chartView, foldedAtFirst, linesMeet, unitsOf } from './chart-view.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  grow: { flex: '1 1 auto' },
  // A long name of a unit must not push the list of units over the controls beside it.
  unit: { minWidth: '180px', maxWidth: '260px', gridTemplateColumns: 'minmax(0, 1fr)' },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  broken: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  steer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  caption: {
    minHeight: '44px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  hidden: unseen,
})

/** More people than this are not readable at once; the lower rows are folded at first. */
const readable = 1200
/** Pixels a unit below which dots stand so close that a press means "closer", never "fold this one". */
const readableAcross = 16

interface Props {
  chart: Chart
  /** The pair that the rest of the board looks at. */
  chosen: string | undefined
  choose(pairingId: string): void
  open(pairingId: string): void
}

export function OrgChart({ chart, chosen, choose, open }: Props) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const rtl = directionOf(useLanguage()) === 'rtl'
  const keysId = useId()
  const [choice, setChoice] = useState<ChartChoice>(() => ({
    unit: -1,
    pairedOnly: false,
    folded: foldedAtFirst(chart, readable),
  }))
  const [camera, setCamera] = useState<Camera>()
  const [pointed, setPointed] = useState<number>()
  const [asTable, setAsTable] = useState(false)
  const { frame, measured } = useFrame()
  const view = useMemo(() => chartView(chart, choice), [chart, choice])
  const layout = useMemo(() => laidOut(view.parents, rtl), [view, rtl])
  const sideOf = (place: number) => chart.nodes[view.shown[place]!]!.side
  // biome-ignore lint/correctness/useExhaustiveDependencies: sides change only with chart and view
  const paths = useMemo(() => chartPaths(view, layout, sideOf), [chart, view, layout])
  const now = camera ?? fitted(layout, frame)
  const lit = litArcs(view.arcs, pointed, chosen)
  const choiceMade = (change: Partial<ChartChoice>) => {
    setChoice({ ...choice, ...change })
    setCamera(undefined)
    setPointed(undefined)
  }
  const show = (pairingId: string) => {
    choose(pairingId)
    const found = view.arcs.find(({ arc }) => arc.pairingId === pairingId)
    if (found && camera) setCamera(around(placesOf(found, layout), layout, frame))
  }
  const step = (by: 1 | -1) => {
    if (view.arcs.length === 0) return
    const at = view.arcs.findIndex(({ arc }) => arc.pairingId === chosen)
    const next =
      at < 0 ? (by > 0 ? 0 : view.arcs.length - 1) : (at + by + view.arcs.length) % view.arcs.length
    show(view.arcs[next]!.arc.pairingId)
  }
  const closerTo = (place: number) => {
    const row = rowHeight(now, layout, frame)
    return zoomed(now, 1, layout, frame, toScreen(now, row, layout.x[place]!, layout.row[place]!))
  }
  const press = (place: number) => {
    const own = view.arcs.find((arc) => arc.mentor === place || arc.mentee === place)
    const manager = view.shown[place]!
    if (view.hidden[place]! > 0 || choice.folded.has(manager))
      choiceMade({ folded: toggled(choice.folded, manager) })
    else if (own) show(own.arc.pairingId)
    else if (now.across < readableAcross) setCamera(closerTo(place))
    else if (view.parents.includes(place)) choiceMade({ folded: toggled(choice.folded, manager) })
  }
  if (chart.nodes.length === 0) return <p className={styles.words}>{t('empty')}</p>
  const broken = chart.arcs.filter((arc) => arc.insideLine).length
  const at = view.arcs.findIndex(({ arc }) => arc.pairingId === chosen)
  return (
    <div className={styles.root}>
      <p className={mergeClasses(styles.words, broken > 0 && styles.broken)}>
        {broken > 0 ? t('broken', { count: broken }) : t('clean')}
      </p>
      <div className={styles.bar}>
        <UnitChoice chart={chart} unit={choice.unit} choose={(unit) => choiceMade({ unit })} />
        <Switch
          checked={choice.pairedOnly}
          label={t('pairedOnly')}
          onChange={(_, { checked }) => choiceMade({ pairedOnly: checked })}
        />
        {choice.folded.size > 0 && (
          <Button appearance="subtle" onClick={() => choiceMade({ folded: new Set() })}>
            {t('unfoldAll')}
          </Button>
        )}
        <span className={styles.grow} />
        <Button appearance="subtle" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('asChart') : t('asTable')}
        </Button>
      </div>
      {asTable ? (
        <ChartTable chart={chart} open={open} />
      ) : (
        <>
          <span id={keysId} className={styles.hidden}>
            {t('keys')}
          </span>
          <div ref={measured}>
            <ChartDrawing
              label={t('label', { pairs: view.arcs.length })}
              describedBy={keysId}
              {...{ view, layout, paths, frame, lit, setCamera, press, step }}
              camera={now}
              point={setPointed}
              open={() => chosen && open(chosen)}
            >
              <ChartNames {...{ chart, view, layout, frame, lit }} camera={now} />
            </ChartDrawing>
          </div>
          <div className={styles.steer}>
            <Button
              appearance="subtle"
              aria-label={t('previous')}
              icon={rtl ? <ChevronRightRegular /> : <ChevronLeftRegular />}
              onClick={() => step(-1)}
            />
            <span>{t('position', { at: at < 0 ? '–' : at + 1, all: view.arcs.length })}</span>
            <Button
              appearance="subtle"
              aria-label={t('next')}
              icon={rtl ? <ChevronLeftRegular /> : <ChevronRightRegular />}
              onClick={() => step(1)}
            />
            <Button
              appearance="subtle"
              aria-label={t('zoomOut')}
              icon={<SubtractRegular />}
              onClick={() => setCamera(zoomed(now, -1, layout, frame))}
            />
            <Button
              appearance="subtle"
              aria-label={t('zoomIn')}
              icon={<AddRegular />}
              onClick={() => setCamera(zoomed(now, 1, layout, frame))}
            />
            <Button
              appearance="subtle"
              aria-label={t('fit')}
              icon={<ArrowMaximizeRegular />}
              onClick={() => setCamera(undefined)}
            />
          </div>
          <div className={styles.caption}>
            <p className={styles.words} role="status">
              <Caption chart={chart} lit={lit} folded={choice.folded.size > 0} />
            </p>
            {lit.length === 1 && (
              <Button size="small" onClick={() => open(lit[0]!.arc.pairingId)}>
                {t('openPair')}
              </Button>
            )}
          </div>
          <ChartLegend broken={broken > 0} agreed={chart.arcs.some((arc) => arc.state !== 'proposed')} />
        </>
      )}
    </div>
  )
}

function UnitChoice({ chart, unit, choose }: { chart: Chart; unit: number; choose: (unit: number) => void }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const units = useMemo(() => unitsOf(chart), [chart])
  if (units.length === 0) return null
  return (
    <Field label={t('unit')} className={styles.unit}>
      <Select
        style={{ width: '100%', minWidth: 0 }}
        value={String(unit)}
        onChange={(_, { value }) => choose(Number(value))}
      >
        <option value="-1">{t('wholeCompany')}</option>
        {units.map((place) => {
          const { name, department } = chart.nodes[place]!.person
          return (
            <option key={place} value={place}>
              {department ? t('unitOf', { name, unit: department }) : name}
            </option>
          )
        })}
      </Select>
    </Field>
  )
}

/** The lit pair in words, for everybody and for screen readers. */
function Caption({ chart, lit, folded }: { chart: Chart; lit: ViewArc[]; folded: boolean }) {
  const t = useText(chartStrings)
  const one = lit.length === 1 ? lit[0]!.arc : undefined
  if (!one) return <>{folded ? t('foldNote') : t('hint')}</>
  const name = (place: number) => chart.nodes[place]!.person.name
  const [mentor, mentee] = [name(one.mentor), name(one.mentee)]
  const { at, mentorSteps, menteeSteps } = linesMeet(chart, one.mentor, one.mentee)
  if (one.insideLine) return <>{t('inside', { mentor, mentee })}</>
  if (at === undefined) return <>{t('neverMeet')}</>
  return <>{t('meet', { name: name(at), mentor, mentee, mentorSteps, menteeSteps })}</>
}

function litArcs(arcs: ViewArc[], pointed: number | undefined, chosen: string | undefined): ViewArc[] {
  const own = arcs.filter((arc) => arc.mentor === pointed || arc.mentee === pointed)
  if (own.length > 0) return own.slice(0, 6)
  return arcs.filter(({ arc }) => arc.pairingId === chosen)
}

function placesOf({ mentor, mentee }: ViewArc, layout: ReturnType<typeof layoutChart>) {
  return [mentor, mentee].map((place) => ({ x: layout.x[place]!, row: layout.row[place]! }))
}

/** Read from right to left, the first unit stands on the right. */
function laidOut(parents: number[], rtl: boolean) {
  const layout = layoutChart(parents)
  return rtl ? { ...layout, x: layout.x.map((x) => layout.width - x) } : layout
}

function toggled(folded: ReadonlySet<number>, place: number): Set<number> {
  const next = new Set(folded)
  if (!next.delete(place)) next.add(place)
  return next
}

/** The width the page gives, and a height that suits it. */
function useFrame() {
  const measured = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(960)
  useEffect(() => {
    const element = measured.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const frame: Frame = { width, height: width < 520 ? 360 : 560 }
  return { frame, measured }
}
