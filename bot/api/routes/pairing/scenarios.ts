import type { Out } from '../../../contract/index.ts'
import { outcomeToShow } from '../../../domain/pairing/matching-run.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { readFailure } from '../../../domain/pairing/run-failure.ts'
import { difference, type Scenario } from '../../../domain/pairing/scenario.ts'
import { withoutPrivateWeights } from '../../../domain/program/matching-settings.ts'
import type { Choices } from '../../../workflows/pairing/change-matching.ts'
import { nameScenario, publishScenario, removeScenario } from '../../../workflows/pairing/scenarios.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom } from '../views.ts'

type Routes = Pick<Handlers, 'scenarios' | 'nameScenario' | 'publishScenario' | 'removeScenario'>
type View = Out<'scenarios'>['scenarios'][number]

const mostFaces = 12

export function scenarioRoutes(ports: Ports): Routes {
  const { store } = ports
  const whereNamed = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor((await store.scenarios.get(id))?.cohortId),
  })
  return {
    scenarios: asks('propose', inCohort, async (_, { id }) => {
      const now = await store.pairings.list(id, ['proposed'])
      const views: View[] = []
      for (const scenario of await store.scenarios.list(id)) views.push(await viewOf(ports, scenario, now))
      return { scenarios: views }
    }),
    nameScenario: asks('propose', inCohort, async (asker, { id, name, ...choices }) => {
      return nameScenario(ports, id, { name, choices: choices as Choices }, asker.personId)
    }),
    publishScenario: asks('propose', whereNamed, async (asker, { id }) =>
      publishScenario(ports, id, asker.personId),
    ),
    removeScenario: asks('propose', whereNamed, async (asker, { id }) =>
      removeScenario(ports, id, asker.personId),
    ),
  }
}

async function viewOf({ store }: Ports, scenario: Scenario, now: Pairing[]): Promise<View> {
  const { id, name, state, failure, settings, pairs } = scenario
  const outcome = outcomeToShow(scenario.outcome)
  const { weights } = withoutPrivateWeights(settings)
  const view: View = {
    ...{ id, name, state, objective: settings.objective ?? 'best-total' },
    ...(failure ? readFailure(failure) : {}),
    unusual: [...Object.keys(settings.rules ?? {}), ...Object.keys(weights ?? {})],
  }
  if (!outcome || !pairs) return view
  const { gone, come, people } = difference(now, pairs)
  const faces = await store.people.many(people.slice(0, mostFaces))
  const { blockingPairs } = outcome
  return {
    ...view,
    figures: {
      ...outcome.totals,
      weakest: pairs.length ? Math.min(...pairs.map(([, , score]) => score)) : null,
      ...(blockingPairs === undefined ? {} : { blockingPairs }),
      ...{ pairsGone: gone, pairsCome: come, changedPeople: people.length },
      changed: people.slice(0, mostFaces).map((personId) => faceFrom(faces, personId)),
    },
  }
}
