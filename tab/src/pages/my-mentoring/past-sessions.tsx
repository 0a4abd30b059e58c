/** The Sessions that are over: each opens to what it was about, what I said of it and what the two agreed to do. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { minuteMs } from '../../../../bot/domain/span.ts'
import { useActions } from '../../api/meeting/actions.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { Agenda } from './agenda.tsx'
import { FactLine } from './fact-line.tsx'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import type { MyPairing, MySession } from './pairings.ts'
import { agreedAt, pastSessions } from './past-facts.ts'
import { pastStrings } from './past-strings.ts'

type Agendas = NonNullable<Mine['cohort']>['agendas']

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  inside: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalM,
  },
  agreed: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
})

interface PastProps {
  pairing: MyPairing
  agendas: Agendas
  now: Date
}

export default function PastSessions({ pairing, agendas, now }: PastProps) {
  const styles = useStyles()
  const t = useText(pastStrings)
  const past = pastSessions(pairing, now)
  if (past.length === 0) return null
  return (
    <Panel title={t('title')}>
      <ul className={styles.list}>
        {past.map((session) => (
          <li key={session.id}>
            <Past pairing={pairing} session={session} agendas={agendas} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Past({ pairing, session, agendas }: Omit<PastProps, 'now'> & { session: MySession }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(pastStrings)
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { theme: usually } = useWords()
  const own = agendas?.[session.theme]
  const theme = own?.[useLanguage()]?.title ?? usually(session.theme)
  const { number, startsAt, endsAt } = session
  const minutes = (new Date(endsAt).getTime() - new Date(startsAt).getTime()) / minuteMs
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>
        {theme ? t('of-session', { number, theme }) : t('theme-unknown', { number })}
        <div className={layout.small}>
          {format.beside(format.day(startsAt), format.timeRange(startsAt, endsAt))}
        </div>
      </summary>
      {isOpen && (
        <div className={styles.inside}>
          <FactLine session={session} partner={pairing.partner.name} />
          <Said session={session} />
          <Agenda
            theme={session.theme}
            minutes={minutes}
            mySide={pairing.mySide}
            partner={pairing.partner.name}
            own={own}
          />
          {session.state !== 'cancelled' && <Agreed pairing={pairing} session={session} />}
        </div>
      )}
    </details>
  )
}

/** My own words of it; the partner's are not mine to read. */
function Said({ session: { state, checkIn } }: { session: MySession }) {
  const layout = useLayout()
  const t = useText(pastStrings)
  const words = useWords()
  if (state === 'planned') return <p className={layout.text}>{t('not-answered')}</p>
  if (state !== 'held') return null
  const { worth, obstacle } = checkIn ?? {}
  return (
    <p className={layout.text}>
      {[
        `${t('met')}.`,
        ...(worth === undefined ? [] : [t('you-said', { worth })]),
        ...(obstacle && obstacle !== 'nothing'
          ? [t('in-the-way', { obstacle: words.obstacle(obstacle) })]
          : []),
      ].join(' ')}
    </p>
  )
}

function Agreed({ pairing, session }: { pairing: MyPairing; session: MySession }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(pastStrings)
  const format = useFormat()
  const { data, error, refetch } = useActions(pairing.id)
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />
  const agreed = agreedAt(pairing, session, data.actions)
  const partner = firstNameOf(pairing.partner.name)
  return (
    <>
      <h4 className={layout.heading}>{t('agreed')}</h4>
      {agreed.length === 0 ? (
        <p className={layout.quiet}>{t('agreed-none')}</p>
      ) : (
        <ul className={styles.agreed}>
          {agreed.map(({ id, text, whose, doneAt }) => (
            <li key={id}>
              <span dir="auto">{text}</span>{' '}
              <span className={layout.small}>
                ({format.beside(whose === 'me' ? t('mine') : partner, t(doneAt ? 'done' : 'open'))})
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
