/**
 * One form, put to one person, about one Pairing: asked → answered, or lapsed when its time is over. Answering again replaces
 * the answer until then. What the two said together decides something; `outcomeOfPair` says what, and never whose answer it was.
 */
import type { Side } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'
import type { PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import {
  type AnswerRefusal,
  type Answers,
  closingWishes,
  type FormName,
  midpointWishes,
  type Question,
  readAnswers,
} from './form.ts'

export type AskState = 'asked' | 'answered' | 'lapsed'

export interface Ask {
  /** `<form>.<pairing>.<person>`: asked once. */
  key: string
  form: FormName
  /** Of its questions; see `domain/program/content.ts`. */
  version: number
  personId: PersonId
  side: Side
  pairingId: PairingId
  cohortId: CohortId
  state: AskState
  askedAt: Date
  /** Answers count until then. */
  until: Date
  /** Once, when half of the time was over without an answer. */
  remindedAt?: Date
  answeredAt?: Date
  answers?: Answers
  /** Asked with the word that both read where both stand; of those that were asked before, nobody does. */
  sharesGoal?: boolean
  /** It was answered, and what was said is erased: nobody can read it any more. */
  isErased?: true
}

export const askWithinDays = 14
export const askAgainAfterDays = 7

export function askKey(form: FormName, pairingId: PairingId, personId: PersonId): string {
  return `${form}.${pairingId}.${personId}`
}

export type AskRefusal = AnswerRefusal | 'no-longer-open'

/** @param questions those it was asked with, whatever the Program asks by now */
export function answerAsk(
  ask: Ask,
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  now: Date,
): Ask | Refusal<AskRefusal> {
  if (ask.state === 'lapsed' || ask.until <= now) return refuse('no-longer-open')
  const answers = readAnswers(questions, given)
  if ('refused' in answers) return answers as Refusal<AnswerRefusal>
  return { ...ask, state: 'answered', answeredAt: now, answers }
}

/** Nobody waits for an answer any more: both have given theirs, or the time is over. */
export function isSettled(asks: readonly Ask[]): boolean {
  return asks.length > 0 && asks.every(({ state }) => state !== 'asked')
}

/**
 * What follows for the pair. `doubt`: at least one of the two is not sure that they fit. `talk`: something should change, which
 * the two talk about. `part`: at least one wants another partner, or to stop, and the Organizer follows up. Without any
 * answer there is none.
 */
export type PairOutcome = 'good' | 'doubt' | 'talk' | 'part' | 'over' | 'goes-on'

/** Where each of the two stands at the end, once both have said so and knew who would read it. */
export function endRatings(asks: readonly Ask[]): Record<Side, number> | undefined {
  const of = (side: Side) => {
    const one = asks.find((ask) => ask.form === 'closing' && ask.side === side)
    const rating = one?.state === 'answered' && one.sharesGoal ? one.answers?.['goal'] : undefined
    return typeof rating === 'number' ? rating : undefined
  }
  const [mentor, mentee] = [of('mentor'), of('mentee')]
  return mentor === undefined || mentee === undefined ? undefined : { mentor, mentee }
}

/** Every answer has the same weight, whichever side gave it. */
export function outcomeOfPair(form: FormName, asks: readonly Ask[]): PairOutcome | undefined {
  const said = (key: string) => asks.flatMap(({ answers }) => answers?.[key] ?? [])
  if (form === 'fit') {
    const all = said('fit')
    if (all.length === 0) return undefined
    return all.every((one) => one === 'good') ? 'good' : 'doubt'
  }
  if (form === 'midpoint') {
    const most = Math.max(...said('wish').map((one) => midpointWishes.indexOf(one as 'continue')))
    if (most < 0) return undefined
    return most === 0 ? 'good' : most === 1 ? 'talk' : 'part'
  }
  const all = said('next')
  if (all.length === 0) return undefined
  // To go on takes two who want it.
  const wantsMore = (one: string | number) => one === closingWishes[2] || one === closingWishes[3]
  return all.length === 2 && all.every(wantsMore) ? 'goes-on' : 'over'
}
