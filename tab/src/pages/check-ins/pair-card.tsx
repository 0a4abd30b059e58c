/** One pair on the work list: facts as counts and dates, never what somebody wrote or rated. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { LightbulbRegular } from '@fluentui/react-icons'
import { PairFaces } from '../../ui/pair-faces.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { Care } from './care.tsx'
import { type Concern, ConcernOnCard, ending, type Leave } from './concerns.tsx'
import { healthFill } from './health-bar.tsx'
import type { PairHealth } from './pair-health.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'grid', minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  dot: { width: '10px', height: '10px', borderRadius: '50%', forcedColorAdjust: 'none' },
  facts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground1 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  suggestion: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { flexShrink: 0, fontSize: '20px' },
})

export function PairCard({
  pair,
  concerns,
  leave,
}: {
  pair: PairHealth
  concerns: readonly Concern[]
  leave: Leave
}) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const { beside, day, time } = useFormat()
  const facts = pair.facts.flatMap(({ key, detail = {} }) => t.maybe(`fact.${key}`, detail) ?? [])
  // Something that came up says itself what to do about it.
  const suggestion = concerns.length === 0 && pair.suggestion && t.maybe(pair.suggestion)
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <PairFaces mentor={pair.mentor} mentee={pair.mentee} size={40} />
        <div className={styles.words}>
          <h3 className={styles.name}>{t('pair', { mentor: pair.mentor.name, mentee: pair.mentee.name })}</h3>
          <span className={styles.state}>
            <span className={styles.dot} style={healthFill(pair.health)} aria-hidden="true" />
            {words.t(`health.${pair.health}`)}
          </span>
        </div>
      </div>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        {pair.due > 0
          ? t('sessions', { held: pair.held, due: pair.due, planned: pair.planned })
          : t('sessionsNone', { planned: pair.planned })}
        {' · '}
        {t(pair.isAgreed ? 'agreed' : 'notAgreed')}
        {' · '}
        {pair.nextAt ? t('next', { when: beside(day(pair.nextAt), time(pair.nextAt)) }) : t('nextNone')}
      </p>
      {suggestion && (
        <p className={styles.suggestion}>
          <LightbulbRegular className={styles.icon} aria-hidden />
          <span>{t('suggestion', { text: suggestion })}</span>
        </p>
      )}
      {concerns.map((concern) => (
        <ConcernOnCard key={concern.key} concern={concern} leave={leave} />
      ))}
      <Care pair={pair} hasEnd={concerns.some(({ kind }) => ending.has(kind))} />
    </article>
  )
}
