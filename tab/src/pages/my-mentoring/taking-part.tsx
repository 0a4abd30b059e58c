/** Enrolled: the first line follows my state, then the Pairings, my goal, and the ways out. */

import { Button } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useResumeEnrolment } from '../../api/enrolment/mentoring.ts'
import { BehindButton } from '../../ui/behind-button.tsx'
import { useNow } from '../../ui/now.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Loading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { TakingProps } from './mine.ts'
import { notWithStrings } from './not-with-strings.ts'
import { PairingView } from './pairing-view.tsx'
import { leadPairing, sessionInPlay } from './pairings.ts'
import { repairsOf } from './repair-facts.ts'
import { strings } from './strings.ts'
import { Waiting } from './waiting.tsx'

/** Below what comes next; of the last, few have need. */
const Application = lazy(() => import('./application.tsx'))
const Place = lazy(() => import('./place.tsx'))
const Arc = lazy(() => import('./arc.tsx'))
const Options = lazy(() => import('./options.tsx'))
const Choices = lazy(() => import('./choices.tsx'))
const NotWith = lazy(() => import('./not-with.tsx'))
const PairEnd = lazy(() => import('./pair-end.tsx'))

export function Taking(props: TakingProps) {
  const { mine, participant, cohort, edit } = props
  const layout = useLayout()
  const t = useText(strings)
  const frame = useText(frameStrings)
  const { lead, note, action } = useHeadline(props)
  const [asked, setAsked] = useState<string>()
  const shown = mine.pairings.filter(({ state }) => state !== 'ended')
  const live = shown.filter(({ state }) => state !== 'completed')
  const gone = participant.state === 'left' || participant.state === 'declined'
  return (
    <>
      <PageHeader place={frame('place.my-mentoring')} lead={lead} note={note} action={action} />
      <ZoneNote />
      <div className={layout.stack}>
        {mine.place && (
          <Suspense fallback={<Loading />}>
            <Place place={mine.place} />
          </Suspense>
        )}
        <Waiting mine={mine} participant={participant} cohort={cohort} asked={asked} />
        {participant.side === 'mentor' &&
          (participant.state === 'applied' || participant.state === 'waitlisted') && (
            <Suspense fallback={null}>
              <Application cohortId={cohort.id} />
            </Suspense>
          )}
        {shown.map((pairing) => (
          <PairingView key={pairing.id} pairing={pairing} cohort={cohort} asked={setAsked} />
        ))}
        {mine.pairings.filter(mayBeAtEnd).map((pairing) => (
          <Suspense key={pairing.id} fallback={null}>
            <PairEnd pairing={pairing} />
          </Suspense>
        ))}
        {mayChoose(participant, shown.length) && (
          <Suspense fallback={<Loading />}>
            <Choices cohortId={cohort.id} />
          </Suspense>
        )}
        {!gone && mine.steps.length > 0 && (
          <Suspense fallback={null}>
            <Arc steps={mine.steps} />
          </Suspense>
        )}
        {!gone && (
          <div className={layout.columns}>
            <Panel
              title={t('goal.title')}
              aside={
                <Button size="small" onClick={edit}>
                  {t('details.edit')}
                </Button>
              }
            >
              <p className={layout.big}>{participant.goal || t('goal.none')}</p>
              {participant.goal && (
                <p className={layout.small}>{t('goal.start', { start: participant.goalStart })}</p>
              )}
            </Panel>
            <Suspense fallback={null}>
              <Options
                participant={participant}
                cohortId={cohort.id}
                pairings={live}
                now={new Date(mine.now)}
              />
            </Suspense>
          </div>
        )}
        {!gone && <NotWithSomebody />}
        {(gone || shown.length === 0) && cohort.organizer && (
          <Panel title={t('organizer.title')}>
            <PersonFace person={cohort.organizer} />
          </Panel>
        )}
      </div>
    </>
  )
}

