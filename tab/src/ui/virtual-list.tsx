/**
 * A list that renders only the rows in sight, whatever scrolls around it. Rows have one height. The row that holds the
 * focus stays rendered, arrow keys, Home and End move between rows.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

export interface VirtualListProps {
  count: number
  /** Pixels. */
  rowHeight: number
  label: string
  /** Rows known to exist, when more than are loaded. */
  total?: number
  renderRow: (index: number) => ReactNode
  keyOf?: (index: number) => string
  /** The last loaded rows are near. */
  onNearEnd?: () => void
}

interface Range {
  from: number
  to: number
}

const spare = 8

export function VirtualList({
  count,
  rowHeight,
  label,
  total,
  renderRow,
  keyOf,
  onNearEnd,
}: VirtualListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [range, setRange] = useState<Range>({ from: 0, to: 30 })
  const [remembered, setRemembered] = useState<{ index: number; key: string }>()
  const measure = useCallback(() => {
    if (!list.current) return
    const { top } = list.current.getBoundingClientRect()
    const from = Math.max(0, Math.floor(-top / rowHeight) - spare)
    const to = Math.ceil((innerHeight - top) / rowHeight) + spare
    setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [rowHeight])
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows change what is in sight
  useLayoutEffect(measure, [measure, count])
  useEffect(() => {
    addEventListener('scroll', measure, { capture: true, passive: true })
    addEventListener('resize', measure)
    return () => {
      removeEventListener('scroll', measure, { capture: true })
      removeEventListener('resize', measure)
    }
  }, [measure])
  const to = Math.min(count, range.to)
  useEffect(() => {
    if (count > 0 && to > count - spare) onNearEnd?.()
  }, [to, count, onNearEnd])

  const keyAt = (index: number) => keyOf?.(index) ?? String(index)
  const focused = remembered && placeOf(remembered, count, keyAt)
  const setFocused = (index: number | undefined) =>
    setRemembered(index === undefined || index >= count ? undefined : { index, key: keyAt(index) })
  const indexes = Array.from({ length: Math.max(0, to - range.from) }, (_, i) => range.from + i)
  if (focused !== undefined && !indexes.includes(focused)) indexes.push(focused)
  const move = (event: KeyboardEvent) => {
    const target = { ArrowDown: (focused ?? -1) + 1, ArrowUp: (focused ?? 1) - 1, Home: 0, End: count - 1 }[
      event.key
    ]
    if (target === undefined || target < 0 || target >= count || isTyping(event.target)) return
    event.preventDefault()
    setFocused(target)
    requestAnimationFrame(() => focusRow(list.current, target))
  }
  return (
    <ul
      ref={list}
      aria-label={label}
      onKeyDown={move}
      onFocus={(event) => setFocused(rowOf(event.target))}
      style={{ position: 'relative', height: count * rowHeight, margin: 0, padding: 0, listStyle: 'none' }}
    >
      {indexes.map((index) => (
        <li
          key={keyAt(index)}
          data-row={index}
          aria-setsize={total ?? count}
          aria-posinset={index + 1}
          style={{ position: 'absolute', insetInline: 0, top: index * rowHeight, height: rowHeight }}
        >
          {renderRow(index)}
        </li>
      ))}
    </ul>
  )
}

/** Where the row with the focus is now: rows change places when the list is sorted or answered anew. */
function placeOf(
  { index, key }: { index: number; key: string },
  count: number,
  keyAt: (index: number) => string,
): number | undefined {
  if (index < count && keyAt(index) === key) return index
  for (let i = 0; i < count; i++) if (keyAt(i) === key) return i
  return undefined
}

function rowOf(element: EventTarget): number | undefined {
  const row = (element as Element).closest('[data-row]')?.getAttribute('data-row')
  return row === null || row === undefined ? undefined : Number(row)
}

function focusRow(list: HTMLElement | null, index: number): void {
  const row = list?.querySelector(`[data-row="${index}"]`)
  const target = row?.querySelector<HTMLElement>('a, button, input, select, [tabindex]')
  target?.focus({ preventScroll: true })
  row?.scrollIntoView?.({ block: 'nearest' })
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
}
