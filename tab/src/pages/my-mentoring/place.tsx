/** From the waiting list: a place is offered to me, and I say whether I want it. */
import { Button } from '@fluentui/react-components'
import { useAnswerPlace } from '../../api/enrolment/places.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastDay } from '../../ui/places.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import { placeStrings } from './place-strings.ts'

export default function Place({ place: { offerId, until } }: { place: NonNullable<Mine['place']> }) {
  const layout = useLayout()
  const t = useText(placeStrings)
  const { day } = useFormat()
  const toasts = useToasts()
  const { whyNot } = useWords()
  const answer = useAnswerPlace()
  const say = (said: 'take' | 'no-thanks') =>
    answer.mutate(
      { offerId, answer: said },
      {
        onSuccess: ({ state }) =>
          toasts.say(t(state === 'taken' || state === 'declined' ? `said.${state}` : 'said.gone')),
      },
    )
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{t('body', { day: day(lastDay(until)) })}</p>
      <div className={layout.row}>
        <Button appearance="primary" disabledFocusable={answer.isPending} onClick={() => say('take')}>
          {t('take')}
        </Button>
        <Button disabledFocusable={answer.isPending} onClick={() => say('no-thanks')}>
          {t('no-thanks')}
        </Button>
        {answer.isError && (
          <p className={layout.fault} role="alert">
            {whyNot(answer.error)}
          </p>
        )}
      </div>
    </Panel>
  )
}
