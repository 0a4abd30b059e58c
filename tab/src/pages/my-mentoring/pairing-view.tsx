/** One Pairing: the next Session with its agenda, and the partner with why it is them. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { minuteMs } from '../../../../bot/domain/span.ts'
import { chatLink } from '../../../../bot/words/chat-link.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { useNow } from '../../ui/now.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { Agenda, type AgendaProps } from './agenda.tsx'
import { CannotMakeIt } from './cannot-make-it.tsx'
import { FactLine } from './fact-line.tsx'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import { type MyPairing, type MySession, sessionInPlay } from './pairings.ts'
import { mayAsk } from './repair-facts.ts'
import { repairStrings } from './repair-strings.ts'
import { strings } from './strings.ts'
import { WhyUs } from './why-us.tsx'

/** Once, and only until the first Session: its words and its dialog are loaded for those who may. */
const SomeoneElse = lazy(() => import('./someone-else.tsx'))
const Agreement = lazy(() => import('./agreement.tsx'))
/** Below the next one. */
const Together = lazy(() => import('./together.tsx'))

export function PairingView({
  pairing,
  cohort,
  asked,
}: {
  pairing: MyPairing
  cohort: NonNullable<Mine['cohort']>
  /** Somebody said that they cannot come to this Session. */
  asked: (sessionId: string) => void
}) {
  const layout = useLayout()
  const now = useNow()
  const session = sessionInPlay(pairing, now)
  return (
    <div className={layout.personFirst}>
      <Partner pairing={pairing} />
      <div className={layout.stack}>
        {session ? (
          <NextSession
            pairing={pairing}
            session={session}
            own={cohort.agendas?.[session.theme]}
            now={now}
            asked={asked}
          />
        ) : (
          <NoSession pairing={pairing} organizer={cohort.organizer?.name} />
        )}
        <Suspense fallback={null}>
          <Together pairing={pairing} session={session} now={now} asked={asked} />
        </Suspense>
        {pairing.state !== 'ended' && pairing.state !== 'completed' && (
          <Suspense fallback={<Loading />}>
            <Agreement pairing={pairing} cohort={cohort} />
          </Suspense>
        )}
      </div>
    </div>
  )
}

function NextSession({
  pairing,
  session,
  own,
  now,
  asked,
}: {
  pairing: MyPairing
  session: MySession
  own: AgendaProps['own']
  now: Date
  asked: (sessionId: string) => void
}) {
  const layout = useLayout()
  const t = useText(strings)
  const tr = useText(repairStrings)
  const format = useFormat()
  const { partner, hold, sessions } = pairing
  const on = new Date(session.startsAt) <= now
  const theirs = partner.timeZone && format.timeElsewhere(session.startsAt, partner.timeZone)
  const minutes = (new Date(session.endsAt).getTime() - new Date(session.startsAt).getTime()) / minuteMs
  return (
    <Panel
      title={t('next.title')}
      aside={
        <span className={layout.small}>
          {t('next.of', { number: session.number, total: sessions.length })}
        </span>
      }
    >
      <div className={layout.between}>
        <div>
          <p className={layout.big}>{format.day(session.startsAt)}</p>
          <p className={layout.text}>{format.timeRange(session.startsAt, session.endsAt)}</p>
          {theirs && (
            <p className={layout.small}>
              {tr('zone.partner', { time: theirs, name: firstNameOf(partner.name) })}
            </p>
          )}
          <p className={layout.small}>
            {on
              ? t('next.on', { time: format.time(session.endsAt) })
              : t('next.relative', { when: format.relative(session.startsAt, now) })}
          </p>
          <FactLine session={session} partner={partner.name} />
        </div>
        {hold.joinUrl && <Join url={hold.joinUrl} />}
      </div>
      <Agenda
        theme={session.theme}
        minutes={minutes}
        mySide={pairing.mySide}
        partner={partner.name}
        own={own}
      />
      {mayAsk(session, now) ? (
        <div className={layout.row}>
          <CannotMakeIt session={session} asked={asked} />
          <p className={layout.small}>{tr('ask.next')}</p>
        </div>
      ) : (
        <p className={layout.small}>{tr('later.waits')}</p>
      )}
    </Panel>
  )
}

function Join({ url }: { url: string }) {
  const t = useText(strings)
  const open = useOpenLink()
  return (
    <Button
      as="a"
      appearance="primary"
      size="large"
      href={url}
      onClick={(event) => {
        event.preventDefault()
        open(url)
      }}
    >
      {t('join')}
    </Button>
  )
}

function NoSession({ pairing, organizer }: { pairing: MyPairing; organizer: string | undefined }) {
  const layout = useLayout()
  const t = useText(strings)
  const words = useWords()
  const { hold, partner } = pairing
  const who = organizer ?? t('the-organizer')
  return (
    <Panel title={t('next.title')}>
      {hold.state === 'failed' ? (
        <>
          <p className={layout.text}>{words.holdFailure(hold.failure)}</p>
          <p className={layout.quiet}>{t('failed.body', { organizer: who })}</p>
        </>
      ) : (
        <p className={layout.text} role="status">
          {hold.state === 'requested' ? t('booking.body') : t('lead.done', { name: partner.name })}
        </p>
      )}
    </Panel>
  )
}

function Partner({ pairing }: { pairing: MyPairing }) {
  const { partner, mySide, parts } = pairing
  const t = useText(strings)
  const open = useOpenLink()
  const { signInName } = partner
  return (
    <Panel title={t(`partner.${mySide}`, { name: partner.name })}>
      <PersonFace person={partner} size={72} />
      {signInName && (
        <div>
          <Button onClick={() => open(chatLink(signInName))}>
            {t('write', { name: firstNameOf(partner.name) })}
          </Button>
        </div>
      )}
      <WhyUs parts={parts} />
      {pairing.mayDecline && (
        <Suspense fallback={null}>
          <SomeoneElse pairing={pairing} />
        </Suspense>
      )}
    </Panel>
  )
}
