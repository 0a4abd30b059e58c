/** Setting up a Cohort, its seats and its stages. */
import { z } from 'zod'
import * as s from '../shapes.ts'
import { part, programRole } from './parts.ts'

const grade = z.number().int().min(1).max(12).optional()
const places = z.number().int().min(1).max(50_000).optional()
const onSides = <T extends z.ZodType>(of: T) => z.object({ mentor: of, mentee: of })

/** Who may enroll, as the directory knows them, and how many take part. What is left out lets everybody in. */
export const admission = z.object({
  units: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
  countries: z.array(z.string().length(2)).max(100).optional(),
  grades: onSides(z.object({ from: grade, to: grade }).optional())
    .partial()
    .optional(),
  places: onSides(places).partial().optional(),
})

const plan = z.object({
  programName: z.string().trim().min(3).max(80),
  cohortName: z.string().trim().min(1).max(80),
  challenge: s.challenge,
  objectives: z
    .array(z.object({ text: z.string().trim().min(3).max(300), topics: z.array(z.string()).max(12) }))
    .max(10),
  groundRules: z.array(z.string().trim().min(3).max(300)).min(1).max(20),
  /** Whom the Organizer wants; in charge from the moment they accept. */
  sponsorId: s.id,
  sponsorMessage: z.string().trim().max(1000),
  startsOn: s.date,
  /** When enrollment and pairing are to begin; without them four and two weeks before the start. */
  enrolsOn: s.date.optional(),
  pairsOn: s.date.optional(),
  sessions: z.number().int().min(2).max(24),
  cadenceWeeks: z.number().int().min(1).max(8),
  sessionMinutes: z.number().int().min(15).max(120),
  admission: admission.optional(),
})

const duty = z.enum(['invite', 'kickoff', 'midpoint', 'close'])
const seat = z.enum(['sponsor', 'organizer'])

export const cohortView = plan.omit({ sponsorId: true, groundRules: true }).extend({
  id: s.id,
  version: s.version,
  stage: s.stage,
  endsOn: s.date,
  sponsor: s.face.nullable(),
  organizer: s.face.nullable(),
  /** Who was asked last to take a seat and has not taken it: there is no answer yet, or it was no. */
  asked: z.array(
    z.object({ id: s.id, seat, person: s.face, state: z.enum(['open', 'declined']), askedAt: s.instant }),
  ),
  may: z.object({ edit: z.boolean(), handOver: z.boolean(), tickDuty: z.boolean() }),
  groundRules: z.object({
    version: z.number().int(),
    items: z.array(z.string()),
    /** Against the version before; for whoever may edit. */
    changed: z.object({ added: z.array(z.string()), dropped: z.array(z.string()) }).optional(),
    /** Whoever takes part and knows an earlier version only; for whoever may edit. */
    notAccepted: z.object({ count: z.number().int(), people: z.array(s.face) }).optional(),
    /** Whoever takes part in a Cohort of the Program that goes on: a new version asks them all. For whoever may edit. */
    asks: z.number().int().optional(),
  }),
  /** The timeline with its dates, and whose turn it is. */
  timeline: z.array(
    z.object({
      key: z.enum(['enrol', 'match', 'first-session', 'midpoint', 'last-session', 'close']),
      on: s.date,
      /** Where pairs come to it on different days: the last of them. */
      until: s.date.optional(),
      state: z.enum(['done', 'now', 'ahead']),
    }),
  ),
  /** What the Sponsor does, and what was done. */
  duties: z.array(z.object({ duty, on: s.date, isDue: z.boolean(), doneAt: s.instant.optional() })),
  nextStage: s.stage.nullable(),
  /** Every Cohort of the same Program, this one among them, in the order of their dates. */
  cohorts: z.array(
    z.object({ id: s.id, name: z.string(), stage: s.stage, startsOn: s.date, endsOn: s.date }),
  ),
  /** Which of them follows this one. */
  nextId: s.id.nullable(),
  counts: z.object({
    applied: z.number().int(),
    mentors: z.number().int(),
    mentees: z.number().int(),
    /** Absent where they are so few that figures hide them too, for whoever does not see the pairs themselves. */
    pairs: z.number().int().optional(),
    held: z.number().int().optional(),
  }),
})

