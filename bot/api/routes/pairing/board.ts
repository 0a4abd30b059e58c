import type { Face, Out } from '../../../contract/index.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import {
  type Approval,
  type Changes,
  type MatchingRun,
  outcomeToShow,
  type RunOutcome,
  standsAsLeft,
  undoLeft,
} from '../../../domain/pairing/matching-run.ts'
import { isLive, lastingStates, type Pairing } from '../../../domain/pairing/pairing.ts'
import { readFailure } from '../../../domain/pairing/run-failure.ts'
import { shownScore } from '../../../domain/pairing/shown-score.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import type { Hold } from '../../../domain/scheduling/hold.ts'
import {
  explainTwo,
  setWish,
  swapPairings,
  undoSwap,
  weighSwaps,
} from '../../../workflows/pairing/adjust-proposals.ts'
import { approvePairings, undoApproval } from '../../../workflows/pairing/approve-pairings.ts'
import { endPairing } from '../../../workflows/pairing/end-pairing.ts'
import { pairsFromList, type ReadPairs } from '../../../workflows/pairing/known-pairs.ts'
import { type Looked, lookBeforeApproval } from '../../../workflows/pairing/look-before-approval.ts'
import { cancelRun, requestProposals } from '../../../workflows/pairing/propose-pairings.ts'
import { tellUnplaced } from '../../../workflows/pairing/tell-unplaced.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  | 'board'
  | 'propose'
  | 'cancelRun'
  | 'setWish'
  | 'pairsFromList'
  | 'swapPairings'
  | 'undoSwap'
  | 'tellUnplaced'
  | 'weighSwaps'
  | 'explain'
  | 'beforeApproval'
  | 'approvePairings'
  | 'undoApproval'
  | 'endPairing'
>

export const shownStates: Pairing['state'][] = ['proposed', ...lastingStates]

/** Unplaced and not taking part are lists to act on; beyond this they are a file's business. */
const mostListed = 5000

const mostRefused = 100

/** As many as a dialog names; the rest is a figure. */
const mostNamed = 20
const weakestNamed = 5

export function boardRoutes(ports: Ports): Routes {
  const { store } = ports
  const whereRun = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor((await store.runs.get(id))?.cohortId),
  })
  return {
    board: asks('propose', inCohort, async (_, { id }) => {
      if (!(await store.cohorts.get(id))) return refuse('not-found')
      return boardView(ports, id)
    }),
    propose: asks('propose', inCohort, async (asker, { id, objective, seed }) => {
      const choice = { ...(objective ? { objective } : {}), ...(seed === undefined ? {} : { seed }) }
      return requestProposals(ports, id, choice, asker.personId)
    }),
    cancelRun: asks('propose', whereRun, async (asker, { id }) => cancelRun(ports, id, asker.personId)),
    setWish: asks('propose', inCohort, async (asker, { id, ...wish }) => {
      return setWish(ports, id, wish, asker.personId)
    }),
    pairsFromList: asks('propose', inCohort, async (asker, { id, file, apply }) => {
      const read = await pairsFromList(
        ports,
        id,
        { apply, file: Buffer.from(file, 'base64') },
        asker.personId,
      )
      return isRefused(read) ? read : listedPairs(ports, read)
    }),
    swapPairings: asks('propose', inCohort, async (asker, { id, first, second }) => {
      return swapPairings(ports, id, first, second, asker.personId)
    }),
    tellUnplaced: asks('approve-pairings', inCohort, async (asker, { id }) => {
      return tellUnplaced(ports, id, asker.personId)
    }),
    undoSwap: asks('propose', inCohort, async (asker, { id, change }) => {
      return undoSwap(ports, id, change, asker.personId)
    }),
    weighSwaps: asks('propose', inCohort, async (_, { id, pairing }) => {
      const weights = await weighSwaps(ports, id, pairing)
      if (isRefused(weights)) return weights
      return {
        others: weights.map(({ pairingId, cost, refused }) => ({
          pairingId,
          ...(cost === undefined ? {} : { cost }),
          ...(refused
            ? { refused: { rule: refused.refused, ...(refused.detail ? { detail: refused.detail } : {}) } }
            : {}),
        })),
      }
    }),
    explain: asks('propose', inCohort, async (_, { id, mentor, mentee }) => {
      const answer = await explainTwo(ports, id, mentor, mentee)
      if (!isRefused(answer)) {
        const { score, parts } = shownScore({ ...answer, reason: '' })
        return { score, parts }
      }
      const { refused: rule, detail } = answer
      return { refused: { rule, ...(detail ? { detail } : {}) } }
    }),
    approvePairings: asks('approve-pairings', inCohort, async (asker, { id, pairingIds, waiver }) => {
      const asked = await approvePairings(ports, id, pairingIds, asker.personId, waiver)
      return isRefused(asked) ? asked : { ...asked, undoUntil: iso(asked.undoUntil) }
    }),
    beforeApproval: asks('approve-pairings', inCohort, async (_, { id, pairingIds }) => {
      const known = await lookBeforeApproval(ports, id, pairingIds)
      return isRefused(known) ? known : beforeView(ports, known)
    }),
    undoApproval: asks('approve-pairings', inCohort, async (asker, { id, approvalId }) => {
      return undoApproval(ports, id, approvalId, asker.personId)
    }),
    endPairing: asks(
      'end-pairing',
      async (asker, { id }) => {
        const pairing = await store.pairings.get(id)
        return { pairing, roles: await asker.rolesFor(pairing?.cohortId) }
      },
      async (asker, { id }) => {
        const ended = await endPairing(ports, id, asker.personId)
        return isRefused(ended) ? ended : { ok: true as const }
      },
      ({ pairing }) => refuse(pairing ? 'not-allowed' : 'not-found'),
    ),
  }
}

