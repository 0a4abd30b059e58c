/** What an Organizer does on the board: each act says what happened and offers the way back instead of asking first. */
import type { Out } from '../../../../bot/contract/index.ts'
import { useSetWish, useSwapPairings } from '../../api/pairing/board.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { BoardPairing } from './arrange.ts'
import { strings } from './strings.ts'

export type Wish = 'pin' | 'forbid' | 'clear'
type Two = Pick<BoardPairing, 'mentor' | 'mentee'>
type Wishes = Out<'board'>['wishes']

export interface BoardActs {
  wish(pair: Two, kind: Wish, before: Wish): void
  /** The two exchange their Mentees. */
  swap(one: BoardPairing, other: BoardPairing): void
  busy: boolean
}

export function useBoardActs(cohortId: string, wishes: Wishes): BoardActs {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const setWish = useSetWish()
  const swapPairings = useSwapPairings()
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

  /** A swap pins both new pairs, and so does the way back: who was not pinned before the first is unpinned after it. */
  async function swapBack(one: BoardPairing, other: BoardPairing): Promise<void> {
    await swapPairings.mutateAsync({ id: cohortId, first: one.id, second: other.id })
    await unpinAgain([one, other].filter(({ pinned }) => !pinned)).then(
      () => toasts.say(t('swappedBack')),
      (fault: Error) => toasts.say(t('swappedBackPinned', { why: words.whyNot(fault) })),
    )
  }

  async function unpinAgain(pairs: Two[]): Promise<void> {
    for (const { mentor, mentee } of pairs) {
      const kind = isForbidden(wishes, mentor.id, mentee.id) ? 'forbid' : 'clear'
      await setWish.mutateAsync({ id: cohortId, mentorId: mentor.id, menteeId: mentee.id, kind })
    }
  }

  function swap(one: BoardPairing, other: BoardPairing): void {
    swapPairings.mutate(
      { id: cohortId, first: one.id, second: other.id },
      {
        onSuccess: () =>
          toasts.say(t('swapped', { first: one.mentor.name, second: other.mentor.name }), () => {
            swapBack(one, other).catch(failed)
          }),
        onError: failed,
      },
    )
  }

  return { wish, swap, busy: setWish.isPending || swapPairings.isPending }
}

function isForbidden(wishes: Wishes, mentorId: string, menteeId: string): boolean {
  return wishes.some(
    ({ mentor, mentee, kind }) => kind === 'forbid' && mentor.id === mentorId && mentee.id === menteeId,
  )
}
