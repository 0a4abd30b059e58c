import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import type { Person } from '../../../domain/organization/person.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type AssistedLeader, assistedSessions, nameDelegate } from '../../../workflows/program/assist.ts'
import { type Asker, asks, type Handlers, ownThings } from '../../handler.ts'
import { faceFrom, faceOf, iso, timesOf } from '../views.ts'

type Routes = Pick<Handlers, 'findColleague' | 'myDelegate' | 'nameDelegate' | 'assisted'>
type AssistedSessionFound = AssistedLeader['sessions'][number]
type AssistedSession = Out<'assisted'>['leaders'][number]['sessions'][number]

const mostFound = 8

export function assistantRoutes(ports: Ports): Routes {
  const { store, clock } = ports
  const asInDirectory = async ({ personId }: Asker) => {
    const me = await store.people.get(personId)
    return { ownerId: me?.id, isEligible: me?.isEligible }
  }
  return {
    findColleague: asks('see-colleagues', asInDirectory, async (_, { text }) => {
      const found = await store.people.search({ text, limit: mostFound })
      return { people: found.people.map(({ person }) => colleague(person)) }
    }),
    myDelegate: asks('keep-own-assistant', ownThings, async (asker) => {
      const named = await store.delegates.of(asker.personId)
      const person = named && (await store.people.get(named.assistantId))
      return { delegate: person ? colleague(person) : null }
    }),
    nameDelegate: asks('keep-own-assistant', ownThings, (asker, { personId }) =>
      nameDelegate(ports, asker.personId, personId),
    ),
    assisted: asks('read-own-leaders', ownThings, async (asker) => {
      const now = clock.now()
      const all = await assistedSessions(ports, asker.personId)
      const delegates = await store.delegates.leadersOf(asker.personId)
      const isShown = ({ pairing }: AssistedSessionFound) =>
        may('move-session', asker, { pairing, delegates })
      const people = await store.people.many(all.map(({ leaderId }) => leaderId))
      return {
        now: iso(now),
        leaders: all.map(({ leaderId, sessions }) => {
          const { id, name } = faceFrom(people, leaderId)
          return {
            leader: { id, name },
            sessions: sessions.filter(isShown).map((one) => timesOnly(one, now)),
          }
        }),
      }
    }),
  }
}

const colleague = (person: Person) => {
  const { location: _, ...face } = faceOf(person)
  return face
}

/** Written out key by key: whatever a Session gains later stays out until somebody decides that it may be seen. */
function timesOnly({ session, repair }: AssistedSessionFound, now: Date): AssistedSession {
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
            ...timesOf(repair, now),
          },
        }
      : {}),
  }
}
