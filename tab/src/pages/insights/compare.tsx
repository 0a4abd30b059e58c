/** Two Cohorts side by side, each with the figures as its own page says them: whoever reads this one asks for the other. */
import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useMetrics } from '../../api/publishing/metrics.ts'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { figureStrings } from '../../ui/figure-strings.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { pictureStrings } from './picture-strings.ts'
import { useMeasureWords, useWrite } from './say.ts'

type Metrics = Out<'metrics'>

const useStyles = makeStyles({
  choice: { maxWidth: '24em', '@media print': { display: 'none' } },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  cell: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
  },
})

export default function Compare({ metrics }: { metrics: Metrics }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const { id: here, all } = useCohortChoice()
  const others = all.filter(({ id }) => id !== here)
  const [chosen, choose] = useState('')
  const other = others.find(({ id }) => id === chosen)
  if (others.length === 0) return null
  return (
    <Panel title={t('compare')}>
      <Field className={styles.choice} label={t('compareWith')}>
        <Select value={other?.id ?? ''} onChange={(_, { value }) => choose(value)}>
          <option value="">{t('compareNone')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {other && <Beside metrics={metrics} id={other.id} name={other.name} />}
    </Panel>
  )
}

function Beside({ metrics, id, name }: { metrics: Metrics; id: string; name: string }) {
  return (
    <Reading query={useMetrics(id)}>
      {(other) => <SideBySide one={metrics} other={other} name={name} />}
    </Reading>
  )
}

function SideBySide({ one, other, name }: { one: Metrics; other: Metrics; name: string }) {
  const styles = useStyles()
  const t = useText(pictureStrings)
  const label = useText(figureStrings)
  const measure = useMeasureWords()
  const write = useWrite()
  const rowsOf = ({ figures, measures }: Metrics) => [...figures, ...measures]
  const said = (all: Metrics, key: string) => {
    const found = rowsOf(all).find((row) => row.key === key)
    return found?.value === undefined ? t('unknown') : write({ ...found, value: found.value })
  }
  const known = rowsOf(one).filter(({ key }) =>
    [one, other].some((all) => rowsOf(all).some((row) => row.key === key && row.value !== undefined)),
  )
  return (
    <table className={styles.table} aria-label={t('compare')}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {t('figure')}
          </th>
          <th scope="col" className={styles.head}>
            {t('here')}
          </th>
          <th scope="col" className={styles.head}>
            {name}
          </th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ key }) => (
          <tr key={key}>
            <th scope="row" className={styles.cell}>
              {label.maybe(key) ?? measure.label({ key })}
            </th>
            <td className={styles.cell}>{said(one, key)}</td>
            <td className={styles.cell}>{said(other, key)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
