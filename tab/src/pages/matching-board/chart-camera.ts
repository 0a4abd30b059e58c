/**
 * From units and rows to pixels. A company is much wider than high, so zooming stretches the picture sideways and rows only
 * part a little to make room for names; one number, pixels a unit, says how close the reader is.
 */
import type { ChartLayout } from './chart-layout.ts'

export interface Frame {
  width: number
  height: number
}

export interface Camera {
  /** Pixels a unit across. */
  across: number
  /** Pixels from the left edge of the frame to unit 0, and from its upper edge to row 0. */
  left: number
  top: number
}

export const closest = 150
/** From here on there is room for a name beside each dot. */
export const namesFrom = 110
/** From here on there is room for a face. */
export const facesFrom = 34

const margin = 28
const headroom = 46
const footroom = 36
const roomyRow = 104
const zoomStep = 1.5

type Sheet = Pick<ChartLayout, 'width' | 'rows'>

/** Everything in the frame. */
export function fitted(sheet: Sheet, frame: Frame): Camera {
  const across = Math.min(56, (frame.width - 2 * margin) / Math.max(1, sheet.width))
  const left = (frame.width - across * sheet.width) / 2
  return { across, left, top: headroom }
}

/** Pixels a row at this camera. */
export function rowHeight(camera: Camera, sheet: Sheet, frame: Frame): number {
  const whole = (frame.height - headroom - footroom) / Math.max(1, sheet.rows - 1)
  const tight = Math.min(roomyRow, whole)
  const close = Math.min(1, Math.max(0, (camera.across - 16) / 48))
  return tight + (roomyRow - tight) * close
}

export function toScreen(camera: Camera, row: number, x: number, y: number): { x: number; y: number } {
  return { x: camera.left + camera.across * x, y: camera.top + row * y }
}

export function moved(camera: Camera, byX: number, byY: number): Camera {
  return { ...camera, left: camera.left + byX, top: camera.top + byY }
}

/** One step closer (1) or further (-1); what is under `at`, or in the middle, stays where it is. */
export function zoomed(
  camera: Camera,
  direction: 1 | -1,
  sheet: Sheet,
  frame: Frame,
  at: { x: number; y: number } = { x: frame.width / 2, y: frame.height / 2 },
): Camera {
  const least = fitted(sheet, frame).across
  const wanted = camera.across * (direction > 0 ? zoomStep : 1 / zoomStep)
  const across = Math.max(least, Math.min(Math.max(closest, least), wanted))
  const scale = across / camera.across
  const before = rowHeight(camera, sheet, frame)
  const after = rowHeight({ ...camera, across }, sheet, frame)
  return kept(
    {
      across,
      left: at.x - (at.x - camera.left) * scale,
      top: at.y - ((at.y - camera.top) * after) / before,
    },
    sheet,
    frame,
  )
}

/** Brings some people into the frame, as close as they all fit. */
export function around(places: { x: number; row: number }[], sheet: Sheet, frame: Frame): Camera {
  const across = places.map((place) => place.x)
  const [least, most] = [Math.min(...across), Math.max(...across)]
  const closeUp = (frame.width - 260) / Math.max(1, most - least)
  const fit = fitted(sheet, frame)
  const camera = { ...fit, across: Math.max(fit.across, Math.min(namesFrom, closeUp)) }
  const row = rowHeight(camera, sheet, frame)
  const rows = places.map((place) => place.row)
  const middle = ((Math.min(...rows) + Math.max(...rows)) / 2) * row
  return kept(
    {
      ...camera,
      left: frame.width / 2 - camera.across * ((least + most) / 2),
      top: frame.height / 2 - middle,
    },
    sheet,
    frame,
  )
}

/** Never so far away that the frame is empty; a small picture stays where `fitted` puts it. */
export function kept(camera: Camera, sheet: Sheet, frame: Frame): Camera {
  const fit = fitted(sheet, frame)
  const whole = camera.across * sheet.width
  const deep = rowHeight(camera, sheet, frame) * Math.max(0, sheet.rows - 1)
  const left =
    whole <= frame.width - 2 * margin
      ? (frame.width - whole) / 2
      : Math.min(frame.width / 2, Math.max(frame.width / 2 - whole, camera.left))
  const lowest = frame.height - footroom - deep
  const top = lowest >= headroom ? fit.top : Math.min(headroom, Math.max(lowest - headroom, camera.top))
  return { across: camera.across, left, top }
}
