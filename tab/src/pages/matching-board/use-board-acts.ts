/** What an Organizer does on the board: each act says what happened and offers the way back instead of asking first. */
import { useSetWish, useSwapPairings, useUndoSwap } from '../../api/pairing/board.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { BoardPairing } from './arrange.ts'
import { strings } from './strings.ts'
import { swapStrings } from './swap-strings.ts'

export type Wish = 'pin' | 'forbid' | 'clear'
type Two = Pick<BoardPairing, 'mentor' | 'mentee'>

export interface BoardActs {
  wish(pair: Two, kind: Wish, before: Wish): void
  /** The two exchange their Mentees. */
  swap(one: BoardPairing, other: BoardPairing): void
  /** Takes back an exchange by its number. */
  undoSwap(change: number): void
  busy: boolean
}

export function useBoardActs(cohortId: string): BoardActs {
  const t = useText(strings)
  const swaps = useText(swapStrings)
  const words = useWords()
  const toasts = useToasts()
  const setWish = useSetWish()
  const swapPairings = useSwapPairings()
  const takeBack = useUndoSwap()
  const failed = (fault: Error) => toasts.say(t('failed', { why: words.whyNot(fault) }))
  const pairOf = ({ mentor, mentee }: Two) => t('pairOf', { mentor: mentor.name, mentee: mentee.name })

  function wish(pair: Two, kind: Wish, before: Wish): void {
    setWish.mutate(
      { id: cohortId, mentorId: pair.mentor.id, menteeId: pair.mentee.id, kind },
      {
        onSuccess: () => {
          const said = { pin: 'pinnedDone', forbid: 'forbidDone', clear: 'wishCleared' } as const
          toasts.say(t(said[kind], { pair: pairOf(pair) }), () => wish(pair, before, kind))
        },
        onError: failed,
      },
    )
  }

  /** The way back is by the exchange's number: pins stand again as they did, and the board counts it no more. */
  function undoSwap(change: number): void {
    takeBack.mutate(
      { id: cohortId, change },
      { onSuccess: () => toasts.say(swaps('undone')), onError: failed },
    )
  }

  function swap(one: BoardPairing, other: BoardPairing): void {
    swapPairings.mutate(
      { id: cohortId, first: one.id, second: other.id },
      {
        onSuccess: ({ change }) =>
          toasts.say(
            t('swapped', { first: one.mentor.name, second: other.mentor.name }),
            change === undefined ? undefined : () => undoSwap(change),
          ),
        onError: failed,
      },
    )
  }

  return {
    ...{ wish, swap, undoSwap },
    busy: setWish.isPending || swapPairings.isPending || takeBack.isPending,
  }
}
