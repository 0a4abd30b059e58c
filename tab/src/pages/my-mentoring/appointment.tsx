/** One Session as Outlook's pane shows it: with whom, when, what it is about, what to bring, and the way out. */
import { lazy, Suspense, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { minuteMs } from '../../../../bot/domain/span.ts'
import { useMyMentoring } from '../../api/enrolment/mentoring.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { useNow } from '../../ui/now.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { Agenda } from './agenda.tsx'
import { appointmentStrings } from './appointment-strings.ts'
import { CannotMakeIt } from './cannot-make-it.tsx'
import { FactLine } from './fact-line.tsx'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import NoSession from './no-session.tsx'
import { OpenMine } from './open-mine.tsx'
import type { MyPairing, MySession } from './pairings.ts'
import { isInRepair, mayAsk } from './repair-facts.ts'
import { repairStrings } from './repair-strings.ts'
import { strings } from './strings.ts'

/** For those to whom it happens. */
const Repair = lazy(() => import('./repair.tsx'))
const CheckIn = lazy(() => import('./check-in.tsx').then((file) => ({ default: file.CheckIn })))
const Actions = lazy(() => import('./actions.tsx'))

type Found = NonNullable<Out<'appointment'>['session']>

export default function Appointment({ session: { id, pairingId, cohortId } }: { session: Found }) {
  const query = useMyMentoring(cohortId)
  return (
    <Reading query={query}>
      {({ pairings, cohort }) => {
        const pairing = pairings.find((one) => one.id === pairingId)
        const session = pairing?.sessions.find((one) => one.id === id)
        if (!pairing || !session || !cohort) return <NoSession why="no-session" />
        return <Session pairing={pairing} session={session} cohort={cohort} />
      }}
    </Reading>
  )
}

interface SessionProps {
  pairing: MyPairing
  session: MySession
  cohort: NonNullable<Mine['cohort']>
}

function Session({ pairing, session, cohort }: SessionProps) {
  const layout = useLayout()
  const t = useText(appointmentStrings)
  const ts = useText(strings)
  const format = useFormat()
  const now = useNow()
  const [asked, setAsked] = useState<string>()
  const { partner, mySide, sessions } = pairing
  const { number, theme, startsAt, endsAt, checkIn, repair } = session
  const minutes = (new Date(endsAt).getTime() - new Date(startsAt).getTime()) / minuteMs
  const organizer = cohort.organizer?.name ?? ts('the-organizer')
  return (
    <div className={layout.stack}>
      <div className={layout.close}>
        <h1 className={layout.big}>
          {t('title', { number, total: sessions.length, name: firstNameOf(partner.name) })}
        </h1>
        <PersonFace person={partner} size={48} />
      </div>
      <Suspense fallback={null}>
        {checkIn?.state === 'asked' && <CheckIn session={session} partner={partner} />}
        {repair && isInRepair(session, now) && (
          <Repair {...{ pairing, session, repair, organizer }} arriving={asked === session.id} />
        )}
      </Suspense>
      <Panel title={format.day(startsAt)}>
        <When pairing={pairing} session={session} now={now} />
        <Agenda {...{ theme, minutes, mySide }} partner={partner.name} own={cohort.agendas?.[theme]} />
        {mayAsk(session, now) && (
          <div className={layout.row}>
            <CannotMakeIt session={session} asked={setAsked} />
          </div>
        )}
      </Panel>
      <Suspense fallback={null}>
        <Actions pairing={pairing} />
      </Suspense>
      <div>
        <OpenMine />
      </div>
    </div>
  )
}

function When({ pairing: { partner }, session, now }: Omit<SessionProps, 'cohort'> & { now: Date }) {
  const layout = useLayout()
  const t = useText(appointmentStrings)
  const ts = useText(strings)
  const tr = useText(repairStrings)
  const format = useFormat()
  const { startsAt, endsAt } = session
  const theirs = partner.timeZone && format.timeElsewhere(startsAt, partner.timeZone)
  const isOver = new Date(endsAt) <= now
  const isOn = !isOver && new Date(startsAt) <= now
  return (
    <div>
      <p className={layout.text}>{format.timeRange(startsAt, endsAt)}</p>
      {theirs && (
        <p className={layout.small}>
          {tr('zone.partner', { time: theirs, name: firstNameOf(partner.name) })}
        </p>
      )}
      <p className={layout.small}>
        {isOver
          ? t('over')
          : isOn
            ? ts('next.on', { time: format.time(endsAt) })
            : ts('next.relative', { when: format.relative(startsAt, now) })}
      </p>
      <FactLine session={session} partner={partner.name} />
    </div>
  )
}
