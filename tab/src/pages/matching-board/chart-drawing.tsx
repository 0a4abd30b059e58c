/** The chart as a picture: pan by dragging or arrow keys, zoom by keys, buttons or pinch, point at a dot to follow its line. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef, useState } from 'react'
import { type Camera, type Frame, kept, moved, rowHeight, toScreen, zoomed } from './chart-camera.ts'
import type { ChartLayout } from './chart-layout.ts'
import { arcBetween, type ChartPaths, lineUp } from './chart-paths.ts'
import type { ChartView } from './chart-view.ts'

export type ViewArc = ChartView['arcs'][number]

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    overflow: 'hidden',
    width: '100%',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'grab',
    touchAction: 'pan-y',
    userSelect: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pulling: { cursor: 'grabbing' },
  onPerson: { cursor: 'pointer' },
  picture: { position: 'absolute', insetBlockStart: 0, left: 0, width: '100%', height: '100%' },
  stroke: { fill: 'none', vectorEffect: 'non-scaling-stroke', strokeLinecap: 'round' },
  line: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1px', strokeOpacity: 0.26 },
  other: { stroke: tokens.colorNeutralForeground4 },
  mentor: { stroke: tokens.colorBrandForeground1 },
  mentee: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeLinecap: 'square' },
  arc: { stroke: tokens.colorBrandStroke1, strokeWidth: '1.25px' },
  agreed: { stroke: tokens.colorBrandStroke1, strokeWidth: '1.75px', strokeOpacity: 0.75 },
  insideLine: { stroke: tokens.colorPaletteRedBorderActive, strokeWidth: '3px' },
  /** A layer of its own: thousands of arcs are painted once, and pointing at somebody only changes how it shines through. */
  base: { willChange: 'opacity' },
  faded: { opacity: 0.22 },
  halo: { stroke: tokens.colorNeutralBackground1 },
  lineMentor: { stroke: tokens.colorBrandForeground1, strokeWidth: '3px' },
  lineMentee: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeWidth: '3px' },
  arcNow: { stroke: tokens.colorNeutralForeground1, strokeWidth: '2.5px' },
})

export interface ChartDrawingProps {
  label: string
  describedBy: string
  view: ChartView
  layout: ChartLayout
  paths: ChartPaths
  frame: Frame
  camera: Camera
  lit: ViewArc[]
  setCamera(camera: Camera | undefined): void
  point(place: number | undefined): void
  press(place: number): void
  step(by: 1 | -1): void
  open(): void
  /** Names and faces over the picture. */
  children: React.ReactNode
}

export function ChartDrawing(props: ChartDrawingProps) {
  const styles = useStyles()
  const { view, layout, paths, frame, camera, lit, setCamera } = props
  const element = useRef<HTMLDivElement>(null)
  const pull = usePull(props, element)
  usePinch(element, props)
  const row = rowHeight(camera, layout, frame)
  const transform = `matrix(${camera.across} 0 0 ${row} ${camera.left} ${camera.top})`
  const size = Math.min(11, Math.max(4.5, camera.across * 0.55))
  return (
    <div
      ref={element}
      role="application"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture
      tabIndex={0}
      className={mergeClasses(styles.frame, pull.over && styles.onPerson, pull.pulling && styles.pulling)}
      style={{ height: frame.height }}
      onKeyDown={(event) => onKey(event, props, setCamera)}
      {...pull.handlers}
    >
      <svg
        className={mergeClasses(styles.picture, styles.base, lit.length > 0 && styles.faded)}
        aria-hidden="true"
      >
        <g transform={transform}>
          <Base paths={paths} size={size} arcs={view.arcs.length} />
        </g>
      </svg>
      <svg className={styles.picture} aria-hidden="true">
        <g transform={transform}>
          <path className={mergeClasses(styles.stroke, styles.insideLine)} d={paths.insideLine} />
          {lit.map((arc) => (
            <Lit key={arc.arc.pairingId} arc={arc} view={view} layout={layout} size={size} />
          ))}
        </g>
      </svg>
      {props.children}
    </div>
  )
}

/** Everything that stays the same while the reader points: a dozen elements for any number of people. */
const Base = memo(function Base({
  paths,
  size,
  arcs,
}: {
  paths: ChartPaths
  size: number
  /** The more arcs, the fainter each, so that thousands stay a texture and not a blot. */
  arcs: number
}) {
  const styles = useStyles()
  const dots = (name: string, d: string, width: number) => (
    <path className={mergeClasses(styles.stroke, name)} d={d} style={{ strokeWidth: width }} />
  )
  return (
    <>
      <path className={mergeClasses(styles.stroke, styles.line)} d={paths.lines} />
      <path
        className={mergeClasses(styles.stroke, styles.arc)}
        d={paths.proposed}
        style={{ strokeOpacity: Math.max(0.12, Math.min(0.45, 4 / Math.sqrt(arcs + 1))) }}
      />
      <path className={mergeClasses(styles.stroke, styles.agreed)} d={paths.agreed} />
      {dots(styles.other, paths.others, size * 0.62)}
      {dots(styles.mentor, paths.mentors, size)}
      {dots(styles.mentee, paths.mentees, size)}
    </>
  )
})

