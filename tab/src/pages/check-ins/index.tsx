/** Check-ins: who needs a word from the Organizer, and why, in facts and counts. */
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { usePlaces } from '../../api/enrolment/places.ts'
import { useCheckIns } from '../../api/meeting/check-ins.ts'
import { hrefOf, useDestination } from '../../navigation.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { isQuiet, Places } from '../../ui/places.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { Concerns, useOpenConcerns } from './concerns.tsx'
import { countElsewhere, Elsewhere } from './elsewhere.tsx'
import { HealthBar } from './health-bar.tsx'
import { PairCard } from './pair-card.tsx'
import type { PairHealth } from './pair-health.ts'
import { PairLine } from './pair-line.tsx'
import { strings } from './strings.ts'

type View = Out<'checkIns'>

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  top: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingVerticalL,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(360px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
})

const Ideas = lazy(() => import('./ideas.tsx'))

export default function CheckIns() {
  const cohortId = useCohort()
  return useDestination().rest === 'ideas' ? <Ideas /> : <AllPairs cohortId={cohortId} />
}

function AllPairs({ cohortId }: { cohortId: string }) {
  return <Reading query={useCheckIns(cohortId)}>{(view) => <Page view={view} cohortId={cohortId} />}</Reading>
}

const urgency: Record<PairHealth['health'], number> = {
  stalled: 0,
  watch: 1,
  'no-word': 2,
  new: 3,
  'on-track': 4,
}

const isAside = ({ asideUntil }: PairHealth) => asideUntil !== undefined

/** What is most urgent first. Silence is never told as health: "nothing to do" takes knowing most of what is over. */
function leadOf({ sessions, pairs }: View, open: number) {
  const count = (health: PairHealth['health']) =>
    pairs.filter((pair) => pair.health === health && pair.suggestion && !isAside(pair)).length
  const { known, over } = sessions
  const of = (many: number) => ({ known, count: many })
  const [stalled, watch, noWord] = [count('stalled'), count('watch'), count('no-word')]
  if (stalled > 0) return { key: 'nowStalled', gaps: of(stalled) } as const
  if (known * 2 < over) return { key: 'nowSilent', gaps: of(over) } as const
  if (watch > 0) return { key: 'nowWatch', gaps: of(watch) } as const
  if (open > 0) return { key: 'nowConcerns', gaps: of(open) } as const
  if (noWord > 0) return { key: 'nowNoWord', gaps: of(noWord) } as const
  return { key: pairs.every(({ health }) => health === 'new') ? 'nowAhead' : 'nowGood', gaps: of(0) } as const
}

function Page({ view, cohortId }: { view: View; cohortId: string }) {
  const styles = useStyles()
  const t = useText(strings)
  const { day } = useFormat()
  const places = usePlaces(cohortId)
  const someWait = places.data !== undefined && !isQuiet(places.data)
  const { counts, pairs, takenAt, nextAt, threshold } = view
  const open = useOpenConcerns(cohortId)
  /** Taken up though nothing is the matter: somebody may have written a mail. */
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set())
  const look = (id: string) => setLooked((before) => new Set([...before, id]))
  const concernsOf = (pair: PairHealth) => open.shown.filter(({ pairing }) => pairing?.id === pair.pairingId)
  const sorted = pairs.toSorted((a, b) => urgency[a.health] - urgency[b.health])
  const needsWork = (pair: PairHealth) => pair.suggestion !== undefined || concernsOf(pair).length > 0
  const isLookedAt = ({ pairingId }: PairHealth) => looked.has(pairingId)
  const isWork = (pair: PairHealth) => isLookedAt(pair) || (needsWork(pair) && !isAside(pair))
  const work = sorted.filter(isWork)
  const aside = sorted.filter((pair) => isAside(pair) && !isWork(pair))
  const others = sorted.filter((pair) => !isAside(pair) && !isWork(pair))
  const known = new Set(pairs.map(({ pairingId }) => pairingId))
  const elsewhere = open.shown.filter(({ pairing }) => !pairing || !known.has(pairing.id))
  if (pairs.length === 0 && elsewhere.length + countElsewhere(view.elsewhere) === 0 && !someWait)
    return (
      <div className={styles.page}>
        <PageHeader place={t('title')} lead={t('nowNone')} />
        <IdeasLink />
      </div>
    )
  const toOffer = places.data?.next ? 1 : 0
  const lead = leadOf(view, open.shown.length + countElsewhere(view.elsewhere) + toOffer)
  return (
    <div className={styles.page}>
      <PageHeader place={t('title')} lead={t(lead.key, lead.gaps)} note={t('note')} />
      <IdeasLink />
      <div className={styles.top}>
        <Panel title={t('health')}>
          <HealthBar counts={counts} />
        </Panel>
        <Panel title={t('answers')}>
          <p className={styles.quiet}>
            {takenAt ? t('answersUpTo', { day: day(takenAt) }) : t('answersNone')}{' '}
            {t('answersNext', { day: day(nextAt), threshold })}
          </p>
        </Panel>
      </div>
      <Elsewhere waiting={view.elsewhere} />
      <Places cohortId={cohortId} />
      {work.length > 0 && <h2 className={styles.heading}>{t('workList', { count: work.length })}</h2>}
      <ul className={styles.list}>
        {work.slice(0, 200).map((pair) => (
          <li key={pair.pairingId}>
            <PairCard pair={pair} concerns={concernsOf(pair)} leave={open.leave} />
          </li>
        ))}
      </ul>
      <Concerns cohortId={cohortId} open={open} shown={elsewhere} isAll={work.length === 0} />
      <Folded pairs={aside} words="aside" look={look} />
      <Folded pairs={[...work.slice(200), ...others]} words="others" look={look} />
    </div>
  )
}

function IdeasLink() {
  const t = useText(strings)
  return (
    <div>
      <Link href={hrefOf('check-ins', 'ideas')}>{t('ideas')}</Link>
    </div>
  )
}

/** Quiet by default: an Organizer with 5,000 pairs reads the work list, not this. */
function Folded({
  pairs,
  words,
  look,
}: {
  pairs: PairHealth[]
  words: 'others' | 'aside'
  look: (pairingId: string) => void
}) {
  const styles = useStyles()
  const t = useText(strings)
  const [open, setOpen] = useState(false)
  if (pairs.length === 0) return null
  return (
    <>
      <h2 className={styles.heading}>{t(`${words}Count`, { count: pairs.length })}</h2>
      <div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t(`${words}Hide`) : t(`${words}Show`)}
        </Button>
      </div>
      {open && (
        <VirtualList
          count={pairs.length}
          rowHeight={76}
          label={t(words)}
          keyOf={(index) => pairs[index]!.pairingId}
          renderRow={(index) => <PairLine pair={pairs[index]!} look={look} />}
        />
      )}
    </>
  )
}
