/**
 * The reverse part of the auction (Castanon 1993): slots that stayed idle at a price bid for rows. A slot takes the row
 * that gains most by it, at the price that makes its second choice equally good; the row gives up the slot it gains
 * least by, which may have to bid in turn. A slot nobody gains by is free of charge, unless its column must not go
 * without a partner.
 */
import type { Core } from './core.ts'

export interface AuctionCounts {
  bids: number
  returns: number
}

export interface Auction {
  slotPrice: Float64Array
  /** Rows that lack a unit, once per unit; a ring. */
  queue: Int32Array
  head: number
  waiting: number
  /** What the best unused arc of the row at hand leaves after prices, and the second best. */
  offer: Float64Array
  /** Slots held by a row: `heldSlot[heldFrom[i]]` ... for multi-place rows, -1 for none. */
  heldFrom: Int32Array
  held: Int32Array
  profit: Float64Array
  columnOfSlot: Int32Array
  idle: Int32Array
}

export function reverse(
  core: Core,
  state: Auction,
  step: number,
  budget: number,
  counts: AuctionCounts,
): void {
  const {
    worth,
    used,
    price,
    slotFrom,
    slotArc,
    slotOf,
    columnFrom,
    columnArc,
    columnRow,
    columnWorth,
    column,
    must,
    need,
  } = core
  const { slotPrice, profit, columnOfSlot, idle } = state
  let head = 0
  let waiting = 0
  const size = idle.length
  for (let s = 0; s < slotPrice.length; s++) {
    if (slotArc[s]! >= 0) continue
    const j = columnOfSlot[s]!
    if (slotPrice[s]! > 0 || (must[j] && s === slotFrom[j]! && isWithout(core, j))) idle[waiting++] = s
  }
  if (waiting === 0) return
  const worstArc = worstHeld(core, state)
  let returns = 0
  while (waiting > 0 && returns < budget) {
    const s = idle[head]!
    if (++head === size) head = 0
    waiting--
    returns++
    const j = columnOfSlot[s]!
    let best = -Infinity
    let second = -Infinity
    let arc = -1
    let i = -1
    for (let x = columnFrom[j]!, end = columnFrom[j + 1]!; x < end; x++) {
      const gain = columnWorth[x]! - profit[columnRow[x]!]!
      if (gain <= second) continue
      const p = columnArc[x]!
      if (used[p] !== 0) continue
      if (gain > best) {
        second = best
        best = gain
        i = columnRow[x]!
        arc = p
      } else second = gain
    }
    const isMust = must[j] === 1 && isWithout(core, j)
    if (best <= step && !isMust) {
      slotPrice[s] = 0
      price[j] = 0
      continue
    }
    const given = worstArc[i]!
    const free = slotOf[given]!
    used[given] = 0
    slotArc[free] = -1
    used[arc] = 1
    slotArc[s] = arc
    slotOf[arc] = s
    slotPrice[s] = Math.max(isMust ? Math.min(0, best - step) : 0, second - step)
    let least = slotPrice[slotFrom[j]!]!
    for (let t = slotFrom[j]! + 1; t < slotFrom[j + 1]!; t++) if (slotPrice[t]! < least) least = slotPrice[t]!
    price[j] = least
    if (need[i] === 1) {
      worstArc[i] = arc
      profit[i] = worth[arc]! - slotPrice[s]!
    } else reviewHeld(core, state, i, given, arc, worstArc)
    if (slotPrice[free]! > 0 || (must[column[given]!] && isWithout(core, column[given]!))) {
      let tail = head + waiting
      if (tail >= size) tail -= size
      idle[tail] = free
      waiting++
    }
  }
  counts.returns += returns
}

function isWithout({ slotFrom, slotArc }: Core, j: number): boolean {
  for (let s = slotFrom[j]!; s < slotFrom[j + 1]!; s++) if (slotArc[s]! >= 0) return false
  return true
}

/** Arcs held by each row, and for each row the one it would give up first. */
function worstHeld(core: Core, { heldFrom, held, profit, slotPrice }: Auction): Int32Array {
  const { slotArc, row, worth } = core
  const filled = new Int32Array(core.rows)
  const worst = new Int32Array(core.rows).fill(-1)
  profit.fill(Infinity)
  for (let s = 0; s < slotArc.length; s++) {
    const p = slotArc[s]!
    if (p < 0) continue
    const i = row[p]!
    held[heldFrom[i]! + filled[i]!++] = p
    const left = worth[p]! - slotPrice[s]!
    if (left >= profit[i]!) continue
    profit[i] = left
    worst[i] = p
  }
  return worst
}

function reviewHeld(
  core: Core,
  state: Auction,
  i: number,
  given: number,
  arc: number,
  worst: Int32Array,
): void {
  const { heldFrom, held, profit, slotPrice } = state
  const { worth, slotOf } = core
  profit[i] = Infinity
  for (let h = heldFrom[i]!; h < heldFrom[i + 1]!; h++) {
    if (held[h] === given) held[h] = arc
    const p = held[h]!
    const left = worth[p]! - slotPrice[slotOf[p]!]!
    if (left >= profit[i]!) continue
    profit[i] = left
    worst[i] = p
  }
}
