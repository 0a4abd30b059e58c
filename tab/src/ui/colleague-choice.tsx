/** A colleague by name, from three letters on; what pressing one does is the caller's. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useDeferredValue, useState } from 'react'
import { useColleagues } from '../api/program/assistants.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  found: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  one: { justifyContent: 'start', width: '100%', textAlign: 'start' },
})

export function ColleagueChoice({
  label,
  hint,
  none,
  busy,
  choose,
}: {
  label: string
  hint: string
  none: string
  busy: boolean
  choose: (person: { id: string; name: string }) => void
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
              <Button className={styles.one} disabledFocusable={busy} onClick={() => choose(person)}>
                {[person.name, person.jobTitle].filter(Boolean).join(' · ')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
