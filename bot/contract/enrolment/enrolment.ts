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

/** An Organizer lets somebody pause, or with `null` ends the break. */
export const setBreak = {
  input: z.object({ id: s.id, until: s.date.nullable() }),
  output: z.object({ state: s.participantState, pausedUntil: s.date.optional() }),
}

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

/**
 * Somebody as an Organizer outside their reporting line may know them. `hiddenPairs`: how many are not shown, because the
 * asker stands in them or above the other one.
 */
export const openParticipant = {
  input: z.object({ id: s.id }),
  output: z.object({
    person: s.face.extend({ managerName: z.string().optional() }),
    participant: participant.pick({
      ...{
        id: true,
        cohortId: true,
        side: true,
        state: true,
        pausedUntil: true,
        topics: true,
        languages: true,
      },
      ...{ interests: true, capacity: true, timeZone: true, workingHours: true, acceptedGroundRules: true },
    }),
    enrolledAt: s.instant,
    /** The version that holds by now. */
    groundRules: z.number().int(),
    pairs: z.array(
      z.object({
        id: s.id,
        partner: s.face,
        cohortName: z.string(),
        state: z.enum(['approved', 'active', 'completed', 'ended', 'declined']),
        approvedAt: s.instant.optional(),
        endedAt: s.instant.optional(),
      }),
    ),
    hiddenPairs: z.number().int(),
    /** With whom they asked for each other, or whom an Organizer has chosen for them. */
    wishes: z.array(z.object({ partner: s.face, by: z.enum(['organizer', 'both']) })),
    /** The latest first. `by`: who decided; what somebody did about themself names nobody. */
    history: z.array(
      z.object({
        at: s.instant,
        what: z.enum([
          ...([
            'enrolled',
            'changed',
            'approved',
            'waitlisted',
            'declined',
            'paused',
            'paused-for-them',
            'resumed-for-them',
            'resumed',
            'left',
          ] as const),
        ]),
        by: s.face.optional(),
      }),
    ),
  }),
}
