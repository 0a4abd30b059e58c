/** What waits for me, most urgent first: answered in place, never on another page. */
import { lazy, Suspense } from 'react'
import { useNow } from '../../ui/now.tsx'
import { Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import type { TakingProps } from './mine.ts'
import { repairsOf } from './repair-facts.ts'
import { strings } from './strings.ts'

const CheckIn = lazy(() => import('./check-in.tsx').then((file) => ({ default: file.CheckIn })))
const NewRules = lazy(() => import('./new-rules.tsx'))
const AskForm = lazy(() => import('./ask-form.tsx'))
const AskedOfMe = lazy(() => import('./asked.tsx'))
const RepairPanel = lazy(() => import('./repair.tsx'))

export interface WaitingProps extends Omit<TakingProps, 'edit'> {
  /** The Session whose new times were just asked for. */
  asked: string | undefined
}

export function Waiting(props: WaitingProps) {
  return (
    <>
      <NewTimes {...props} />
      <Answers {...props} />
    </>
  )
}

/** A Session without a time comes before questions about one that is over. */
function NewTimes({ mine, cohort, asked }: WaitingProps) {
  const t = useText(strings)
  const now = useNow()
  const organizer = cohort.organizer?.name ?? t('the-organizer')
  return repairsOf(mine.pairings, now).map((repairing) => (
    <Suspense key={repairing.session.id} fallback={<Loading />}>
      <RepairPanel {...repairing} organizer={organizer} arriving={repairing.session.id === asked} />
    </Suspense>
  ))
}

function Answers({ mine, participant, cohort }: WaitingProps) {
  return mine.waiting.map((item) => {
    if (item.kind === 'request') {
      return (
        <Suspense key={item.requestId} fallback={null}>
          <AskedOfMe cohortId={cohort.id} requestId={item.requestId ?? ''} />
        </Suspense>
      )
    }
    if (item.kind === 'ground-rules') {
      return (
        <Suspense key="ground-rules" fallback={<Loading />}>
          <NewRules participant={participant} cohort={cohort} />
        </Suspense>
      )
    }
    if (item.kind === 'ask') {
      const ask = mine.asks.find(({ key }) => key === item.askKey)
      return ask ? (
        <Suspense key={ask.key} fallback={<Loading />}>
          <AskForm ask={ask} />
        </Suspense>
      ) : null
    }
    const pairing = mine.pairings.find(({ id, sessions }) =>
      item.pairingId ? id === item.pairingId : sessions.some((session) => session.id === item.sessionId),
    )
    const session = pairing?.sessions.find(({ id }) => id === item.sessionId)
    if (!pairing || !session) return null
    return (
      <Suspense key={session.id} fallback={<Loading />}>
        <CheckIn session={session} partner={pairing.partner} />
      </Suspense>
    )
  })
}
