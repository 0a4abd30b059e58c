/** What people say about whom they would like, for their own eyes; and which of these ways a Cohort has. */
import type { Out } from '../../../contract/index.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import {
  mostRanked,
  type PairRequest,
  seenByAsked,
  seenByAsker,
  waitsForAnswer,
  whyTwo,
} from '../../../domain/preferences/preference.ts'
import { effectiveWays } from '../../../domain/program/ways-to-match.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { versionOf } from '../../../domain/version.ts'
import { changeWays } from '../../../workflows/pairing/change-matching.ts'
import { declinePairing } from '../../../workflows/pairing/decline-pairing.ts'
import { roomOf } from '../../../workflows/pairing/room.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { chooserIn, suggestPartners } from '../../../workflows/preferences/partners.ts'
import { rankPeople } from '../../../workflows/preferences/rank-people.ts'
import {
  acceptRequest,
  askToPair,
  requestToMe,
  setRequestAside,
  withdrawRequest,
} from '../../../workflows/preferences/request-pairing.ts'
import { type Asked, type Asker, asks, type Handlers, inCohort, ownThings } from '../../handler.ts'
import { orWhatStands } from '../../overtaken.ts'
import { faceFrom, faceOf, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  | 'ways'
  | 'changeWays'
  | 'myChoices'
  | 'partners'
  | 'saveRanking'
  | 'askToPair'
  | 'withdrawRequest'
  | 'answerRequest'
  | 'declinePairing'
>
type MyRequest = Out<'askToPair'>['request']
type AskedOfMe = Out<'myChoices'>['askedOfMe'][number]

export function choiceRoutes(ports: Ports): Routes {
  const { store } = ports
  const faces = async (ids: PersonId[]) => {
    const people = await store.people.many(ids)
    return ids.map((id) => faceFrom(people, id))
  }
  const waysNow = async (id: string) => {
    const cohort = await store.cohorts.get(id)
    if (!cohort) return refuse('not-found')
    const ways = effectiveWays(cohort.matching.ways)
    return { ...ways, version: versionOf(ways) }
  }
  /** For those who enrolled; anybody else hears why they are outside. */
  function asksEnrolled<I extends { id: string }, O>(
    act: 'look-for-partners' | 'rank-people' | 'ask-to-pair',
    work: (asker: Asker, input: NoInfer<I>) => Promise<NoInfer<O> | Refusal>,
  ): Asked<I, O> {
    const isEnrolled = async (asker: Asker, { id }: { id: string }) => ({
      enrolledId: (await store.participants.of(id, asker.personId))?.personId,
    })
    return asks(act, isEnrolled, work, async (_, asker, { id }) => {
      const chooser = await chooserIn(ports, id, asker.personId)
      return isRefused(chooser) ? chooser : refuse('not-taking-part')
    })
  }
  return {
    ways: asks('choose-ways', inCohort, async (_, { id }) => waysNow(id)),
    changeWays: asks('choose-ways', inCohort, async (asker, { id, version, ...ways }) => {
      const changed = await changeWays(ports, id, ways, asker.personId, version)
      if (!isRefused(changed)) return { ...changed, version: versionOf(changed) }
      return orWhatStands(ports, changed, {
        ...{ subject: id, actions: ['ways-chosen'] },
        now: () => waysNow(id),
      })
    }),
    myChoices: asks('read-own-choices', ownThings, async (asker, { id }) => {
      const cohort = await store.cohorts.get(id)
      return cohort && cohort.stage !== 'draft' ? myChoices(ports, id, asker.personId) : refuse('not-found')
    }),
    partners: asksEnrolled('look-for-partners', async (asker, { id, text }) => {
      const found = await suggestPartners(ports, id, asker.personId, text)
      if (isRefused(found)) return found
      const { people, more } = found
      return {
        people: people.map(({ person, topics, parts }) => ({
          person: faceOf(person),
          topics,
          why: whyTwo(parts),
        })),
        more,
      }
    }),
    saveRanking: asksEnrolled('rank-people', async (asker, { id, personIds }) => {
      const ranked = await rankPeople(ports, id, asker.personId, personIds)
      return isRefused(ranked) ? ranked : { ranking: await faces(ranked) }
    }),
    askToPair: asksEnrolled('ask-to-pair', async (asker, { id, personId }) => {
      const request = await askToPair(ports, id, asker.personId, personId)
      return isRefused(request) ? request : { request: await asMine(ports, request, asker.personId) }
    }),
    withdrawRequest: asks(
      'withdraw-request',
      async (_, { id }) => ({ fromId: (await store.requests.get(id))?.fromId }),
      async (asker, { id }) => {
        const request = await withdrawRequest(ports, id, asker.personId)
        return isRefused(request) ? request : { ok: true }
      },
      'not-yours',
    ),
    answerRequest: asks(
      'answer-request',
      async (_, { id }) => ({ toId: (await store.requests.get(id))?.toId }),
      async (asker, { id, answer }) => {
        const step = answer === 'accept' ? acceptRequest : setRequestAside
        const request = await step(ports, id, asker.personId)
        return isRefused(request) ? request : { state: answer === 'accept' ? 'accepted' : 'set-aside' }
      },
      'not-yours',
    ),
    declinePairing: asks(
      'decline-pairing',
      async (_, { id }) => ({ pairing: await store.pairings.get(id) }),
      async (asker, { id }) => declinePairing(ports, id, asker.personId),
      'not-found',
    ),
  }
}

async function myChoices(ports: Ports, cohortId: string, me: PersonId): Promise<Out<'myChoices'>> {
  const { store, clock } = ports
  const cohort = await store.cohorts.get(cohortId)
  const chooser = await chooserIn(ports, cohortId, me)
  const mine = isRefused(chooser) ? undefined : chooser
  const ways = effectiveWays(cohort?.matching.ways)
  const participant = await store.participants.of(cohortId, me)
  const requests = await store.requests.ofPerson(cohortId, me)
  const asked = requests.filter(({ fromId }) => fromId === me)
  const mayAsk = mine?.participant.state === 'approved' && ways.requests && !asked.some(waitsForAnswer)
  const ranking = await store.rankings.of(cohortId, me)
  const people = await store.people.many(ranking)
  const takesPart = participant && participant.state !== 'left' && participant.state !== 'declined'
  return {
    now: iso(clock.now()),
    ways,
    side: takesPart ? participant.side : null,
    mayRank: mine !== undefined && ways.ranking,
    mayRequest: mayAsk && (await roomOf(ports, cohortId, me)) > 0,
    mostRanked,
    ranking: ranking.map((id) => faceFrom(people, id)),
    asked: await Promise.all(asked.map((request) => asMine(ports, request, me))),
    askedOfMe: (
      await Promise.all(requests.filter(({ toId }) => toId === me).map((request) => asAsked(ports, request)))
    ).flat(),
  }
}

/** As I see what the two of us asked each other: whoever asked back has accepted, and both see the same. */
async function asMine({ store }: Ports, request: PairRequest, me: PersonId): Promise<MyRequest> {
  const { id, fromId, toId, askedAt, expiresAt } = request
  const other = fromId === me ? toId : fromId
  return {
    id,
    person: faceFrom(await store.people.many([other]), other),
    state: seenByAsker(request),
    askedAt: iso(askedAt),
    expiresAt: iso(expiresAt),
  }
}

async function asAsked({ store }: Ports, request: PairRequest): Promise<AskedOfMe[]> {
  const card = await requestToMe({ store }, request.toId, request.id)
  if (isRefused(card)) return []
  const topics = card.why.find(({ part }) => part === 'topic')?.detail?.['topics']
  return [
    {
      id: request.id,
      person: faceFrom(await store.people.many([request.fromId]), request.fromId),
      topics: typeof topics === 'string' && topics ? topics.split(', ') : [],
      why: card.why,
      state: seenByAsked(request),
      askedAt: iso(request.askedAt),
      expiresAt: iso(request.expiresAt),
    },
  ]
}
