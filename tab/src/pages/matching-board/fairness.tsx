/** How groups fared: placement and mean score side by side, small groups hidden by the service. */
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useFairness } from '../../api/pairing/matching.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { fairnessStrings } from './fairness-strings.ts'
import { isFarBelow } from './far-below.ts'
import { plainStrings } from './plain-strings.ts'
import { weighingStrings } from './weighing-strings.ts'

type GroupTable = Out<'fairness'>['tables'][number]

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  more: { '& summary': { cursor: 'pointer' } },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
  },
  block: { display: 'grid', gap: tokens.spacingVerticalXS },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
    '& th:first-child': { paddingInlineStart: 0 },
    '@media (max-width: 480px)': {
      fontSize: tokens.fontSizeBase200,
      '& th, & td': { paddingInlineStart: tokens.spacingHorizontalXS },
    },
  },
  caption: {
    textAlign: 'start',
    paddingBlockEnd: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  head: {
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
    verticalAlign: 'top',
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', verticalAlign: 'top' },
  track: {
    display: 'block',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
  },
  share: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    forcedColorAdjust: 'none',
  },
})

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

export function FairnessPanel({
  cohortId,
  blocking,
}: {
  cohortId: string
  /** Two people of different pairs who would both score higher with each other; not known of every run. */
  blocking: number | undefined
}) {
  const styles = useStyles()
  const t = useText(weighingStrings)
  const tf = useText(fairnessStrings)
  const plain = useText(plainStrings)
  return (
    <Panel title={t('groups')}>
      {blocking !== undefined && (
        <details className={styles.more}>
          <summary>{blocking === 0 ? tf('stable') : tf('unstable', { count: blocking })}</summary>
          <p className={styles.note}>{tf('meaning')}</p>
        </details>
      )}
      <p className={styles.note}>
        {t('groupsNote')} {plain('farBelowNote')}
      </p>
      <Reading query={useFairness(cohortId)}>
        {({ tables }) =>
          tables.every(({ groups, notShown }) => groups.length + notShown === 0) ? (
            <p className={styles.note}>{t('groupsNone')}</p>
          ) : (
            <div className={styles.tables}>
              {tables.map((table) => (
                <Groups key={table.by} table={table} />
              ))}
            </div>
          )
        }
      </Reading>
    </Panel>
  )
}

function Groups({ table: { by, groups, notShown } }: { table: GroupTable }) {
  const styles = useStyles()
  const t = useText(weighingStrings)
  const plain = useText(plainStrings)
  const words = useWords()
  const { number } = useFormat()
  const nameOf = (group: string) => {
    if (by === 'side') return words.t.maybe(`side.${group}`) ?? group
    const [from, to] = group.split('-')
    return by === 'grade' && from && to ? t('grades', { from, to }) : group
  }
  return (
    <div className={styles.block}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t(`by.${by}`)}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {t('group')}
            </th>
            {(['people', 'placed', 'mean'] as const).map((key) => (
              <th key={key} scope="col" className={mergeClasses(styles.head, styles.number)}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered(by, groups).map(({ group, people, placed, meanScore }) => (
            <tr key={group}>
              <th scope="row" className={styles.name}>
                {nameOf(group)}{' '}
                {by !== 'side' && isFarBelow({ group, people, placed }, groups) && (
                  <Badge appearance="tint" color="warning">
                    {plain('farBelow')}
                  </Badge>
                )}
              </th>
              <td className={styles.number}>{number(people)}</td>
              <td className={styles.number}>
                {t('placedOf', { placed, percent: Math.round((100 * placed) / people) })}
                <span aria-hidden="true" className={styles.track}>
                  <span className={styles.share} style={{ width: `${(100 * placed) / people}%` }} />
                </span>
              </td>
              <td className={styles.number}>{meanScore === undefined ? '–' : number(meanScore, oneDigit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notShown > 0 && <p className={styles.note}>{t('notShown', { count: notShown })}</p>}
    </div>
  )
}

/** Grades stand in their own order, everything else as the service sends it: the largest group first. */
function ordered(by: string, groups: GroupTable['groups']): GroupTable['groups'] {
  const grade = ({ group }: GroupTable['groups'][number]) => Number.parseInt(group, 10)
  return by === 'grade' ? groups.toSorted((one, other) => grade(one) - grade(other)) : groups
}
