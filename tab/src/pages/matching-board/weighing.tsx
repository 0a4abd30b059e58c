/** What a pair would cost everybody else, and who else each of the two could have: asked when wanted, it takes a run. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { useWeighing } from '../../api/pairing/matching.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import type { Reasons } from './reasons.ts'
import { weighingStrings } from './weighing-strings.ts'

type Weighing = Out<'weighPair'>
type Other = Weighing['forMentor'][number]

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
})

interface Props {
  mentor: Face
  mentee: Face
  reasons: Reasons
}

export function WeighPair({ mentor, mentee, reasons }: Props) {
  const styles = useStyles()
  const t = useText(weighingStrings)
  const words = useWords()
  const [wanted, setWanted] = useState(false)
  const query = useWeighing(useCohort(), mentor.id, mentee.id, wanted)
  if (!wanted) {
    return (
      <div className={styles.stack}>
        <Button onClick={() => setWanted(true)}>{t('weigh')}</Button>
      </div>
    )
  }
  if (query.error) {
    return (
      <p className={styles.note} role="status">
        {words.whyNot(query.error)}
      </p>
    )
  }
  return (
    <Reading query={query}>{(weighing) => <Weighed {...{ weighing, mentor, mentee, reasons }} />}</Reading>
  )
}

function Weighed({ weighing, mentor, mentee, reasons }: Props & { weighing: Weighing }) {
  const styles = useStyles()
  const t = useText(weighingStrings)
  const { together, refused, cost } = weighing
  return (
    <div className={styles.stack} role="status">
      {together && <p className={styles.text}>{t('together')}</p>}
      {refused && <p className={styles.text}>{reasons.rule(refused.rule, refused.detail)}</p>}
      {cost && <Cost cost={cost} />}
      <Others title={t('othersFor', { name: mentor.name })} others={weighing.forMentor} reasons={reasons} />
      <Others title={t('othersFor', { name: mentee.name })} others={weighing.forMentee} reasons={reasons} />
    </div>
  )
}

function Cost({ cost }: { cost: NonNullable<Weighing['cost']> }) {
  const styles = useStyles()
  const t = useText(weighingStrings)
  const { list } = useFormat()
  const pair = ({ mentor, mentee }: { mentor: Face; mentee: Face }) => `${mentor.name} – ${mentee.name}`
  return (
    <>
      <p className={styles.text}>
        {cost.pairs > 0
          ? t('costsPairs', { count: cost.pairs })
          : cost.people > 0
            ? t('costsPeople', { count: cost.people })
            : cost.points > 0
              ? t('costsPoints', { count: cost.points })
              : t('costsNothing')}
      </p>
      {cost.undone.length > 0 && (
        <p className={styles.note}>{t('parted', { pairs: list(cost.undone.map(pair)) })}</p>
      )}
      {cost.made.length > 0 && (
        <p className={styles.note}>{t('formed', { pairs: list(cost.made.map(pair)) })}</p>
      )}
    </>
  )
}

function Others({ title, others, reasons }: { title: string; others: Other[]; reasons: Reasons }) {
  const styles = useStyles()
  const t = useText(weighingStrings)
  const { list } = useFormat()
  const why = ({ isWith, costsAtLeast }: Other) => {
    const taken =
      isWith.length > 0 ? t('isWith', { names: list(isWith.map(({ name }) => name)) }) : t('isFree')
    if (costsAtLeast === undefined) return `${taken} ${t('wouldLosePair')}`
    return `${taken} ${costsAtLeast > 0 ? t('wouldCost', { count: costsAtLeast }) : t('wouldTie')}`
  }
  return (
    <section className={styles.stack}>
      <h3 className={styles.heading}>{title}</h3>
      {others.length === 0 && <p className={styles.note}>{t('noOthers')}</p>}
      <ul className={styles.list}>
        {others.map((other) => (
          <li key={other.person.id}>
            {t('other', { name: other.person.name, score: other.score })} {why(other)}
            <p className={styles.note}>{reasons.sentence(other.parts)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
