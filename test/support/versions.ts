/** Which version of each form of a Cohort stands there, as whoever saves it has to say. */
import { effectiveWays } from '../../bot/domain/program/ways-to-match.ts'
import { versionOf } from '../../bot/domain/version.ts'
import { choicesOf } from '../../bot/workflows/pairing/change-matching.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { planNow } from '../../bot/workflows/program/set-up-cohort.ts'
import { policyOf } from '../../bot/workflows/scheduling/scheduling-policy.ts'

export async function versionsOf({ store }: Pick<Ports, 'store'>, cohortId: string) {
  const cohort = (await store.cohorts.get(cohortId))!
  const program = (await store.programs.get(cohort.programId))!
  return {
    plan: versionOf(await planNow(store, cohort, program)),
    matching: versionOf(choicesOf(cohort.matching)),
    ways: versionOf(effectiveWays(cohort.matching.ways)),
    scheduling: versionOf(policyOf(cohort.scheduling)),
  }
}
