/** Choosing one person: typing searches the directory, arrow keys and Enter choose. */
import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import type { Face, In } from '../../../bot/contract/index.ts'
import { usePeople } from '../api/organization/people.ts'
import { PersonFace } from './person-face.tsx'

const useStyles = makeStyles({
  root: { position: 'relative' },
  chosen: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  list: {
    position: 'absolute',
    insetInline: 0,
    zIndex: 5,
    maxHeight: '280px',
    overflowY: 'auto',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: tokens.spacingVerticalXS,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  option: { padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, cursor: 'pointer' },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  none: { padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
})

export interface PersonPickerProps {
  label: string
  value: Face | undefined
  onChange: (person: Face | undefined) => void
  /** Says what to type, and what it says when nobody fits or when the choice is to be changed. */
  words: { hint: string; none: string; change: string }
  /** Narrows the search, e.g. `{ cohort, side: 'mentee' }`; everybody in the directory otherwise. */
  within?: Omit<In<'people'>, 'text' | 'after' | 'limit'>
  error?: string | undefined
  required?: boolean
}

export function PersonPicker({ label, value, onChange, words, within, error, required }: PersonPickerProps) {
  const styles = useStyles()
  const field = { label, ...(required ? { required } : {}), ...(error ? { validationMessage: error } : {}) }
  if (value) {
    return (
      <Field {...field}>
        <div className={styles.chosen}>
          <PersonFace person={value} />
          <Button aria-label={`${words.change}: ${label}`} onClick={() => onChange(undefined)}>
            {words.change}
          </Button>
        </div>
      </Field>
    )
  }
  return (
    <Field {...field}>
      <Search words={words} onChange={onChange} within={within ?? { state: 'everyone' }} />
    </Field>
  )
}

/** Gets id and aria attributes from the Field around it. */
function Search({
  words,
  onChange,
  within,
  ...field
}: Pick<PersonPickerProps, 'words' | 'onChange'> & { within: NonNullable<PersonPickerProps['within']> }) {
  const styles = useStyles()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const wanted = useDeferredValue(text.trim())
  const open = wanted.length > 0
  const { data } = usePeople({ ...within, text: wanted, limit: 8 }, open)
  const found = open ? (data?.people ?? []).map(({ person }) => person) : []
  // Where several are chosen one after the other the field stays, and is empty for the next.
  const choose = (person: Face) => {
    setText('')
    onChange(person)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      setActive((active + step + found.length) % found.length)
    }
    if (event.key === 'Escape') setText('')
    if (event.key !== 'Enter' || !found[active]) return
    event.preventDefault()
    choose(found[active])
  }
  return (
    <div className={styles.root}>
      <Input
        {...field}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        placeholder={words.hint}
        value={text}
        style={{ width: '100%' }}
        onChange={(_, { value }) => {
          setText(value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      {open && data && (
        <div id={listId} role="listbox" aria-label={words.hint} className={styles.list}>
          {found.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input above handles the keys
            <div
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              className={mergeClasses(styles.option, index === active && styles.active)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <PersonFace person={person} size={32} />
            </div>
          ))}
          {found.length === 0 && <div className={styles.none}>{words.none}</div>}
        </div>
      )}
    </div>
  )
}
