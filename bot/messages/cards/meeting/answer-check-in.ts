import { z } from 'zod'
import { type CheckInAnswer, obstacles } from '../../../domain/meeting/check-in.ts'
import { isRefused, type Refusal } from '../../../domain/refusal.ts'
import { myCheckIn } from '../../../workflows/meeting/my-next-session.ts'
import { recordCheckIn } from '../../../workflows/meeting/record-check-in.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { cardAct } from '../../card-acts.ts'
import { id } from '../input.ts'
import { pairingOfSession } from '../pairing-of.ts'
import {
  type CheckInQuestion,
  checkInCard,
  checkInDoneCard,
  checkInOverCard,
  type Given,
} from './check-in.ts'

const session = z.object({ sessionId: id })

/** Inputs arrive as text, or as what our own buttons put there. */
const answer = session.extend({
  held: z
    .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false'])])
    .transform((held) => held === true || held === 'yes' || held === 'true')
    .optional()
    .catch(undefined),
  worth: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  obstacle: z.enum(obstacles),
})

interface Step {
  question: CheckInQuestion
  answer?: CheckInAnswer
  given?: Given
  missing?: 'held' | 'worth'
  isClosed?: true
}

const whoMet = async (ports: Ports, _: string, { sessionId }: { sessionId: string }) => ({
  pairing: await pairingOfSession(ports, sessionId),
})

/** One that is not over yet is refused in words. */
const isDueLater = (startedAt: Date, { clock }: Ports) => startedAt > clock.now()

/** What a press left out is asked for again on the card, with what was answered filled in. */
export const answerCheckIn = cardAct({
  verb: 'check-in',
  input: answer,
  asks: 'answer-check-in',
  afterClose: 'last-words',
  facts: whoMet,
  async act(ports, who, { sessionId, held, worth, obstacle }): Promise<Step | Refusal> {
    const view = await myCheckIn(ports, who, sessionId)
    if (isRefused(view)) return view
    const question = { ...view, sessionId }
    if (!view.isOpen && !isDueLater(view.startedAt, ports)) return { question, isClosed: true }
    if (held === undefined) return { question, given: { worth }, missing: 'held' }
    if (held && worth === undefined) return { question, given: { held }, missing: 'worth' }
    const answered: CheckInAnswer = held ? { held, worth: worth!, obstacle } : { held, obstacle }
    const recorded = await recordCheckIn(ports, sessionId, who, answered, 'card')
    return isRefused(recorded) ? recorded : { question, answer: answered }
  },
  draw: ({ question, answer, given, missing, isClosed }, reader) =>
    isClosed
      ? checkInOverCard({ ...question, state: 'closed' }, reader)
      : answer
        ? checkInDoneCard(question, answer, reader)
        : checkInCard(question, reader, given, missing),
})

/** The question again, with what was answered filled in. */
export const changeCheckIn = cardAct({
  verb: 'change-check-in',
  input: session,
  asks: 'answer-check-in',
  afterClose: 'last-words',
  facts: whoMet,
  async act(ports, who, { sessionId }) {
    const view = await myCheckIn(ports, who, sessionId)
    return isRefused(view) ? view : { ...view, sessionId }
  },
  draw: (question, reader) =>
    question.isOpen
      ? checkInCard(question, reader, question.answer)
      : checkInOverCard({ ...question, state: 'closed' }, reader),
})
