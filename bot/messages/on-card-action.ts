/**
 * A button was pressed. What the card carries says which question it was, never who answers: that is whoever Teams says
 * pressed it, held against the record. The same press twice leaves the same answer.
 */
import { z } from 'zod'
import { mayAnswerCheckIn } from '../auth/policies.ts'
import { type CheckInAnswer, obstacles } from '../domain/meeting/check-in.ts'
import { isRefused, type Refusal } from '../domain/refusal.ts'
import type { CardMessage, Reader } from './cards/card.ts'
import { helpCard } from './cards/help.ts'
import { askCard, askDoneCard } from './cards/meeting/ask.ts'
import { checkInCard, checkInDoneCard } from './cards/meeting/check-in.ts'
import { dateOnly, pauseCard } from './cards/meeting/my-mentoring.ts'
import { pairingOffCard, pairRequestCard } from './cards/preferences/requests.ts'
import { assistedRepairCard } from './cards/program/assisted.ts'
import { seatAskedCard } from './cards/program/seat.ts'
import { repairCard } from './cards/scheduling/repair.ts'
import { speedRatedCard } from './cards/speed/speed.ts'
import type { CheckInView, MessagesDeps } from './deps.ts'
import type { Answer, Where } from './incoming.ts'
import { dayAfter, runCommand } from './on-message.ts'

type Data = Record<string, unknown>

export async function onCardAction(
  verb: string,
  data: Data,
  where: Where,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const { personId } = where
  if (where.scope !== 'personal' || !personId) return { kind: 'text', text: reader.words.text('in-channel') }
  switch (verb) {
    case 'check-in':
      return answerCheckIn(data, personId, reader, deps)
    case 'change-check-in':
      return askAgain(data, personId, reader, deps)
    case 'answer-ask':
      return answerAsk(data, personId, reader, deps)
    case 'change-ask':
      return changeAsk(data, personId, reader, deps)
    case 'answer-request':
      return answerRequest(data, personId, reader, deps)
    case 'answer-seat':
      return answerSeat(data, personId, reader, deps)
    case 'decline-pairing':
      return declinePairing(data, personId, reader, deps)
    case 'choose-assisted':
      return chooseAssisted(data, personId, reader, deps)
    case 'rate-speed':
      return rateSpeed(data, personId, reader, deps)
    case 'cannot-make-it':
      return cannotMakeIt(data, personId, reader, deps)
    case 'choose-repair':
      return chooseRepair(data, personId, reader, deps)
    case 'withdraw-repair':
      return withdrawRepair(data, personId, reader, deps)
    case 'pause-until':
      return pause(data, personId, reader, deps)
    case 'my-mentoring':
    case 'next-session':
    case 'pause':
    case 'help':
      return inPlace(await runCommand(verb, personId, reader, deps))
    default:
      return replace(helpCard(reader))
  }
}

const sessionSchema = z.object({ sessionId: z.string().min(1).max(100) })

/** Inputs arrive as text, or as what our own buttons put there. */
const answerSchema = sessionSchema.extend({
  held: z
    .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false'])])
    .transform((held) => held === true || held === 'yes' || held === 'true')
    .optional()
    .catch(undefined),
  worth: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  obstacle: z.enum(obstacles),
})

async function answerCheckIn(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const given = answerSchema.safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { sessionId, held, worth, obstacle } = given.data
  const view = await mine(sessionId, personId, deps)
  if (isRefused(view)) return sorry(view, reader)
  const question = { ...view, sessionId }
  if (held === undefined) return replace(checkInCard(question, reader, { worth }, 'held'))
  if (held && worth === undefined) return replace(checkInCard(question, reader, { held }, 'worth'))
  const answer: CheckInAnswer = held ? { held, worth: worth!, obstacle } : { held, obstacle }
  const recorded = await deps.answerCheckIn(personId, sessionId, answer)
  return isRefused(recorded) ? sorry(recorded, reader) : replace(checkInDoneCard(question, answer, reader))
}

