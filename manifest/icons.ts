// The symbol, as geometry: a smaller person (the Mentor) and a larger one (the Mentee), and an arrow that rises from the
// smaller to the larger, because here the junior teaches. Drawn once at any size; `node manifest/package.mjs --icons`
// writes the files. Rules for them: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
import { writeFileSync } from 'node:fs'
import { encodePng, type Image } from './png.ts'

type Color = readonly [red: number, green: number, blue: number]

const white: Color = [255, 255, 255]
const deep: Color = [11, 78, 96]
const light: Color = [20, 124, 141]
/** The manifest's accentColor. */
export const accent: Color = [14, 99, 119]

/** Whether a point of the unit square (0,0 top left) lies in the symbol. It reaches all four edges. */
export function inSymbol(x: number, y: number): boolean {
  return person(x, y, 0.2, 0.515, 0.125, 0.2, 1) || person(x, y, 0.735, 0.37, 0.165, 0.265, 1) || arrow(x, y)
}

/** A head, a gap, and shoulders that end at the ground. */
function person(
  x: number,
  y: number,
  cx: number,
  cy: number,
  head: number,
  shoulder: number,
  ground: number,
): boolean {
  if (Math.hypot(x - cx, y - cy) <= head) return true
  const top = cy + head * 1.32
  if (y < top || y > ground) return false
  const rise = shoulder * 0.95
  if (y >= top + rise) return Math.abs(x - cx) <= shoulder
  return ((x - cx) / shoulder) ** 2 + ((y - top - rise) / rise) ** 2 <= 1
}

/** A quarter of a ring from the smaller head upwards, with a head that points at the larger person. */
function arrow(x: number, y: number): boolean {
  const [cx, cy, radius, half] = [0.465, 0.36, 0.27, 0.048]
  const ring = Math.abs(Math.hypot(x - cx, y - cy) - radius) <= half
  if (ring && x <= cx - 0.02 && y <= cy - 0.03) return true
  const tip = 0.62 // the triangle's point, level with the ring's top
  const middle = cy - radius
  return x >= cx - 0.03 && x <= tip && Math.abs(y - middle) <= ((tip - x) / (tip - cx + 0.03)) * 0.09
}

/** How much of a pixel the symbol covers, 0 to 1, from 8 x 8 samples. `box` is where the symbol lies, in pixels. */
function coverage(px: number, py: number, box: { left: number; top: number; size: number }): number {
  let hits = 0
  for (let i = 0; i < 64; i++) {
    const x = px + ((i % 8) + 0.5) / 8
    const y = py + (Math.floor(i / 8) + 0.5) / 8
    if (inSymbol((x - box.left) / box.size, (y - box.top) / box.size)) hits += 1
  }
  return hits / 64
}

function draw(
  size: number,
  pixel: (x: number, y: number) => readonly [number, number, number, number],
): Image {
  const rgba = new Uint8Array(size * size * 4)
  for (let i = 0; i < size * size; i++) rgba.set(pixel(i % size, Math.floor(i / size)), i * 4)
  return { width: size, height: size, rgba }
}

const mix = (from: number, to: number, share: number) => Math.round(from + (to - from) * share)

/** 192 x 192, square to the corners, the symbol inside the middle 96 x 96. */
export function colorIcon(): Image {
  const box = { left: 48, top: 48, size: 96 }
  return draw(192, (x, y) => {
    const share = coverage(x, y, box)
    const slope = (x + (191 - y)) / 382
    const channel = (i: 0 | 1 | 2) => mix(mix(deep[i], light[i], slope), white[i], share)
    return [channel(0), channel(1), channel(2), 255]
  })
}

/** 32 x 32, white on transparent, no padding. */
export function outlineIcon(): Image {
  return silhouette(white)
}

/** 32 x 32 in colour on transparent, for Outlook and Microsoft 365. */
export function smallColorIcon(): Image {
  return silhouette(accent)
}

/** In colour on transparent, at the sizes that Outlook's ribbon and its list of add-ins show. */
export function addInIcon(size: (typeof addInSizes)[number]): Image {
  return silhouette(accent, size)
}
export const addInSizes = [16, 32, 64, 80, 128] as const

function silhouette([red, green, blue]: Color, size = 32): Image {
  const box = { left: 0, top: 0, size }
  return draw(size, (x, y) => [red, green, blue, Math.round(coverage(x, y, box) * 255)])
}

/** Writes the three files into a folder, and what Outlook loads from the tab's own address beside the tab. */
export function writeIcons(folder: URL, tab: URL): void {
  for (const size of addInSizes) writeFileSync(new URL(`icon-${size}.png`, tab), encodePng(addInIcon(size)))
  const icons = { 'color.png': colorIcon(), 'outline.png': outlineIcon(), 'color32x32.png': smallColorIcon() }
  for (const [name, image] of Object.entries(icons)) writeFileSync(new URL(name, folder), encodePng(image))
}
