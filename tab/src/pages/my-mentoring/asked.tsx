/** Somebody would like to be paired with me: who, why the two of us would fit, and two answers of which one is silent. */
import { Button } from '@fluentui/react-components'
import { useAnswerRequest, useMyChoices } from '../../api/preferences/preferences.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'
import type { MyChoices } from './mine.ts'
import { WhyUs } from './why-us.tsx'

type Asked = MyChoices['askedOfMe'][number]

export default function AskedOfMe({ cohortId, requestId }: { cohortId: string; requestId: string }) {
  const { data } = useMyChoices(cohortId)
  const request = data?.askedOfMe.find(({ id }) => id === requestId)
  return request?.state === 'open' ? <Request request={request} /> : null
}

function Request({ request }: { request: Asked }) {
  const layout = useLayout()
  const t = useText(choiceStrings)
  const { day } = useFormat()
  const { person, why, expiresAt } = request
  const { name } = person
  return (
    <Panel title={t('asked.title', { name })}>
      <PersonFace person={person} size={56} />
      <WhyUs parts={why} />
      <p className={layout.quiet}>{t('asked.body', { name, date: day(expiresAt) })}</p>
      <AnswerButtons request={request} />
    </Panel>
  )
}

export function AnswerButtons({ request: { id, person, state } }: { request: Asked }) {
  const layout = useLayout()
  const t = useText(choiceStrings)
  const toasts = useToasts()
  const { whyNot } = useWords()
  const answer = useAnswerRequest()
  const { name } = person
  const say = (said: 'accept' | 'not-now') =>
    answer.mutate(
      { id, answer: said },
      {
        onSuccess: ({ state: now }) => toasts.say(t(now === 'accepted' ? 'said.accepted' : 'said.set-aside')),
      },
    )
  return (
    <div className={layout.row}>
      <Button
        appearance={state === 'open' ? 'primary' : 'secondary'}
        aria-label={t('accept.name', { name })}
        disabledFocusable={answer.isPending}
        onClick={() => say('accept')}
      >
        {t('accept')}
      </Button>
      {state === 'open' && (
        <Button disabledFocusable={answer.isPending} onClick={() => say('not-now')}>
          {t('not-now')}
        </Button>
      )}
      {answer.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(answer.error)}
        </p>
      )}
    </div>
  )
}