/** The question again, with what was answered filled in. */
async function askAgain(data: Data, personId: string, reader: Reader, deps: MessagesDeps): Promise<Answer> {
  const asked = sessionSchema.safeParse(data)
  if (!asked.success) return replace(helpCard(reader))
  const view = await mine(asked.data.sessionId, personId, deps)
  if (isRefused(view)) return sorry(view, reader)
  return replace(checkInCard({ ...view, ...asked.data }, reader, view.answer))
}

async function mine(sessionId: string, personId: string, deps: MessagesDeps): Promise<CheckInView | Refusal> {
  const view = await deps.checkIn(personId, sessionId)
  if (isRefused(view)) return view
  return mayAnswerCheckIn({ personId }, view.participants) ? view : { refused: 'not-yours' }
}

const speedSchema = z.object({
  eventId: z.string().min(1).max(100),
  toId: z.string().min(1).max(100),
  rating: z.coerce.number().int().min(1).max(10).optional().catch(undefined),
})

/** The question stays on the card: the last answer counts. */
async function rateSpeed(data: Data, personId: string, reader: Reader, deps: MessagesDeps): Promise<Answer> {
  const given = speedSchema.safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { eventId, toId, rating } = given.data
  const rated = await deps.rateSpeedMeeting(personId, eventId, toId, rating)
  return isRefused(rated)
    ? sorry(rated, reader)
    : replace(speedRatedCard({ eventId, partner: rated.partner, rating }, reader))
}

const id = z.string().min(1).max(100)
const askSchema = z.object({ askKey: z.string().min(1).max(200) })

/** What is missing is asked for again on the card, with what was answered filled in. */
async function answerAsk(data: Data, personId: string, reader: Reader, deps: MessagesDeps): Promise<Answer> {
  const which = askSchema.safeParse(data)
  if (!which.success) return replace(helpCard(reader))
  const { askKey } = which.data
  const mine = await deps.ask(personId, askKey)
  if (isRefused(mine)) return sorry(mine, reader)
  const { askKey: _, verb: __, ...given } = data
  const answered = await deps.answerAsk(personId, askKey, given)
  if (!isRefused(answered)) return replace(askDoneCard(mine.notice, reader))
  const { refused, detail } = answered
  if (refused === 'answer-missing' || refused === 'answer-out-of-range')
    return replace(askCard(mine.notice, reader, given, String(detail?.['field'])))
  return sorry(answered, reader)
}

async function changeAsk(data: Data, personId: string, reader: Reader, deps: MessagesDeps): Promise<Answer> {
  const which = askSchema.safeParse(data)
  if (!which.success) return replace(helpCard(reader))
  const mine = await deps.ask(personId, which.data.askKey)
  return isRefused(mine) ? sorry(mine, reader) : replace(askCard(mine.notice, reader, mine.answers))
}
const requestSchema = z.object({ requestId: id, answer: z.enum(['accept', 'not-now']) })

/** Over meanwhile: the card says how it stands rather than no. */
async function answerRequest(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const given = requestSchema.safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { requestId, answer } = given.data
  const answered = await deps.answerRequest(personId, requestId, answer)
  if (!isRefused(answered)) return replace(pairRequestCard(answered, reader))
  const now = answered.refused === 'no-longer-open' ? await deps.pairRequest(personId, requestId) : answered
  return isRefused(now) ? sorry(answered, reader) : replace(pairRequestCard(now, reader))
}

const seatSchema = z.object({ handoverId: id, answer: z.enum(['accepted', 'declined']) })

