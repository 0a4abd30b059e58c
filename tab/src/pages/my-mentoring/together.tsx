/** Below the next Session: those after it, and what the two keep together. */
import Actions from './actions.tsx'
import Ideas from './ideas.tsx'
import LaterSessions from './later-sessions.tsx'
import Notes from './notes.tsx'
import type { MyPairing, MySession } from './pairings.ts'
import { laterSessions } from './repair-facts.ts'

export default function Together({
  pairing,
  session,
  now,
  asked,
}: {
  pairing: MyPairing
  /** The one above. */
  session: MySession | undefined
  now: Date
  /** Somebody said that they cannot come to this Session. */
  asked: (sessionId: string) => void
}) {
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
    </>
  )
}
