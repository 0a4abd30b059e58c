/** What waits for me, most urgent first: answered in place, never on another page. */
import { Badge, Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useUpdateEnrolment } from '../../api/enrolment/mentoring.ts'
import { useNow } from '../../ui/now.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { CheckIn } from './check-in.tsx'
import { useLayout } from './layout.ts'
import { repairsOf } from './repair-facts.ts'
import { strings } from './strings.ts'
import type { TakingProps } from './taking-part.tsx'

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
      return <NewRules key="ground-rules" participant={participant} cohort={cohort} />
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
    return <CheckIn key={session.id} session={session} partner={pairing.partner} />
  })
}

function NewRules({ participant, cohort }: Pick<TakingProps, 'participant' | 'cohort'>) {
  const layout = useLayout()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const update = useUpdateEnrolment()
  const { version, items, changed } = cohort.groundRules
  const accept = () => {
    const { state: _, pausedUntil: __, cohortId: ___, ...details } = participant
    update.mutate(
      { ...details, acceptedGroundRules: version },
      { onSuccess: () => toasts.say(t('rules.accepted')) },
    )
  }
  return (
    <Panel title={t('rules.changed')}>
      <p className={layout.quiet}>{t('rules.changed.body')}</p>
      <ul className={layout.list}>
        {items.map((item) => (
          <li key={item}>
            {item}
            {changed?.added.includes(item) && (
              <>
                {' '}
                <Badge appearance="tint">{t('rules.new')}</Badge>
              </>
            )}
          </li>
        ))}
      </ul>
      {changed && changed.dropped.length > 0 && (
        <>
          <p className={layout.quiet}>{t('rules.dropped')}</p>
          <ul className={layout.list}>
            {changed.dropped.map((item) => (
              <li key={item}>
                <s>{item}</s>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={layout.row}>
        <Button appearance="primary" disabledFocusable={update.isPending} onClick={accept}>
          {t('rules.accept')}
        </Button>
        {update.isError && (
          <p className={layout.fault} role="alert">
            {words.whyNot(update.error)}
          </p>
        )}
      </div>
    </Panel>
  )
}
