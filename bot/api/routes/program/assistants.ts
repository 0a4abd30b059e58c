import { mayFindColleagues } from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import type { Person } from '../../../domain/organization/person.ts'
import { refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { assistedSessions, nameDelegate } from '../../../workflows/program/assist.ts'
import type { Handlers } from '../../handler.ts'
import { faceFrom, faceOf, iso } from '../views.ts'

type Routes = Pick<Handlers, 'findColleague' | 'myDelegate' | 'nameDelegate' | 'assisted'>
type AssistedSession = Out<'assisted'>['leaders'][number]['sessions'][number]

const mostFound = 8

export function assistantRoutes(ports: Ports): Routes {
  const { store, clock } = ports
  return {
    async findColleague(asker, { text }) {
      const me = await store.people.get(asker.personId)
      if (!mayFindColleagues(asker, me)) return refuse('not-allowed')
      const found = await store.people.search({ text, limit: mostFound })
      return { people: found.people.map(({ person }) => colleague(person)) }
    },
    async myDelegate(asker) {
      const named = await store.delegates.of(asker.personId)
      const person = named && (await store.people.get(named.assistantId))
      return { delegate: person ? colleague(person) : null }
    },
    nameDelegate: (asker, { personId }) => nameDelegate(ports, asker.personId, personId),
    async assisted(asker) {
      const all = await assistedSessions(ports, asker.personId)
      const people = await store.people.many(all.map(({ leaderId }) => leaderId))
      return {
        now: iso(clock.now()),
        leaders: all.map(({ leaderId, sessions }) => {
          const { id, name } = faceFrom(people, leaderId)
          return { leader: { id, name }, sessions: sessions.map(timesOnly) }
        }),
      }
    },
  }
}

const colleague = (person: Person) => {
  const { location: _, ...face } = faceOf(person)
  return face
}

/** Written out key by key: whatever a Session gains later stays out until somebody decides that it may be seen. */
function timesOnly({
  session,
  repair,
}: Awaited<ReturnType<typeof assistedSessions>>[number]['sessions'][number]): AssistedSession {
  const { id, startsAt, endsAt, state } = session
  return {
    id,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    state: state === 'cancelled' ? 'cancelled' : 'planned',
    ...(repair
      ? {
          repair: {
            id: repair.id,
            state: repair.state === 'open' && repair.options.length === 0 ? 'looking' : repair.state,
            options: repair.options.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
          },
        }
      : {}),
  }
}
