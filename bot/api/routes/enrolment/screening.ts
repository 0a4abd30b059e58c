/** Applications: one's own, and those that wait to be read. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { mayChange, shownTo, standingOf } from '../../../domain/enrolment/screening.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import {
  myApplication,
  reviewApplication,
  reviewersOf,
  sendApplication,
  underReview,
} from '../../../workflows/enrolment/screen.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort, ownThings } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<Handlers, 'application' | 'sendApplication' | 'applications' | 'reviewApplication'>
type Shown = Out<'applications'>['applications'][number]

/** Who is done makes room for the next. */
const mostShown = 50

/** What the reader can do something about comes first: to read, then to decide, then what waits for others; each in its order. */
const turnOf = ({ mayReview, mine, standing, sent }: Shown): number =>
  mayReview && !mine ? 0 : standing !== 'waiting' ? 1 : sent ? 2 : 3

export function screeningRoutes(ports: Ports): Routes {
  const { store } = ports
  const ofApplicant = async (asker: Asker, { id }: { id: string }) => {
    const participant = await store.participants.get(id)
    const { mayBeAbove: isAbove } = await chartOf(ports)
    return { roles: await asker.rolesFor(participant?.cohortId), ownerId: participant?.personId, isAbove }
  }
  return {
    application: asks('keep-own-application', ownThings, async ({ personId }, { id }) => {
      const { isAsked, isOpen, application } = await myApplication(ports, id, personId)
      const sent = application && { answers: application.answers, at: iso(application.sentAt) }
      return { isAsked, isOpen, ...(sent ? { sent } : {}) }
    }),
    sendApplication: asks('keep-own-application', ownThings, async ({ personId }, { id, answers }) => {
      const sent = await sendApplication(ports, id, personId, answers)
      return isRefused(sent) ? sent : { at: iso(sent.sentAt) }
    }),
    applications: asks(
      'find-applications',
      async (asker, { id }) => ({ ...(await inCohort(asker, { id })), ...(await reviewersOf(ports, id)) }),
      (asker, { id }) => listed(ports, id, asker),
    ),
    reviewApplication: asks(
      'review-application',
      ofApplicant,
      async ({ personId }, { id, ...given }) => {
        const reviewed = await reviewApplication(ports, id, personId, given)
        return isRefused(reviewed) ? reviewed : { ok: true as const }
      },
      ({ roles, ownerId }) => refuse(roles.includes('reviewer') && !ownerId ? 'not-found' : 'not-allowed'),
    ),
  }
}

/** Each as the table allows it to this reader; the others are counted. */
async function listed(ports: Ports, id: string, asker: Asker): Promise<Out<'applications'>> {
  const { store } = ports
  const me = asker.personId
  const roles = await asker.rolesFor(id)
  const { mayBeAbove: isAbove } = await chartOf(ports)
  const { isScreened } = await reviewersOf(ports, id)
  const all = isScreened ? await underReview(ports, id) : []
  const mine = all.filter(({ participant: { personId: ownerId } }) =>
    may('read-application', asker, { roles, ownerId, isAbove }),
  )
  const mayDecide = may('decide-participants', asker, { roles })
  const people = await store.people.many(
    mine.flatMap(({ participant, reviews }) => [
      participant.personId,
      ...reviews.map(({ reviewerId }) => reviewerId),
    ]),
  )
  const applications = mine.map(({ participant, application, reviews }): Shown => {
    const { id: participantId, personId: ownerId, state, topics } = participant
    const own = reviews.find(({ reviewerId, isErased }) => reviewerId === me && !isErased)
    const mayReview = may('review-application', asker, { roles, ownerId, isAbove })
    // Whoever reviews says first what they think, also where they decide afterwards.
    const seen = mayReview ? shownTo(me, reviews) : reviews
    const readable = seen.filter(({ isErased }) => !isErased)
    const { standing, apart } = standingOf(readable)
    return {
      ...{ participantId, state, topics, standing, apart, count: reviews.length },
      person: faceFrom(people, ownerId),
      ...(application && !application.isErased
        ? { sent: { answers: application.answers, at: iso(application.sentAt) } }
        : {}),
      mayReview: mayReview && application !== undefined && mayChange(me, reviews),
      ...(own ? { mine: { scores: own.scores, verdict: own.verdict, note: own.note } } : {}),
      reviews: readable.map(({ reviewerId, scores, verdict, note }) => ({
        ...{ by: faceFrom(people, reviewerId), scores, verdict, note },
      })),
    }
  })
  const inOrder = applications.toSorted((one, other) => turnOf(one) - turnOf(other))
  const shown = inOrder.slice(0, mostShown)
  const toRead = applications.filter((one) => turnOf(one) === 0).length
  return {
    ...{ isScreened, mayDecide, others: all.length - mine.length, toRead },
    ...{ applications: shown, more: applications.length - shown.length },
  }
}