export const createCohort = {
  /** `from`: a Cohort whose texts, settings and team go over as well. */
  input: plan.extend({ from: s.id.optional() }),
  /** How many of that team are asked. */
  output: z.object({ id: s.id, asked: z.number().int() }),
}

/** What a plan meets while it is made: public holidays in the weeks in which its pairs are to meet. */
export const planAhead = {
  input: z.object({
    startsOn: s.date,
    sessions: z.coerce.number().int().min(2).max(24),
    cadenceWeeks: z.coerce.number().int().min(1).max(8),
  }),
  output: z.object({
    /** Countries of the directory's people, most people first. */
    countries: z.array(z.object({ country: z.string(), people: z.number().int(), days: z.array(s.date) })),
    /** By what enrolling can be limited: what the directory says of its people, most people first. */
    directory: z.object({
      units: z.array(z.object({ name: z.string(), people: z.number().int() })),
      countries: z.array(z.object({ country: z.string(), people: z.number().int() })),
      people: z.number().int(),
      withGrade: z.number().int(),
    }),
    /** Of whom no country is known whose holidays are kept. */
    unknown: z.number().int(),
    /** The year after which no holidays are kept, where the plan goes beyond it. */
    knownUntil: z.number().int().optional(),
  }),
}

/** A draft of the next Cohort of the same Program; where one follows already, that one. */
export const nextCohort = {
  input: z.object({ id: s.id }),
  output: z.object({ id: s.id, isNew: z.boolean(), name: z.string() }),
}

/** Who was left out of the Cohort before this one, the longest waiting first. */
export const leftOut = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** Of that Cohort; absent where there was none. */
    beforeName: z.string().optional(),
    people: z.array(
      z.object({
        person: s.face,
        side: s.side,
        why: z.enum(['no-partner', 'waitlisted', 'undecided']),
        hasEnrolled: z.boolean(),
        /** Sign-in name, for a chat in Teams; absent where the directory has none. */
        chatWith: z.string().optional(),
      }),
    ),
  }),
}

export const cohort = { input: z.object({ id: s.id }), output: cohortView }

export const tickDuty = { input: z.object({ id: s.id, duty, isDone: z.boolean() }), output: s.ok }

/** `version`: of the plan that was changed. */
export const updateCohort = {
  input: plan.extend({
    ...{ id: s.id, version: s.version },
    /** Without it a plan that moves what stands in calendars is refused as `moves-booked`, with the number of pairs. */
    moveBooked: z.boolean().default(false),
  }),
  output: z.object({ id: s.id, moved: z.number().int() }),
}

/** Somebody is asked to take the Organizer's seat; the Sponsor's is asked for with the plan. */
export const handOver = { input: z.object({ id: s.id, personId: s.id }), output: s.ok }

export const takeHandoverBack = { input: z.object({ id: s.id }), output: s.ok }

/** The parts this person is asked to take, and the roles they have. */
export const mySeats = {
  input: z.object({}),
  output: z.object({
    asked: z.array(
      z.object({
        id: s.id,
        seat: part,
        programName: z.string(),
        statement: z.string(),
        askedBy: s.face,
        /** Who has it now; absent where nobody had it. */
        from: s.face.optional(),
        /** False: the Organizer's app role is missing, which IT gives. */
        mayAccept: z.boolean(),
      }),
    ),
    held: z.array(z.object({ cohortId: s.id, programName: z.string(), role: programRole, since: s.instant })),
  }),
}

export const answerSeat = {
  input: z.object({ id: s.id, answer: z.enum(['accepted', 'declined']) }),
  output: s.ok,
}

/** Closing is an act of its own. */
export const openStage = {
  input: z.object({ id: s.id, to: s.stage.exclude(['closed']) }),
  output: z.object({ stage: s.stage }),
}
