/** "Not with this person": said once, read by the engine alone. Nobody else can see it, and no reason is asked. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useDeferredValue, useState } from 'react'
import { useBlockPerson } from '../../api/organization/me.ts'
import { useColleagues } from '../../api/program/assistants.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { notWithStrings } from './not-with-strings.ts'

const useStyles = makeStyles({
  found: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  one: { justifyContent: 'start', width: '100%', maxWidth: '420px', textAlign: 'start' },
})

export default function NotWith() {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(notWithStrings)
  const words = useWords()
  const toasts = useToasts()
  const block = useBlockPerson()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data } = useColleagues(wanted)
  const found = wanted.length >= 3 ? data?.people : undefined
  const onError = (fault: Error) => toasts.say(words.whyNot(fault))
  const choose = (personId: string, name: string) =>
    block.mutate(
      { personId },
      {
        onSuccess: () => {
          setText('')
          toasts.say(t('said', { name }), () => block.mutate({ personId, lift: true }, { onError }))
        },
        onError,
      },
    )
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{t('body')}</p>
      <Field label={t('find')} hint={t('hint')}>
        <Input value={text} autoComplete="off" maxLength={100} onChange={(_, { value }) => setText(value)} />
      </Field>
      <p className={layout.small} role="status">
        {found?.length === 0 && t('nobody')}
      </p>
      {found && found.length > 0 && (
        <ul className={styles.found}>
          {found.map((person) => (
            <li key={person.id}>
              <Button
                className={styles.one}
                appearance="subtle"
                aria-label={t('choose', { name: person.name })}
                disabledFocusable={block.isPending}
                onClick={() => choose(person.id, person.name)}
              >
                <PersonFace person={person} size={32} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
