/**
 * Proper colouring of the edges of a bipartite graph: no two edges at one node share a colour, and as many colours are
 * used as the busiest node has edges, which is the fewest possible (König 1916). An edge whose ends have no free colour in
 * common gets one after the colours along one alternating path were exchanged; in a bipartite graph that path never comes
 * back to the other end. Afterwards the classes are levelled in the same way until their sizes differ by one at most.
 */

/** By colour: the partner of each node, or -1. */
export type Colouring = Int32Array[]

/** @param edges pairs of nodes, each from one side to the other, none twice; nodes are numbered over both sides. */
export function colourEdges(nodes: number, edges: readonly (readonly [number, number])[]): Colouring {
  const colouring: Colouring = Array.from({ length: busiest(nodes, edges) }, () =>
    new Int32Array(nodes).fill(-1),
  )
  for (const [a, b] of edges) {
    const free = freeColour(colouring, a)
    const other = freeColour(colouring, b)
    if (colouring[free]![b] !== -1) exchange(colouring, pathFrom(colouring, b, free, other), free, other)
    join(colouring[free]!, a, b)
  }
  level(colouring)
  return colouring
}

function busiest(nodes: number, edges: readonly (readonly [number, number])[]): number {
  const degree = new Int32Array(nodes)
  let most = 0
  for (const edge of edges) for (const node of edge) most = Math.max(most, ++degree[node]!)
  return most
}

/** There is always one: a node has no more edges than there are colours. */
function freeColour(colouring: Colouring, node: number): number {
  return colouring.findIndex((partner) => partner[node] === -1)
}

function join(partner: Int32Array, a: number, b: number): void {
  partner[a] = b
  partner[b] = a
}

/** The path of `first` and `second` edges by turns that begins at a node without a `second` edge. */
function pathFrom(colouring: Colouring, start: number, first: number, second: number): number[] {
  const path = [start]
  for (let colour = first, at = start; ; colour = colour === first ? second : first) {
    const next = colouring[colour]![at]!
    if (next < 0) return path
    path.push(next)
    at = next
  }
}

/** What had `first` along the whole path gets `second`, and the other way round. */
function exchange(colouring: Colouring, path: number[], first: number, second: number): void {
  for (const node of path) colouring[first]![node] = colouring[second]![node] = -1
  for (let step = 0; step + 1 < path.length; step++) {
    join(colouring[step % 2 === 0 ? second : first]!, path[step]!, path[step + 1]!)
  }
}

/** A class with two edges more than another has a path that begins and ends with its own colour: exchanged, it gives one away. */
function level(colouring: Colouring): void {
  const size = colouring.map(
    (partner) => partner.reduce((count, other) => count + (other < 0 ? 0 : 1), 0) / 2,
  )
  for (;;) {
    const large = size.indexOf(Math.max(...size))
    const small = size.indexOf(Math.min(...size))
    if (size.length === 0 || size[large]! - size[small]! < 2) return
    exchange(colouring, surplusPath(colouring, large, small), large, small)
    size[large]!--
    size[small]!++
  }
}

function surplusPath(colouring: Colouring, large: number, small: number): number[] {
  const nodes = colouring[large]!.length
  for (let node = 0; node < nodes; node++) {
    if (colouring[large]![node]! < 0 || colouring[small]![node]! >= 0) continue
    const path = pathFrom(colouring, node, large, small)
    if (path.length % 2 === 0) return path
  }
  throw new Error('Two classes of different size always hold a path that can be exchanged.')
}
