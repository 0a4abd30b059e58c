/** People left without a partner by cause, and people who do not take part: with the pairs they are everybody. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { chartStrings } from './chart-strings.ts'
import { plainStrings } from './plain-strings.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'

type Board = Out<'board'>

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXL },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: { display: 'grid', gap: tokens.spacingVerticalM },
  sideHeading: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  change: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  side: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const page = 60

interface UnplacedProps {
  unplaced: Board['unplaced']
  /** Nobody looked yet: that nobody is left over is not known. */
  beforeRun: boolean
  reasons: Reasons
}

/** Mentees first: there are few of them, and each without a Mentor is what the Program is for. */
export function UnplacedPanel({ unplaced, beforeRun, reasons }: UnplacedProps) {
  const styles = useStyles()
  const t = useText(strings)
  const plain = useText(plainStrings)
  if (beforeRun && unplaced.length === 0) return <p className={styles.intro}>{plain('notYetUnplaced')}</p>
  if (unplaced.length === 0) return <p className={styles.intro}>{t('unplacedNone')}</p>
  const sides = (['mentee', 'mentor'] as const).map((side) => ({
    side,
    people: unplaced.filter((one) => one.side === side),
  }))
  return (
    <div className={styles.root}>
      <p className={styles.intro}>{t('unplacedIntro')}</p>
      {sides.map(
        ({ side, people }) =>
          people.length > 0 && (
            <section key={side} className={styles.root} aria-labelledby={`without-${side}`}>
              <h2 id={`without-${side}`} className={styles.sideHeading}>
                {plain(side === 'mentee' ? 'groupMentee' : 'groupMentor', { count: people.length })}
              </h2>
              {byCause(people).map(([cause, some]) => (
                <CauseGroup
                  key={cause}
                  side={side}
                  title={t('causeCount', { cause: reasons.cause(cause), count: some.length })}
                  people={some}
                  reasons={reasons}
                />
              ))}
            </section>
          ),
      )}
    </div>
  )
}

/** The most frequent cause first; what nobody knows is another cause than what is known to be too little. */
function byCause(unplaced: Board['unplaced']): [cause: string, people: Board['unplaced']][] {
  const causes = new Map<string, Board['unplaced']>()
  for (const one of unplaced) {
    const cause = one.detail?.['unknown'] === undefined ? one.cause : `${one.cause}.unknown`
    const known = causes.get(cause)
    if (known) known.push(one)
    else causes.set(cause, [one])
  }
  return [...causes].sort((a, b) => b[1].length - a[1].length)
}

function CauseGroup({
  side,
  title,
  people,
  reasons,
}: {
  side: 'mentor' | 'mentee'
  title: string
  people: Board['unplaced']
  reasons: Reasons
}) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const { shown, more } = usePage(people)
  return (
    <section className={styles.group} aria-label={`${words.t(`side.${side}`)}: ${title}`}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={`${one.person.id} ${one.side}`} className={styles.card}>
            <span className={styles.side}>{words.t(`side.${one.side}`)}</span>
            <PersonFace person={one.person} />
            <p className={styles.change}>{t('smallestChange', { change: reasons.change(one) })}</p>
          </li>
        ))}
      </ul>
      {more}
    </section>
  )
}

export function OutPanel({ out, beforeRun }: { out: Board['notTakingPart']; beforeRun: boolean }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const plain = useText(plainStrings)
  const { shown, more } = usePage(out)
  if (beforeRun && out.length === 0) return <p className={styles.intro}>{plain('notYetOut')}</p>
  if (out.length === 0) return <p className={styles.intro}>{t('outNone')}</p>
  return (
    <div className={styles.root}>
      <p className={styles.intro}>{t('outIntro')}</p>
      <ul className={styles.list}>
        {shown.map(({ person, why }) => (
          <li key={person.id} className={styles.card}>
            <PersonFace person={person} />
            <p className={styles.change}>
              {t.maybe(`out.${why}`) ?? words.t.maybe(`participant.${why}`) ?? why}
            </p>
          </li>
        ))}
      </ul>
      {more}
    </div>
  )
}

/** Sixty at a time; the rest on request. */
export function usePage<T>(all: readonly T[]) {
  const t = useText(chartStrings)
  const [count, setCount] = useState(page)
  const left = all.length - count
  const more = left > 0 && (
    <div>
      <Button onClick={() => setCount(count + page)}>{t('more', { count: Math.min(page, left) })}</Button>
    </div>
  )
  return { shown: all.slice(0, count), more }
}
