/** Ways out, each explained in words before it happens and each with a way back. No dialog interrupts. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useEndPairing, useLeaveEnrolment } from '../../api/enrolment/mentoring.ts'
import { Panel } from '../../ui/panel.tsx'
import { Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import type { MyPairing } from './pairings.ts'
import { strings } from './strings.ts'

/** Form fields are not needed before somebody asks for them. */
const PauseForm = lazy(() => import('./pause-form.tsx'))
const TalkFirst = lazy(async () => ({ default: (await import('./who-runs.tsx')).TalkFirst }))

type Asking = { act: 'pause' } | { act: 'leave' } | { act: 'end'; pairing: MyPairing }

interface OptionsProps {
  participant: NonNullable<Mine['participant']>
  cohortId: string
  pairings: MyPairing[]
  now: Date
}

export default function Options({ participant, cohortId, pairings, now }: OptionsProps) {
  const layout = useLayout()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const [asking, setAsking] = useState<Asking>()
  const leave = useLeaveEnrolment()
  const end = useEndPairing()
  const onError = (fault: Error) => toasts.say(words.whyNot(fault))
  const stop = () => setAsking(undefined)
  return (
    <Panel title={t('options.title')}>
      {asking === undefined && (
        <div className={layout.row}>
          {participant.state === 'approved' && (
            <Button onClick={() => setAsking({ act: 'pause' })}>{t('options.pause')}</Button>
          )}
          {pairings.map((pairing) => (
            <Button key={pairing.id} appearance="subtle" onClick={() => setAsking({ act: 'end', pairing })}>
              {t('options.end')}
              {pairings.length > 1 && `: ${pairing.partner.name}`}
            </Button>
          ))}
          <Button appearance="subtle" onClick={() => setAsking({ act: 'leave' })}>
            {t('options.leave')}
          </Button>
        </div>
      )}
      {asking?.act === 'pause' && (
        <Suspense fallback={<Loading />}>
          <PauseForm participantId={participant.id} now={now} stop={stop} />
        </Suspense>
      )}
      {(asking?.act === 'end' || asking?.act === 'leave') && (
        <Suspense fallback={null}>
          <TalkFirst cohortId={cohortId} />
        </Suspense>
      )}
      {asking?.act === 'leave' && (
        <Confirm
          body={t(pairings.length > 0 ? 'options.leave.body' : 'options.leave.alone')}
          act={t('options.confirm.leave')}
          stop={stop}
          go={() => toasts.soon(t('soon.left'), () => leave.mutate({ id: participant.id }, { onError }))}
        />
      )}
      {asking?.act === 'end' && (
        <Confirm
          body={t('options.end.body', { name: asking.pairing.partner.name })}
          act={t('options.confirm.end')}
          stop={stop}
          go={() =>
            toasts.soon(t('soon.ended', { name: asking.pairing.partner.name }), () =>
              end.mutate({ id: asking.pairing.id }, { onError }),
            )
          }
        />
      )}
    </Panel>
  )
}

function Confirm({ body, act, go, stop }: { body: string; act: string; go: () => void; stop: () => void }) {
  const layout = useLayout()
  const t = useText(strings)
  return (
    <>
      <p className={layout.text} role="status">
        {body}
      </p>
      <div className={layout.row}>
        <Button autoFocus onClick={stop}>
          {t('options.keep')}
        </Button>
        <Button
          onClick={() => {
            go()
            stop()
          }}
        >
          {act}
        </Button>
      </div>
    </>
  )
}
