/** Which Cohort the organizer's places show. Loaded only where there is a choice. */
import { Select } from '@fluentui/react-components'
import { useCohortChoice } from './cohort.tsx'
import { frameStrings } from './strings.ts'
import { useText } from './text.tsx'

export default function CohortChoice() {
  const t = useText(frameStrings)
  const { id, all, choose } = useCohortChoice()
  return (
    <Select aria-label={t('cohort')} value={id ?? ''} onChange={(_, { value }) => choose(value)}>
      {all.map((cohort) => (
        <option key={cohort.id} value={cohort.id}>
          {cohort.name}
        </option>
      ))}
    </Select>
  )
}
