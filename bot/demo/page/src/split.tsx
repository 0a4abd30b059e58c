import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import type { Address } from './address.ts'

interface SplitProps {
  label: string
  /** Which side shows when there is room for one only. */
  front: Address['pane']
  left: ReactNode
  right: ReactNode
}

const LEAST = 30
const MOST = 75
const within = (share: number) => Math.min(MOST, Math.max(LEAST, share))

/** Two panes with a divider that follows the pointer and the arrow keys. */
export function Split({ label, front, left, right }: SplitProps) {
  const [share, setShare] = useState(58)
  const [isDragged, setIsDragged] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const isRtl = () => getComputedStyle(box.current!).direction === 'rtl'
  const drag = ({ clientX, buttons }: PointerEvent) => {
    if (buttons !== 1 || !box.current) return
    const { left: edge, width } = box.current.getBoundingClientRect()
    const part = ((clientX - edge) / width) * 100
    setShare(within(isRtl() ? 100 - part : part))
  }
  const nudge = (event: KeyboardEvent) => {
    const towards = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!towards) return
    event.preventDefault()
    setShare(within(share + towards * (isRtl() ? -4 : 4)))
  }
  return (
    <div
      ref={box}
      className={`split front-${front}${isDragged ? ' is-dragged' : ''}`}
      style={{ ['--share' as string]: `${share}%` }}
    >
      <div className="split-side split-teams">{left}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the window splitter of ARIA */}
      <div
        className="divider"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(share)}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onKeyDown={nudge}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setIsDragged(true)
        }}
        onPointerMove={drag}
        onPointerUp={() => setIsDragged(false)}
      />
      <div className="split-side split-outlook">{right}</div>
    </div>
  )
}
