import { mayApprovePairings, mayPropose } from '../../auth/policies.ts'
import type { Out } from '../../contract/index.ts'
import { type Approval, type MatchingRun, outcomeToShow, type RunOutcome } from '../../domain/matching-run.ts'
import type { Organization } from '../../domain/organization.ts'
import type { Pairing } from '../../domain/pairing.ts'
import type { PersonId } from '../../domain/person.ts'
import { isRefused, refuse } from '../../domain/refusal.ts'
import { readFailure } from '../../domain/run-failure.ts'
import { shownScore } from '../../domain/shown-score.ts'
import { explainTwo, setWish, swapPairings } from '../../workflows/adjust-proposals.ts'
import { approvePairings } from '../../workflows/approve-pairings.ts'
import { chartOf } from '../../workflows/chart.ts'
import type { Ports } from '../../workflows/ports.ts'
import { cancelRun, requestProposals } from '../../workflows/propose-pairings.ts'
import type { Asker, Handlers } from '../handler.ts'
import { faceFrom, iso } from './views.ts'

type Routes = Pick<
  Handlers,
  'board' | 'chart' | 'propose' | 'cancelRun' | 'setWish' | 'swapPairings' | 'explain' | 'approvePairings'
>

const shownStates: Pairing['state'][] = ['proposed', 'approved', 'active']
/** Unplaced and not taking part are lists to act on; beyond this they are a file's business. */
const mostListed = 5000
const mostRefused = 100

export function boardRoutes(ports: Ports): Routes {
  const { store } = ports
  const allowed = async (asker: Asker, id: string) => mayPropose(await asker.rolesFor(id))
  return {
    async board(asker, { id }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      if (!(await store.cohorts.get(id))) return refuse('not-found')
      return boardView(ports, id)
    },
    async chart(asker, { id }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      return chartView(ports, id)
    },
    async propose(asker, { id, objective, seed }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      const choice = { ...(objective ? { objective } : {}), ...(seed === undefined ? {} : { seed }) }
      return requestProposals(ports, id, choice, asker.personId)
    },
    async cancelRun(asker, { id }) {
      const run = await store.runs.get(id)
      if (!mayPropose(await asker.rolesFor(run?.cohortId))) return refuse('not-allowed')
      return cancelRun(ports, id, asker.personId)
    },
    async setWish(asker, { id, ...wish }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      return setWish(ports, id, wish, asker.personId)
    },
    async swapPairings(asker, { id, first, second }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      return swapPairings(ports, id, first, second, asker.personId)
    },
    async explain(asker, { id, mentor, mentee }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      const answer = await explainTwo(ports, id, mentor, mentee)
      if (!isRefused(answer)) {
        const { score, parts } = shownScore({ ...answer, reason: '' })
        return { score, parts }
      }
      const { refused: rule, detail } = answer
      return { refused: { rule, ...(detail ? { detail } : {}) } }
    },
    async approvePairings(asker, { id, pairingIds }) {
      if (!mayApprovePairings(await asker.rolesFor(id))) return refuse('not-allowed')
      return approvePairings(ports, id, pairingIds, asker.personId)
    },
  }
}

async function boardView({ store }: Ports, id: string): Promise<Out<'board'>> {
  const run = await store.runs.latest(id)
  const shown = run?.state === 'done' ? run : await store.runs.latestDone(id)
  const outcome = outcomeToShow(shown?.outcome)
  const approval = shown?.outcome?.approval
  const pairings = await store.pairings.list(id, shownStates)
  const wishes = await store.wishes.list(id)
  const offs = await store.pairings.list(id, ['declined'])
  const agreed = new Set(
    wishes.flatMap((one) =>
      one.kind === 'pin' && one.by === 'both' ? [`${one.mentorId} ${one.menteeId}`] : [],
    ),
  )
  const since = outcome ? await freeSince(store, id, outcome, pairings) : []
  const unplaced = [...(outcome?.unplaced ?? []), ...since].slice(0, mostListed)
  const outside = outcome?.notTakingPart.slice(0, mostListed) ?? []
  const people = await store.people.many([
    ...[...pairings, ...wishes, ...offs].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
    ...[...unplaced, ...outside].map((one) => one.personId),
  ])
  const face = (personId: PersonId) => faceFrom(people, personId)
  return {
    run: run ? runView(run) : null,
    totals: outcome?.totals ?? null,
    proof: outcome?.proof ?? null,
    ...(outcome?.blockingPairs === undefined ? {} : { blockingPairs: outcome.blockingPairs }),
    pairings: pairings.map(({ id: pairingId, state, mentorId, menteeId, score, parts, reason, pinned }) => ({
      id: pairingId,
      state,
      mentor: face(mentorId),
      mentee: face(menteeId),
      ...shownScore({ score, parts, reason }),
      pinned,
      ...(pinned ? { pinnedBy: agreed.has(`${mentorId} ${menteeId}`) ? 'both' : 'organizer' } : {}),
    })),
    unplaced: unplaced.map(({ personId, ...rest }) => ({ person: face(personId), ...rest })),
    notTakingPart: outside.map(({ personId, why }) => ({ person: face(personId), why })),
    wishes: wishes.map(({ mentorId, menteeId, kind, by }) => ({
      mentor: face(mentorId),
      mentee: face(menteeId),
      kind,
      ...(kind === 'pin' ? { by: by ?? 'organizer' } : {}),
    })),
    ...(shown && approval ? { approval: approvalView(shown.id, approval) } : {}),
    ...(offs.length > 0
      ? {
          didNotBegin: offs.map((one) => ({
            id: one.id,
            mentor: face(one.mentorId),
            mentee: face(one.menteeId),
          })),
        }
      : {}),
  }
}

