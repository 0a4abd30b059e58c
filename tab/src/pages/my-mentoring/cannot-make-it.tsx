/** "I can't make it": one press, no reason asked, and what happens then stands beside it. */
import { Button } from '@fluentui/react-components'
import { useFindAnotherTime, useOfferRepair } from '../../api/enrolment/mentoring.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { MySession } from './pairings.ts'
import { repairStrings } from './repair-strings.ts'

export interface CannotProps {
  session: MySession
  /** The search has begun. */
  asked: (sessionId: string) => void
  size?: 'small' | 'medium'
}

export function CannotMakeIt({ session, asked, size = 'medium' }: CannotProps) {
  const layout = useLayout()
  const t = useText(repairStrings)
  const format = useFormat()
  const ahead = useOfferRepair()
  const again = useFindAnotherTime()
  const offer = session.state === 'missed' ? again : ahead
  const { whyNot } = useWords()
  const verb = session.state === 'planned' && !session.declinedBy ? 'ask' : 'find'
  const day = format.day(session.startsAt)
  return (
    <>
      <Button
        size={size}
        aria-label={t(`${verb}.for`, { number: session.number, day })}
        disabledFocusable={offer.isPending}
        onClick={() => offer.mutate({ id: session.id }, { onSuccess: () => asked(session.id) })}
      >
        {t(verb)}
      </Button>
      {offer.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(offer.error)}
        </p>
      )}
    </>
  )
}
