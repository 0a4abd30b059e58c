/** Binary heap of (key, item) pairs with the smallest key on top; stale entries are the caller's to skip. */
export interface Heap {
  keys: Float64Array
  items: Int32Array
  size: number
}

export function newHeap(room = 1024): Heap {
  return { keys: new Float64Array(room), items: new Int32Array(room), size: 0 }
}

export function pushHeap(heap: Heap, key: number, item: number): void {
  if (heap.size === heap.keys.length) growHeap(heap)
  const { keys, items } = heap
  let i = heap.size++
  while (i > 0) {
    const parent = (i - 1) >> 1
    if (keys[parent]! <= key) break
    keys[i] = keys[parent]!
    items[i] = items[parent]!
    i = parent
  }
  keys[i] = key
  items[i] = item
}

/** Removes the top, which the caller has read from `keys[0]` and `items[0]`. */
export function popHeap(heap: Heap): void {
  const { keys, items } = heap
  const n = --heap.size
  const key = keys[n]!
  const item = items[n]!
  let i = 0
  for (;;) {
    let child = 2 * i + 1
    if (child >= n) break
    if (child + 1 < n && keys[child + 1]! < keys[child]!) child++
    if (keys[child]! >= key) break
    keys[i] = keys[child]!
    items[i] = items[child]!
    i = child
  }
  keys[i] = key
  items[i] = item
}

function growHeap(heap: Heap): void {
  const keys = new Float64Array(2 * heap.size)
  const items = new Int32Array(2 * heap.size)
  keys.set(heap.keys)
  items.set(heap.items)
  heap.keys = keys
  heap.items = items
}
