/** A participant's speed meeting: who with, how long still, who next, and the private ratings. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type MyRound, type MySpeed, useMySpeedMeetings } from '../../api/speed/speed.ts'
import { hrefOf } from '../../navigation.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Empty, Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { rangeInZone, timeInZone } from '../../ui/zone-clock.ts'
import { metBy, type Phase, phaseAt } from './phase.ts'
import { Ratings } from './ratings.tsx'
import { strings } from './strings.ts'
import { Timer } from './timer.tsx'

type MyEvent = NonNullable<MySpeed['event']>

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  center: { display: 'grid', justifyItems: 'center', gap: tokens.spacingVerticalL, textAlign: 'center' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  name: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  rounds: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
})

export default function MySpeedMeeting() {
  return (
    <Reading query={useMySpeedMeetings()}>
      {({ event, now }) => (event ? <Live key={event.id} event={event} serverNow={now} /> : <None />)}
    </Reading>
  )
}

function None() {
  const t = useText(strings)
  return (
    <Empty
      level={1}
      title={t('none.title')}
      body={t('none.body')}
      action={
        <Button as="a" appearance="primary" href={hrefOf('my-mentoring')}>
          {t('back')}
        </Button>
      }
    />
  )
}

function Live({ event, serverNow }: { event: MyEvent; serverNow: string }) {
  const styles = useStyles()
  const t = useText(strings)
  const now = useTicking(serverNow)
  const phase = phaseAt(event, now)
  const { lead, note } = useHeadline(event, phase, now)
  return (
    <>
      <PageHeader
        place={t('place')}
        lead={lead}
        note={note}
        action={
          <>
            <Button as="a" href={hrefOf('my-mentoring')}>
              {t('back')}
            </Button>
            {event.joinUrl && phase.kind !== 'after' && (
              <Link
                url={event.joinUrl}
                main={phase.kind === 'before'}
                text={t(phase.kind === 'before' ? 'join' : 'opening')}
              />
            )}
          </>
        }
      />
      <div className={phase.kind === 'after' ? styles.stack : styles.columns}>
        {phase.kind !== 'after' && (
          <div className={styles.stack}>
            <Now phase={phase} now={now} />
            {phase.kind === 'round' && <After next={phase.next} />}
          </div>
        )}
        <div className={styles.stack}>
          <Ratings eventId={event.id} met={metBy(event, now)} />
          <Program rounds={event.rounds} />
        </div>
      </div>
    </>
  )
}

function useHeadline(event: MyEvent, phase: Phase, now: Date): { lead: string; note: string } {
  const t = useText(strings)
  const format = useFormat()
  const { name } = event
  const of = event.rounds.length
  switch (phase.kind) {
    case 'before':
      return {
        lead: t('lead.before', { name, when: format.relative(phase.until, now) }),
        note: t('note.before', {
          day: format.day(event.startsAt),
          time: rangeInZone(format, event.startsAt, event.endsAt),
        }),
      }
    case 'round': {
      const { round, partner } = phase.round
      return {
        lead: partner ? t('lead.with', { partner: partner.name }) : t('lead.pause'),
        note: t('note.round', { round, of, time: timeInZone(format, phase.until) }),
      }
    }
    case 'change': {
      const { partner, round } = phase.next
      return {
        lead: partner ? t('lead.change', { partner: partner.name }) : t('lead.change.pause'),
        note: t('note.change', { round, of, time: timeInZone(format, phase.until) }),
      }
    }
    case 'after':
      return { lead: t('lead.after', { name }), note: t('note.after') }
  }
}

function Now({ phase, now }: { phase: Exclude<Phase, { kind: 'after' }>; now: Date }) {
  const styles = useStyles()
  const t = useText(strings)
  if (phase.kind === 'before') {
    return (
      <Panel>
        <div className={styles.center}>
          <Timer label={t('until-start')} until={phase.until} now={now} />
          {phase.next?.partner && <PersonFace person={phase.next.partner} size={56} />}
        </div>
      </Panel>
    )
  }
  const meeting = phase.kind === 'round' ? phase.round : phase.next
  const { partner } = meeting
  return (
    <Panel>
      <div className={styles.center}>
        <Timer
          label={t(phase.kind === 'round' ? 'left' : 'until-next')}
          from={phase.from}
          until={phase.until}
          now={now}
          face={partner}
        />
        {partner ? (
          <>
            <div>
              <p className={styles.name}>{partner.name}</p>
              <p className={styles.text}>
                {[partner.jobTitle, partner.department].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Caller meeting={meeting} />
          </>
        ) : (
          <p className={styles.text}>{t('pause.body')}</p>
        )}
      </div>
    </Panel>
  )
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function Caller({ meeting: { partner, iCall } }: { meeting: MyRound }) {
  const styles = useStyles()
  const t = useText(strings)
  if (!partner) return null
  const first = firstNameOf(partner.name)
  if (!iCall || !partner.signInName) {
    return <p className={styles.text}>{iCall ? t('you-call') : t('they-call', { partner: first })}</p>
  }
  const url = `https://teams.microsoft.com/l/call/0/0?users=${encodeURIComponent(partner.signInName)}&withVideo=true`
  return <Link url={url} main text={t('call', { partner: first })} />
}

function Link({ url, text, main }: { url: string; text: string; main: boolean }) {
  const open = useOpenLink()
  return (
    <Button
      as="a"
      size="large"
      appearance={main ? 'primary' : 'secondary'}
      href={url}
      onClick={(event) => {
        event.preventDefault()
        open(url)
      }}
    >
      {text}
    </Button>
  )
}

function After({ next }: { next: MyRound | undefined }) {
  const styles = useStyles()
  const t = useText(strings)
  const format = useFormat()
  return (
    <Panel title={t('next.title')}>
      {next?.partner ? (
        <PersonFace
          person={next.partner}
          size={56}
          note={t('next.at', { round: next.round, time: timeInZone(format, next.startsAt) })}
        />
      ) : (
        <p className={styles.text}>{t('next.none')}</p>
      )}
    </Panel>
  )
}

function Program({ rounds }: { rounds: MyRound[] }) {
  const styles = useStyles()
  const t = useText(strings)
  const format = useFormat()
  return (
    <Panel title={t('program.title')}>
      <ol className={styles.rounds}>
        {rounds.map(({ round, startsAt, partner }) => {
          const when = t('next.at', { round, time: timeInZone(format, startsAt) })
          return (
            <li key={round}>
              {partner ? (
                <PersonFace person={partner} size={32} note={when} />
              ) : (
                <p className={styles.text}>
                  {t('pause')} · {when}
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
