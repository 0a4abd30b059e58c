/** Taking part: enrolling, pausing, leaving, and who decides. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const enrolment = z.object({
  side: s.side,
  topics: z.array(s.topicLevel).min(1).max(8),
  languages: z.array(z.string().min(2).max(10)).min(1).max(8),
  interests: z.array(z.string().max(40)).max(12),
  capacity: z.number().int().min(1).max(4),
  timeZone: s.timeZone,
  workingHours: s.workingHours,
  goal: z.string().trim().max(300),
  goalStart: z.number().int().min(1).max(5),
  acceptedGroundRules: z.number().int().min(1),
})

export const participant = enrolment.extend({
  id: s.id,
  cohortId: s.id,
  state: s.participantState,
  pausedUntil: s.date.optional(),
  // What was said is gone some months after the Cohort has closed.
  topics: z.array(s.topicLevel).max(8),
  languages: z.array(z.string()).max(8),
  goalStart: z.number().int().min(0).max(5),
})

export const enrol = { input: enrolment.extend({ cohortId: s.id }), output: z.object({ participant }) }

export const updateEnrolment = { input: enrolment.extend({ id: s.id }), output: z.object({ participant }) }

export const pauseEnrolment = {
  input: z.object({ id: s.id, until: s.date }),
  output: z.object({ participant }),
}

export const resumeEnrolment = { input: z.object({ id: s.id }), output: z.object({ participant }) }

export const leaveEnrolment = { input: z.object({ id: s.id }), output: z.object({ participant }) }

/** "Not with this person": private, nobody but the engine reads it. `lift` takes it back. */
export const blockPerson = {
  input: z.object({ personId: s.id, lift: z.boolean().default(false) }),
  output: s.ok,
}

/** `seen`: what was decided before, as the person deciding saw it; refused as `changed-meanwhile` when it is another by now. */
export const decideParticipant = {
  input: z.object({
    id: s.id,
    seen: s.participantState,
    decision: z.enum(['approve', 'waitlist', 'decline']),
    /** Kept with the decision; needed where reviews of an application are missing. */
    reason: z.string().trim().max(300).optional(),
  }),
  output: z.object({ state: s.participantState }),
}
