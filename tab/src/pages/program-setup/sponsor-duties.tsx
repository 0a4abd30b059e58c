/** What the Sponsor does for a Cohort: when, and whether somebody has said that it was done. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { dateWords } from '../../../../bot/words/dates.ts'
import { useTickDuty } from '../../api/program/cohorts.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'

type Cohort = Out<'cohort'>

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  duty: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  what: { display: 'grid' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  date: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export function SponsorDuties({ cohort }: { cohort: Cohort }) {
  const styles = useStyles()
  const t = useText(dateWords)
  return (
    <>
      <p className={styles.quiet}>{t('duties.note')}</p>
      <ul className={styles.list}>
        {cohort.duties.map((duty) => (
          <Duty key={duty.duty} cohort={cohort} duty={duty} />
        ))}
      </ul>
    </>
  )
}

function Duty({
  cohort,
  duty: { duty, on, isDue, doneAt },
}: {
  cohort: Cohort
  duty: Cohort['duties'][number]
}) {
  const styles = useStyles()
  const t = useText(dateWords)
  const format = useFormat()
  const tick = useTickDuty()
  const toasts = useToasts()
  const words = useWords()
  const name = useId()
  const isOpen = cohort.stage !== 'draft' && cohort.stage !== 'closed'
  const press = () =>
    tick.mutate(
      { id: cohort.id, duty, isDone: doneAt === undefined },
      { onError: (fault) => toasts.say(words.whyNot(fault)) },
    )
  return (
    <li className={styles.duty}>
      <span className={styles.what}>
        <span id={name}>{t(`duty.${duty}`)}</span>
        <span className={styles.date}>
          {doneAt ? t('duties.done', { date: format.date(doneAt) }) : format.date(on)}
        </span>
      </span>
      {isDue && (
        <Badge appearance="tint" color="warning">
          {t('duties.late')}
        </Badge>
      )}
      {cohort.may.tickDuty && isOpen && (
        <Button
          size="small"
          appearance={doneAt ? 'subtle' : 'secondary'}
          aria-describedby={name}
          disabledFocusable={tick.isPending}
          onClick={press}
        >
          {t(doneAt ? 'duties.untick' : 'duties.tick')}
        </Button>
      )}
    </li>
  )
}