async function beforeView(
  { store }: Ports,
  { told, nobody, oldRules, weakest, holidays, holidaysKnown, untrained, ...rest }: Looked,
): Promise<Out<'beforeApproval'>> {
  const named = nobody.slice(0, mostNamed)
  const old = oldRules.slice(0, mostNamed)
  const weak = weakest.slice(0, weakestNamed)
  const unread = untrained?.people.slice(0, mostNamed) ?? []
  const people = await store.people.many([
    ...[...named.map(({ personId }) => personId), ...old],
    ...unread.map(({ personId }) => personId),
    ...weak.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  ])
  const face = (personId: PersonId) => faceFrom(people, personId)
  const count = (side: string) => nobody.filter((one) => one.side === side).length
  return {
    ...rest,
    told: told.length,
    holidays: { known: holidaysKnown, ...holidays },
    nobody: {
      ...{ mentees: count('mentee'), mentors: count('mentor') },
      people: named.map(({ personId, ...why }) => ({ person: face(personId), ...why })),
    },
    oldRules: { count: oldRules.length, people: old.map(face) },
    ...(untrained
      ? {
          untrained: {
            ...{ count: untrained.people.length, pairs: untrained.pairs },
            people: unread.map(({ personId, ...how }) => ({ person: face(personId), ...how })),
          },
        }
      : {}),
    weakest: weak.map(({ id, mentorId, menteeId, score }) => {
      return { id, mentor: face(mentorId), mentee: face(menteeId), score }
    }),
  }
}

async function boardView({ store, clock }: Ports, id: string): Promise<Out<'board'>> {
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
    ...(outcome?.changes?.list ?? []).flatMap(({ by, one, other }) => [by, one.menteeId, other.menteeId]),
  ])
  const face = (personId: PersonId) => faceFrom(people, personId)
  return {
    run: run ? runView(run) : null,
    totals: outcome?.totals ?? null,
    proof: outcome ? { ...outcome.proof, ...changesView(outcome.changes, pairings, face) } : null,
    // Counted over the pairs as they were proposed.
    ...(outcome?.blockingPairs === undefined || outcome.changes
      ? {}
      : { blockingPairs: outcome.blockingPairs }),
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
    ...(shown && approval ? { approval: approvalView(shown.id, approval, clock.now()) } : {}),
    ...(await bookingOf(store, id, pairings)),
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

/** Exchanges whose pairs are gone from the board, declined or proposed no more, are counted and no longer listed. */
function changesView(
  changes: Changes | undefined,
  pairings: readonly Pairing[],
  face: (personId: PersonId) => Face,
): Pick<NonNullable<Out<'board'>['proof']>, 'changes'> {
  if (!changes) return {}
  const known = new Map(pairings.map((pairing) => [pairing.id, pairing]))
  const list = (changes.list ?? []).toReversed().flatMap((change) => {
    const [first, second] = [change.one, change.other].map(({ pairingId }) => known.get(pairingId))
    if (!first || !second) return []
    const proposed = first.state === 'proposed' && second.state === 'proposed'
    return [
      {
        ...{ number: change.number, at: change.at, by: face(change.by), cost: change.cost },
        before: [
          { mentor: face(first.mentorId), mentee: face(change.one.menteeId) },
          { mentor: face(second.mentorId), mentee: face(change.other.menteeId) },
        ],
        mayUndo: proposed && standsAsLeft(change, first, second),
      },
    ]
  })
  return { changes: { count: changes.count, cost: changes.cost, list } }
}

async function bookingOf(
  store: Ports['store'],
  id: string,
  pairings: readonly Pairing[],
): Promise<Pick<Out<'board'>, 'booking'>> {
  const live = new Set(pairings.filter(isLive).map((pairing) => pairing.id))
  if (live.size === 0) return {}
  const holds = (await store.holds.list(id)).filter(({ pairingId }) => live.has(pairingId))
  const count = (state: Hold['state']) => holds.filter((hold) => hold.state === state).length
  return { booking: { booked: count('booked'), waiting: count('requested'), failed: count('failed') } }
}

function approvalView(runId: string, approval: Approval, now: Date): NonNullable<Out<'board'>['approval']> {
  const { by: _b, ids: _i, waivers: _w, undoUntil, refused, ...rest } = approval
  const countDown = undoUntil && undoLeft(approval, now) > 0 ? { undoUntil, now: iso(now) } : {}
  return { ...rest, ...countDown, runId, refused: refused.slice(0, mostRefused) }
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

const mostPairsShown = 100
const mostLinesShown = 1000

async function listedPairs({ store }: Ports, { ready, aside }: ReadPairs): Promise<Out<'pairsFromList'>> {
  const [shown, left] = [ready.slice(0, mostPairsShown), aside.slice(0, mostLinesShown)]
  const known = await store.people.many([
    ...shown.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
    ...left.flatMap((one) => ('mentorId' in one ? [one.mentorId, one.menteeId] : [])),
  ])
  const nameOf = (id: PersonId) => faceFrom(known, id).name
  return {
    ready: ready.length,
    pairs: shown.map(({ line, mentorId, menteeId }) => ({
      ...{ line, mentor: faceFrom(known, mentorId), mentee: faceFrom(known, menteeId) },
    })),
    asideCount: aside.length,
    aside: left.map((one) => {
      const { line, why } = one
      if (!('mentorId' in one)) return { line, why, ...(one.value === undefined ? {} : { value: one.value }) }
      const two = `${nameOf(one.mentorId)} – ${nameOf(one.menteeId)}`
      const value = 'personId' in one && one.personId ? nameOf(one.personId) : two
      return { line, why, value, ...('rule' in one ? { rule: one.rule } : {}) }
    }),
  }
}
