/** Which Cohort the organizer's places show. Loaded only where there is a choice. */
import { Field, makeStyles, Select } from '@fluentui/react-components'
import { useCohortChoice } from './cohort.tsx'
import { frameStrings } from './strings.ts'
import { useText } from './text.tsx'

const useStyles = makeStyles({
  /** A name as long as it likes ends where the menu does. */
  choice: { minWidth: 0, '& select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' } },
})

export default function CohortChoice() {
  const styles = useStyles()
  const t = useText(frameStrings)
  const { id, all, choose } = useCohortChoice()
  return (
    <Field className={styles.choice} label={t('cohort')}>
      <Select value={id ?? ''} onChange={(_, { value }) => choose(value)}>
        {all.map((cohort) => (
          <option key={cohort.id} value={cohort.id}>
            {cohort.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
