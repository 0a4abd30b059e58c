/** Who somebody is to the product, and which places are open to them. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const cohortCard = z.object({
  id: s.id,
  name: z.string(),
  programName: z.string(),
  stage: s.stage,
  startsOn: s.date,
  endsOn: s.date,
})

export const me = {
  input: z.object({}),
  output: z.object({
    person: s.face.extend({
      mail: z.string().optional(),
      language: z.string().optional(),
      /** Of their mailbox, as they enrolled with it last: cards, calendar and tab tell times in it. */
      timeZone: z.string().optional(),
    }),
    roles: z.array(s.role),
    /** Places this person's roles open, in the order of the navigation. */
    places: z.array(s.place),
    /** Where somebody begins who asked for no place: with what waits for them. */
    home: s.place,
    cohorts: z.array(cohortCard),
    /** The one to show first. */
    cohortId: s.id.nullable(),
    now: s.instant,
    /** What topics of a program's own are called, by key and language; those of the bank have their names in the tab. */
    topicNames: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  }),
}
