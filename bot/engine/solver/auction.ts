/**
 * A good start for the exact steps: Bertsekas' auction with prices carried from coarse to fine steps (Bertsekas and
 * Castanon 1989 for people with several places, Castanon 1993 for the reverse part).
 *
 * Every column has slots, each with a price; the column's price is its cheapest slot's. A row that lacks a unit takes
 * the unused arc worth most after prices, and pays for it as much more as makes its second choice equally good, plus
 * `step`. Whoever held the slot must bid again. Columns that were dear in a coarser round and now have an idle slot
 * bid back: they lower the price until a row prefers them, or to 0 (`reverse`).
 *
 * The answer is within `step` of the price conditions of `core.ts`; `tighten` makes them exact and leaves some rows
 * short, which the path search then fills.
 */
import type { Core } from './core.ts'
import { type Auction, type AuctionCounts, reverse } from './reverse-auction.ts'

const BEST = 0
const SECOND = 1
/** Coarsest step as a share of the largest score; the finest that still pays (in scaled points); how fast it falls. */
const FIRST_STEP = 20
const LAST_STEP = 12
const STEP_RATIO = 5
/**
 * With this much room to spare prices hardly ever fight: one round from scratch is enough. Where nearly every unit is
 * somebody's first there is none to spare, however many places there are.
 */
const AMPLE_ROOM = 1.05
const FINE_STEP = 600
/** A round that needs more bids than this is a price war; its prices are good enough to go on with. */
const BIDS_PER_UNIT = 12
const BIDS_FROM_SCRATCH = 20

export function auction(core: Core, counts: AuctionCounts): void {
  const state = newAuction(core)
  const units = state.queue.length - 1
  if (units === 0) return
  if (!fillFromScratch(core, state, counts)) {
    scaleDown(core, state, counts)
    lineUp(core, state, 0)
    forward(core, state, 0, BIDS_PER_UNIT * units, counts)
  }
  tighten(core)
}

/**
 * One round that begins without prices: slots nobody ever bids for stay idle and free of charge, whereas prices from a
 * coarser round would have to come down again wherever a slot stays idle, on long ways when hardly any does. With ample
 * room even without a step, so that prices rise no further than they must; with places for several people by a fine
 * one, which idle columns need too if they have to bid for somebody. False when that is not promising, or was cut off.
 */
function fillFromScratch(core: Core, state: Auction, counts: AuctionCounts): boolean {
  const units = state.queue.length - 1
  const slots = state.slotPrice.length
  const needed = core.must.reduce((sum, must) => sum + must, 0)
  const fine = Math.max(1, Math.floor(core.range / FINE_STEP))
  const isAmple = slots > AMPLE_ROOM * units && units > AMPLE_ROOM * needed
  if (isAmple && round(core, state, needed > 0 ? fine : 0, counts)) return true
  const hasSeveralPlaces = units > core.rows || slots > core.columns
  if (isAmple || slots === units || !hasSeveralPlaces || units <= AMPLE_ROOM * needed) return false
  return round(core, state, fine, counts, BIDS_FROM_SCRATCH)
}

function scaleDown(core: Core, state: Auction, counts: AuctionCounts): void {
  forget(core, state)
  let step = Math.max(1, Math.floor(core.range / FIRST_STEP))
  round(core, state, step, counts)
  while (step > LAST_STEP) {
    step = Math.floor(step / STEP_RATIO)
    round(core, state, step, counts)
  }
}

/** One round at one step; false when it was cut off. */
function round(
  core: Core,
  state: Auction,
  step: number,
  counts: AuctionCounts,
  bidsPerUnit = BIDS_PER_UNIT,
): boolean {
  const budget = bidsPerUnit * (state.queue.length - 1)
  lineUp(core, state, step)
  if (!forward(core, state, step, budget, counts)) return false
  reverse(core, state, step, budget, counts)
  return true
}

function forget(core: Core, state: Auction): void {
  core.used.fill(0)
  core.price.fill(0)
  core.slotArc.fill(-1)
  state.slotPrice.fill(0)
}

function newAuction(core: Core): Auction {
  let units = 0
  const heldFrom = new Int32Array(core.rows + 1)
  for (let i = 0; i < core.rows; i++) {
    units += core.need[i]!
    heldFrom[i + 1] = units
  }
  const slots = core.slotFrom[core.columns]!
  const columnOfSlot = new Int32Array(slots)
  for (let j = 0; j < core.columns; j++) columnOfSlot.fill(j, core.slotFrom[j]!, core.slotFrom[j + 1]!)
  return {
    slotPrice: new Float64Array(slots),
    queue: new Int32Array(units + 1),
    head: 0,
    waiting: 0,
    offer: new Float64Array(2),
    heldFrom,
    held: new Int32Array(units),
    profit: new Float64Array(core.rows),
    columnOfSlot,
    idle: new Int32Array(slots + 1),
  }
}

/** Rows keep what is within `step` of their best choice, let go of the rest, and line up for every unit they lack. */
function lineUp(core: Core, state: Auction, step: number): void {
  const { need } = core
  const { queue } = state
  let waiting = 0
  for (let i = 0; i < core.rows; i++) {
    for (let held = keepGood(core, state, i, step); held < need[i]!; held++) queue[waiting++] = i
  }
  state.head = 0
  state.waiting = waiting
}

