/**
 * The short question after a Session (capability H1): held? worth it? anything in the way? Each side answers alone.
 * due → asked → answered, or missed when nobody answered for a while. Answering again replaces the answer until the question
 * closes.
 */
import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Session, SessionId, SessionState } from '../scheduling/session.ts'
import { dayMs } from '../span.ts'

export type CheckInState = 'due' | 'asked' | 'answered' | 'missed'

export const obstacles = ['nothing', 'time', 'topic', 'technology', 'relationship', 'other'] as const
export type Obstacle = (typeof obstacles)[number]

export interface CheckInAnswer {
  held: boolean
  /** "Worth my time", 1 to 5; absent when the Session was not held. */
  worth?: number
  obstacle: Obstacle
}

export interface CheckIn {
  sessionId: SessionId
  personId: PersonId
  state: CheckInState
  askedAt?: Date
  /** Once, when nobody had answered for a while. */
  remindedAt?: Date
  answeredAt?: Date
  answer?: CheckInAnswer
  /** It was answered, and what was said is erased: nobody can read it any more. */
  isErased?: true
}

export type CheckInRefusal = 'session-not-over' | 'no-longer-open' | 'worth-out-of-range'

/** How long after being asked an answer still counts. */
export const answerWithinDays = 10
/** And when whoever has not answered is reminded, once. */
export const remindAfterDays = 4

/** A question is due once the Session's end has passed and nobody cancelled it. */
export function isDue(session: Session, now: Date): boolean {
  return session.state !== 'cancelled' && session.endsAt.getTime() <= now.getTime()
}

/**
 * When the question about a Session closes, for both at once; from then on no answer to it comes or changes. Undefined while
 * nobody was asked.
 */
export function closesAt(session: Session, checkIns: readonly CheckIn[]): Date | undefined {
  if (checkIns.length === 0) return undefined
  const asked = checkIns.flatMap(({ askedAt }) => askedAt?.getTime() ?? [])
  return new Date(Math.max(session.endsAt.getTime(), ...asked) + answerWithinDays * dayMs)
}

/** One question for each date that a Session had: another date is asked about anew. */
export function checkInKey(
  { id, movedFrom, startsAt }: Pick<Session, 'id' | 'movedFrom' | 'startsAt'>,
  personId: PersonId,
  again?: 'again',
): string {
  const first = `check-in${again ? '-again' : ''}.${id}.${personId}`
  return movedFrom === undefined ? first : `${first}.${startsAt.getTime()}`
}

/** Of every card that asks about it: the first, and the reminder. */
export const checkInKeys = (
  session: Pick<Session, 'id' | 'movedFrom' | 'startsAt'>,
  personId: PersonId,
): string[] => [checkInKey(session, personId), checkInKey(session, personId, 'again')]

/** Whether an answer to it would still count. */
export function isOpenTo(session: Session, checkIn: CheckIn | undefined, now: Date): boolean {
  if (!isDue(session, now) || checkIn?.state === 'missed') return false
  const closes = checkIn && closesAt(session, [checkIn])
  return !closes || closes >= now
}

/** Both have answered, or the question has closed: what came of the Session is no longer one person's answer alone. */
export function isAnsweredFor(session: Session, checkIns: readonly CheckIn[], now: Date): boolean {
  const closes = closesAt(session, checkIns)
  if (closes && closes <= now) return true
  return checkIns.filter(({ state }) => state === 'answered').length === 2
}

/**
 * What one of the two sees of a Session: what they said themselves, and nothing of what the other said, or whether. A
 * Session that they did not answer for looks as it did before.
 */
export function stateFor(session: Session, mine: CheckIn | undefined): SessionState {
  if (session.state === 'cancelled') return 'cancelled'
  if (!mine?.answer) return 'planned'
  return mine.answer.held ? 'held' : 'missed'
}

/** A Session counts from its beginning, unless it was called off or this person says that it did not take place. */
export function hasBegunBy(session: Session, mine: CheckIn | undefined, now: Date): boolean {
  return session.state !== 'cancelled' && session.startsAt <= now && mine?.answer?.held !== false
}

export function answer(
  checkIn: CheckIn,
  session: Session,
  given: CheckInAnswer,
  now: Date,
): CheckIn | Refusal<CheckInRefusal> {
  if (!isDue(session, now)) return refuse('session-not-over')
  if (checkIn.state === 'missed') return refuse('no-longer-open')
  const closes = closesAt(session, [checkIn])
  if (closes && closes < now) return refuse('no-longer-open')
  const { worth } = given
  if (given.held && (worth === undefined || !Number.isInteger(worth) || worth < 1 || worth > 5)) {
    return refuse('worth-out-of-range')
  }
  const answered: CheckInAnswer = given.held
    ? { held: true, worth: worth!, obstacle: given.obstacle }
    : { held: false, obstacle: given.obstacle }
  return { ...checkIn, state: 'answered', answeredAt: now, answer: answered }
}

/**
 * What both answers say of the Session. One voice is enough to call it held; it is missed only when nobody says it was
 * held and somebody says it was not. Two different answers count as held: the doubt goes to the Organizer, not to the pair.
 */
export function outcomeOf(answers: (CheckInAnswer | undefined)[]): SessionState | undefined {
  if (answers.some((one) => one?.held)) return 'held'
  if (answers.some((one) => one && !one.held)) return 'missed'
  return undefined
}
