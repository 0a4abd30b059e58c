/** One of very many, found by typing: a field that opens the few that fit, for mouse, keyboard and screen reader. */
import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { unseen } from './unseen.ts'

export interface Found {
  value: string
  /** What stands in the field once it is chosen. */
  text: string
  note?: string | undefined
}

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  box: { minWidth: 0, width: '100%' },
  list: { maxHeight: '320px' },
  option: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  note: { color: 'inherit', fontSize: tokens.fontSizeBase200 },
  said: unseen,
})

interface FindChoiceProps {
  label: string
  hint?: string
  /** The one that is chosen; '' where what is chosen is shown elsewhere. */
  chosen: Found | undefined
  find: (query: string) => Found[]
  choose: (value: string) => void
  none: string
  /** "3 found", read out as somebody types. */
  says: (count: number) => string
}

export function FindChoice({ label, hint, chosen, find, choose, none, says }: FindChoiceProps) {
  const styles = useStyles()
  /** What is being typed; nothing is while the field shows what was chosen. */
  const [query, setQuery] = useState<string>()
  const [open, setOpen] = useState(false)
  const found = open ? find(query ?? '') : []
  return (
    <div>
      <Field label={label} {...(hint ? { hint } : {})} className={styles.field}>
        <Combobox
          className={styles.box}
          listbox={{ className: styles.list }}
          // Otherwise the space of "New York" is a press on what is marked.
          freeform
          autoComplete="off"
          value={query ?? chosen?.text ?? ''}
          selectedOptions={chosen ? [chosen.value] : []}
          open={open}
          onClick={(event) => !open && event.currentTarget.select()}
          onChange={(event) => setQuery(event.target.value)}
          onOpenChange={(_, data) => {
            setOpen(data.open)
            if (!data.open) setQuery(undefined)
          }}
          onOptionSelect={(_, { optionValue }) => {
            // Fluent also tells, without a value, that what is typed is not what was chosen: nothing is chosen by that.
            if (!optionValue) return
            setQuery(undefined)
            choose(optionValue)
          }}
        >
          {found.map(({ value, text, note }) => (
            <Option key={value} value={value} text={text}>
              <span className={styles.option}>
                <span>{text}</span>
                {note && <span className={styles.note}>{note}</span>}
              </span>
            </Option>
          ))}
          {open && found.length === 0 && (
            <Option key="none" value="" text={none} disabled>
              {none}
            </Option>
          )}
        </Combobox>
      </Field>
      <span role="status" className={styles.said}>
        {open && query ? (found.length > 0 ? says(found.length) : none) : ''}
      </span>
    </div>
  )
}
