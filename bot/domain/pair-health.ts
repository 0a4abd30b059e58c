/** How a Pairing is doing, with the facts that say so (capability H5). Never with what somebody wrote or rated. */
import type { CheckIn } from './check-in.ts'
import { isWaived, type Session } from './session.ts'

export type Health = 'new' | 'on-track' | 'watch' | 'stalled'

export interface HealthFact {
  key:
    | 'no-session-due'
    | 'not-answered-yet'
    | 'sessions-held'
    | 'last-missed'
    | 'two-missed'
    | 'no-answers'
    | 'obstacle-named'
    | 'nothing-planned'
  detail?: Record<string, number>
}

export interface PairHealth {
  health: Health
  facts: HealthFact[]
  held: number
  due: number
  planned: number
  next?: Date
}

/** @param sessions in the order of the arc. */
export function healthOf(sessions: Session[], checkIns: CheckIn[], now: Date): PairHealth {
  const due = sessions.filter((session) => session.endsAt <= now && !isWaived(session))
  const held = due.filter((session) => session.state === 'held').length
  const ahead = sessions.filter((session) => session.endsAt > now && session.state === 'planned')
  const next = ahead[0]?.startsAt
  const counts = { held, due: due.length, planned: sessions.length, ...(next ? { next } : {}) }
  const answered = checkIns.some((one) => one.state === 'answered' || one.state === 'missed')
  if (due.length === 0) return { ...counts, health: 'new', facts: [{ key: 'no-session-due' }] }
  if (!answered) return { ...counts, health: 'new', facts: [{ key: 'not-answered-yet' }] }

  const lastTwo = due.slice(-2).map(({ state }) => (state === 'cancelled' ? 'missed' : state))
  const facts: HealthFact[] = [{ key: 'sessions-held', detail: { held, due: due.length } }]
  const stalled = lastTwo.length === 2 && lastTwo.every((state) => state === 'missed')
  if (stalled) facts.push({ key: 'two-missed' })
  else if (lastTwo.at(-1) === 'missed') facts.push({ key: 'last-missed' })
  const lastDue = due.at(-1)!
  const answers = checkIns.filter((one) => one.sessionId === lastDue.id)
  if (answers.length > 0 && answers.every((one) => one.state === 'missed')) facts.push({ key: 'no-answers' })
  if (answers.some((one) => one.answer && one.answer.obstacle !== 'nothing'))
    facts.push({ key: 'obstacle-named' })
  if (!next && due.length < sessions.length) facts.push({ key: 'nothing-planned' })
  const worrying = facts.some((fact) => fact.key !== 'sessions-held')
  return { ...counts, health: stalled ? 'stalled' : worrying ? 'watch' : 'on-track', facts }
}
