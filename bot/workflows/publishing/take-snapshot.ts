import type { Participant } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import { allFigures, type Figure, type PartFacts, partFigures } from '../../domain/publishing/metrics.ts'
import { mondayBefore, nextSnapshot } from '../../domain/publishing/snapshot.ts'
import { eachAlone } from '../each-alone.ts'
import type { Ports } from '../ports.ts'
import { trackOf } from '../program/lessons.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'fewestPeople'>

/** On Mondays, once a Cohort, whoever comes first; at any other time there is nothing to do. */
export async function takeSnapshots({ store, clock, fewestPeople }: Needs): Promise<void> {
  const monday = mondayBefore(clock.now())
  await eachAlone(await store.snapshots.behind(monday), (id) =>
    store.transaction(async () => {
      await store.lock(`snapshot.${id}`)
      const before = await store.snapshots.get(id)
      const cohort = await store.cohorts.get(id)
      if (!cohort || (before && before.lookedAt >= monday)) return
      const participants = await store.participants.list(id)
      const facts = {
        cohort,
        participants,
        pairings: await store.pairings.list(id),
        agreedAt: await store.agreements.agreedAt(id),
        trainedAt: await trainedAt(store, cohort, participants),
        sessions: await store.sessions.list(id),
        checkIns: await store.checkIns.list(id),
        asks: await store.asks.list(id),
        ideas: await store.ideas.shared(id),
      }
      await store.snapshots.save(nextSnapshot(before, facts, monday, fewestPeople))
    }),
  )
}

/** When each had finished the last lesson of their side. */
async function trainedAt(
  { training }: Pick<Ports['store'], 'training'>,
  { programId }: Cohort,
  participants: readonly Participant[],
): Promise<Map<PersonId, Date>> {
  const finished = await training.finished(participants.map(({ personId }) => personId))
  const tracks = {
    mentor: trackOf({ id: programId }, 'mentor'),
    mentee: trackOf({ id: programId }, 'mentee'),
  }
  const trained = new Map<PersonId, Date>()
  for (const { personId, side } of participants) {
    const done = tracks[side].map((id) => finished.get(personId)?.get(id)?.getTime())
    const last = done.reduce(
      (one, other) => (one === undefined || other === undefined ? undefined : Math.max(one, other)),
      0,
    )
    if (last) trained.set(personId, new Date(last))
  }
  return trained
}

/** All that may be said of a Cohort, the same for whoever asks. */
export async function loadFigures(
  { store, fewestPeople }: Pick<Ports, 'store' | 'fewestPeople'>,
  id: CohortId,
  facts?: PartFacts,
): Promise<Figure[]> {
  const known = (await store.snapshots.get(id))?.figures ?? []
  const taking = facts ?? (await loadParts({ store }, id))
  const rest = known.map(({ takenAt: _, ...figure }) => figure)
  return allFigures([...partFigures(taking, fewestPeople), ...rest])
}

export async function loadParts({ store }: Pick<Ports, 'store'>, id: CohortId): Promise<PartFacts> {
  return { participants: await store.participants.list(id), pairings: await store.pairings.list(id) }
}
