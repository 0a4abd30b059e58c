/** Applications of those who want to teach: reviewers read each alone, and whoever decides sees where they differ. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { screeningWords } from '../../../../bot/words/screening.ts'
import { useApplications } from '../../api/enrolment/screening.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { ApplicationCard } from './application-card.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
})

export default function Applications() {
  const query = useApplications(useCohort())
  return <Reading query={query}>{(view) => <Page view={view} />}</Reading>
}

function Page({ view }: { view: Out<'applications'> }) {
  const styles = useStyles()
  const t = useText(screeningWords)
  const { applications, isScreened, mayDecide, others, more, toRead } = view
  const count = mayDecide ? applications.length + more : toRead
  const lead = count === 0 ? t('lead.none') : t(mayDecide ? 'lead.all' : 'lead.some', { count })
  return (
    <>
      <PageHeader place={t('title')} lead={lead} note={t(isScreened ? 'note.alone' : 'note.off')} />
      <div className={styles.list}>
        {applications.map((one) => (
          <ApplicationCard key={one.participantId} one={one} mayDecide={mayDecide} />
        ))}
        {more > 0 && <p className={styles.note}>{t('note.more', { count: more })}</p>}
        {others > 0 && <p className={styles.note}>{t('note.own')}</p>}
      </div>
    </>
  )
}
