/** A leader names somebody who may move their Sessions, and takes it back. */
import { Button } from '@fluentui/react-components'
import { useMyDelegate, useNameDelegate } from '../../api/program/assistants.ts'
import { type Colleague, ColleagueChoice } from '../../ui/colleague-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { assistantStrings } from './assistant-strings.ts'
import { useLayout } from './layout.ts'

export default function Assistant() {
  const layout = useLayout()
  const t = useText(assistantStrings)
  const words = useWords()
  const toasts = useToasts()
  const { data } = useMyDelegate()
  const name = useNameDelegate()
  if (!data) return null
  const { delegate } = data
  const set = (person: Colleague | null) =>
    name.mutate(
      { personId: person?.id ?? null },
      { onSuccess: () => toasts.say(person ? t('said.named', { name: person.name }) : t('said.removed')) },
    )
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{delegate ? t('named', { name: delegate.name }) : t('none')}</p>
      {delegate ? (
        <div className={layout.between}>
          <PersonFace person={delegate} />
          <Button disabledFocusable={name.isPending} onClick={() => set(null)}>
            {t('remove')}
          </Button>
        </div>
      ) : (
        <ColleagueChoice
          label={t('find')}
          hint={t('hint')}
          none={t('nobody')}
          busy={name.isPending}
          choose={set}
          says={(person) => t('choose', { name: person.name })}
        >
          {(person) => <PersonFace person={person} size={32} />}
        </ColleagueChoice>
      )}
      {name.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(name.error)}
        </p>
      )}
    </Panel>
  )
}
