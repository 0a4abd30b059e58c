/**
 * After each reading of the chart: does every Pairing still keep the rules it was approved by? Somebody leaves, or gets a
 * new manager, and a Pairing stands inside a reporting line; a conflict or a second line is imported. The Organizer hears
 * of it once; when it is right again, the concern closes by itself. Nothing is ended over people's heads, and nothing is
 * judged on half the facts: a source that cannot be read leaves everything as it was.
 */

import type { Concern, ConcernKind } from '../../domain/meeting/concern.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { liveStates, type Pairing } from '../../domain/pairing/pairing.ts'
import type { Cohort } from '../../domain/program/program.ts'
import { utcDate } from '../../domain/span.ts'
import {
  type ExclusionLists,
  type RuleContext,
  ruleContext,
  rulesAgainst,
} from '../../engine/pairing-rules.ts'
import type { MatchingParticipant } from '../../engine/person.ts'
import type { RuleName } from '../../engine/rule-names.ts'
import { chartOf } from '../organization/chart.ts'
import type { Ports } from '../ports.ts'
import { type Exclusions, readExclusionSources } from '../program/read-exclusions.ts'
import { raiseConcerns } from '../telling/raise-concerns.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>

/**
 * Rules that a change outside can break, and what the Organizer reads. Blocks are not among them: whoever does not want a
 * partner any more ends the Pairing, and nobody is told that they asked.
 */
const kinds: Partial<Record<RuleName, ConcernKind>> = {
  'line-unknown': 'line-unknown',
  'below-direct-report': 'inside-line',
  'shared-reporting-line': 'inside-line',
  'same-manager': 'same-manager',
  'dotted-line': 'dotted-line',
  'former-manager': 'former-manager',
  conflict: 'conflict',
  forbidden: 'forbidden',
}

export async function judgePairings(ports: Needs): Promise<void> {
  const { store, clock } = ports
  // A chart in the middle of a reading is half old and half new.
  if ((await store.organization.reading()).state !== 'fresh') return
  const organization = await chartOf({ store })
  const today = utcDate(clock.now())
  for (const cohort of await store.cohorts.list()) {
    if (cohort.stage === 'closed' || cohort.stage === 'draft') continue
    const exclusions = await readExclusionSources(store, cohort.id)
    const { rules } = cohort.matching
    const context = ruleContext(organization, rules, today, listsOf(exclusions))
    await judgeCohort(ports, cohort, context, exclusions.dottedManagers)
  }
}

/** Who was a pair before, or did not begin together, says nothing about a pair that stands. */
function listsOf({ wishes, conflicts, formerManagers }: Exclusions): ExclusionLists {
  const forbidden = wishes.flatMap(({ kind, mentorId, menteeId }): [PersonId, PersonId][] =>
    kind === 'forbid' ? [[mentorId, menteeId]] : [],
  )
  return { forbidden, conflicts, formerManagers }
}

type DottedManagers = Exclusions['dottedManagers']

async function judgeCohort(
  ports: Needs,
  cohort: Cohort,
  context: RuleContext,
  dotted: DottedManagers,
): Promise<void> {
  const { store, clock } = ports
  const pairings = await store.pairings.list(cohort.id, [...liveStates])
  const ids = pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  const people = await store.people.many(ids)
  const found = pairings.flatMap((pairing) => concernsOf(pairing, people, context, dotted))
  await raiseConcerns(ports, cohort, found)
  const still = new Set(found.map(({ key }) => key))
  for (const { key } of await store.concerns.list(cohort.id)) {
    if (key.startsWith('rule.') && !still.has(key)) await store.concerns.close(key, clock.now())
  }
}

function concernsOf(
  pairing: Pairing,
  people: Map<PersonId, Person>,
  context: RuleContext,
  dotted: DottedManagers,
): Omit<Concern, 'cohortId' | 'raisedAt'>[] {
  const about = (kind: ConcernKind, detail: Concern['detail']) => ({
    key: `rule.${pairing.id}.${kind}`,
    pairingId: pairing.id,
    kind,
    detail,
  })
  const gone = [pairing.mentorId, pairing.menteeId].find((id) => !people.get(id)?.isEligible)
  if (gone) return [about('person-left', { personId: gone })]
  const [mentor, mentee] = [people.get(pairing.mentorId)!, people.get(pairing.menteeId)!]
  const broken = new Map<ConcernKind, Concern['detail']>()
  for (const { refused, detail } of rulesAgainst(
    asPaired(mentor, 'mentor', dotted),
    asPaired(mentee, 'mentee', dotted),
    context,
  )) {
    const kind = kinds[refused]
    if (kind && !broken.has(kind)) broken.set(kind, { rule: refused, ...plain(detail) })
  }
  return [...broken].map(([kind, detail]) => about(kind, detail))
}

function plain(detail: Record<string, string | number> | undefined): Concern['detail'] {
  return Object.fromEntries(Object.entries(detail ?? {}))
}

/** The rules about lines look at nothing but who somebody is; what was said when enrolling is not judged again. */
function asPaired(
  { id, managerId }: Person,
  side: 'mentor' | 'mentee',
  dotted: DottedManagers,
): MatchingParticipant {
  const said = { capacity: 1, topics: [], languages: ['*'], interests: [], timeZone: 'UTC' }
  const dottedManagerIds = dotted.get(id)
  return {
    ...{ id, side, ...said },
    ...(managerId ? { managerId } : {}),
    ...(dottedManagerIds ? { dottedManagerIds } : {}),
  }
}
