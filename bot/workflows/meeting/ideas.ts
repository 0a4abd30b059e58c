/**
 * Ideas to action. Between the two until both agreed; then with the Organizer, who gives it somebody to do it, a decision and an end,
 * each told back to both. What is not shared is in nobody's list, figure or log.
 */
import {
  closeIdea as closed,
  decideIdea as decided,
  type Idea,
  type IdeaDecision,
  type IdeaId,
  type IdeaWords,
  isShared,
  keepIdea as kept,
  mayOwnIdea,
  mayWriteIdea,
  shareIdea as shared,
} from '../../domain/meeting/idea.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf, type Pairing, type PairingId, partnerOf } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { betweenTwo } from '../../domain/telling/notice.ts'
import { chartOf } from '../organization/chart.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

export function writeIdea(
  ports: Needs,
  pairingId: PairingId,
  writerId: PersonId,
  { withNames, ...given }: IdeaWords & { withNames: boolean },
): Promise<Idea | Refusal> {
  const { store, clock, chance } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(pairingId)
    if (!pairing || !isOneOf(pairing, writerId)) return refuse('not-found')
    const cohort = await store.cohorts.get(pairing.cohortId)
    const objectives = (cohort && (await store.programs.get(cohort.programId)))?.objectives ?? []
    const known = (await store.ideas.ofPairing(pairingId)).length
    const may = mayWriteIdea(pairing, given, { objectives, known })
    if (may !== true) return may
    const idea: Idea = {
      ...{ id: chance.id(), cohortId: pairing.cohortId, pairingId, writerId, state: 'asked' },
      ...given,
      ...{ withNames, wroteAt: clock.now() },
    }
    await store.ideas.save(idea)
    await tellOf(ports, idea, [partnerOf(pairing, writerId)])
    return idea
  })
}

export function shareIdea(
  ports: Pick<Ports, 'store' | 'clock'>,
  id: IdeaId,
  by: PersonId,
  withNames: boolean,
): Promise<true | Refusal> {
  return changed(ports, id, (idea, pairing) => shared(idea, pairing, by, withNames, ports.clock.now()))
}

export function keepIdea(ports: Pick<Ports, 'store'>, id: IdeaId, by: PersonId): Promise<true | Refusal> {
  return changed(ports, id, (idea, pairing) => kept(idea, pairing, by))
}

export function decideIdea(
  ports: Needs,
  id: IdeaId,
  by: PersonId,
  given: { decision: IdeaDecision; reason: string; ownerId?: PersonId | undefined },
): Promise<true | Refusal> {
  const { store, clock } = ports
  return changed(
    ports,
    id,
    async (idea) => {
      const { ownerId } = given
      if (isShared(idea) && ownerId !== undefined) {
        if (!(await store.people.get(ownerId))?.isEligible) return refuse('unknown-person')
        const paired = await everPaired(ports, idea.cohortId)
        const may = mayOwnIdea(idea, ownerId, paired, (await chartOf({ store })).mayBeAbove)
        if (may !== true) return may
      }
      return decided(idea, given, by, clock.now())
    },
    tellBack(ports, by, 'idea-decided'),
  )
}

/** Whoever had a pair in it, as far as the directory still knows them. */
async function everPaired({ store }: Pick<Ports, 'store'>, cohortId: string): Promise<PersonId[]> {
  const pairings = await store.pairings.list(cohortId)
  const known = await store.people.many(pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  return [...known.keys()]
}

export function closeIdea(ports: Needs, id: IdeaId, by: PersonId, outcome: string): Promise<true | Refusal> {
  const close = (idea: Idea) => closed(idea, outcome, ports.clock.now())
  return changed(ports, id, close, tellBack(ports, by, 'idea-closed'))
}

/** To both, and in the log without whose it is. */
const tellBack =
  (ports: Needs, by: PersonId, what: string) =>
  async (idea: Idea, { mentorId, menteeId }: Pairing) => {
    await audit(ports, by, what, idea.id, { state: idea.state })
    await tellOf(ports, idea, [mentorId, menteeId])
  }

/** Under a key that says to nobody else that there is one. What the idea is stands in the tab alone. */
async function tellOf(
  ports: Needs,
  { id, pairingId, state }: Idea,
  whom: readonly PersonId[],
): Promise<void> {
  for (const personId of whom)
    await tell(ports, `${betweenTwo}idea.${id}.${state}.${personId}`, personId, {
      ...{ kind: 'idea', ideaId: id, pairingId, state },
    })
}

function changed(
  { store }: Pick<Ports, 'store'>,
  id: IdeaId,
  change: (idea: Idea, pairing: Pairing) => Idea | Refusal | Promise<Idea | Refusal>,
  then: (idea: Idea, pairing: Pairing) => Promise<void> = async () => {},
): Promise<true | Refusal> {
  return store.transaction(async () => {
    const known = await store.ideas.get(id)
    const pairing = known && (await store.pairings.lock(known.pairingId))
    // As whoever had the lock before left it.
    const idea = pairing && (await store.ideas.get(id))
    if (!idea) return refuse('not-found')
    const next = await change(idea, pairing)
    if (isRefused(next)) return next
    await store.ideas.save(next)
    await then(next, pairing)
    return true
  })
}
