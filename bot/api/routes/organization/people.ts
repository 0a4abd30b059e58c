import type { Face, Out } from '../../../contract/index.ts'
import type { Participant } from '../../../domain/enrolment/participant.ts'
import { nextReadingAt } from '../../../domain/organization/organization-reading.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { decideParticipant } from '../../../workflows/enrolment/decide-participant.ts'
import { confirmTops, withdrawTops } from '../../../workflows/organization/chart.ts'
import { readingPace } from '../../../workflows/organization/reading-pace.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort, overall } from '../../handler.ts'
import { faceFrom, faceOf, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  | 'people'
  | 'unreached'
  | 'decideParticipant'
  | 'organization'
  | 'readOrganization'
  | 'confirmTops'
  | 'withdrawTops'
>

/** More are a directory to repair first; their number is told. */
const mostFaults = 5000

export function peopleRoutes(ports: Ports): Routes {
  const { store, jobs } = ports
  const inChosen = async (asker: Asker, { cohort }: { cohort?: string | undefined }) => ({
    roles: await asker.rolesFor(cohort),
  })
  const whereEnrolled = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor((await store.participants.get(id))?.cohortId),
  })
  return {
    people: asks('read-people', inChosen, async (_, { cohort, text, state, side, after, limit }) => {
      const found = await store.people.search({
        limit,
        ...(cohort ? { cohortId: cohort } : {}),
        ...(text ? { text } : {}),
        ...(state ? { state } : {}),
        ...(side ? { side } : {}),
        ...(after ? { after } : {}),
      })
      const invited = cohort
        ? await store.invitations.among(
            cohort,
            found.people.map(({ person }) => person.id),
          )
        : new Set()
      const managers = await store.people.many(
        found.people.flatMap(({ person }) => (person.managerId ? [person.managerId] : [])),
      )
      return {
        people: found.people.map(({ person, participant, load }) => {
          const manager = person.managerId ? managers.get(person.managerId) : undefined
          return {
            person: { ...faceOf(person), ...(manager ? { managerName: manager.displayName } : {}) },
            ...(participant ? { participant: { ...enrolledView(participant), load } } : {}),
            ...(invited.has(person.id) ? { isInvited: true as const } : {}),
          }
        }),
        ...(found.next ? { next: found.next } : {}),
        total: found.total,
        counts: await countsOf(ports, cohort),
        balance: cohort ? await store.participants.balance(cohort) : [],
      }
    }),

    unreached: asks('read-unreached', inCohort, async (_, { id }) => {
      const unreached = await store.notices.unreached(id)
      const known = await store.people.many(unreached.map(({ personId }) => personId))
      const people = unreached.map(({ personId, why, since }) => {
        return { person: faceFrom(known, personId), why, since: iso(since).slice(0, 10) }
      })
      return { people: people.sort((one, other) => byName(one.person, other.person)) }
    }),

    decideParticipant: asks(
      'decide-participants',
      whereEnrolled,
      async (asker, { id, decision, seen, reason }) => {
        const decided = await decideParticipant(ports, id, decision, asker.personId, seen, reason)
        return isRefused(decided) ? decided : { state: decided.state }
      },
    ),

    organization: asks('read-organization-faults', overall, async () => {
      const reading = await store.organization.reading()
      const { state, people, pages, startedAt, finishedAt, wholeAt, failure, unreadable } = reading
      const { pace, isTold } = await readingPace(ports)
      const nextAt = nextReadingAt(reading, pace)
      const faults = await store.organization.faults()
      const shown = faults.slice(0, mostFaults)
      const tops = await store.organization.tops()
      const known = await store.people.many([
        ...shown.map((fault) => fault.personId),
        ...tops.flatMap(({ personId, confirmedBy }) => [personId, confirmedBy]),
      ])
      return {
        state,
        people,
        pages,
        ...(startedAt ? { startedAt: iso(startedAt) } : {}),
        ...(finishedAt ? { finishedAt: iso(finishedAt) } : {}),
        ...(wholeAt ? { wholeAt: iso(wholeAt) } : {}),
        ...(nextAt ? { nextAt: iso(nextAt) } : {}),
        isToldOfChanges: isTold,
        ...(failure ? { failure } : {}),
        faults: [
          ...shown.map(({ personId, kind, detail }) => ({
            person: faceFrom(known, personId),
            kind,
            below: Number(detail['peopleBelow'] ?? 0),
            detail,
          })),
          ...unreadable.map(({ id, why }) => ({
            person: { id: id ?? '—', name: id ?? '—' },
            kind: 'unreadable' as const,
            below: 0,
            detail: { why },
          })),
        ],
        faultCount: faults.length + unreadable.length,
        heldBack: faults.reduce((sum, { detail }) => sum + 1 + Number(detail['peopleBelow'] ?? 0), 0),
        tops: tops.map(({ personId, confirmedBy, confirmedAt }) => ({
          person: faceFrom(known, personId),
          by: faceFrom(known, confirmedBy),
          at: iso(confirmedAt),
        })),
      }
    }),

    confirmTops: asks('confirm-tops', overall, async (asker, { personIds }) => {
      return confirmTops(ports, personIds, asker.personId)
    }),

    withdrawTops: asks('confirm-tops', overall, async (asker, { personIds }) => {
      return withdrawTops(ports, personIds, asker.personId)
    }),

    readOrganization: asks('read-organization-faults', overall, async () => {
      await jobs.add('read-organization', {})
      return { ok: true }
    }),
  }
}

const byName = (one: Face, other: Face) => (`${one.name} ${one.id}` < `${other.name} ${other.id}` ? -1 : 1)

function enrolledView({ id, side, state, topics, languages, capacity, timeZone }: Participant) {
  return { id, side, state, topics, languages, capacity, timeZone }
}

async function countsOf({ store }: Ports, cohort?: string): Promise<Out<'people'>['counts']> {
  const everyone = await store.people.count()
  if (!cohort) return { ...none, everyone }
  const states = await store.participants.counts(cohort)
  const enrolled = Object.values(states).reduce((sum, n) => sum + n, 0)
  return { ...states, ...(await store.participants.sides(cohort)), everyone, enrolled }
}

const none: Out<'people'>['counts'] = {
  ...{ everyone: 0, enrolled: 0, mentors: 0, mentees: 0 },
  ...{ applied: 0, approved: 0, waitlisted: 0, declined: 0, paused: 0, left: 0 },
}
