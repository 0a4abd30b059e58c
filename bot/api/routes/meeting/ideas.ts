/** Ideas: between the two, and for the Organizer what both of them agreed to share. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { type Idea, type IdeaId, isDecided, isShared, type Shared } from '../../../domain/meeting/idea.ts'
import type { Person, PersonId } from '../../../domain/organization/person.ts'
import { isOneOf, type Pairing } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { closeIdea, decideIdea, keepIdea, shareIdea, writeIdea } from '../../../workflows/meeting/ideas.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  'ideas' | 'writeIdea' | 'answerIdea' | 'sharedIdeas' | 'decideIdea' | 'closeIdea'
>

export function ideaRoutes(ports: Ports): Routes {
  const { store } = ports
  const ofPairing = async (_: Asker, { id }: { id: string }) => ({ pairing: await store.pairings.get(id) })
  const ofIdea = async (_: Asker, { id }: { id: IdeaId }) => {
    const idea = await store.ideas.get(id)
    return { pairing: idea && (await store.pairings.get(idea.pairingId)) }
  }
  /** What is not shared is there for nobody but the two: as if nobody knew it. */
  const toDecide = async (asker: Asker, { id }: { id: IdeaId }) => {
    const idea = await store.ideas.get(id)
    const pairing = idea && isShared(idea) ? await store.pairings.get(idea.pairingId) : undefined
    const { mayBeAbove: isAbove } = await chartOf(ports)
    return { roles: pairing ? await asker.rolesFor(pairing.cohortId) : [], pairing, isAbove }
  }
  const done = (answer: true | Refusal) => (isRefused(answer) ? answer : { ok: true as const })
  return {
    ideas: asks(
      'keep-ideas',
      ofPairing,
      async ({ personId }, { id }) => {
        const pairing = await store.pairings.get(id)
        if (!pairing || !isOneOf(pairing, personId)) return refuse('not-found')
        const known = (await store.ideas.ofPairing(id)).filter(({ isErased }) => !isErased)
        const cohort = await store.cohorts.get(pairing.cohortId)
        const program = cohort && (await store.programs.get(cohort.programId))
        const owners = await store.people.many(known.flatMap(ownerOf))
        return {
          ideas: known.map((idea) => myView(idea, pairing, personId, owners)),
          objectives: program?.objectives.map(({ text }) => text) ?? [],
          mayWrite: isTogether(pairing),
        }
      },
      'not-found',
    ),
    writeIdea: asks(
      'keep-ideas',
      ofPairing,
      async ({ personId }, { id, title, what, forWhom, objective, withNames }) => {
        const idea = await writeIdea(ports, id, personId, {
          ...{ title, what, withNames },
          ...(forWhom ? { forWhom } : {}),
          ...(objective ? { objective } : {}),
        })
        return isRefused(idea) ? idea : { id: idea.id }
      },
      'not-found',
    ),
    answerIdea: asks(
      'keep-ideas',
      ofIdea,
      async ({ personId }, { id, share, withNames }) =>
        done(share ? await shareIdea(ports, id, personId, withNames) : await keepIdea(ports, id, personId)),
      'not-found',
    ),
    sharedIdeas: asks('find-ideas', inCohort, async (asker, { id }) => ({
      ideas: await sharedView(ports, id, asker),
    })),
    decideIdea: asks(
      'decide-idea',
      toDecide,
      async ({ personId }, { id, decision, reason, ownerId }) =>
        done(await decideIdea(ports, id, personId, { decision, reason, ownerId })),
      'not-found',
    ),
    closeIdea: asks(
      'decide-idea',
      toDecide,
      async ({ personId }, { id, outcome }) => done(await closeIdea(ports, id, personId, outcome)),
      'not-found',
    ),
  }
}

const isTogether = ({ state }: Pairing) => state === 'active' || state === 'approved'
const ownerOf = (idea: Idea) => ('ownerId' in idea && idea.ownerId ? [idea.ownerId] : [])

const wordsOf = ({ title, what, forWhom, objective }: Idea) => ({
  ...{ title, what },
  ...(forWhom === undefined ? {} : { forWhom }),
  ...(objective === undefined ? {} : { objective }),
})

const toldOf = (idea: Idea, people: Map<PersonId, Person>) => ({
  ...('reason' in idea ? { reason: idea.reason } : {}),
  ...('outcome' in idea ? { outcome: idea.outcome } : {}),
  ...('ownerId' in idea && idea.ownerId ? { owner: faceFrom(people, idea.ownerId) } : {}),
})

function myView(
  idea: Idea,
  pairing: Pairing,
  me: PersonId,
  people: Map<PersonId, Person>,
): Out<'ideas'>['ideas'][number] {
  const { id, state, withNames, writerId, wroteAt } = idea
  return {
    ...{ id, state, withNames, isMine: writerId === me, wroteAt: iso(wroteAt) },
    ...wordsOf(idea),
    ...toldOf(idea, people),
    mayAnswer: state === 'asked' && writerId !== me && isTogether(pairing),
    mayKeep: state !== 'kept' && !isDecided(idea),
  }
}

async function sharedView(
  ports: Ports,
  cohortId: string,
  asker: Asker,
): Promise<Out<'sharedIdeas'>['ideas']> {
  const { store } = ports
  const roles = await asker.rolesFor(cohortId)
  const { mayBeAbove: isAbove } = await chartOf(ports)
  const pairings = new Map((await store.pairings.list(cohortId)).map((one) => [one.id, one]))
  const factsOf = (idea: Shared) => ({
    ...{ roles, isAbove, pairing: pairings.get(idea.pairingId) },
    isWithNames: idea.withNames,
  })
  const known = (await store.ideas.shared(cohortId)).filter(
    (idea) => !idea.isErased && may('read-idea', asker, factsOf(idea)),
  )
  const people = await store.people.many(
    known.flatMap((idea) => {
      const pairing = pairings.get(idea.pairingId)!
      return [...ownerOf(idea), ...(idea.withNames ? [pairing.mentorId, pairing.menteeId] : [])]
    }),
  )
  return known
    .map((idea) => {
      const { mentorId, menteeId } = pairings.get(idea.pairingId)!
      const mayDecide = may('decide-idea', asker, factsOf(idea))
      const names = { mentor: faceFrom(people, mentorId), mentee: faceFrom(people, menteeId) }
      return {
        ...{ id: idea.id, state: idea.state, ...wordsOf(idea), ...toldOf(idea, people) },
        ...(idea.withNames ? names : {}),
        mayDecide: mayDecide && (idea.state === 'shared' || idea.state === 'later'),
        mayClose: mayDecide && idea.state === 'going-ahead',
      }
    })
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1))
}
