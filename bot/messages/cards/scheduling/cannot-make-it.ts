import { z } from 'zod'
import { isRefused, type Refusal } from '../../../domain/refusal.ts'
import { slipWordsIn } from '../../../words/slips.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { askForAnotherTime, askForRepair } from '../../../workflows/scheduling/repair/ask-for-repair.ts'
import { myRepair, type RepairNotice } from '../../../workflows/scheduling/repair/repair-context.ts'
import { type WhichSession, whichSession } from '../../../workflows/scheduling/repair/which-session.ts'
import { cardAct } from '../../card-acts.ts'
import type { CardMessage } from '../card.ts'
import { id } from '../input.ts'
import { pairingOfSession } from '../pairing-of.ts'
import { notedCard, whichSessionCard } from './which-session.ts'

/** `isAnswer`: pressed on the question which Session is meant, whose buttons go then. */
type Step = { repair: RepairNotice; isAnswer: boolean } | { which: WhichSession }

const named = z.object({
  sessionId: id,
  at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  isAnswer: z.boolean().optional().catch(undefined),
})

/** The card whose button this was stays: the times come in one of their own, to both. */
export const cannotMakeIt = cardAct({
  verb: 'cannot-make-it',
  input: z.union([named, z.object({ pairingId: id })]),
  asks: 'repair-session',
  afterClose: (ports, which) =>
    'sessionId' in which ? whereIs.session(ports, which.sessionId) : whereIs.pairing(ports, which.pairingId),
  facts: async (ports, _, which) => ({
    pairing:
      'sessionId' in which
        ? await pairingOfSession(ports, which.sessionId)
        : await ports.store.pairings.get(which.pairingId),
  }),
  async act(ports, who, pressed): Promise<Step | Refusal> {
    const meant = await whichSession(ports, who, pressed)
    if (isRefused(meant)) return meant
    if (!('means' in meant)) return { which: meant }
    const asked = await askForRepair(ports, meant.means, who)
    const repair = isRefused(asked) ? asked : await myRepair(ports, who, asked.id)
    return isRefused(repair)
      ? repair
      : { repair, isAnswer: 'isAnswer' in pressed && pressed.isAnswer === true }
  },
  draw(step, reader): CardMessage | string {
    if ('which' in step) return whichSessionCard(step.which, reader)
    if (step.isAnswer) return notedCard(step.repair, reader)
    const { words } = reader
    const { number, stands, timeZone } = step.repair
    const gaps = { number: words.number(number), when: words.span(stands.start, stands.end, timeZone) }
    return slipWordsIn(words.locale)('asked', gaps)
  },
})

/** After "No, we did not meet". */
export const findAnotherTime = cardAct({
  verb: 'find-another-time',
  input: z.object({ sessionId: id }),
  asks: 'repair-session',
  afterClose: (ports, { sessionId }) => whereIs.session(ports, sessionId),
  facts: async (ports: Ports, _: string, { sessionId }) => ({
    pairing: await pairingOfSession(ports, sessionId),
  }),
  async act(ports, who, { sessionId }) {
    const asked = await askForAnotherTime(ports, sessionId, who)
    return isRefused(asked) ? asked : myRepair(ports, who, asked.id)
  },
  draw: ({ number }, { words }) =>
    slipWordsIn(words.locale)('another-time.done', { number: words.number(number) }),
})
