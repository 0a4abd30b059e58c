/** What is known of the person who asks: theirs alone. Nobody can ask for another. */
import type { Role } from '../../../auth/role.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { askForErasure } from '../../../workflows/enrolment/erase-person.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { exportMyData } from '../../../workflows/records/export-my-data.ts'
import { type Asker, asks, type Handlers, ownThings } from '../../handler.ts'
import { iso } from '../views.ts'

type Routes = Pick<Handlers, 'exportMyData' | 'whatIsKept' | 'eraseMe' | 'erasePerson'>

export function myDataRoutes(ports: Ports): Routes {
  const { store, retentionMonths } = ports
  return {
    exportMyData: asks('take-own-data', ownThings, async (asker) => {
      const { exportedAt, data, ...rest } = await exportMyData(ports, asker.personId)
      return { ...rest, exportedAt: iso(exportedAt), data: JSON.parse(JSON.stringify(data)) }
    }),
    whatIsKept: asks('take-own-data', ownThings, async ({ personId }) => ({
      groups: store.personal.kept(),
      retentionMonths,
      isBeingErased: (await store.erasures.ofPerson(personId)) !== undefined,
    })),
    eraseMe: asks('erase-oneself', ownThings, async ({ personId }) => {
      const asked = await askForErasure(ports, personId, personId)
      return isRefused(asked) ? asked : { ok: true }
    }),
    erasePerson: asks(
      'erase-leaver',
      async (asker, { id }) => ({ roles: await rolesEverywhere(ports, asker, id) }),
      async (asker, { id }) => {
        const asked = await askForErasure(ports, id, asker.personId)
        return isRefused(asked) ? asked : { ok: true }
      },
    ),
  }
}

/** What the asker is in each Cohort in which that person takes part: erasing reaches into all of them. */
async function rolesEverywhere({ store }: Ports, asker: Asker, personId: string): Promise<Role[]> {
  const anywhere = await asker.rolesFor()
  const cohorts = new Set((await store.participants.ofPerson(personId)).map(({ cohortId }) => cohortId))
  const each = await Promise.all([...cohorts].map((cohortId) => asker.rolesFor(cohortId)))
  return anywhere.filter(
    (role) => role === 'it-admin' || (each.length > 0 && each.every((roles) => roles.includes(role))),
  )
}
