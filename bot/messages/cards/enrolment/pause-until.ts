import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { pauseEnrolment } from '../../../workflows/enrolment/enrol.ts'
import { currentParticipant } from '../../../workflows/meeting/my-next-session.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { cardAct, ownThing } from '../../card-acts.ts'
import { dayAfter, pauseCard, pausedCard } from './pause.ts'

/** Without a day that is still to come, the question once more. */
type Step = { pausedUntil: string } | { earliest: string }

export const pauseUntil = cardAct({
  verb: 'pause-until',
  input: z.object({ until: z.iso.date().optional().catch(undefined) }),
  asks: 'change-own-enrolment',
  afterClose: async (ports, _, who) => {
    const mine = await currentParticipant(ports, who)
    return mine && whereIs.participant(ports, mine.id)
  },
  facts: ownThing,
  async act(ports, who, { until }): Promise<Step | Refusal> {
    const earliest = dayAfter(ports.clock.now())
    if (until === undefined || until < earliest) return { earliest }
    const participant = await currentParticipant(ports, who)
    if (!participant) return refuse('not-enrolled')
    const paused = await pauseEnrolment(ports, participant.id, who, until)
    if (!isRefused(paused)) return { pausedUntil: until }
    return paused.refused === 'not-found' ? refuse('not-enrolled') : paused
  },
  draw(step, reader) {
    if ('earliest' in step) return pauseCard(step.earliest, reader, true)
    return pausedCard(step.pausedUntil, reader)
  },
})
