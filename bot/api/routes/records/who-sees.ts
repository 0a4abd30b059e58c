/** Who can read what is known of whoever asks. */
import { type Reader, shownTo, whoSees } from '../../../auth/who-sees.ts'
import type { Out } from '../../../contract/index.ts'
import { limit, reader } from '../../../contract/records/who-sees.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Person } from '../../../domain/organization/person.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { asks, type Handlers, ownThings } from '../../handler.ts'

type Shown = Out<'whoSees'>['data'][number]['readers'][number]
type Named = Partial<Record<Shown['who'], Person | undefined>>

export function whoSeesRoutes(ports: Ports): Pick<Handlers, 'whoSees'> {
  return {
    whoSees: asks('read-who-sees', ownThings, async (asker, { cohort }) => {
      const named = await namedFor(ports, asker.personId, cohort)
      return {
        contactSees: shownTo('independent-contact'),
        data: whoSees().map(({ datum, readers }) => ({
          datum,
          readers: readers.map((one) => readerView(one, named)),
        })),
      }
    }),
  }
}

/** A reader without words would be left out of a page that promises to leave nobody out. */
function readerView({ who, only }: Reader, named: Named): Shown {
  const known = reader.safeParse(who)
  const limits = limit.array().safeParse(only)
  if (!known.success || !limits.success)
    throw new Fault(`No words for who reads: ${[who, ...only].join(' ')}.`)
  const person = named[known.data]
  return {
    who: known.data,
    only: limits.data,
    ...(person ? { person: { id: person.id, name: person.displayName } } : {}),
  }
}

/** Whoever sits in a seat of the Program, and the assistant one named oneself; a partner's is not ours to tell. */
async function namedFor(ports: Ports, me: string, wanted: string | undefined): Promise<Named> {
  const { store } = ports
  const cohort = wanted === undefined ? undefined : await store.cohorts.get(wanted)
  const isOpen = cohort !== undefined && cohort.stage !== 'draft'
  const program = isOpen ? await store.programs.get(cohort.programId) : undefined
  const delegate = await store.delegates.of(me)
  const ids = { organizer: program?.organizerId, sponsor: program?.sponsorId }
  const named = { ...ids, 'assistant-of-the-mentee': delegate?.assistantId }
  const people = await store.people.many(Object.values(named).flatMap((id) => id ?? []))
  return Object.fromEntries(Object.entries(named).map(([who, id]) => [who, id && people.get(id)]))
}
