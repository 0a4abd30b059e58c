import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { resumeEnrolment } from '../../../workflows/enrolment/enrol.ts'
import { currentParticipant } from '../../../workflows/meeting/my-next-session.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { cardAct, ownThing } from '../../card-acts.ts'
import { backCard, pausedCard } from './pause.ts'

/** The break that the card speaks of ends; one that was set since is shown as it is. */
export const resumeAct = cardAct({
  verb: 'resume',
  input: z.object({ until: z.iso.date() }),
  asks: 'change-own-enrolment',
  afterClose: async (ports, _, who) => {
    const mine = await currentParticipant(ports, who)
    return mine && whereIs.participant(ports, mine.id)
  },
  facts: ownThing,
  async act(ports, who, { until }): Promise<{ pausedUntil?: string } | Refusal> {
    const mine = await currentParticipant(ports, who)
    if (!mine || mine.state === 'left' || mine.state === 'declined') return refuse('not-enrolled')
    if (mine.state !== 'paused') return {}
    if (mine.pausedUntil !== undefined && mine.pausedUntil !== until) return { pausedUntil: mine.pausedUntil }
    const resumed = await resumeEnrolment(ports, mine.id, who)
    if (!isRefused(resumed)) return {}
    return resumed.refused === 'not-found' ? refuse('not-enrolled') : resumed
  },
  draw: ({ pausedUntil }, reader) => (pausedUntil ? pausedCard(pausedUntil, reader) : backCard(reader)),
})
