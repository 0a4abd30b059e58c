/** Planning speed meetings: times, who meets whom, the invitation, and how many rated. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import {
  useCancelSpeedEvent,
  usePlanSpeedEvent,
  usePublishSpeedEvent,
  useReplanSpeedEvent,
  useSpeedEvent,
  useSpeedEvents,
} from '../../api/speed/speed.ts'
import { hrefOf } from '../../navigation.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Loading, Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { clockIn, instantIn, rangeInZone, timeInZone, zoneOf } from '../../ui/zone-clock.ts'
import { PlanForm, type Times } from './plan-form.tsx'
import { planStrings } from './plan-strings.ts'
import { Preview } from './preview.tsx'

type Events = Out<'speedEvents'>
type Event = Events['events'][number]

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export default function SpeedMeetings() {
  const cohortId = useCohort()
  return (
    <Reading query={useSpeedEvents(cohortId)}>
      {(all) => <Page key={cohortId} cohortId={cohortId} all={all} />}
    </Reading>
  )
}

function Page({ cohortId, all }: { cohortId: string; all: Events }) {
  const styles = useStyles()
  const t = useText(planStrings)
  const timeZone = zoneOf(useFormat())
  const [chosen, setChosen] = useState<string>()
  const [isNew, setNew] = useState(false)
  const alive = all.events.find(({ state }) => state === 'drafted' || state === 'published')
  const event = isNew ? undefined : (all.events.find(({ id }) => id === chosen) ?? alive ?? all.events[0])
  const plan = useSpeedEvent(event?.id)
  const acts = useActs(cohortId, event)
  const edits = !event || event.state === 'drafted'
  const show = (id: string | undefined) => {
    setChosen(id)
    setNew(id === undefined)
  }
  return (
    <div className={styles.stack}>
      <Header event={event} stageAllows={all.stageAllows} acts={acts} plan={() => show(undefined)} />
      {edits && all.stageAllows && (
        <PlanForm
          key={event?.id ?? 'new'}
          start={event ?? usualTimes(all.now, t('form.name.usual'), timeZone)}
          again={event !== undefined}
          pending={acts.pending}
          fault={acts.fault}
          submit={(times) => acts.make(times, (id) => show(id))}
        />
      )}
      {event && (plan.data?.event.id === event.id ? <Preview plan={plan.data} /> : <Loading />)}
      {all.events.length > 1 && <All events={all.events} shown={event?.id} show={show} />}
    </div>
  )
}

/** In a week, on a day people work, at two in the afternoon of the reader's clock. */
function usualTimes(now: string, name: string, timeZone: string): Times {
  const day = new Date(`${clockIn(timeZone, new Date(now)).slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 7)
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1)
  const at = instantIn(timeZone, `${day.toISOString().slice(0, 10)}T14:00`)
  return { name, startsAt: at.toISOString(), rounds: 6, roundMinutes: 7 }
}

function useActs(cohortId: string, event: Event | undefined) {
  const t = useText(planStrings)
  const words = useWords()
  const toasts = useToasts()
  const plan = usePlanSpeedEvent()
  const replan = useReplanSpeedEvent()
  const publish = usePublishSpeedEvent()
  const cancel = useCancelSpeedEvent()
  const error = publish.error ?? cancel.error ?? (event ? replan.error : plan.error)
  const fresh = () => {
    for (const one of [plan, replan, publish, cancel]) one.reset()
  }
  return {
    pending: plan.isPending || replan.isPending || publish.isPending || cancel.isPending,
    fault: error ? words.whyNot(error) : undefined,
    make(times: Times, done: (id: string) => void) {
      fresh()
      const onSuccess = ({ id }: { id: string }) => done(id)
      if (event) replan.mutate({ ...times, id: event.id }, { onSuccess })
      else plan.mutate({ ...times, id: cohortId }, { onSuccess })
    },
    publish(id: string) {
      fresh()
      publish.mutate({ id }, { onSuccess: () => toasts.say(t('said.published')) })
    },
    /** Nobody was told of a draft, and nobody is. */
    cancel({ id, state }: Event) {
      fresh()
      const said = t(state === 'drafted' ? 'said.discarded' : 'said.cancelled')
      cancel.mutate({ id }, { onSuccess: () => toasts.say(said) })
    },
  }
}

function Header({
  event,
  stageAllows,
  acts,
  plan,
}: {
  event: Event | undefined
  stageAllows: boolean
  acts: ReturnType<typeof useActs>
  plan: () => void
}) {
  const t = useText(planStrings)
  const { lead, note } = useHeadline(event, stageAllows)
  const isOpen = event?.state === 'drafted' || event?.state === 'published'
  return (
    <PageHeader
      place={t('place')}
      lead={lead}
      note={event?.state === 'published' && acts.fault ? acts.fault : note}
      action={
        <>
          <Button as="a" href={hrefOf('matching')}>
            {t('back')}
          </Button>
          {event && isOpen && (
            <Button disabledFocusable={acts.pending} onClick={() => acts.cancel(event)}>
              {t(event.state === 'drafted' ? 'discard' : 'cancel')}
            </Button>
          )}
          {event && (event.state === 'drafted' || event.outlook === 'refused') && (
            <Button
              appearance="primary"
              disabledFocusable={acts.pending}
              onClick={() => acts.publish(event.id)}
            >
              {t(event.state === 'drafted' ? 'publish' : 'retry')}
            </Button>
          )}
          {event && !isOpen && stageAllows && (
            <Button appearance="primary" onClick={plan}>
              {t('new')}
            </Button>
          )}
        </>
      }
    />
  )
}

function useHeadline(event: Event | undefined, stageAllows: boolean): { lead: string; note: string } {
  const t = useText(planStrings)
  const format = useFormat()
  if (event?.state === 'drafted') return { lead: t('lead.draft'), note: t('note.draft') }
  if (event?.state === 'published') {
    const { name, startsAt, endsAt, outlook, failure } = event
    const note = t('note.published', {
      day: format.day(startsAt),
      time: rangeInZone(format, startsAt, endsAt),
    })
    if (outlook === 'refused')
      return { lead: t('lead.refused'), note: t.maybe(`note.${failure}`) ?? t('note.refused') }
    return { lead: outlook === 'asked' ? t('lead.asked') : t('lead.published', { name }), note }
  }
  return { lead: t('lead.none'), note: t(stageAllows ? 'note.none' : 'note.closed') }
}

function All({
  events,
  shown,
  show,
}: {
  events: Event[]
  shown: string | undefined
  show: (id: string) => void
}) {
  const styles = useStyles()
  const t = useText(planStrings)
  const format = useFormat()
  return (
    <Panel title={t('all.title')}>
      <ul className={styles.list}>
        {events.map(({ id, name, startsAt, state }) => (
          <li key={id} className={styles.row}>
            <div>
              <div>{name}</div>
              <p className={styles.quiet}>
                {t(`state.${state}`)} · {format.beside(format.day(startsAt), timeInZone(format, startsAt))}
              </p>
            </div>
            {id !== shown && <Button onClick={() => show(id)}>{t('show', { name })}</Button>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