/** How many units a row keeps. */
function keepGood(core: Core, { slotPrice, offer }: Auction, i: number, step: number): number {
  const { rowFrom, worth, used, slotArc, slotOf } = core
  let held = 0
  let least = NaN
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    if (used[p] === 0) continue
    if (Number.isNaN(least)) {
      bestUnused(core, i, offer)
      least = offer[BEST]! - step
    }
    const slot = slotOf[p]!
    if (worth[p]! - slotPrice[slot]! >= least) held++
    else {
      used[p] = 0
      slotArc[slot] = -1
    }
  }
  return held
}

/** True when every unit found a place within `budget` bids. */
function forward(core: Core, state: Auction, step: number, budget: number, counts: AuctionCounts): boolean {
  const { queue } = state
  const size = queue.length
  let bids = 0
  while (state.waiting > 0 && bids < budget) {
    const i = queue[state.head]!
    if (++state.head === size) state.head = 0
    state.waiting--
    bids++
    const displaced = bid(core, state, i, step)
    if (displaced < 0) continue
    let tail = state.head + state.waiting
    if (tail >= size) tail -= size
    queue[tail] = displaced
    state.waiting++
  }
  counts.bids += bids
  return state.waiting === 0
}

/** A unit of row i takes the best slot it can get; the row that held the slot, or -1. */
function bid(core: Core, state: Auction, i: number, step: number): number {
  const { column, used, price, row, slotFrom, slotArc, slotOf } = core
  const { slotPrice, offer } = state
  const arc = bestUnused(core, i, offer)
  const raise = offer[SECOND] === -Infinity ? core.range : offer[BEST]! - offer[SECOND]!
  const j = column[arc]!
  const first = slotFrom[j]!
  const last = slotFrom[j + 1]!
  let slot = first
  let other = Infinity
  for (let s = first + 1; s < last; s++) {
    const x = slotPrice[s]!
    if (x < slotPrice[slot]!) {
      other = slotPrice[slot]!
      slot = s
    } else if (x < other) other = x
  }
  const previous = slotArc[slot]!
  if (step === 0 && raise === 0 && previous >= 0) {
    takeEqual(core, state, i, offer[BEST]!)
    return -1
  }
  slotArc[slot] = arc
  slotOf[arc] = slot
  used[arc] = 1
  slotPrice[slot]! += raise + step
  price[j] = Math.min(slotPrice[slot]!, other)
  if (previous < 0) return -1
  used[previous] = 0
  return row[previous]!
}

/** The unused arc worth most to row i after prices, -1 for none; into `offer` goes what it and the next best leave. */
function bestUnused({ rowFrom, column, worth, used, price }: Core, i: number, offer: Float64Array): number {
  let best = -Infinity
  let second = -Infinity
  let arc = -1
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    const x = worth[p]! - price[column[p]!]!
    if (x <= second || used[p] !== 0) continue
    if (x > best) {
      second = best
      best = x
      arc = p
    } else second = x
  }
  offer[BEST] = best
  offer[SECOND] = second
  return arc
}

/** Without a step a tie cannot push anybody out: any equally good idle slot will do, else the paths decide. */
function takeEqual(core: Core, { slotPrice }: Auction, i: number, best: number): void {
  const { rowFrom, column, worth, used, price, slotFrom, slotArc, slotOf } = core
  for (let p = rowFrom[i]!; p < rowFrom[i + 1]!; p++) {
    const j = column[p]!
    if (used[p] || worth[p]! - price[j]! !== best) continue
    for (let s = slotFrom[j]!; s < slotFrom[j + 1]!; s++) {
      if (slotArc[s]! >= 0 || slotPrice[s] !== price[j]) continue
      slotArc[s] = p
      slotOf[p] = s
      used[p] = 1
      return
    }
  }
}

/** Values that no unused arc beats, uses that fall short of them given up, and the loads counted anew. */
export function tighten(core: Core): void {
  const offer = new Float64Array(2)
  core.rowLoad.fill(0)
  core.columnLoad.fill(0)
  core.slotArc.fill(-1)
  for (let i = 0; i < core.rows; i++) tightenRow(core, i, offer)
}

function tightenRow(core: Core, i: number, offer: Float64Array): void {
  const { rowFrom, column, worth, used, price, slotFrom, slotArc, slotOf, columnLoad } = core
  const value = bestUnused(core, i, offer) < 0 ? leastUsed(core, i) : offer[BEST]!
  core.value[i] = value
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    if (used[p] === 0) continue
    const j = column[p]!
    // Whoever takes a price below 0 is the first partner, and the only one.
    if (worth[p]! - price[j]! < value || (price[j]! < 0 && columnLoad[j]! > 0)) {
      used[p] = 0
      slotOf[p] = -1
      continue
    }
    const slot = slotFrom[j]! + columnLoad[j]!++
    slotArc[slot] = p
    slotOf[p] = slot
    core.rowLoad[i]!++
  }
}

function leastUsed({ rowFrom, column, worth, price, used }: Core, i: number): number {
  let least = Infinity
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    if (used[p] !== 0) least = Math.min(least, worth[p]! - price[column[p]!]!)
  }
  return least < Infinity ? least : 0
}
