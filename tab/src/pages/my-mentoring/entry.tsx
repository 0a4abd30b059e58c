/** Who may enroll in this Cohort, how many take part, and how that stands with the reader. */
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { entryStrings } from './entry-strings.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'

type Entry = NonNullable<Mine['entry']>
const sides = ['mentor', 'mentee'] as const

export default function EntryPanel({ entry }: { entry: Entry }) {
  const layout = useLayout()
  const t = useText(entryStrings)
  return (
    <Panel title={t('title')}>
      <Limits admission={entry.admission} />
      {sides.map((side) => (
        <p key={side} className={layout.text}>
          {t(`${side}.${entry.sides[side]}`)}
        </p>
      ))}
      {entry.isShut && <p className={layout.quiet}>{t('shut')}</p>}
    </Panel>
  )
}

function Limits({ admission: { units, countries, grades, places } }: Pick<Entry, 'admission'>) {
  const layout = useLayout()
  const t = useText(entryStrings)
  const format = useFormat()
  const range = ({ from, to }: { from?: number | undefined; to?: number | undefined }) => {
    const [low, high] = [format.number(from ?? 0), format.number(to ?? 0)]
    if (from !== undefined && to !== undefined) return t('between', { from: low, to: high })
    return from === undefined ? t('to', { to: high }) : t('from', { from: low })
  }
  const lines = [
    units && t('units', { list: format.list(units) }),
    countries && t('countries', { list: format.list(countries.map(format.countryName)) }),
    ...sides.flatMap((side) => {
      const [grade, count] = [grades?.[side], places?.[side]]
      return [
        grade && t(`grades.${side}`, { grades: range(grade) }),
        count !== undefined && t(`places.${side}`, { count }),
      ]
    }),
  ].filter((line) => typeof line === 'string')
  return (
    <ul className={layout.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
