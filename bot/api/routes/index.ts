import type { Ports } from '../../workflows/ports.ts'
import { untilClosed } from '../after-close.ts'
import type { Handlers } from '../handler.ts'
import { enrolmentRoutes } from './enrolment/enrolment.ts'
import { invitationRoutes } from './enrolment/invitations.ts'
import { nominationRoutes } from './enrolment/nominations.ts'
import { placeRoutes } from './enrolment/places.ts'
import { screeningRoutes } from './enrolment/screening.ts'
import { trainingRoutes } from './enrolment/training.ts'
import { actionRoutes } from './meeting/actions.ts'
import { appointmentRoutes } from './meeting/appointment.ts'
import { askRoutes } from './meeting/asks.ts'
import { certificateRoutes } from './meeting/certificates.ts'
import { checkInRoutes } from './meeting/check-ins.ts'
import { ideaRoutes } from './meeting/ideas.ts'
import { myMentoringRoutes } from './meeting/my-mentoring.ts'
import { noteRoutes } from './meeting/notes.ts'
import { meRoutes } from './organization/me.ts'
import { peopleRoutes } from './organization/people.ts'
import { agreementRoutes } from './pairing/agreement.ts'
import { boardRoutes } from './pairing/board.ts'
import { chartRoutes } from './pairing/chart.ts'
import { matchingRoutes } from './pairing/matching.ts'
import { scenarioRoutes } from './pairing/scenarios.ts'
import { choiceRoutes } from './preferences/preferences.ts'
import { assistantRoutes } from './program/assistants.ts'
import { closingRoutes } from './program/closing.ts'
import { cohortRoutes } from './program/cohorts.ts'
import { contentRoutes } from './program/contents.ts'
import { exclusionRoutes } from './program/exclusions.ts'
import { partRoutes } from './program/parts.ts'
import { seatRoutes } from './program/seats.ts'
import { talkRoutes } from './program/talks.ts'
import { publishingRoutes } from './publishing/publishing.ts'
import { myDataRoutes } from './records/my-data.ts'
import { whoSeesRoutes } from './records/who-sees.ts'
import { moveSessionRoutes } from './scheduling/repair.ts'
import { scheduleRoutes } from './scheduling/schedule.ts'
import { schedulingRoutes } from './scheduling/scheduling.ts'
import { speedRoutes } from './speed/speed.ts'
import { concernRoutes } from './telling/concerns.ts'

export function handlersFor(ports: Ports): Handlers {
  return untilClosed(ports, {
    ...meRoutes(ports),
    ...enrolmentRoutes(ports),
    ...screeningRoutes(ports),
    ...placeRoutes(ports),
    ...invitationRoutes(ports),
    ...nominationRoutes(ports),
    ...trainingRoutes(ports),
    ...myMentoringRoutes(ports),
    ...peopleRoutes(ports),
    ...cohortRoutes(ports),
    ...closingRoutes(ports),
    ...contentRoutes(ports),
    ...partRoutes(ports),
    ...seatRoutes(ports),
    ...boardRoutes(ports),
    ...chartRoutes(ports),
    ...matchingRoutes(ports),
    ...choiceRoutes(ports),
    ...exclusionRoutes(ports),
    ...scenarioRoutes(ports),
    ...scheduleRoutes(ports),
    ...checkInRoutes(ports),
    ...askRoutes(ports),
    ...actionRoutes(ports),
    ...ideaRoutes(ports),
    ...noteRoutes(ports),
    ...certificateRoutes(ports),
    ...appointmentRoutes(ports),
    ...talkRoutes(ports),
    ...agreementRoutes(ports),
    ...schedulingRoutes(ports),
    ...moveSessionRoutes(ports),
    ...concernRoutes(ports),
    ...publishingRoutes(ports),
    ...speedRoutes(ports),
    ...assistantRoutes(ports),
    ...myDataRoutes(ports),
    ...whoSeesRoutes(ports),
  })
}