/**
 * Whoever takes part, has nobody, and is not in the lists of the run. Why is not said here: for every reason alike, the next
 * run looks for somebody.
 */
async function freeSince(
  store: Ports['store'],
  id: string,
  { unplaced, notTakingPart }: RunOutcome,
  pairings: Pairing[],
): Promise<RunOutcome['unplaced']> {
  const known = new Set([...unplaced, ...notTakingPart].map(({ personId }) => personId))
  for (const { mentorId, menteeId } of pairings) known.add(mentorId).add(menteeId)
  return (await store.participants.list(id)).flatMap(({ personId, side, state }) =>
    state !== 'approved' || known.has(personId)
      ? []
      : [{ personId, side, cause: 'since-the-run', smallestChange: 'Propose again.' }],
  )
}

function approvalView(runId: string, approval: Approval): NonNullable<Out<'board'>['approval']> {
  const { by: _b, ids: _i, refused, ...rest } = approval
  return { ...rest, runId, refused: refused.slice(0, mostRefused) }
}

function runView(run: MatchingRun): NonNullable<Out<'board'>['run']> {
  const { outcome: _o, settings: _s, cohortId: _c, failure, startedAt, finishedAt, ...rest } = run
  return {
    ...rest,
    ...(failure === undefined ? {} : readFailure(failure)),
    startedAt: iso(startedAt),
    ...(finishedAt ? { finishedAt: iso(finishedAt) } : {}),
  }
}

/** Everybody enrolled and everybody above them; a parent always stands before its children. */
async function chartView({ store }: Ports, id: string): Promise<Out<'chart'>> {
  const organization = await chartOf({ store })
  const participants = await store.participants.list(id)
  const pairings = await store.pairings.list(id, shownStates)
  const sides = new Map(
    participants.filter((one) => one.state === 'approved').map((one) => [one.personId, one.side]),
  )
  for (const { mentorId, menteeId } of pairings) sides.set(mentorId, 'mentor').set(menteeId, 'mentee')
  const order = parentsFirst(organization, sides.keys())
  const place = new Map(order.map((personId, index) => [personId, index]))
  const people = await store.people.many(order)
  return {
    nodes: order.map((personId) => ({
      person: faceFrom(people, personId),
      parent: parentPlace(organization, place, personId),
      below: below(organization, personId),
      ...(sides.has(personId) ? { side: sides.get(personId)! } : {}),
    })),
    arcs: pairings.flatMap(({ id: pairingId, mentorId, menteeId, state }) => {
      const [mentor, mentee] = [place.get(mentorId), place.get(menteeId)]
      if (mentor === undefined || mentee === undefined || !isShown(state)) return []
      const insideLine = organization.isAbove(menteeId, mentorId) || organization.isAbove(mentorId, menteeId)
      return [{ pairingId, mentor, mentee, state, insideLine }]
    }),
  }
}

function isShown(state: Pairing['state']): state is 'proposed' | 'approved' | 'active' {
  return shownStates.includes(state)
}

function parentsFirst(organization: Organization, ids: Iterable<PersonId>): PersonId[] {
  const order: PersonId[] = []
  const placed = new Set<PersonId>()
  for (const id of ids) {
    // In a circle of managers the line ends where it meets itself: `lineOf` names everyone once.
    for (const one of [id, ...organization.lineOf(id)].reverse()) {
      if (placed.has(one) || !organization.has(one)) continue
      placed.add(one)
      order.push(one)
    }
  }
  return order
}

/** Everyone below, from the chart's intervals. */
function below({ index, indexOf }: Organization, id: PersonId): number {
  const i = indexOf(id)
  return Math.max(0, index.leaves[i]! - index.enters[i]! - 1)
}

/** A manager who stands later (only in a circle) is not drawn as one. */
function parentPlace(organization: Organization, place: Map<PersonId, number>, id: PersonId): number {
  const manager = organization.managerOf(id)
  const at = manager === undefined ? undefined : place.get(manager)
  return at !== undefined && at < place.get(id)! ? at : -1
}
