/** What I asked, in the only words there are for it: waiting, wanted by both, or no answer. */
import { Button } from '@fluentui/react-components'
import { useWithdrawRequest } from '../../api/preferences/preferences.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'
import type { MyChoices } from './mine.ts'

export function MyRequest({ request }: { request: MyChoices['asked'][number] }) {
  const layout = useLayout()
  const t = useText(choiceStrings)
  const { day } = useFormat()
  const toasts = useToasts()
  const { whyNot } = useWords()
  const withdraw = useWithdrawRequest()
  const { id, person, state, expiresAt } = request
  const { name } = person
  const takeBack = () =>
    withdraw.mutate(
      { id },
      {
        onSuccess: () => toasts.say(t('request.withdrawn')),
        onError: (fault) => toasts.say(whyNot(fault)),
      },
    )
  return (
    <Panel title={t('request.title', { name })}>
      <div className={layout.between}>
        <PersonFace person={person} />
        {state === 'waiting' && (
          <Button disabledFocusable={withdraw.isPending} onClick={takeBack}>
            {t('request.withdraw')}
          </Button>
        )}
      </div>
      <p className={layout.text} role="status">
        {state === 'waiting' && t('request.waiting', { date: day(expiresAt) })}
        {state === 'accepted' && t('request.accepted', { name })}
        {state === 'left-open' && t('said.left-open')}
        {state === 'no-answer' && t('request.no-answer')}
      </p>
    </Panel>
  )
}
