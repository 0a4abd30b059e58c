/** What counts when people are paired: rules, weights, what they cost, and who must not meet. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const objective = z.enum(['best-total', 'fairest'])

const location = z.enum(['anywhere', 'same-country', 'same-site', 'other-site'])

const whole = (least: number, most: number) => z.number().int().min(least).max(most)

/** `null` puts a choice back to its default. */
export const ruleSettings = z
  .strictObject({
    sameManager: z.boolean().nullable(),
    dottedLine: z.boolean().nullable(),
    formerManagerMonths: whole(0, 60).nullable(),
    commonLanguage: z.boolean().nullable(),
    minimumOverlapMinutes: whole(0, 480).nullable(),
    minimumGradeGap: whole(-11, 11).nullable(),
    minimumServiceMonths: whole(0, 120).nullable(),
    maximumZoneHours: whole(0, 12).nullable(),
    location: location.nullable(),
    repeatEarlierPairs: z.boolean().nullable(),
    allowUnknownService: z.boolean().nullable(),
    allowUnknownGrade: z.boolean().nullable(),
  })
  .partial()

const weight = whole(0, 1000).nullable()

/** What people said in private has no weight here: nobody chooses it. */
export const weights = z
  .strictObject({
    base: whole(1, 1000).nullable(),
    topic: weight,
    goals: weight,
    interests: weight,
    'different-unit': weight,
    'different-site': weight,
    language: weight,
    hours: weight,
    'seniority-gap': weight,
    style: weight,
    waiting: weight,
  })
  .partial()

/** All choices at once: what is left out has its default. */
export const chosen = {
  objective: objective.default('best-total'),
  rules: ruleSettings.default({}),
  weights: weights.default({}),
}

const value = z.union([z.boolean(), z.number(), z.string()]).nullable()

const matchingView = z.object({
  version: s.version,
  objective,
  rules: z.array(
    z.object({
      rule: z.string(),
      inWords: z.string(),
      /** None where nobody may change it. */
      choices: z.array(
        z.object({
          setting: z.string(),
          kind: z.enum(['switch', 'number', 'choice']),
          unit: z.enum(['months', 'minutes', 'grades', 'hours']).optional(),
          least: z.number().optional(),
          most: z.number().optional(),
          options: z.array(z.string()).optional(),
          /** Of a switch: the value with which the rule forbids. */
          on: z.boolean().optional(),
          value,
          usual: value,
        }),
      ),
    }),
  ),
  weights: z.array(
    z.object({
      part: z.string(),
      inWords: z.string(),
      points: z.number().int(),
      usual: z.number().int(),
      /** Most units that count for one pair: by it weights of different units can be compared. */
      units: z.number().int(),
      least: z.number().int(),
      most: z.number().int(),
    }),
  ),
})

export const matching = { input: z.object({ id: s.id }), output: matchingView }

export const saveMatching = {
  input: z.object({ id: s.id, version: s.version, ...chosen }),
  output: matchingView,
}

/** What a set of choices would bring, before anything is proposed or saved. */
export const matchingEffect = {
  input: z.object({ id: s.id, ...chosen }),
  output: z.object({
    /** There when the Cohort is too large to try everything: the figures are those of this sample. */
    sample: z.object({ mentors: z.number().int(), mentees: z.number().int() }).optional(),
    mentors: z.number().int(),
    mentees: z.number().int(),
    placedMentors: z.number().int(),
    placedMentees: z.number().int(),
    pairs: z.number().int(),
    score: z.number().int(),
    weakest: z.number().int().nullable(),
    /** Of the whole score but what people said in private; whole percent, together 100. */
    parts: z.array(z.object({ part: z.string(), points: z.number().int(), percent: z.number().int() })),
    /** How many more pairs and points there would be without the rule. */
    costs: z.array(
      z.object({
        setting: z.string(),
        pairs: z.number().int(),
        people: z.number().int(),
        points: z.number().int(),
      }),
    ),
    /** Against what is saved: pairs that come and go. */
    changedPairs: z.number().int(),
    /** The scarcest first. */
    topics: z.array(z.object({ topic: z.string(), offered: z.number().int(), wanted: z.number().int() })),
  }),
}

const two = z.object({ mentor: s.face, mentee: s.face })

const alternative = z.object({
  person: s.face,
  score: z.number().int(),
  parts: z.array(s.scorePart),
  /** With whom that person is. */
  isWith: z.array(s.face),
  /** The total loses at least so much; absent when a pair would be lost, or somebody left without a partner. */
  costsAtLeast: z.number().int().optional(),
})

/** Against the best set of pairs as things are now. */
export const weighPair = {
  input: z.object({ id: s.id, mentor: s.id, mentee: s.id }),
  output: z.object({
    together: z.boolean(),
    refused: z.object({ rule: z.string(), detail: s.detail.optional() }).optional(),
    cost: z
      .object({
        pairs: z.number().int(),
        /** People who would be left without any partner. */
        people: z.number().int(),
        points: z.number().int(),
        made: z.array(two),
        undone: z.array(two),
      })
      .optional(),
    /** The best others for each of the two. */
    forMentor: z.array(alternative),
    forMentee: z.array(alternative),
  }),
}

const groupRow = z.object({
  group: z.string(),
  people: z.number().int(),
  placed: z.number().int(),
  meanScore: z.number().optional(),
})

/** How groups fared in the latest run. Groups under five people are not shown, nor what would tell them by subtraction. */
export const fairness = {
  input: z.object({ id: s.id }),
  output: z.object({
    tables: z.array(
      z.object({
        by: z.enum(['side', 'department', 'country', 'grade']),
        groups: z.array(groupRow),
        notShown: z.number().int(),
      }),
    ),
  }),
}
