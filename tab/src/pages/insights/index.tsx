/** Insights: what the program did, each figure with how many stand behind it and how it is counted. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Out } from '../../../../bot/contract/index.ts'
import { useMetrics } from '../../api/publishing/metrics.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { figureStrings } from '../../ui/figure-strings.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { saveCsv } from '../../ui/save-file.ts'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { ChallengePanel } from './challenge.tsx'
import { metricsCsv } from './csv.ts'
import { Funnel } from './funnel.tsx'
import { measureStrings } from './measure-strings.ts'
import { pictureStrings } from './picture-strings.ts'
import { useMeasureWords } from './say.ts'
import { strings } from './strings.ts'
import { Tile } from './tile.tsx'
import { WeekChart } from './week-chart.tsx'

/** The words of every form come with it, and only then. */
const Answers = lazy(() => import('./answers.tsx'))
const Pictures = lazy(() => import('./pictures.tsx'))
/** Only for whoever has another Cohort to look at. */
const Compare = lazy(() => import('./compare.tsx'))

type Metrics = Out<'metrics'>

/** These wait for answers; the others for people. */
const aboutAnswers = new Set([
  'hold-kept',
  'sessions-held',
  'contact-hours',
  'have-met',
  'session-value',
  'session-value-mentors',
  'session-value-mentees',
])

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  top: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    gap: tokens.spacingVerticalL,
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
  },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

export default function Insights() {
  const cohortId = useCohort()
  return <Reading query={useMetrics(cohortId)}>{(metrics) => <Page metrics={metrics} />}</Reading>
}

/** Nobody in the program: then "0 of 0" would say nothing. */
function isEmpty({ figures, funnel }: Metrics): boolean {
  return figures.every(({ value }) => value === undefined) && funnel.every(({ value }) => value === undefined)
}

function Page({ metrics }: { metrics: Metrics }) {
  const styles = useStyles()
  const t = useText(strings)
  const { percent, day } = useFormat()
  const words = useWords()
  if (isEmpty(metrics)) return <PageHeader place={t('title')} lead={t('nowNone')} />
  const kept = metrics.figures.find(({ key }) => key === 'hold-kept')
  return (
    <div className={styles.page}>
      <PageHeader
        place={t('title')}
        lead={
          kept?.value === undefined
            ? t('nowEarly', { threshold: metrics.threshold })
            : t('nowKept', { share: words.bound(kept.bound, percent(kept.value / 100)) })
        }
        note={[
          metrics.takenAt ? t('asOf', { day: day(metrics.takenAt) }) : '',
          t('renewed', { day: day(metrics.nextAt), threshold: metrics.threshold }),
          t('note'),
        ].join(' ')}
        action={<Acts metrics={metrics} />}
      />
      <ChallengePanel challenge={metrics.challenge} />
      <div className={styles.top}>
        <Panel title={t('byWeek')}>
          {metrics.keptByWeek.length > 0 ? (
            <WeekChart weeks={metrics.keptByWeek} />
          ) : (
            <p className={styles.note}>{t('byWeekNone', { threshold: metrics.threshold })}</p>
          )}
        </Panel>
        <Panel title={t('funnel')}>
          <Funnel steps={metrics.funnel} />
        </Panel>
      </div>
      <Suspense fallback={null}>
        <Pictures metrics={metrics} />
      </Suspense>
      <Panel title={t('figures')}>
        <Figures metrics={metrics} />
      </Panel>
      {metrics.answers.length > 0 && (
        <Suspense fallback={null}>
          <Answers answers={metrics.answers} threshold={metrics.threshold} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <Compare metrics={metrics} />
      </Suspense>
    </div>
  )
}

/** Where the rows of a measure come from. */
const fromTaking = new Set(['accepted-mentors', 'accepted-mentees', 'leader-coverage', 'acceptance'])
const fromCalendar = new Set(['training', 'agreement', 'placement', 'leader-moved', 'completion', 'finished'])
const inPictures = /^(fate|goal)-/

function Figures({ metrics: { figures, measures, threshold } }: { metrics: Metrics }) {
  const styles = useStyles()
  const t = useText(strings)
  const m = useText(measureStrings)
  const label = useText(figureStrings)
  const words = useMeasureWords()
  const isOpen = usePrinting()
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <Tile
          key={figure.key}
          label={label.maybe(figure.key) ?? figure.key}
          figure={figure}
          why={aboutAnswers.has(figure.key) ? t('notYet', { threshold }) : t('hidden', { threshold })}
          formula={t.maybe(`formula.${figure.key}`) ?? figure.formula}
          source={m(aboutAnswers.has(figure.key) ? 'fromAnswers' : 'fromTaking')}
          isOpen={isOpen}
        />
      ))}
      {measures
        .filter(({ key }) => !inPictures.test(key))
        .map((measure) => (
          <Tile
            key={measure.key}
            label={words.label(measure)}
            figure={measure}
            why={measure.why === 'nothing-yet' ? m('nothing-yet') : t('hidden', { threshold })}
            formula={words.formula(measure)}
            source={m(sourceOf(measure.key))}
            isOpen={isOpen}
          />
        ))}
    </dl>
  )
}

function sourceOf(key: string): 'fromTaking' | 'fromCalendar' | 'fromIdeas' | 'fromAnswers' {
  if (fromTaking.has(key)) return 'fromTaking'
  if (key === 'ideas' || key === 'ideas-ahead') return 'fromIdeas'
  return fromCalendar.has(key) ? 'fromCalendar' : 'fromAnswers'
}

/** True from the moment the browser lays the page out for paper: there nothing can be opened. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

function Acts({ metrics }: { metrics: Metrics }) {
  const styles = useStyles()
  const t = useText(strings)
  return (
    <div className={styles.acts}>
      <Button appearance="subtle" icon={<PrintRegular />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <ExportButton metrics={metrics} />
    </div>
  )
}

function ExportButton({ metrics }: { metrics: Metrics }) {
  const t = useText(strings)
  const m = useText(measureStrings)
  const p = useText(pictureStrings)
  const label = useText(figureStrings)
  const measure = useMeasureWords()
  const { beside, date } = useFormat()
  const words = useWords()
  const toasts = useToasts()
  const save = () => {
    const csv = metricsCsv(metrics, {
      header: [t('measure'), t('value'), t('unit'), t('people'), t('formula')],
      label: (key) => label.maybe(key) ?? measure.label({ key }),
      formula: (row) => t.maybe(`formula.${row.key}`) ?? measure.formula(row),
      stage: (key) => t.maybe(`stage.${key}`) ?? key,
      week: (week) => t('week', { day: date(week) }),
      hidden: t('hidden', { threshold: metrics.threshold }),
      nothingYet: m('nothing-yet'),
      kept: t('kept'),
      bound: (bound, value) => (bound ? words.bound(bound, String(value)) : value),
      place: ({ by, name }) => `${beside(p('coverage'), p(by))}: ${name ?? p('others')}`,
      topic: (side, key) => `${p(side)}: ${words.topic(key)}`,
      challenge: (moment) => `${metrics.challenge.measure}: ${p(moment)}`,
    })
    saveCsv(csv, t('file'))
    toasts.say(t('exported'))
  }
  return (
    <Button icon={<ArrowDownloadRegular />} onClick={save}>
      {t('export')}
    </Button>
  )
}