/** Travelers and whoever works in another zone than their device: what they read is what their calendar shows. */
function ZoneNote() {
  const layout = useLayout()
  const t = useText(strings)
  const zone = useFormat().zoneNotHere(useNow())
  return zone ? <p className={layout.small}>{t('zone.mine', { zone })}</p> : null
}

/** Over, or no session is left; whether it is the end is for the service to say. */
const mayBeAtEnd = ({ state, sessions, nextSessionId }: TakingProps['mine']['pairings'][number]) =>
  state === 'completed' || state === 'ended' || (sessions.length > 0 && nextSessionId === null)

/** Before every place is taken there is something to wish for. */
function mayChoose({ state, capacity }: TakingProps['participant'], partners: number): boolean {
  return (state === 'applied' || state === 'approved') && partners < capacity
}

function NotWithSomebody() {
  const t = useText(notWithStrings)
  return (
    <BehindButton label={t('open')}>
      <NotWith />
    </BehindButton>
  )
}

interface Headline {
  lead: string
  note?: ReactNode
  action?: ReactNode
}

function useHeadline({ mine, participant, cohort, edit }: TakingProps): Headline {
  const t = useText(strings)
  const format = useFormat()
  const words = useWords()
  const toasts = useToasts()
  const now = useNow()
  const resume = useResumeEnrolment()
  const organizer = cohort.organizer?.name ?? t('the-organizer')
  switch (participant.state) {
    case 'applied':
      return {
        lead: cohort.organizer ? t('lead.applied', { name: organizer }) : t('lead.applied.nobody'),
        note: t('applied.body'),
      }
    case 'waitlisted':
      return { lead: t('lead.waitlisted'), note: t('waitlisted.body') }
    case 'declined':
      return { lead: t('lead.declined'), note: t('declined.body') }
    case 'left': {
      const isOpen = cohort.stage === 'enrolling' || cohort.stage === 'matching'
      return {
        lead: t('lead.left'),
        note: isOpen ? `${t('left.body')} ${t('left.open')}` : t('left.body'),
        action: isOpen && (
          <Button appearance="primary" onClick={edit}>
            {t('left.act')}
          </Button>
        ),
      }
    }
    case 'paused': {
      const date = format.date(participant.pausedUntil ?? mine.now)
      return {
        lead: t('lead.paused', { date }),
        note: t('paused.body', { date }),
        action: (
          <Button
            appearance="primary"
            onClick={() =>
              resume.mutate(
                { id: participant.id },
                {
                  onSuccess: () => toasts.say(t('said.resumed')),
                  onError: (fault) => toasts.say(words.whyNot(fault)),
                },
              )
            }
          >
            {t('options.resume')}
          </Button>
        ),
      }
    }
    case 'approved': {
      const { lead, note } = pairedHeadline()
      const open = repairsOf(mine.pairings, now).filter(({ repair }) => repair.state === 'open')
      const count = mine.waiting.length + open.length
      return count > 0 ? { lead: t('waiting.title', { count }), note: lead } : { lead, note }
    }
  }

  function pairedHeadline(): Headline {
    const pairing = leadPairing(mine.pairings)
    if (!pairing) {
      return mine.pairings.length > 0
        ? { lead: t('lead.ended'), note: t('ended.body', { organizer }) }
        : { lead: t('lead.approved'), note: t('approved.body') }
    }
    const { name } = pairing.partner
    if (pairing.hold.state === 'failed') {
      return {
        lead: t('lead.failed', { name }),
        note: `${words.holdFailure(pairing.hold.failure)} ${t('failed.body', { organizer })}`,
      }
    }
    const session = sessionInPlay(pairing, now)
    if (session && new Date(session.startsAt) <= now) return { lead: t('lead.now', { name }) }
    if (session) return { lead: t('lead.next', { day: format.day(session.startsAt), name }) }
    if (pairing.hold.state === 'requested')
      return { lead: t('lead.booking', { name }), note: t('booking.body') }
    return { lead: t('lead.done', { name }), note: t('done.body') }
  }
}
