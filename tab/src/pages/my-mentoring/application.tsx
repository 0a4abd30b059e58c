/** Four questions for whoever wants to teach, where the Program has applications read. */
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { screeningWords } from '../../../../bot/words/screening.ts'
import { applicationQuestions, useApplication, useSendApplication } from '../../api/enrolment/screening.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'

type Answers = NonNullable<Out<'application'>['sent']>['answers']
const empty: Answers = { motive: '', dismissed: '', report: '', cancels: '' }

export default function Application({ cohortId }: { cohortId: string }) {
  const { data } = useApplication(cohortId)
  if (!data?.isAsked) return null
  return <Questions key={data.sent?.at ?? ''} cohortId={cohortId} mine={data} />
}

function Questions({ cohortId, mine }: { cohortId: string; mine: Out<'application'> }) {
  const layout = useLayout()
  const t = useText(screeningWords)
  const { whyNot } = useWords()
  const toasts = useToasts()
  const sending = useSendApplication()
  const [answers, setAnswers] = useState<Answers>(mine.sent?.answers ?? empty)
  const isWhole = applicationQuestions.every((question) => answers[question].trim() !== '')
  const send = () =>
    sending.mutate({ id: cohortId, answers }, { onSuccess: () => toasts.say(t('ask.thanks')) })
  return (
    <Panel title={t('ask.title')}>
      <p className={layout.text}>{t(!mine.sent ? 'ask.lead' : mine.isOpen ? 'ask.sent' : 'ask.final')}</p>
      {applicationQuestions.map((question) => (
        <Field key={question} label={t(`question.${question}`)}>
          <Textarea
            value={answers[question]}
            maxLength={1000}
            rows={3}
            readOnly={!mine.isOpen}
            onChange={(_, { value }) => setAnswers((before) => ({ ...before, [question]: value }))}
          />
        </Field>
      ))}
      <p className={layout.small}>{t('ask.readers')}</p>
      {mine.isOpen && (
        <div className={layout.row}>
          <Button appearance="primary" disabledFocusable={!isWhole || sending.isPending} onClick={send}>
            {t(mine.sent ? 'ask.change' : 'ask.send')}
          </Button>
        </div>
      )}
      {sending.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(sending.error)}
        </p>
      )}
    </Panel>
  )
}
