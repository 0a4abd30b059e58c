/** A leader names somebody who may move their Sessions, and takes it back. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useDeferredValue, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useColleagues, useMyDelegate, useNameDelegate } from '../../api/program/assistants.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { assistantStrings } from './assistant-strings.ts'
import { useLayout } from './layout.ts'

type Colleague = NonNullable<Out<'myDelegate'>['delegate']>

const useStyles = makeStyles({
  found: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  one: { justifyContent: 'start', width: '100%', maxWidth: '420px', textAlign: 'start' },
})

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
        <Finder choose={set} pending={name.isPending} />
      )}
      {name.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(name.error)}
        </p>
      )}
    </Panel>
  )
}

function Finder({ choose, pending }: { choose: (person: Colleague) => void; pending: boolean }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(assistantStrings)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data } = useColleagues(wanted)
  const found = wanted.length >= 3 ? data?.people : undefined
  return (
    <>
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
                disabledFocusable={pending}
                onClick={() => choose(person)}
              >
                <PersonFace person={person} size={32} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
