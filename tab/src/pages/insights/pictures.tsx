/** What happened, to look at: what became of Sessions, growth, topics, and where leaders have a partner. Loaded with the page. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { type BarRow, BarTable } from './bar-table.tsx'
import { pictureStrings } from './picture-strings.ts'
import { type Measure, useMeasureWords, useWrite } from './say.ts'
import { strings } from './strings.ts'

type Metrics = Out<'metrics'>
type Shown = Metrics['topics'][number]['offered']

const topOfScale = 5
const whole = 100

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    gap: tokens.spacingVerticalL,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export default function Pictures({ metrics }: { metrics: Metrics }) {
  const styles = useStyles()
  return (
    <div className={styles.grid}>
      <Fates measures={metrics.measures} />
      <Growth measures={metrics.measures} />
      <Topics metrics={metrics} />
      <CoverageByPlace metrics={metrics} />
    </div>
  )
}

/** "20 people or more", or nothing. */
function usePeople(): (n: number | undefined) => string | undefined {
  const t = useText(strings)
  const { number } = useFormat()
  return (n) => (n === undefined ? undefined : t('n', { n: number(n) }))
}

function Fates({ measures }: { measures: readonly Measure[] }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const { percent } = useFormat()
  const words = useWords()
  const { label } = useMeasureWords()
  const write = useWrite()
  const people = usePeople()
  const fates = measures.filter(({ key }) => key.startsWith('fate-'))
  const obstacle = measures.find(({ key }) => key === 'obstacle')
  const isKnown = fates.some(({ value }) => value !== undefined)
  return (
    <Panel title={t('fates')}>
      {isKnown ? (
        <BarTable
          caption={t('fates')}
          head={[t('fate'), t('share')]}
          max={whole}
          rows={fates.map((one) => ({
            label: label(one),
            cells: [{ value: one.value, said: saidOf(one, write, t('tooFew')) }],
            people: people(one.n),
          }))}
        />
      ) : (
        <p className={styles.note}>{t('fatesNone')}</p>
      )}
      {obstacle?.value !== undefined && obstacle.option !== undefined && (
        <p className={styles.note}>
          {t('obstacle', {
            what: words.obstacle(obstacle.option),
            share: words.bound(obstacle.bound, percent(obstacle.value / 100)),
          })}
        </p>
      )}
    </Panel>
  )
}

function saidOf(one: Measure, write: ReturnType<typeof useWrite>, tooFew: string): string {
  return one.value === undefined ? tooFew : write({ ...one, value: one.value })
}

function Growth({ measures }: { measures: readonly Measure[] }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const { number } = useFormat()
  const goalOf = (moment: string, side: string) =>
    measures.find(({ key }) => key === `goal-${moment}-${side}`)
  const cell = (moment: string, side: string) => {
    const value = goalOf(moment, side)?.value
    const tenths = (one: number) => number(one, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    const said =
      value === undefined ? t('tooFew') : t('goalOf', { value: tenths(value), most: number(topOfScale) })
    return { value, said }
  }
  const rows: BarRow[] = (['start', 'middle', 'end'] as const).map((moment) => ({
    label: t(moment),
    cells: [cell(moment, 'mentors'), cell(moment, 'mentees')],
  }))
  const isKnown = rows.some(({ cells }) => cells.some(({ value }) => value !== undefined))
  return (
    <Panel title={t('growth')}>
      {isKnown ? (
        <BarTable
          caption={t('growth')}
          head={[t('when'), t('mentors'), t('mentees')]}
          max={topOfScale}
          rows={rows}
        />
      ) : (
        <p className={styles.note}>{t('growthNone')}</p>
      )}
    </Panel>
  )
}

function Topics({ metrics: { topics, threshold } }: { metrics: Metrics }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const { number } = useFormat()
  const words = useWords()
  const cell = ({ value, bound }: Shown) => ({
    value,
    said: value === undefined ? t('tooFew') : words.bound(bound, number(value)),
  })
  const top = Math.max(1, ...topics.flatMap(({ offered, wanted }) => [offered.value ?? 0, wanted.value ?? 0]))
  return (
    <Panel title={t('topics')}>
      {topics.length > 0 ? (
        <BarTable
          caption={t('topics')}
          head={[t('topic'), t('offered'), t('wanted')]}
          max={top}
          rows={topics.map(({ topic, offered, wanted }) => ({
            label: words.topic(topic),
            cells: [cell(offered), cell(wanted)],
          }))}
        />
      ) : (
        <p className={styles.note}>{t('topicsNone', { threshold })}</p>
      )}
    </Panel>
  )
}

function CoverageByPlace({ metrics: { coverage, threshold } }: { metrics: Metrics }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const { percent } = useFormat()
  const words = useWords()
  const people = usePeople()
  const row = ({ name, value, bound, n }: Metrics['coverage'][number]): BarRow => ({
    label: name ?? t('others'),
    cells: [{ value, said: value === undefined ? t('tooFew') : words.bound(bound, percent(value / 100)) }],
    people: people(n),
  })
  const kinds = (['unit', 'office'] as const).filter((by) => coverage.some((one) => one.by === by))
  return (
    <Panel title={t('coverage')}>
      {kinds.length === 0 && <p className={styles.note}>{t('coverageNone', { threshold })}</p>}
      {kinds.map((by) => (
        <BarTable
          key={by}
          caption={t(by)}
          isCaptionSeen
          head={[t('place'), t('share')]}
          max={whole}
          rows={coverage.filter((one) => one.by === by).map(row)}
        />
      ))}
    </Panel>
  )
}
