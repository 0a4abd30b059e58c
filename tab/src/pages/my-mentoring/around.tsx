/** What stands around the next Session: the dates after it, what the two keep together, the Sessions behind them, the agreement. */
import Actions from './actions.tsx'
import Agreement from './agreement.tsx'
import Ideas from './ideas.tsx'
import LaterSessions from './later-sessions.tsx'
import type { Mine } from './mine.ts'
import Notes from './notes.tsx'
import type { MyPairing, MySession } from './pairings.ts'
import PastSessions from './past-sessions.tsx'
import { laterSessions } from './repair-facts.ts'

interface AroundProps {
  pairing: MyPairing
  cohort: NonNullable<Mine['cohort']>
  /** The one that is shown large. */
  session: MySession | undefined
  now: Date
  asked: (sessionId: string) => void
}

export default function Around({ pairing, cohort, session, now, asked }: AroundProps) {
  const isOver = pairing.state === 'ended' || pairing.state === 'completed'
  return (
    <>
      <LaterSessions
        sessions={laterSessions(pairing, session, now)}
        partner={pairing.partner}
        now={now}
        asked={asked}
      />
      <Actions pairing={pairing} />
      <Notes pairing={pairing} />
      <Ideas pairing={pairing} />
      <PastSessions pairing={pairing} agendas={cohort.agendas} now={now} />
      {!isOver && <Agreement pairing={pairing} cohort={cohort} />}
    </>
  )
}
