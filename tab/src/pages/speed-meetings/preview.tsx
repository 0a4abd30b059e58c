/** Who meets whom, round by round, before anybody is invited; afterwards also how many answered. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace, Photo } from '../../ui/person-face.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { rangeInZone } from '../../ui/zone-clock.ts'
import { planStrings } from './plan-strings.ts'

type Plan = Out<'speedEvent'>
type Round = Plan['rounds'][number]

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  pair: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  faces: { display: 'flex', flexShrink: 0, '& > * + *': { marginInlineStart: '-8px' } },
  names: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
    cursor: 'pointer',
    paddingBlock: tokens.spacingVerticalS,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalM },
})

export function Preview({ plan }: { plan: Plan }) {
  const styles = useStyles()
  const t = useText(planStrings)
  const { event, fewest, most, rounds, without, outsideHours } = plan
  return (
    <div className={styles.stack}>
      <Panel title={event.name}>
        <Stats>
          <Stat label={t('stat.people')} value={event.people} />
          <Stat label={t('stat.meetings')} value={event.meetings} />
          <Stat label={t('stat.each')} value={fewest === most ? most : t('each.range', { fewest, most })} />
        </Stats>
        <div>
          {rounds.map((round) => (
            <RoundOf key={round.round} round={round} open={round.round === 1} />
          ))}
        </div>
      </Panel>
      <Hours people={outsideHours} />
      {without.length > 0 && <Without people={without} />}
    </div>
  )
}

function RoundOf({ round, open }: { round: Round; open: boolean }) {
  const styles = useStyles()
  const t = useText(planStrings)
  const format = useFormat()
  return (
    <details open={open}>
      <summary className={styles.summary}>
        <span className={styles.title}>{t('round.title', { round: round.round })}</span>
        <span className={styles.quiet}>
          {rangeInZone(format, round.startsAt, round.endsAt)} ·{' '}
          {t('round.count', { count: round.meetings.length })}
        </span>
      </summary>
      <div className={styles.body}>
        <ul className={styles.pairs}>
          {round.meetings.map(({ mentor, mentee }) => (
            <li key={mentor.id} className={styles.pair}>
              <span className={styles.faces}>
                <Photo person={mentor} size={32} />
                <Photo person={mentee} size={32} />
              </span>
              <span className={styles.names}>
                <span>{mentor.name}</span>
                <span className={styles.quiet}>{mentee.name}</span>
              </span>
            </li>
          ))}
        </ul>
        {round.pausing.length > 0 && (
          <p className={styles.quiet}>
            {t('pausing', { names: format.list(round.pausing.map(({ name }) => name)) })}
          </p>
        )}
      </div>
    </details>
  )
}

/** Whether the moment suits the clocks of those who are invited; another one is typed in the form above. */
function Hours({ people }: { people: Face[] }) {
  const styles = useStyles()
  const t = useText(planStrings)
  const format = useFormat()
  if (people.length === 0) return <p className={styles.quiet}>{t('hours.none')}</p>
  return (
    <Panel title={t('hours.title', { count: people.length })}>
      <p className={styles.quiet}>{t('hours.body')}</p>
      <details>
        <summary className={styles.summary}>{t('hours.who')}</summary>
        <p className={styles.quiet}>{format.list(people.map(({ name }) => name))}</p>
      </details>
    </Panel>
  )
}

function Without({ people }: { people: Face[] }) {
  const styles = useStyles()
  const t = useText(planStrings)
  return (
    <Panel title={t('without.title', { count: people.length })}>
      <p className={styles.quiet}>{t('without.body')}</p>
      <ul className={styles.pairs}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonFace person={person} size={32} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
