import { chanceOf, share } from '../company/chance.ts'
import type { DemoPerson } from '../company.ts'
import { personOr404 } from './directory.ts'
import { type Call, type GraphAnswer, GraphRefusal, ok } from './exchange.ts'
import { type Painter, paintPng } from './png.ts'

type Colour = readonly [number, number, number]

const SIZES = [48, 64, 96, 120, 240, 360, 432, 504, 648]
const BACKGROUNDS: [Colour, Colour][] = [
  [
    [205, 226, 243],
    [150, 190, 222],
  ],
  [
    [252, 225, 206],
    [240, 185, 150],
  ],
  [
    [221, 238, 214],
    [165, 205, 155],
  ],
  [
    [236, 220, 245],
    [196, 165, 220],
  ],
  [
    [253, 239, 200],
    [240, 205, 125],
  ],
  [
    [210, 240, 236],
    [140, 200, 195],
  ],
  [
    [250, 215, 225],
    [230, 160, 180],
  ],
  [
    [226, 228, 236],
    [170, 176, 195],
  ],
]
const SKINS: Colour[] = [
  [255, 220, 190],
  [241, 194, 160],
  [224, 172, 130],
  [198, 140, 95],
  [160, 105, 68],
  [115, 74, 48],
  [82, 52, 36],
]
const HAIRS: Colour[] = [
  [40, 30, 28],
  [70, 45, 30],
  [110, 70, 40],
  [165, 110, 60],
  [205, 165, 100],
  [120, 120, 125],
  [150, 60, 35],
]
const DARK_HAIRS: Colour[] = [
  [30, 24, 24],
  [55, 38, 30],
  [120, 120, 125],
]
const CLOTHES: Colour[] = [
  [46, 84, 130],
  [120, 60, 100],
  [40, 110, 100],
  [175, 85, 60],
  [70, 75, 90],
  [200, 150, 60],
  [95, 110, 60],
  [225, 225, 230],
]

const cache = new Map<string, Buffer>()
const CACHED = 2000

/** GET .../photo/$value and .../photos/{size}/$value: an abstract portrait, or 404 for those who have none. */
export function getPhoto(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const size = call.params['size'] ? sizeOf(call.params['size']) : 240
  if (!hasPhoto(call, person)) throw noPhoto()
  const key = `${person.id}:${size}`
  const known = cache.get(key) ?? paintPng(size, portrait(person))
  if (cache.size >= CACHED) cache.delete(cache.keys().next().value!)
  cache.set(key, known)
  return ok(known, { 'Content-Type': 'image/png', ETag: `"${person.id.slice(0, 8)}"` })
}

/** One in eight has none; everybody whom the page plays has one. */
function hasPhoto(call: Call, person: DemoPerson): boolean {
  return Object.values(call.state.company.personas).includes(person.id) || share(`photo:${person.id}`) >= 0.12
}

function sizeOf(text: string): number {
  const size = Number(/^(\d+)x\1$/i.exec(text)?.[1])
  if (!SIZES.includes(size)) throw noPhoto()
  return size
}

function noPhoto(): GraphRefusal {
  return new GraphRefusal(
    404,
    'ImageNotFound',
    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
  )
}

/** Head and shoulders in a few flat shapes; the same person always looks the same. */
function portrait(person: DemoPerson): Painter {
  const chance = chanceOf(`portrait:${person.id}`)
  const [light, dark] = chance.pick(BACKGROUNDS)
  const skin = chance.pick(SKINS)
  const shade = mix(skin, [60, 30, 30], 0.16)
  const hair = chance.pick(SKINS.indexOf(skin) >= 4 ? DARK_HAIRS : HAIRS)
  const cloth = chance.pick(CLOTHES)
  const style = chance.int(5)
  const glasses = chance.happens(0.25)
  const wide = 0.165 + chance.float() * 0.02
  const collar = chance.happens(0.5)
  const inside = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1
  return (x, y) => {
    const head = inside(x, y, 0.5, 0.42, wide, 0.215)
    if (glasses && head && onGlasses(x, y)) return [50, 50, 58]
    if (head && !fringe(style, x, y)) return inside(x, y, 0.47, 0.41, wide * 0.93, 0.21) ? skin : shade
    if (hairAround(style, x, y, wide, inside)) return hair
    if (Math.abs(x - 0.5) < 0.068 && y > 0.55 && y < 0.72 + 0.04 * (1 - Math.abs(x - 0.5) * 14)) return shade
    if (collar && y > 0.68 && y < 0.8 && Math.abs(x - 0.5) < (0.8 - y) * 0.75)
      return mix(cloth, [255, 255, 255], 0.55)
    if (inside(x, y, 0.5, 1.02, 0.37, 0.34)) return x > 0.62 ? mix(cloth, [20, 20, 40], 0.12) : cloth
    return mix(light, dark, Math.min(1, (x * 0.3 + y) / 1.2))
  }
}

function fringe(style: number, x: number, y: number): boolean {
  const across = x - 0.5
  if (style === 0) return y < 0.29 + across * 0.18
  if (style === 1) return y < 0.305 - across * across
  if (style === 2) return y < 0.27 + Math.abs(across) * 0.35
  if (style === 3) return y < 0.245
  return y < 0.3 - across * 0.2
}

type Inside = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) => boolean

/** Short, round, long, bun, bob. */
function hairAround(style: number, x: number, y: number, wide: number, inside: Inside): boolean {
  const cap = inside(x, y, 0.5, 0.36, wide + 0.028, 0.195) && y < 0.43
  if (style === 1) return inside(x, y, 0.5, 0.33, wide + 0.075, 0.205) && y < 0.5
  if (style === 2) return cap || (inside(x, y, 0.5, 0.5, wide + 0.06, 0.32) && y < 0.74 && y > 0.3)
  if (style === 3) return cap || inside(x, y, 0.5, 0.155, 0.075, 0.065)
  if (style === 4) return cap || (inside(x, y, 0.5, 0.43, wide + 0.055, 0.25) && y < 0.57)
  return cap
}

function onGlasses(x: number, y: number): boolean {
  const ring = (cx: number) => Math.abs(Math.hypot(x - cx, y - 0.41) - 0.052) < 0.008
  return ring(0.43) || ring(0.57) || (Math.abs(x - 0.5) < 0.02 && Math.abs(y - 0.405) < 0.006)
}

function mix(a: Colour, b: Colour, part: number): Colour {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part]
}
