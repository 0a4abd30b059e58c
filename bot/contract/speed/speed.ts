/** Speed meetings: planning them as an Organizer, taking part in them. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const plan = z.object({
  name: z.string().trim().min(3).max(80),
  startsAt: s.instant,
  /** At most; fewer are planned where nobody has that many people to meet. */
  rounds: z.number().int().min(1).max(15),
  roundMinutes: z.number().int().min(5).max(10),
})

const event = plan.extend({
  id: s.id,
  endsAt: s.instant,
  state: z.enum(['drafted', 'published', 'over', 'cancelled']),
  /** Whether it stands in everybody's calendar; `refused` says that Outlook does not want it. */
  outlook: z.enum(['none', 'asked', 'booked', 'refused']),
  failure: z.string().optional(),
  people: z.number().int(),
  meetings: z.number().int(),
})

export const speedEvents = {
  input: z.object({ id: s.id }),
  output: z.object({ now: s.instant, stageAllows: z.boolean(), events: z.array(event) }),
}

/** Who meets whom, for the Organizer to look at before anybody is invited. */
export const speedEvent = {
  input: z.object({ id: s.id }),
  output: z.object({
    event,
    rounds: z.array(
      z.object({
        round: z.number().int(),
        startsAt: s.instant,
        endsAt: s.instant,
        meetings: z.array(z.object({ mentor: s.face, mentee: s.face })),
        /** Has a pause in this round. */
        pausing: z.array(s.face),
      }),
    ),
    /** Accepted into the Cohort and in no meeting: too late for the plan, or nobody they may meet. */
    without: z.array(s.face),
    /** Of those who are invited: part of it lies outside the hours they named, or nobody knows those. */
    outsideHours: z.array(s.face),
    fewest: z.number().int(),
    most: z.number().int(),
  }),
}

export const planSpeedEvent = { input: plan.extend({ id: s.id }), output: z.object({ id: s.id }) }
export const replanSpeedEvent = { input: plan.extend({ id: s.id }), output: z.object({ id: s.id }) }
export const publishSpeedEvent = { input: z.object({ id: s.id }), output: s.ok }
export const cancelSpeedEvent = { input: z.object({ id: s.id }), output: s.ok }

export const mySpeedMeetings = {
  input: z.object({}),
  output: z.object({
    now: s.instant,
    /** The one under way, else the next, else the last that can still be rated. */
    event: z
      .object({
        id: s.id,
        name: z.string(),
        startsAt: s.instant,
        endsAt: s.instant,
        joinUrl: z.string().optional(),
        rounds: z.array(
          z.object({
            round: z.number().int(),
            startsAt: s.instant,
            endsAt: s.instant,
            /** Absent: a pause. */
            partner: s.face.extend({ signInName: z.string().optional() }).optional(),
            /** The Mentor calls. */
            iCall: z.boolean(),
            /** What I said; nobody else's. */
            rating: z.number().int().optional(),
          }),
        ),
      })
      .nullable(),
  }),
}

/** Private: nobody but the engine reads it. A later answer replaces the former. */
export const rateSpeedMeeting = {
  input: z.object({ id: s.id, personId: s.id, rating: z.number().int().min(1).max(10) }),
  output: s.ok,
}
