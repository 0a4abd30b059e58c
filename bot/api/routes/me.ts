import { placesOf } from '../../auth/roles.ts'
import type { Out } from '../../contract/index.ts'
import type { Cohort } from '../../domain/program.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Ports } from '../../workflows/ports.ts'
import type { Handlers } from '../handler.ts'
import { cohortCard, faceOf, iso } from './views.ts'

/** A draft is nobody's business but the Organizer's. */
const visible = (cohort: Cohort) => cohort.stage !== 'draft'

export function meRoutes({ store, clock }: Ports): Pick<Handlers, 'me'> {
  return {
    async me(asker) {
      const person = await store.people.get(asker.personId)
      if (!person) return refuse('not-eligible')
      const roles = await asker.rolesFor()
      const mine = new Set((await store.participants.ofPerson(person.id)).map((one) => one.cohortId))
      const all = await store.cohorts.list()
      const seen = roles.includes('organizer')
        ? all
        : all.filter((cohort) => visible(cohort) || mine.has(cohort.id))
      const cohorts: Out<'me'>['cohorts'] = []
      for (const cohort of seen) cohorts.push(cohortCard(cohort, await store.programs.get(cohort.programId)))
      const first = cohorts.find((one) => mine.has(one.id) && one.stage !== 'closed') ?? cohorts[0]
      return {
        person: {
          ...faceOf(person),
          ...(person.mail ? { mail: person.mail } : {}),
          ...(person.preferredLanguage ? { language: person.preferredLanguage } : {}),
        },
        roles,
        places: placesOf(roles),
        cohorts,
        cohortId: first?.id ?? null,
        now: iso(clock.now()),
      }
    },
  }
}
