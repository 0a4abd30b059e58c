/**
 * A list that is saved as it is pressed. Presses while a save is under way wait for it and are then saved as one; the
 * service never gets an older list after a newer one. What could not be saved stays on the screen until it is tried again or
 * given up.
 */
import { useEffect, useRef, useState } from 'react'
import type { Face } from '../../../../bot/contract/index.ts'
import { useSaveRanking } from '../../api/preferences/preferences.ts'

export interface SavedList {
  ranked: readonly Face[]
  change: (next: (list: readonly Face[]) => readonly Face[]) => void
  error: Error | null
  again: () => void
  giveUp: () => void
}

export function useSavedList(cohortId: string, kept: readonly Face[]): SavedList {
  const save = useSaveRanking()
  /** As pressed; nothing once the service has it. */
  const [pressed, setPressed] = useState<readonly Face[]>()
  const now = useRef<readonly Face[]>(kept)
  const underWay = useRef(false)
  const ranked = pressed ?? kept
  useEffect(() => {
    now.current = ranked
  }, [ranked])
  const send = (list: readonly Face[]) => {
    underWay.current = true
    save.mutateAsync({ id: cohortId, personIds: list.map(({ id }) => id) }).then(
      () => {
        underWay.current = false
        if (now.current !== list) send(now.current)
        else setPressed(undefined)
      },
      () => {
        underWay.current = false
      },
    )
  }
  const change: SavedList['change'] = (next) => {
    const list = next(now.current)
    now.current = list
    setPressed(list)
    if (!underWay.current) send(list)
  }
  return {
    ranked,
    change,
    error: save.isPending ? null : save.error,
    again: () => send(now.current),
    giveUp: () => {
      setPressed(undefined)
      save.reset()
    },
  }
}