/** Taken back or answered meanwhile: the card says how it stands rather than no. */
async function answerSeat(data: Data, personId: string, reader: Reader, deps: MessagesDeps): Promise<Answer> {
  const given = seatSchema.safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { handoverId, answer } = given.data
  const answered = await deps.answerSeat(personId, handoverId, answer)
  if (!isRefused(answered)) return replace(seatAskedCard(answered, reader))
  const now = answered.refused === 'no-longer-open' ? await deps.seatAsked(personId, handoverId) : answered
  return isRefused(now) ? sorry(answered, reader) : replace(seatAskedCard(now, reader))
}

async function declinePairing(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const which = z.object({ pairingId: id }).safeParse(data)
  if (!which.success) return replace(helpCard(reader))
  const declined = await deps.declinePairing(personId, which.data.pairingId)
  return isRefused(declined) ? sorry(declined, reader) : replace(pairingOffCard(declined, reader))
}

const whichSession = z.union([z.object({ sessionId: id }), z.object({ pairingId: id })])
const choiceSchema = z.object({ repairId: id, option: z.coerce.number().int().min(0).max(9) })

/** The card whose button this was stays: the times come in one of their own, to both. */
async function cannotMakeIt(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const which = whichSession.safeParse(data)
  if (!which.success) return replace(helpCard(reader))
  const asked = await deps.cannotMakeIt(personId, which.data)
  return isRefused(asked) ? sorry(asked, reader) : { kind: 'text', text: reader.words.text('repair-looking') }
}

async function chooseRepair(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const given = choiceSchema.safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { repairId, option } = given.data
  const chosen = await deps.chooseRepair(personId, repairId, option)
  return isRefused(chosen)
    ? asItIsNow(chosen, repairId, personId, reader, deps)
    : replace(repairCard(chosen, reader))
}

/** Refused or not, the card shows how the Session stands now; somebody who is no longer the assistant sees nothing. */
async function chooseAssisted(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const given = choiceSchema.safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { repairId, option } = given.data
  const now = await deps.chooseAssisted(personId, repairId, option)
  return isRefused(now) ? sorry(now, reader) : replace(assistedRepairCard(now, reader))
}

async function withdrawRepair(
  data: Data,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  const given = choiceSchema.pick({ repairId: true }).safeParse(data)
  if (!given.success) return replace(helpCard(reader))
  const { repairId } = given.data
  const kept = await deps.withdrawRepair(personId, repairId)
  return isRefused(kept)
    ? asItIsNow(kept, repairId, personId, reader, deps)
    : replace(repairCard(kept, reader))
}

/** The other side was faster, or the week is over: the card says how it stands rather than no. */
async function asItIsNow(
  refusal: Refusal,
  repairId: string,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  if (refusal.refused === 'time-passed') return sorry(refusal, reader)
  const now = await deps.repair(personId, repairId)
  return isRefused(now) ? sorry(refusal, reader) : replace(repairCard(now, reader))
}

async function pause(data: Data, personId: string, reader: Reader, deps: MessagesDeps): Promise<Answer> {
  const until = z.iso.date().safeParse(data['until'])
  const earliest = dayAfter(deps.clock.now())
  if (!until.success || until.data < earliest) return replace(pauseCard(earliest, reader, true))
  const paused = await deps.pause(personId, until.data)
  if (isRefused(paused)) {
    const isStranger = paused.refused === 'not-found'
    return sorry(isStranger ? { refused: 'not-enrolled' } : paused, reader)
  }
  const day = dateOnly(until.data, reader.words)
  return { kind: 'text', text: reader.words.text('pause-done', { day }) }
}

const replace = (message: CardMessage): Answer => ({ kind: 'replace', message })

const inPlace = (answer: Answer): Answer => (answer.kind === 'card' ? replace(answer.message) : answer)

/** A name nobody gave words to still gets a sentence; that a Session exists is not told to strangers. */
function sorry({ refused }: Refusal, { words }: Reader): Answer {
  const name = refused === 'not-found' ? 'not-yours' : refused
  return { kind: 'text', text: words.find(`sorry-${name}`) ?? words.text('sorry-unknown') }
}
