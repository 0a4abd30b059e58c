import { may } from '../../../auth/access.ts'
import type { Role } from '../../../auth/role.ts'
import { homeOf, placesOf } from '../../../auth/roles.ts'
import type { Out } from '../../../contract/index.ts'
import type { Participant } from '../../../domain/enrolment/participant.ts'
import type { Cohort } from '../../../domain/program/program.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import { reviewersOf } from '../../../workflows/enrolment/screen.ts'
import { tracksOf } from '../../../workflows/enrolment/train.ts'
import { notOverFor, ofMine } from '../../../workflows/pairing/of-mine.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { ownTopics } from '../../../workflows/program/own-topics.ts'
import { type Asker, asksNothing, type Handlers } from '../../handler.ts'
import { cohortCard, faceOf, iso } from '../views.ts'

/** A draft is nobody's business but its Organizer's, and IT's who may have to find it another one. */
function isVisible(cohort: Cohort, asker: Asker, roles: readonly Role[]): boolean {
  return cohort.stage !== 'draft' || may('read-program', asker, { roles })
}

/** Nobody is known yet; the one page that is of use is the one on which the chart is read. */
function beforeFirstReading({ personId: id, name }: Asker, roles: Role[], now: Date): Out<'me'> | Refusal {
  const places = placesOf(roles).filter((place) => place === 'people')
  if (places.length === 0) return refuse('not-eligible')
  const person = { id, name: name ?? id }
  return { person, roles, places, home: 'people', cohorts: [], cohortId: null, now: iso(now) }
}

/** Erased enrolments say nothing of it any more. */
function zoneOf(enrolments: readonly Participant[]): string | undefined {
  const said = enrolments.filter(({ isErased }) => !isErased)
  return said.toSorted((a, b) => b.enrolledAt.getTime() - a.enrolledAt.getTime())[0]?.timeZone
}

async function topicNamesOf(ports: Pick<Ports, 'store'>, programIds: string[]) {
  const names: NonNullable<Out<'me'>['topicNames']> = {}
  for (const programId of programIds)
    for (const topic of await ownTopics(ports, programId)) names[topic.key] = topic.names
  return names
}

export function meRoutes(ports: Ports): Pick<Handlers, 'me'> {
  const { store, clock } = ports
  return {
    me: asksNothing('says to somebody who they are and what opens for them', async (asker) => {
      const person = await store.people.get(asker.personId)
      const roles = await asker.rolesFor()
      if (!person) return beforeFirstReading(asker, roles, clock.now())
      const enrolments = await store.participants.ofPerson(person.id)
      const mine = new Set(enrolments.map((one) => one.cohortId))
      const timeZone = zoneOf(enrolments)
      const all = await store.cohorts.list()
      const cohorts: Out<'me'>['cohorts'] = []
      const charged = new Set<string>()
      // What somebody is in one Program opens its places, there.
      const anywhere = new Set(roles)
      const programs = new Set<string>()
      let screens = false
      for (const cohort of all) {
        const rolesHere = await asker.rolesFor(cohort.id)
        for (const one of rolesHere) anywhere.add(one)
        if (!isVisible(cohort, asker, rolesHere) && !mine.has(cohort.id)) continue
        if (may('read-program', asker, { roles: rolesHere })) charged.add(cohort.id)
        const { isScreened } = await reviewersOf({ store }, cohort.id)
        screens ||= may('find-applications', asker, { roles: rolesHere, isScreened })
        programs.add(cohort.programId)
        cohorts.push(cohortCard(cohort, await store.programs.get(cohort.programId)))
      }
      const meant = await notOverFor(
        ports,
        person.id,
        cohorts.filter(({ id }) => mine.has(id)),
      )
      const first =
        (await ofMine(ports, person.id, meant)) ?? cohorts.find(({ id }) => charged.has(id)) ?? cohorts[0]
      const decides = await store.summaries.waitsFor(person.id)
      const trains = (await tracksOf(ports, person.id)).length > 0
      const places = placesOf([...anywhere], { decides, trains, screens })
      return {
        person: {
          ...faceOf(person),
          ...(person.mail ? { mail: person.mail } : {}),
          ...(person.preferredLanguage ? { language: person.preferredLanguage } : {}),
          ...(timeZone ? { timeZone } : {}),
        },
        roles: [...anywhere],
        places,
        home: homeOf(places, [...anywhere], {
          ...{ decides, stage: first?.stage },
          takesPart: first !== undefined && mine.has(first.id),
        }),
        cohorts,
        cohortId: first?.id ?? null,
        now: iso(clock.now()),
        topicNames: await topicNamesOf({ store }, [...programs]),
      }
    }),
  }
}