/** One pair with both reporting lines. */
function Lit({
  arc,
  view,
  layout,
  size,
}: {
  arc: ViewArc
  view: ChartView
  layout: ChartLayout
  size: number
}) {
  const styles = useStyles()
  const up = lineUp(view, layout, arc.mentor)
  const other = lineUp(view, layout, arc.mentee)
  const dot = (place: number) => `M${layout.x[place]!} ${layout.row[place]!}h0`
  const d = arcBetween(layout, arc.mentor, arc.mentee)
  const ends = [
    { place: arc.mentor, name: styles.mentor },
    { place: arc.mentee, name: styles.mentee },
  ]
  return (
    <>
      <path className={mergeClasses(styles.stroke, styles.lineMentee)} d={other.path} />
      <path className={mergeClasses(styles.stroke, styles.lineMentor)} d={up.path} strokeDasharray="7 5" />
      <path className={mergeClasses(styles.stroke, styles.halo)} d={d} style={{ strokeWidth: 6 }} />
      <path
        className={mergeClasses(styles.stroke, arc.arc.insideLine ? styles.insideLine : styles.arcNow)}
        d={d}
      />
      {ends.map(({ place, name }) => (
        <g key={place}>
          <path
            className={mergeClasses(styles.stroke, name, styles.halo)}
            d={dot(place)}
            style={{ strokeWidth: size + 9 }}
          />
          <path
            className={mergeClasses(styles.stroke, name)}
            d={dot(place)}
            style={{ strokeWidth: size + 4 }}
          />
        </g>
      ))}
    </>
  )
}

/** The person nearest to a point, if near enough to be meant. Enrolled people win over those above them. */
export function personAt(
  { view, layout, frame, camera }: Pick<ChartDrawingProps, 'view' | 'layout' | 'frame' | 'camera'>,
  at: { x: number; y: number },
): number | undefined {
  const row = rowHeight(camera, layout, frame)
  const reach = Math.max(10, Math.min(24, camera.across * 0.5))
  let nearest: number | undefined
  let least = reach * reach
  for (let place = 0; place < view.shown.length; place++) {
    const dot = toScreen(camera, row, layout.x[place]!, layout.row[place]!)
    const distance = (dot.x - at.x) ** 2 + (dot.y - at.y) ** 2
    if (distance < least) {
      least = distance
      nearest = place
    }
  }
  return nearest
}

function pointIn(element: HTMLElement | null, event: { clientX: number; clientY: number }) {
  const box = element?.getBoundingClientRect()
  return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
}

/** A press that moves more than this is a pull, not a choice. */
const slack = 5

function usePull(props: ChartDrawingProps, element: React.RefObject<HTMLDivElement | null>) {
  const [pulling, setPulling] = useState(false)
  const [over, setOver] = useState(false)
  const start = useRef<{ x: number; y: number; camera: Camera; far: boolean }>(undefined)
  const look = (event: PointerEvent) => personAt(props, pointIn(element.current, event))
  return {
    pulling,
    over,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLDivElement>) {
        start.current = { x: event.clientX, y: event.clientY, camera: props.camera, far: false }
      },
      onPointerMove(event: PointerEvent<HTMLDivElement>) {
        const from = start.current
        if (!from || event.buttons === 0) {
          const place = look(event)
          setOver(place !== undefined)
          props.point(place)
          return
        }
        const [byX, byY] = [event.clientX - from.x, event.clientY - from.y]
        if (!from.far && Math.hypot(byX, byY) < slack) return
        if (!from.far) event.currentTarget.setPointerCapture?.(event.pointerId)
        from.far = true
        setPulling(true)
        props.setCamera(kept(moved(from.camera, byX, byY), props.layout, props.frame))
      },
      onPointerUp(event: PointerEvent<HTMLDivElement>) {
        const place = start.current && !start.current.far ? look(event) : undefined
        start.current = undefined
        setPulling(false)
        if (place !== undefined) props.press(place)
      },
      onPointerLeave() {
        if (!start.current?.far) props.point(undefined)
      },
    },
  }
}

/** Pinch on a touchpad arrives as a wheel with Ctrl held; the plain wheel keeps scrolling the page. */
function usePinch(element: React.RefObject<HTMLDivElement | null>, props: ChartDrawingProps) {
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const target = element.current
    if (!target) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { camera, layout, frame, setCamera } = latest.current
      setCamera(zoomed(camera, event.deltaY < 0 ? 1 : -1, layout, frame, pointIn(target, event)))
    }
    target.addEventListener('wheel', onWheel, { passive: false })
    return () => target.removeEventListener('wheel', onWheel)
  }, [element])
}

const stride = 80

function onKey(
  event: KeyboardEvent,
  { camera, layout, frame, step, open }: ChartDrawingProps,
  setCamera: (camera: Camera | undefined) => void,
): void {
  const move = (byX: number, byY: number) => setCamera(kept(moved(camera, byX, byY), layout, frame))
  const acts: Record<string, () => void> = {
    ArrowLeft: () => move(stride, 0),
    ArrowRight: () => move(-stride, 0),
    ArrowUp: () => move(0, stride),
    ArrowDown: () => move(0, -stride),
    '+': () => setCamera(zoomed(camera, 1, layout, frame)),
    '=': () => setCamera(zoomed(camera, 1, layout, frame)),
    '-': () => setCamera(zoomed(camera, -1, layout, frame)),
    '0': () => setCamera(undefined),
    PageDown: () => step(1),
    PageUp: () => step(-1),
    Enter: open,
  }
  const act = acts[event.key]
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act()
}
