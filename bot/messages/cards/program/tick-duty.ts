import { z } from 'zod'
import { duties } from '../../../domain/program/sponsor-duties.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { dutyOf, tickDuty as tick } from '../../../workflows/program/sponsor-duties.ts'
import { cardAct } from '../../card-acts.ts'
import { id } from '../input.ts'
import { sponsorDutyCard } from './dates.ts'

export const tickDuty = cardAct({
  verb: 'tick-duty',
  input: z.object({ cohortId: id, duty: z.enum(duties) }),
  asks: 'tick-duty',
  afterClose: (ports, { cohortId }) => whereIs.cohort(ports, cohortId),
  // Teams does not say what app roles somebody has: an Organizer ticks in the tab.
  facts: async ({ store }, _, { cohortId }) => {
    const cohort = await store.cohorts.get(cohortId)
    return { roles: [], sponsorId: cohort && (await store.programs.get(cohort.programId))?.sponsorId }
  },
  async act(ports, who, { cohortId, duty }) {
    const done = await tick(ports, cohortId, { duty, isDone: true }, who)
    return isRefused(done) ? done : ((await dutyOf(ports, cohortId, duty)) ?? refuse('not-found'))
  },
  draw: sponsorDutyCard,
})
