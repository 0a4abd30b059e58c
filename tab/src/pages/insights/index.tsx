/** Insights: what the program did, each figure with how many stand behind it and how it is counted. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, EyeOffRegular } from '@fluentui/react-icons'
import { lazy, Suspense } from 'react'
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
import { metricsCsv } from './csv.ts'
import { Funnel } from './funnel.tsx'
import { strings } from './strings.ts'
import { WeekChart } from './week-chart.tsx'

/** The words of every form come with it, and only then. */
const Answers = lazy(() => import('./answers.tsx'))

type Metrics = Out<'metrics'>
type Figure = Metrics['figures'][number]

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
  figure: { display: 'flex', flexDirection: 'column', gap: '2px' },
  label: { fontWeight: tokens.fontWeightSemibold },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  hidden: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
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
        action={<ExportButton metrics={metrics} />}
      />
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
      <Panel title={t('figures')}>
        <dl className={styles.figures}>
          {metrics.figures.map((figure) => (
            <FigureView key={figure.key} figure={figure} threshold={metrics.threshold} />
          ))}
        </dl>
      </Panel>
      {metrics.answers.length > 0 && (
        <Suspense fallback={null}>
          <Answers answers={metrics.answers} threshold={metrics.threshold} />
        </Suspense>
      )}
    </div>
  )
}

function FigureView({ figure, threshold }: { figure: Figure; threshold: number }) {
  const styles = useStyles()
  const t = useText(strings)
  const label = useText(figureStrings)
  const write = useWrite()
  const { number } = useFormat()
  const { key, value, n } = figure
  const why = aboutAnswers.has(key) ? t('notYet', { threshold }) : t('hidden', { threshold })
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label.maybe(key) ?? key}</dt>
      <dd className={mergeClasses(styles.value, value === undefined && styles.hidden)}>
        {value === undefined ? (
          <>
            <EyeOffRegular aria-hidden /> {why}
          </>
        ) : (
          write(figure)
        )}
      </dd>
      {value !== undefined && n !== undefined && <dd className={styles.note}>{t('n', { n: number(n) })}</dd>}
      <dd className={styles.note}>{t.maybe(`formula.${key}`) ?? figure.formula}</dd>
    </div>
  )
}

function useWrite(): (figure: Figure) => string {
  const t = useText(strings)
  const { number, percent } = useFormat()
  const short = (value: number) => number(value, { maximumFractionDigits: 1 })
  const words = useWords()
  return ({ value = 0, unit, bound }) => words.bound(bound, plain(value, unit))

  function plain(value: number, unit: Figure['unit']): string {
    if (unit === 'percent') return percent(value / 100)
    if (unit === 'hours') return t('hours', { value: short(value) })
    // Beside each other, 4 and 3.5 would look like two kinds of figures.
    const tenths = number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    return unit === 'score' ? t('outOf', { value: tenths }) : short(value)
  }
}

function ExportButton({ metrics }: { metrics: Metrics }) {
  const t = useText(strings)
  const label = useText(figureStrings)
  const { date } = useFormat()
  const words = useWords()
  const toasts = useToasts()
  const save = () => {
    const csv = metricsCsv(metrics, {
      header: [t('measure'), t('value'), t('unit'), t('people'), t('formula')],
      label: (key) => label.maybe(key) ?? key,
      stage: (key) => t.maybe(`stage.${key}`) ?? key,
      week: (week) => t('week', { day: date(week) }),
      hidden: t('hidden', { threshold: metrics.threshold }),
      kept: t('kept'),
      bound: (bound, value) => (bound ? words.bound(bound, String(value)) : value),
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
