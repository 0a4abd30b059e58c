/** Shapes that several resources share. Instants are ISO strings with offset, dates are ISO dates. */
import { z } from 'zod'

export const instant = z.iso.datetime({ offset: true })
export const date = z.iso.date()
export const id = z.string().min(1).max(100)
export const side = z.enum(['mentor', 'mentee'])
export const stage = z.enum(['draft', 'enrolling', 'matching', 'running', 'closed'])
export const participantState = z.enum(['applied', 'approved', 'waitlisted', 'declined', 'paused', 'left'])
export const role = z.enum([
  'employee',
  'organizer',
  'sponsor',
  'stand-in',
  'communications',
  'analyst',
  'reviewer',
  'independent-contact',
  'it-admin',
])
export const place = z.enum([
  'my-mentoring',
  'training',
  'program',
  'people',
  'applications',
  'matching',
  'schedule',
  'check-ins',
  'insights',
  'publish',
])
/** Values of a sentence's gaps; the tab builds the sentence from its language file. */
export const detail = z.record(z.string(), z.union([z.string(), z.number()]))

/** Somebody as shown to others. The photo is `/api/people/{id}/photo`. */
export const face = z.object({
  id,
  name: z.string(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  location: z.string().optional(),
})

export const scorePart = z.object({ part: z.string(), points: z.number().int(), detail: detail.optional() })

export const topicLevel = z.object({
  topic: z.string().max(60),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
})

/** IANA name of a zone that exists. */
export const timeZone = z.string().max(60).refine(isTimeZone, { message: 'This time zone does not exist.' })

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

export const workingHours = z
  .object({
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    end: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  })
  .refine((hours) => hours.start < hours.end, {
    message: 'The working day must end after it starts.',
    path: ['end'],
  })

export const challenge = z.object({
  statement: z.string().trim().min(10).max(1000),
  measure: z.string().trim().min(3).max(200),
  unit: z.string().trim().max(40),
  baseline: z.number(),
  target: z.number(),
})

/** As Entra writes the id of a team. */
export const teamId = z.guid()
export const channelRef = z.object({ teamId, channelId: id })
/** As Teams called it when it was last looked at: readers outside that team cannot look it up. */
export const namedChannel = channelRef.extend({
  teamName: z.string().optional(),
  channelName: z.string().optional(),
  /** Its author cannot see it any more: nothing is posted there. */
  lost: z.boolean().optional(),
})
/** Which content a form showed; a save that saw another is refused as `changed-meanwhile`. */
export const version = z.string().min(1).max(40)
export const ok = z.object({ ok: z.literal(true) })

/** What an error answers with (RFC 9457), never a stack or a name of ours. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Name of the refusal or fault, to branch on and to translate. */
  code: z.string(),
  detail: detail.optional(),
  /** Field of the input at fault, e.g. `topics.0.level`. */
  field: z.string().optional(),
  requestId: z.string().optional(),
  /** Of `changed-meanwhile`, where a form is overtaken: what stands there now, in the shape of the route that reads it. */
  saved: z.object({ now: z.unknown(), by: face.optional(), at: instant.optional() }).optional(),
})

/** Of a run that failed: `failureCode` is what to translate by, `failure` the error's own words. */
export const runFailure = {
  failure: z.string().optional(),
  failureCode: z.enum(['exclusions-unreadable', 'chart-not-read', 'certificate-failed', 'other']).optional(),
  /** Which list of people who must not be paired could not be read. */
  failureSource: z.string().optional(),
}

export type Face = z.output<typeof face>
export type ScorePartShape = z.output<typeof scorePart>
export type Problem = z.output<typeof problem>
export type Role = z.output<typeof role>
export type Place = z.output<typeof place>

/** Of a figure: this or more, this or less. */
export const bound = z.enum(['at-least', 'at-most'])
