import type { Ports } from '../../workflows/ports.ts'
import type { Handlers } from '../handler.ts'
import { assistantRoutes } from './assistants.ts'
import { boardRoutes } from './board.ts'
import { choiceRoutes } from './choices.ts'
import { cohortRoutes } from './cohorts.ts'
import { exclusionRoutes } from './exclusions.ts'
import { followingRoutes } from './following.ts'
import { keepingRoutes } from './keeping.ts'
import { matchingRoutes } from './matching.ts'
import { meRoutes } from './me.ts'
import { mentoringRoutes } from './mentoring.ts'
import { peopleRoutes } from './people.ts'
import { publishingRoutes } from './publishing.ts'
import { scenarioRoutes } from './scenarios.ts'
import { schedulingRoutes } from './scheduling.ts'
import { seatRoutes } from './seats.ts'
import { speedRoutes } from './speed.ts'

export function handlersFor(ports: Ports): Handlers {
  return {
    ...meRoutes(ports),
    ...mentoringRoutes(ports),
    ...peopleRoutes(ports),
    ...cohortRoutes(ports),
    ...seatRoutes(ports),
    ...boardRoutes(ports),
    ...matchingRoutes(ports),
    ...choiceRoutes(ports),
    ...exclusionRoutes(ports),
    ...scenarioRoutes(ports),
    ...followingRoutes(ports),
    ...schedulingRoutes(ports),
    ...keepingRoutes(ports),
    ...publishingRoutes(ports),
    ...speedRoutes(ports),
    ...assistantRoutes(ports),
  }
}
