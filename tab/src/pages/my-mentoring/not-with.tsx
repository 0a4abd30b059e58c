/** "Not with this person": said once, read by the engine alone. Nobody else can see it, and no reason is asked. */
import { useState } from 'react'
import { useBlockPerson } from '../../api/organization/me.ts'
import { ColleagueChoice } from '../../ui/colleague-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { notWithStrings } from './not-with-strings.ts'

export default function NotWith() {
  const layout = useLayout()
  const t = useText(notWithStrings)
  const words = useWords()
  const toasts = useToasts()
  const block = useBlockPerson()
  /** After each choice the search begins anew. */
  const [chosen, setChosen] = useState(0)
  const onError = (fault: Error) => toasts.say(words.whyNot(fault))
  const choose = (personId: string, name: string) =>
    block.mutate(
      { personId },
      {
        onSuccess: () => {
          setChosen((count) => count + 1)
          toasts.say(t('said', { name }), () => block.mutate({ personId, lift: true }, { onError }))
        },
        onError,
      },
    )
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{t('body')}</p>
      <ColleagueChoice
        key={chosen}
        label={t('find')}
        hint={t('hint')}
        none={t('nobody')}
        busy={block.isPending}
        choose={({ id, name }) => choose(id, name)}
        says={({ name }) => t('choose', { name })}
      >
        {(person) => <PersonFace person={person} size={32} />}
      </ColleagueChoice>
    </Panel>
  )
}
