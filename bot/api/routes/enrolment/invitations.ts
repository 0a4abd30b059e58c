/** Inviting people to enroll, and what one answers. */
import { mayInvite, shownCounts } from '../../../domain/enrolment/invitation.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { answer, invite, inviteFromList } from '../../../workflows/enrolment/invite.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom } from '../views.ts'

type Routes = Pick<Handlers, 'invitations' | 'invite' | 'inviteFromList' | 'answerInvitation'>

const mostShown = 1000

export function invitationRoutes(ports: Ports): Routes {
  const { store } = ports
  return {
    invitations: asks('invite', inCohort, async (_, { id }) => {
      const cohort = await store.cohorts.get(id)
      if (!cohort) return refuse('not-found')
      return {
        isOpen: mayInvite(cohort.stage),
        ...shownCounts(await store.invitations.counts(id), ports.fewestPeople),
      }
    }),
    invite: asks('invite', inCohort, async ({ personId }, { id, people }) => {
      const done = await invite(ports, id, people, personId)
      if (isRefused(done)) return done
      const known = await store.people.many(done.aside.map((one) => one.personId))
      return {
        invited: done.invited,
        aside: done.aside.map((one) => ({ person: faceFrom(known, one.personId), why: one.why })),
      }
    }),
    inviteFromList: asks('invite', inCohort, async ({ personId }, { id, file, apply }) => {
      const read = await inviteFromList(ports, id, { apply, file: Buffer.from(file, 'base64') }, personId)
      if (isRefused(read)) return read
      const { aside, ...counts } = read
      const shown = aside.slice(0, mostShown)
      const known = await store.people.many(shown.flatMap((one) => one.personId ?? []))
      return {
        ...counts,
        asideCount: aside.length,
        aside: shown.map(({ line, why, value, personId: ofLine }) => {
          const said = ofLine ? faceFrom(known, ofLine).name : value
          return { line, why, ...(said === undefined ? {} : { value: said }) }
        }),
      }
    }),
    answerInvitation: asks(
      'answer-invitation',
      async (_, { invitationId }) => ({ ownerId: (await store.invitations.get(invitationId))?.personId }),
      async ({ personId }, { invitationId, answer: given }) => {
        const answered = await answer(ports, invitationId, given, personId)
        return isRefused(answered) ? answered : { state: answered.state }
      },
      ({ ownerId }) => refuse(ownerId ? 'not-yours' : 'not-found'),
    ),
  }
}
