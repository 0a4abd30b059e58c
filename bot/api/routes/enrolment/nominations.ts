/** Putting colleagues forward, and what an Organizer does with it. */
import { may } from '../../../auth/access.ts'
import { mayInvite } from '../../../domain/enrolment/invitation.ts'
import type { Voice } from '../../../domain/enrolment/nomination.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import {
  nominate,
  nominationsFor,
  setNominationAside,
  takeNominationBack,
} from '../../../workflows/enrolment/nominate.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort, ownThings } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  'nominate' | 'myNominations' | 'takeNominationBack' | 'nominations' | 'setNominationAside'
>

const mostShown = 100

export function nominationRoutes(ports: Ports): Routes {
  const { store } = ports
  const asInDirectory = async ({ personId }: Asker) => ({
    isEligible: (await store.people.get(personId))?.isEligible,
  })
  return {
    nominate: asks('nominate', asInDirectory, async ({ personId }, { id, ...wanted }) => {
      const done = await nominate(ports, id, wanted, personId)
      return isRefused(done) ? done : { ok: true as const }
    }),
    myNominations: asks('keep-own-nominations', ownThings, async (asker, { id }) => {
      const { personId } = asker
      const cohort = await store.cohorts.get(id)
      if (!cohort) return refuse('not-found')
      const mine = await store.nominations.by(id, personId)
      const known = await store.people.many(mine.map((voice) => voice.personId))
      return {
        isOpen: mayInvite(cohort.stage) && may('nominate', asker, await asInDirectory(asker)),
        given: mine.map((voice) => {
          const { location: _, ...person } = faceFrom(known, voice.personId)
          return { nominationId: voice.id, person, ...saidOf(voice) }
        }),
      }
    }),
    takeNominationBack: asks(
      'keep-own-nominations',
      async (_, { nominationId }) => ({ ownerId: (await store.nominations.get(nominationId))?.byId }),
      ({ personId }, { nominationId }) => takeNominationBack(ports, nominationId, personId),
      'not-found',
    ),
    nominations: asks('read-nominations', inCohort, async ({ personId }, { id }) => {
      const cohort = await store.cohorts.get(id)
      if (!cohort) return refuse('not-found')
      const all = await nominationsFor(ports, id, personId)
      const shown = all.slice(0, mostShown)
      const known = await store.people.many(
        shown.flatMap((one) => [one.personId, ...one.voices.map(({ byId }) => byId)]),
      )
      return {
        isOpen: mayInvite(cohort.stage),
        waiting: all.filter(({ state }) => state === 'waiting').length,
        total: all.length,
        nominations: shown.map(({ personId: ofWhom, side, state, voices }) => ({
          ...{ person: faceFrom(known, ofWhom), side, state },
          voices: voices.map((voice) => ({ by: faceFrom(known, voice.byId), ...saidOf(voice) })),
        })),
      }
    }),
    setNominationAside: asks('read-nominations', inCohort, (asker, { id, personId }) =>
      setNominationAside(ports, id, personId, asker.personId),
    ),
  }
}

const saidOf = ({ side, line, isNamed, saidAt }: Voice) => ({ side, line, isNamed, saidAt: iso(saidAt) })
