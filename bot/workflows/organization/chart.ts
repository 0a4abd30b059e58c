/**
 * The organization chart as everybody who asks about lines sees it: what the directory says, and who was confirmed to have
 * nobody above them. A confirmation counts for all Programs, because there is one chart.
 */
import { buildOrganization, type Organization } from '../../domain/organization/organization.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

type Needs = Pick<Ports, 'store'>

export async function chartOf({ store }: Needs): Promise<Organization> {
  const tops = await store.organization.tops()
  return buildOrganization(
    await store.people.lines(),
    tops.map(({ personId }) => personId),
  )
}

/**
 * Writes down where the chart is broken, for the People page. Guests and disabled accounts with nobody below them can be
 * paired with nobody anyway and hide nobody: in most directories they would bury the rest.
 */
export async function noteBreaks({ store }: Needs): Promise<void> {
  const chart = await chartOf({ store })
  const eligible = new Set(
    (await store.people.lines()).filter(({ isEligible }) => isEligible).map(({ id }) => id),
  )
  await store.organization.replaceFaults(
    chart.faults.filter(({ personId, detail }) => eligible.has(personId) || detail['peopleBelow'] !== '0'),
  )
}

/** Nobody is above these people: whoever stands below them can be paired across the chart from now on. */
export async function confirmTops(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  personIds: PersonId[],
  by: PersonId,
): Promise<{ confirmed: number } | Refusal> {
  return store.transaction(async () => {
    await store.lock('chart-tops')
    const chart = await chartOf({ store })
    const heads = new Set(chart.faults.map(({ personId }) => personId))
    const already = new Set(chart.tops)
    const people = [...new Set(personIds)]
    // Somebody else was quicker, or the directory was corrected meanwhile: then the page shows an old picture.
    const other = people.find((id) => !heads.has(id) && !already.has(id))
    if (other !== undefined) return refuse('has-a-manager', { personId: other })
    const fresh = people.filter((id) => !already.has(id))
    await store.organization.confirmTops(fresh, by, clock.now())
    await noteBreaks({ store })
    for (const id of fresh) await audit({ store, clock }, by, 'top-confirmed', id)
    if (fresh.length > 0) await jobs.add('judge-pairings', {})
    return { confirmed: fresh.length }
  })
}

/** Takes confirmations back; who stands below is held back again, and standing pairs are judged anew. */
export async function withdrawTops(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  personIds: PersonId[],
  by: PersonId,
): Promise<{ withdrawn: number }> {
  return store.transaction(async () => {
    await store.lock('chart-tops')
    const gone = await store.organization.withdrawTops(personIds)
    await noteBreaks({ store })
    for (const id of gone) await audit({ store, clock }, by, 'top-withdrawn', id)
    if (gone.length > 0) await jobs.add('judge-pairings', {})
    return { withdrawn: gone.length }
  })
}
