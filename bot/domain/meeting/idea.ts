/**
 * An idea that came up between two, on its way to a decision. Whoever writes it down agrees to share it by writing; it goes to the
 * Organizer once the other agrees too, and with their names only if both said so.
 *
 *   asked ──share──▶ shared ──decide──▶ going-ahead ──close──▶ done
 *     │                │  └───decide──▶ not-now
 *     └──keep──▶ kept ◀┘ └────decide──▶ later ──decide──▶ going-ahead, not-now
 *
 * Until somebody has decided either of the two may keep it back: then it is again as if it had never been shared.
 */
import type { PersonId } from '../organization/person.ts'
import { isOneOf, type Pairing, type PairingId } from '../pairing/pairing.ts'
import type { CohortId, Objective } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { saysNothing } from '../written.ts'

export type IdeaId = string

/** What was written: for the two, and after both agreed for whoever decides. */
export interface IdeaWords {
  title: string
  what: string
  /** Whom it would help. */
  forWhom?: string
  /** In the words the Program had for it on that day. */
  objective?: string
}

interface Written extends IdeaWords {
  id: IdeaId
  cohortId: CohortId
  pairingId: PairingId
  writerId: PersonId
  /** Asked: what whoever wrote it would allow. Shared: what both did. */
  withNames: boolean
  wroteAt: Date
  /** What it said is gone with the key of its Cohort. */
  isErased?: true
}

interface Decided {
  sharedAt: Date
  decidedAt: Date
  decidedById: PersonId
  reason: string
  /** Who takes it on. */
  ownerId?: PersonId
}

export type Unshared = Written & { state: 'asked' | 'kept' }
export type Shared = Written &
  (
    | { state: 'shared'; sharedAt: Date }
    | (Decided & { state: 'going-ahead' | 'later' | 'not-now' })
    | (Decided & { state: 'done'; outcome: string; closedAt: Date })
  )
export type Idea = Unshared | Shared
export type IdeaState = Idea['state']

export type IdeaDecision = 'going-ahead' | 'later' | 'not-now'

/** Of one pair: a list that nobody reads helps nobody. */
export const mostIdeas = 50

export const isShared = (idea: Idea): idea is Shared => idea.state !== 'asked' && idea.state !== 'kept'

/** Decided for good or for now; counts among what ideas came to. */
export const isDecided = (idea: Idea): idea is Exclude<Shared, { state: 'shared' }> =>
  isShared(idea) && idea.state !== 'shared'

/** Two who have a pair write down ideas, before they first met too; whoever has ended only reads. */
export function mayWriteIdea(
  { state }: Pairing,
  { title, what, objective }: IdeaWords,
  { objectives, known }: { objectives: readonly Objective[]; known: number },
): true | Refusal<'no-longer-open' | 'empty-text' | 'no-such-option' | 'list-full'> {
  if (!isTogether(state)) return refuse('no-longer-open')
  if (saysNothing(title)) return refuse('empty-text', { field: 'title' })
  if (saysNothing(what)) return refuse('empty-text', { field: 'what' })
  if (objective !== undefined && !objectives.some(({ text }) => text === objective))
    return refuse('no-such-option', { field: 'objective' })
  if (known >= mostIdeas) return refuse('list-full')
  return true
}

const isTogether = (state: Pairing['state']) => state === 'active' || state === 'approved'

/** The word of the one who did not write it, for as long as the two have a pair. */
export function shareIdea(
  idea: Idea,
  pairing: Pairing,
  by: PersonId,
  withNames: boolean,
  at: Date,
): Shared | Refusal<'not-found' | 'not-yours' | 'no-longer-open'> {
  if (!isOneOf(pairing, by)) return refuse('not-found')
  if (idea.writerId === by) return refuse('not-yours')
  if (idea.state !== 'asked' || !isTogether(pairing.state)) return refuse('no-longer-open')
  return { ...idea, state: 'shared', withNames: idea.withNames && withNames, sharedAt: at }
}

/** By either, with or without a partner by now, as long as nobody has decided. */
export function keepIdea(
  idea: Idea,
  pairing: Pairing,
  by: PersonId,
): Unshared | Refusal<'not-found' | 'no-longer-open'> {
  if (!isOneOf(pairing, by)) return refuse('not-found')
  if (isDecided(idea)) return refuse('no-longer-open')
  if (idea.state === 'kept') return refuse('no-longer-open')
  const { sharedAt: _, ...rest } = { sharedAt: undefined, ...idea }
  return { ...rest, state: 'kept' }
}

/** Going ahead takes somebody who does it; every decision takes a reason. What is put off may be decided again. */
export function decideIdea(
  idea: Idea,
  { decision, reason, ownerId }: { decision: IdeaDecision; reason: string; ownerId?: PersonId | undefined },
  by: PersonId,
  at: Date,
): Shared | Refusal<'not-found' | 'no-longer-open' | 'empty-text' | 'answer-missing'> {
  if (!isShared(idea)) return refuse('not-found')
  if (idea.state !== 'shared' && idea.state !== 'later') return refuse('no-longer-open')
  if (idea.state === 'later' && decision === 'later') return refuse('no-longer-open')
  if (saysNothing(reason)) return refuse('empty-text', { field: 'reason' })
  if (decision === 'going-ahead' && !ownerId) return refuse('answer-missing', { field: 'ownerId' })
  const { ownerId: _, ...rest } = { ownerId: undefined, ...idea }
  return {
    ...rest,
    ...{ state: decision, reason: reason.trim(), decidedAt: at, decidedById: by },
    ...(ownerId ? { ownerId } : {}),
  }
}

/** What came of it, once. */
export function closeIdea(
  idea: Idea,
  outcome: string,
  at: Date,
): Shared | Refusal<'not-found' | 'no-longer-open' | 'empty-text'> {
  if (!isShared(idea)) return refuse('not-found')
  if (idea.state !== 'going-ahead') return refuse('no-longer-open')
  if (saysNothing(outcome)) return refuse('empty-text', { field: 'outcome' })
  return { ...idea, state: 'done', outcome: outcome.trim(), closedAt: at }
}

/**
 * Who may take on an idea. With names anybody may. Without them nobody who leads, or may lead, one of those who were paired: asked of
 * all of them and not of the two, so that a "no" does not tell whose it is.
 */
export function mayOwnIdea(
  { withNames }: Pick<Idea, 'withNames'>,
  ownerId: PersonId,
  paired: readonly PersonId[],
  isAbove: (above: PersonId, below: PersonId) => boolean | undefined,
): true | Refusal<'idea-owner-leads'> {
  if (withNames) return true
  const leads = paired.some((id) => id !== ownerId && isAbove(ownerId, id) !== false)
  return leads ? refuse('idea-owner-leads') : true
}
