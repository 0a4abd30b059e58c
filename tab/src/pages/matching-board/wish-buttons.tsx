/** Pin and Rule out for any two people, and the way back from each; the next run keeps to it. */
import { Button } from '@fluentui/react-components'
import { PinOffRegular, PinRegular, ProhibitedRegular } from '@fluentui/react-icons'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { useText } from '../../ui/text.tsx'
import { strings } from './strings.ts'
import type { BoardActs, Wish } from './use-board-acts.ts'

interface Props {
  pair: { mentor: Face; mentee: Face }
  now: Wish
  acts: BoardActs
}

export function WishButtons({ pair, now, acts }: Props) {
  const t = useText(strings)
  const pinned = now === 'pin'
  const forbidden = now === 'forbid'
  return (
    <>
      <Button
        icon={pinned ? <PinOffRegular /> : <PinRegular />}
        disabled={acts.busy}
        onClick={() => acts.wish(pair, pinned ? 'clear' : 'pin', now)}
      >
        {t(pinned ? 'unpin' : 'pin')}
      </Button>
      <Button
        icon={<ProhibitedRegular />}
        disabled={acts.busy}
        onClick={() => acts.wish(pair, forbidden ? 'clear' : 'forbid', now)}
      >
        {t(forbidden ? 'allowAgain' : 'forbid')}
      </Button>
    </>
  )
}

/** What the Organizer, or the two themselves, said of this pair. */
export function wishOf(wishes: Out<'board'>['wishes'], mentorId: string, menteeId: string): Wish {
  return (
    wishes.find(({ mentor, mentee }) => mentor.id === mentorId && mentee.id === menteeId)?.kind ?? 'clear'
  )
}
