/** Names and faces over the picture: units from afar, faces from closer, and always the pair that is looked at. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Photo } from '../../ui/person-face.tsx'
import { type Camera, type Frame, facesFrom, namesFrom, rowHeight, toScreen } from './chart-camera.ts'
import type { ViewArc } from './chart-drawing.tsx'
import type { ChartLayout } from './chart-layout.ts'
import { type Chart, type ChartView, linesMeet } from './chart-view.ts'

const useStyles = makeStyles({
  layer: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  name: {
    position: 'absolute',
    maxWidth: '180px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  unit: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingInline: '4px',
    borderRadius: tokens.borderRadiusSmall,
  },
  lit: {
    paddingInline: '8px',
    paddingBlock: '2px',
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundInverted2,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    zIndex: 1,
  },
  face: { position: 'absolute', display: 'flex' },
})

interface Props {
  chart: Chart
  view: ChartView
  layout: ChartLayout
  frame: Frame
  camera: Camera
  lit: ViewArc[]
}

const most = 120
/** Written inline: in a class it would be mirrored for languages read from the right, and the places are already. */
const middle = 'translate(-50%, 0)'

export function ChartNames({ chart, view, layout, frame, camera, lit }: Props) {
  const styles = useStyles()
  const row = rowHeight(camera, layout, frame)
  const at = (place: number) => toScreen(camera, row, layout.x[place]!, layout.row[place]!)
  const person = (place: number) => chart.nodes[view.shown[place]!]!.person
  const litPlaces = [...new Set(lit.flatMap((arc) => [arc.mentor, arc.mentee]))]
  const inFrame = (place: number) => {
    const { x, y } = at(place)
    return x > -20 && x < frame.width + 20 && y > -10 && y < frame.height + 10
  }
  const close = camera.across >= facesFrom ? [...view.shown.keys()].filter(inFrame).slice(0, most) : []
  const meeting = lit.length === 1 ? meetingPlace(chart, view, lit[0]!) : undefined
  return (
    <div className={styles.layer} aria-hidden="true">
      {close.map((place) => {
        const { x, y } = at(place)
        return (
          <span key={place}>
            <span className={styles.face} style={{ left: x, top: y, transform: 'translate(-50%, -50%)' }}>
              <Photo person={person(place)} size={camera.across >= 56 ? 32 : 24} />
            </span>
            {camera.across >= namesFrom && !litPlaces.includes(place) && (
              <span
                className={styles.name}
                style={{ left: x, top: y + 18, maxWidth: camera.across - 8, transform: middle }}
              >
                {person(place).name}
              </span>
            )}
          </span>
        )
      })}
      {close.length === 0 &&
        lit.length === 0 &&
        unitNames(chart, view, layout, at).map(({ place, text, x, y }) => (
          <span
            key={place}
            className={mergeClasses(styles.name, styles.unit)}
            style={{ left: x, top: y - 26, transform: middle }}
          >
            {text}
          </span>
        ))}
      {[...litPlaces, ...(meeting === undefined || litPlaces.includes(meeting) ? [] : [meeting])]
        .filter(inFrame)
        .map((place) => {
          const { x, y } = at(place)
          const edge = Math.min(90, frame.width / 4)
          return (
            <span
              key={place}
              className={mergeClasses(styles.name, styles.lit)}
              style={{
                left: Math.min(frame.width - edge, Math.max(edge, x)),
                top: Math.min(frame.height - 26, y + 12),
                transform: middle,
              }}
            >
              {person(place).name}
            </span>
          )
        })}
    </div>
  )
}

function meetingPlace(chart: Chart, view: ChartView, { arc }: ViewArc): number | undefined {
  const { at } = linesMeet(chart, arc.mentor, arc.mentee)
  const place = at === undefined ? -1 : view.shown.indexOf(at)
  return place < 0 ? undefined : place
}

/** Units of the row below the top, as many as fit beside each other. */
function unitNames(
  chart: Chart,
  view: ChartView,
  layout: ChartLayout,
  at: (place: number) => { x: number; y: number },
) {
  const named: { place: number; text: string; x: number; y: number }[] = []
  const places = [...view.shown.keys()].filter((place) => layout.row[place] === 1)
  places.sort((a, b) => chart.nodes[view.shown[b]!]!.below - chart.nodes[view.shown[a]!]!.below)
  for (const place of places) {
    const text = chart.nodes[view.shown[place]!]!.person.department
    const { x, y } = at(place)
    const half = (text?.length ?? 0) * 3.6 + 8
    if (!text || named.some((other) => Math.abs(other.x - x) < half + other.text.length * 3.6 + 8)) continue
    named.push({ place, text, x, y })
  }
  return named
}
