/** Which days the plan keeps clear of and for whom, and what stands in calendars on one of them all the same. */
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { liveStates } from '../../domain/pairing/pairing.ts'
import { type Country, countryOf, daysOff, publicHolidays } from '../../domain/program/holidays.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { type HoldId, wantedAnew } from '../../domain/scheduling/hold.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import { dateOf, wallClock } from '../../domain/scheduling/zone-offset.ts'
import { utcDate } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

export interface CohortDaysOff {
  /** Of everybody who takes part or has applied, most people first; days until the Cohort ends or its last Session is over. */
  countries: { country: Country; people: number; days: string[] }[]
  /** Of whom no country is known whose holidays are kept. */
  unknown: number
  /** For everybody, as the Organizer entered them. */
  own: string[]
  falling: { sessions: number; pairs: number }
}

const taking: readonly string[] = ['applied', 'approved', 'waitlisted', 'paused']

export async function cohortDaysOff(
  ports: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
): Promise<CohortDaysOff | Refusal> {
  const { store, clock } = ports
  const cohort = await store.cohorts.get(id)
  if (!cohort) return refuse('not-found')
  const taken = (await store.participants.list(id)).filter(({ state }) => taking.includes(state))
  const people = await store.people.many(taken.map(({ personId }) => personId))
  const falling = await fallingIn(ports, cohort)
  const sessions = await store.sessions.list(id)
  const last = Math.max(Date.parse(cohort.endsOn), ...sessions.map(({ endsAt }) => endsAt.getTime()))
  const today = utcDate(clock.now())
  const from = cohort.startsOn > today ? cohort.startsOn : today
  const counts = new Map<Country, number>()
  let unknown = 0
  // Somebody on both sides is one person.
  for (const personId of new Set(taken.map((one) => one.personId))) {
    const country = countryOf(people.get(personId) ?? {})
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
    else unknown++
  }
  return {
    countries: [...counts]
      .map(([country, count]) => ({
        ...{ country, people: count },
        days: publicHolidays(country, from, utcDate(new Date(last))),
      }))
      .sort((one, other) => other.people - one.people || (one.country < other.country ? -1 : 1)),
    unknown,
    own: cohort.scheduling.holidays,
    falling: {
      sessions: [...falling.values()].reduce((sum, count) => sum + count, 0),
      pairs: falling.size,
    },
  }
}

/** Another time is looked for, for every pair that meets on such a day; the old one stays until that one is there. */
export async function moveOffDaysOff(
  ports: Needs,
  id: CohortId,
  by: PersonId,
): Promise<{ moved: number } | Refusal> {
  const { store, clock, jobs } = ports
  return store.transaction(async () => {
    await store.lock(`cohort.${id}`)
    const cohort = await store.cohorts.get(id)
    if (!cohort) return refuse('not-found')
    let moved = 0
    for (const holdId of (await fallingIn(ports, cohort)).keys()) {
      const hold = await store.holds.lock(holdId)
      if (hold?.state !== 'booked') continue
      await store.holds.save(wantedAnew(hold, clock.now()))
      await jobs.add('book-hold', { holdId })
      moved++
    }
    await audit(ports, by, 'moved-off-days-off', id, { moved })
    return { moved }
  })
}

/** Booked series of pairs that live, with how many of their Sessions to come lie on a day that one of the two has off. */
async function fallingIn(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  cohort: Cohort,
): Promise<Map<HoldId, number>> {
  const pairings = new Map(
    (await store.pairings.list(cohort.id, [...liveStates])).map((pairing) => [pairing.id, pairing]),
  )
  const booked = new Set(
    (await store.holds.list(cohort.id)).filter(({ state }) => state === 'booked').map((hold) => hold.id),
  )
  const zones = new Map(
    (await store.participants.list(cohort.id)).map(({ personId, timeZone }) => [personId, timeZone]),
  )
  const two = [...pairings.values()].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  const people = await store.people.many(two)
  const off = new Map<PersonId, ReadonlySet<string>>()
  const isOff = (personId: PersonId, session: Session) => {
    const days = off.get(personId) ?? new Set(daysOff(cohort.scheduling, personOf(people, personId)))
    off.set(personId, days)
    return datesOf(session, zones.get(personId) ?? 'UTC').some((date) => days.has(date))
  }
  const found = new Map<HoldId, number>()
  for (const session of await store.sessions.list(cohort.id)) {
    const pairing = pairings.get(session.pairingId)
    const isToCome = session.state === 'planned' && session.startsAt > clock.now()
    // Who moved a Session there themselves, knows the day.
    if (!pairing || !isToCome || session.movedBy || !booked.has(session.holdId)) continue
    if (isOff(pairing.mentorId, session) || isOff(pairing.menteeId, session))
      found.set(session.holdId, (found.get(session.holdId) ?? 0) + 1)
  }
  return found
}

const personOf = (people: ReadonlyMap<PersonId, Person>, id: PersonId): Pick<Person, 'country'> =>
  people.get(id) ?? {}

function datesOf({ startsAt, endsAt }: Session, timeZone: string): string[] {
  return [startsAt.getTime(), endsAt.getTime() - 1].map((at) => dateOf(wallClock(timeZone, at).day))
}
