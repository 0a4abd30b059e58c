/** People: who takes part and who waits, decided one by one or several at once; the chart they stand in. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode, useDeferredValue, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useNominations } from '../../api/enrolment/nominations.ts'
import { useOrganization, useReadOrganization } from '../../api/organization/organization.ts'
import { usePeople, usePeoplePages } from '../../api/organization/people.ts'
import { Balance } from '../../ui/balance.tsx'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { useMedia } from '../../ui/media.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Places } from '../../ui/places.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useText } from '../../ui/text.tsx'
import { ChartState, OldChart } from './chart-state.tsx'
import { chartStrings } from './chart-strings.ts'
import { ExportPeople } from './export-people.tsx'
import { type Filter, Filters, noFilter } from './filters.tsx'
import { Invitations } from './invitations.tsx'
import { inviteStrings } from './invite-strings.ts'
import { nominationStrings } from './nomination-strings.ts'
import { Nominations } from './nominations.tsx'
import { PeopleList } from './people-list.tsx'
import { strings } from './strings.ts'
import { Unreached } from './unreached.tsx'
import { useDecisions } from './use-decisions.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 1399px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  folded: { order: -1 },
  summary: {
    cursor: 'pointer',
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  panels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    paddingBlock: tokens.spacingVerticalM,
  },
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
})

type PeoplePage = Out<'people'>

export default function People() {
  const styles = useStyles()
  const t = useText(strings)
  const chart = useText(chartStrings)
  const invite = useText(inviteStrings)
  const nominated = useText(nominationStrings)
  const { id } = useCohortChoice()
  const [filter, setFilter] = useState<Filter>(() => ({ ...noFilter, ...(id ? {} : { state: 'everyone' }) }))
  const text = useDeferredValue(filter.text.trim())
  const asked = {
    ...(id ? { cohort: id } : {}),
    state: filter.state,
    ...(filter.side ? { side: filter.side } : {}),
    ...(text ? { text } : {}),
  }
  const query = usePeoplePages({ ...asked, limit: 100 })
  /** The others are the directory, which is not this page's to hand out. */
  const isOfParticipants = filter.state !== 'everyone' && filter.state !== 'not-enrolled'
  const isNarrowed = filter.state !== 'everyone' || filter.side !== undefined
  const isMissed = query.data?.pages[0]?.total === 0 && !query.isPlaceholderData
  const everywhere = usePeople(
    { ...(id ? { cohort: id } : {}), state: 'everyone', text, limit: 5 },
    text !== '' && isNarrowed && isMissed,
  )
  const outside = isMissed && isNarrowed && text ? (everywhere.data?.people ?? []) : []
  const people = query.data?.pages.flatMap((page) => page.people) ?? []
  const decided = useDecisions(people)
  const organization = useOrganization()
  const first = query.data?.pages[0]
  const faults = organization.data?.faultCount ?? 0
  const chartTitle = [t('chart.title'), ...(faults > 0 ? [chart('faults', { count: faults })] : [])].join(
    ' · ',
  )
  const waiting = useNominations(id ?? undefined).data?.waiting ?? 0
  const nominatedTitle = waiting > 0 ? nominated('title.waiting', { count: waiting }) : nominated('title')
  if (query.isError && !first)
    return <ErrorState level={1} error={query.error} retry={() => void query.refetch()} />
  if (!first) return <Loading />
  return (
    <>
      <Header
        counts={{ ...first.counts, applied: Math.max(0, (first.counts['applied'] ?? 0) - decided.decided) }}
        unread={organization.data?.state === 'never'}
        decide={() => setFilter({ ...noFilter, state: 'applied' })}
      />
      {organization.data && <OldChart organization={organization.data} />}
      <Unreached cohortId={id} />
      <Places cohortId={id ?? undefined} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Filters filter={filter} change={setFilter} counts={first.counts} isCohort={Boolean(id)} />
          {id && first.total > 0 && isOfParticipants && <ExportPeople query={asked} />}
          <PeopleList
            people={people}
            cohortId={id ?? undefined}
            decided={decided}
            total={first.total}
            more={
              query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined
            }
            loadingMore={query.isFetchingNextPage}
            clear={() =>
              setFilter(outside.length > 0 ? { ...noFilter, state: 'everyone', text: filter.text } : noFilter)
            }
            elsewhere={outside}
          />
        </div>
        <Aside>
          {[
            ...(id
              ? [
                  { key: 'nominations', title: nominatedTitle, content: <Nominations cohortId={id} /> },
                  { key: 'invitations', title: invite('title'), content: <Invitations cohortId={id} /> },
                ]
              : []),
            {
              key: 'chart',
              title: chartTitle,
              content: <ChartState query={organization} />,
            },
            {
              key: 'balance',
              title: t('balance.title'),
              content: (
                <Panel title={t('balance.title')}>
                  <Balance balance={first.balance} />
                </Panel>
              ),
            },
          ]}
        </Aside>
      </div>
    </>
  )
}

/** Beside the list where there is room; else folded above it, because a list of thousands has no reachable end. */
function Aside({ children }: { children: { key: string; title: string; content: ReactNode }[] }) {
  const styles = useStyles()
  const roomy = useMedia('(min-width: 1400px)')
  const parts = children.map(({ key, title, content }) => (
    <Fragment key={key}>
      {roomy ? (
        content
      ) : (
        <details>
          <summary className={styles.summary}>{title}</summary>
          <div className={styles.panels}>{content}</div>
        </details>
      )}
    </Fragment>
  ))
  return <div className={roomy ? styles.stack : styles.folded}>{parts}</div>
}

function Header({
  counts,
  unread,
  decide,
}: {
  counts: PeoplePage['counts']
  unread: boolean
  decide: () => void
}) {
  const t = useText(strings)
  const frame = useText(frameStrings)
  const read = useReadOrganization()
  const place = frame('place.people')
  const waiting = counts['applied'] ?? 0
  const enrolled = counts['enrolled'] ?? 0
  if (unread) {
    return (
      <PageHeader
        place={place}
        lead={t('lead.unread')}
        note={t('unread.body')}
        action={
          <Button appearance="primary" disabledFocusable={read.isPending} onClick={() => read.mutate({})}>
            {t('act.read')}
          </Button>
        }
      />
    )
  }
  if (waiting > 0) {
    return (
      <PageHeader
        place={place}
        lead={t('lead.waiting', { count: waiting })}
        action={
          <Button appearance="primary" onClick={decide}>
            {t('act.decide')}
          </Button>
        }
      />
    )
  }
  return enrolled > 0 ? (
    <PageHeader place={place} lead={t('lead.none', { count: counts['approved'] ?? 0 })} />
  ) : (
    <PageHeader place={place} lead={t('lead.empty')} note={t('empty.body')} />
  )
}
