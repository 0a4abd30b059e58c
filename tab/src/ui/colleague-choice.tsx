/** A colleague by name, from three letters on; what pressing one does is the caller's. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useDeferredValue, useState } from 'react'
import type { Out } from '../../../bot/contract/index.ts'
import { useColleagues } from '../api/program/assistants.ts'

export type Colleague = Out<'findColleague'>['people'][number]

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  found: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  one: { justifyContent: 'start', width: '100%', maxWidth: '420px', textAlign: 'start' },
})

const inWords = ({ name, jobTitle }: Colleague) => [name, jobTitle].filter(Boolean).join(' · ')

export function ColleagueChoice({
  label,
  hint,
  none,
  busy,
  choose,
  says,
  children = inWords,
}: {
  label: string
  hint: string
  none: string
  busy: boolean
  choose: (person: Colleague) => void
  /** What a press does, where what the button shows does not say it. */
  says?: (person: Colleague) => string
  children?: (person: Colleague) => ReactNode
}) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data } = useColleagues(wanted)
  const found = wanted.length >= 3 ? data?.people : undefined
  return (
    <>
      <Field label={label} hint={hint}>
        <Input value={text} autoComplete="off" maxLength={100} onChange={(_, { value }) => setText(value)} />
      </Field>
      <p className={styles.note} role="status">
        {found?.length === 0 && none}
      </p>
      {found && found.length > 0 && (
        <ul className={styles.found}>
          {found.map((person) => (
            <li key={person.id}>
              <Button
                className={styles.one}
                appearance={says ? 'subtle' : 'secondary'}
                disabledFocusable={busy}
                onClick={() => choose(person)}
                {...(says ? { 'aria-label': says(person) } : {})}
              >
                {children(person)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
