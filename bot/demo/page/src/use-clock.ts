/** Moves the tenant's clock, one move at a time, and says how it went: a clock that stays must not do so silently. */
import { useState } from 'react'
import { act } from './tenant-api.ts'
import type { Word } from './words.ts'

export type Move = { days: number } | { next: 'session' }

export async function moveClock(how: Move): Promise<Word | undefined> {
  try {
    const { moved } = await act<{ moved: boolean }>('clock', how)
    return moved ? undefined : 'clockNone'
  } catch {
    return 'clockFailed'
  }
}

export function useClock() {
  const [note, setNote] = useState<Word>()
  const isMoving = note === 'clockMoving'
  const move = (how: Move) => {
    if (isMoving) return
    setNote('clockMoving')
    void moveClock(how).then(setNote)
  }
  return { note, isMoving, move }
}
