import { z } from 'zod'
import { stopAssisting } from '../../../workflows/program/assist.ts'
import { cardAct } from '../../card-acts.ts'
import { assistingCard } from './assisting.ts'

/** Whoever is no longer the assistant has nothing here to stop. */
export const stopAssistingAct = cardAct({
  verb: 'stop-assisting',
  input: z.object({ leaderId: z.string() }),
  asks: 'stop-assisting',
  afterClose: 'no-cohort',
  async facts({ store }, _, { leaderId }) {
    return { ownerId: (await store.delegates.of(leaderId))?.assistantId }
  },
  act: (ports, who, { leaderId }) => stopAssisting(ports, leaderId, who),
  draw: assistingCard,
})
