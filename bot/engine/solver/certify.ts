/** Prices and half-units of the solved core, given back to the people they belong to. */
import type { Certificate } from '../certificate.ts'
import type { Graph } from './bipartite.ts'
import type { Core, Places, Room } from './core.ts'
import { FIRST, OVER, type Split, UNDER } from './dulmage-mendelsohn.ts'

export function certify(graph: Graph, core: Core, places: Places, parts: Split, open: Room): Certificate {
  const { roomMentor, roomMentee } = open
  // A column that uses every arc it has may carry a price in the core and yet have places nobody can fill: the price
  // serves nothing there, since no arc is left that it would have to keep unused.
  const priced = (at: number, room: number) => {
    if (at >= 0) return core.value[at]!
    const load = core.columnLoad[~at]!
    if (room === load) return core.price[~at]!
    return core.must[~at] && load === 1 ? Math.min(0, core.price[~at]!) : 0
  }
  const turns = (part: number, column: number) =>
    part & FIRST ? ((part & (OVER | UNDER)) === column ? -1 : 1) : 0
  const { mentorPart, menteePart } = parts
  const certificate = {
    scale: core.scale,
    halfMentor: Uint8Array.from(mentorPart, (part) => (part & OVER ? 0 : part & UNDER ? 2 : 1)),
    halfMentee: Uint8Array.from(menteePart, (part) => (part & OVER ? 2 : part & UNDER ? 0 : 1)),
    turnMentor: Int8Array.from(mentorPart, (part) => turns(part, OVER)),
    turnMentee: Int8Array.from(menteePart, (part) => turns(part, UNDER)),
    priceMentor: Float64Array.from(places.ofMentor, (at, i) => priced(at, roomMentor[i]!)),
    priceMentee: Float64Array.from(places.ofMentee, (at, j) => priced(at, roomMentee[j]!)),
  }
  coverSpent(graph, parts, certificate, roomMentor, roomMentee)
  return certificate
}

/**
 * Edges to people whose places are all given away never entered the core. Such a person's price costs nothing, so it
 * is raised until it covers them.
 */
function coverSpent(
  { u, v, w }: Graph,
  { mentorPart, menteePart }: Split,
  { priceMentor, priceMentee, scale }: Certificate,
  roomMentor: Int32Array,
  roomMentee: Int32Array,
): void {
  if (!roomMentor.includes(0) && !roomMentee.includes(0)) return
  for (let e = 0; e < u.length; e++) {
    const i = u[e]!
    const j = v[e]!
    if (mentorPart[i] !== menteePart[j] || (roomMentor[i] !== 0 && roomMentee[j] !== 0)) continue
    const lack = scale * w[e]! - priceMentor[i]! - priceMentee[j]!
    if (lack <= 0) continue
    if (roomMentor[i] === 0) priceMentor[i]! += lack
    else priceMentee[j]! += lack
  }
}
