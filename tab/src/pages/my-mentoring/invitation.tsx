/** Before enrolling: what this is for, who stands behind it, what it asks of me. */
import { Button } from '@fluentui/react-components'
import { utcDate } from '../../../../bot/domain/span.ts'
import { useNow } from '../../ui/now.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { hasDraft } from './draft.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import { strings } from './strings.ts'

type Cohort = NonNullable<Mine['cohort']>

export function Invitation({
  cohort,
  isShut,
  enrol,
}: {
  cohort: Mine['cohort']
  /** To this reader, on both sides. */
  isShut: boolean | undefined
  enrol: () => void
}) {
  const t = useText(strings)
  const frame = useText(frameStrings)
  const format = useFormat()
  const now = useNow()
  const place = frame('place.my-mentoring')
  if (!cohort) return <PageHeader place={place} lead={t('lead.nothing')} note={t('nothing.body')} />
  const { stage, name, programName, startsOn, endsOn } = cohort
  const today = utcDate(now)
  const hasBegun = startsOn <= today
  const hasEnded = endsOn < today
  const [since, until] = [format.date(startsOn), format.date(endsOn)]
  if (stage === 'draft') {
    return (
      <PageHeader place={place} lead={t('lead.draft', { program: programName })} note={t('draft.body')} />
    )
  }
  if (stage !== 'enrolling' && stage !== 'matching') {
    return (
      <>
        <PageHeader
          place={place}
          lead={t('lead.closed', { cohort: name })}
          note={`${t(hasEnded ? 'closed.over' : hasBegun ? 'closed.since' : 'closed.before', { since, until })} ${t('closed.body')}`}
        />
        <Organizer cohort={cohort} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        place={place}
        lead={hasBegun ? t('lead.begun', { cohort: name, since }) : t('lead.invite')}
        note={
          hasBegun
            ? t('begun.note', { program: programName })
            : t('invite.note', { program: programName, cohort: name, date: since })
        }
        {...(isShut
          ? {}
          : {
              action: (
                <Button appearance="primary" size="large" onClick={enrol}>
                  {t(hasDraft(cohort.id) ? 'invite.resume' : 'invite.act')}
                </Button>
              ),
            })}
      />
      <About cohort={cohort} />
    </>
  )
}

function About({ cohort }: { cohort: Cohort }) {
  const layout = useLayout()
  return (
    <div className={layout.columns}>
      <div className={layout.stack}>
        <Why cohort={cohort} />
        <Asks cohort={cohort} />
      </div>
      <div className={layout.stack}>
        <Sponsor cohort={cohort} />
        <Organizer cohort={cohort} />
      </div>
    </div>
  )
}

function Why({ cohort: { challenge, objectives } }: { cohort: Cohort }) {
  const layout = useLayout()
  const t = useText(strings)
  const { number } = useFormat()
  const { statement, measure, unit, baseline, target } = challenge
  const figure = (value: number) => [number(value), unit].filter(Boolean).join(unit === '%' ? '' : ' ')
  return (
    <Panel title={t('why.title')}>
      <p className={layout.text}>{statement}</p>
      <Stats>
        <Stat label={measure} value={t('why.from-to', { from: figure(baseline), to: figure(target) })} />
      </Stats>
      {objectives.length > 0 && (
        <div className={layout.close}>
          <h3 className={layout.heading}>{t('objectives.title')}</h3>
          <ul className={layout.list}>
            {objectives.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

function Asks({ cohort: { sessions, sessionMinutes, cadenceWeeks, groundRules } }: { cohort: Cohort }) {
  const layout = useLayout()
  const t = useText(strings)
  const { number, beside } = useFormat()
  const hours = number((sessions * sessionMinutes) / 60, { maximumFractionDigits: 1 })
  return (
    <Panel title={t('asks.title')}>
      <Stats>
        <Stat
          value={t('asks.sessions', { count: sessions })}
          label={beside(
            t('asks.minutes', { count: sessionMinutes }),
            t('asks.cadence', { count: cadenceWeeks }),
          )}
          note={t('asks.total', { hours })}
        />
      </Stats>
      <p className={layout.quiet}>{t('asks.calendar')}</p>
      <div className={layout.close}>
        <h3 className={layout.heading}>{t('rules.title')}</h3>
        <ul className={layout.list}>
          {groundRules.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
      <p className={layout.small}>{t('invite.minutes')}</p>
    </Panel>
  )
}

function Sponsor({ cohort: { sponsor, sponsorMessage } }: { cohort: Cohort }) {
  const layout = useLayout()
  const t = useText(strings)
  if (!sponsor) return null
  return (
    <Panel title={t('sponsor.title')}>
      <PersonFace person={sponsor} size={72} />
      {sponsorMessage && <blockquote className={layout.quote}>{sponsorMessage}</blockquote>}
    </Panel>
  )
}

function Organizer({ cohort: { organizer } }: { cohort: Cohort }) {
  const t = useText(strings)
  if (!organizer) return null
  return (
    <Panel title={t('organizer.title')}>
      <PersonFace person={organizer} />
    </Panel>
  )
}
