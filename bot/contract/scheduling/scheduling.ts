/** How a Cohort's Sessions are scheduled, and another time for one pair. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const policy = z
  .object({
    organizer: z.enum(['mentor', 'mentee', 'program']),
    /** Id of the program's mailbox; needed when it organizes. */
    programMailbox: s.id.optional(),
    sensitivity: z.enum(['normal', 'private']),
    tentativeIs: z.enum(['busy', 'free']),
    noMeetingDays: z.array(z.number().int().min(1).max(7)).max(6),
    holidays: z.array(s.date).max(400),
    preferred: z.object({ from: clock, to: clock }).optional(),
    noticeDays: z.number().int().min(0).max(30),
    /** After how many Sessions in a row that did not take place who is told. */
    ladder: z.object({
      pair: z.number().int().min(1).max(10),
      organizer: z.number().int().min(1).max(10),
      sponsor: z.number().int().min(1).max(10).optional(),
    }),
  })
  .refine((one) => one.organizer !== 'program' || one.programMailbox, {
    message: 'Name the mailbox that organizes.',
    path: ['programMailbox'],
  })
  .refine((one) => !one.preferred || one.preferred.from < one.preferred.to, {
    message: 'The preferred time must end after it starts.',
    path: ['preferred', 'to'],
  })

export const schedulingPolicy = {
  input: z.object({ id: s.id }),
  output: z.object({ policy, paused: z.boolean(), version: s.version }),
}
export const changeScheduling = {
  input: z.object({ id: s.id, policy, version: s.version }),
  output: z.object({ policy, paused: z.boolean(), version: s.version }),
}
export const pauseBooking = {
  input: z.object({ id: s.id, paused: z.boolean() }),
  output: z.object({ paused: z.boolean(), waiting: z.number().int() }),
}

/** The days that are kept clear of, for whom, and what is booked on one of them. */
export const daysOff = {
  input: z.object({ id: s.id }),
  output: z.object({
    countries: z.array(
      z.object({
        /** ISO 3166-1 alpha-2. */
        country: z.string(),
        people: z.number().int(),
        /** Of today and later, until the Cohort is over. */
        days: z.array(s.date),
      }),
    ),
    /** People whose country is not known, or has no holidays that are kept. */
    unknown: z.number().int(),
    /** Entered by the Organizer, for everybody. */
    own: z.array(s.date),
    falling: z.object({ sessions: z.number().int(), pairs: z.number().int() }),
  }),
}
export const moveOffDaysOff = {
  input: z.object({ id: s.id }),
  output: z.object({ moved: z.number().int() }),
}

export const holdTimes = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** IANA zone of all clock times here: the organizer's. */
    timeZone: z.string(),
    /** How many Sessions are to be placed, and how long each is. */
    occurrences: z.number().int(),
    minutes: z.number().int(),
    /** ISO weekday and half hour; how many of the Sessions are free for each and for both. Those with none are left out. */
    cells: z.array(
      z.object({
        weekday: z.number().int(),
        time: clock,
        mentor: z.number().int(),
        mentee: z.number().int(),
        both: z.number().int(),
      }),
    ),
    chosen: z.object({ weekday: z.number().int(), time: clock }).nullable(),
    /** Best first. */
    candidates: z.array(
      z.object({
        firstDate: s.date,
        time: clock,
        weekday: z.number().int(),
        score: z.number(),
        parts: z.record(z.string(), z.number()),
        /** How many Sessions would be moved within a week. */
        moved: z.number().int(),
      }),
    ),
  }),
}
export const changeSlot = {
  input: z.object({ id: s.id, firstDate: s.date, time: clock, outsideHours: z.boolean().default(false) }),
  output: z.object({ moved: z.number().int() }),
}
