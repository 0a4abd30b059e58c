/**
 * People are asked to enroll: chosen by name or brought as a list, each once in a Cohort, by one card and one reminder. The
 * intention is stored for all of them at once; cards go out by and by, so that a long list holds up nobody else's.
 */
import { refuseEntry } from '../../domain/enrolment/admission.ts'
import {
  type Asked,
  answerInvitation,
  type Invitation,
  type InvitationAnswer,
  type InvitationId,
  mayInvite,
  type NotInvited,
  remindAfterMs,
  whoToInvite,
} from '../../domain/enrolment/invitation.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { minusMs } from '../../domain/span.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { readInvitations, type UnreadLine } from '../../files/invitation-list.ts'
import { eachAlone } from '../each-alone.ts'
import { peopleByName } from '../organization/people-by-name.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { refuseFile } from '../refuse-file.ts'
import { tell } from '../telling/deliver-notice.ts'
import { putForwardBy } from './nominate.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>
export type InvitationNotice = Extract<Notice, { kind: 'invitation' }>

/** Those of a short list leave at once. */
const mostAtOnce = 25

/** Cards handed over in one minute, and as many reminders: 40,000 invitations go out in 80 minutes. */
const mostInAMinute = 500

interface Invited {
  invited: number
  aside: (Asked & { why: NotInvited })[]
}

export async function invite(
  ports: Needs,
  cohortId: CohortId,
  asked: readonly Asked[],
  by: PersonId,
): Promise<Invited | Refusal> {
  const { store, clock, chance } = ports
  return store.transaction(async () => {
    await store.lock(`invitations.${cohortId}`)
    const sorted = await sort(ports, cohortId, asked)
    if (isRefused(sorted)) return sorted
    const invitedAt = clock.now()
    const invitations = sorted.ready.map(
      ({ personId, side }): Invitation => ({
        ...{ id: chance.id(), cohortId, personId, side, byId: by, state: 'open', invitedAt },
      }),
    )
    await store.invitations.add(invitations)
    if (invitations.length > 0)
      await audit(ports, by, 'people-invited', cohortId, { invited: invitations.length })
    for (const one of invitations.slice(0, mostAtOnce)) await send(ports, one, 'first')
    return { invited: invitations.length, aside: sorted.aside }
  })
}

async function sort({ store }: Pick<Needs, 'store'>, cohortId: CohortId, asked: readonly Asked[]) {
  const cohort = await store.cohorts.get(cohortId)
  if (!cohort) return refuse('not-found')
  if (!mayInvite(cohort.stage)) return refuse('enrolment-closed', { stage: cohort.stage })
  const people = await store.people.many(asked.map(({ personId }) => personId))
  return whoToInvite(asked, {
    isEligible: (id) => people.get(id)?.isEligible === true,
    isAdmitted: (id, side) => !refuseEntry(cohort.admission ?? {}, people.get(id) ?? {}, side),
    takesPart: new Set((await store.participants.list(cohortId)).map(({ personId }) => personId)),
    invited: new Set(await store.invitations.invited(cohortId)),
  })
}

interface ReadList {
  /** With `apply` those who were invited, else those who would be. */
  ready: number
  mentors: number
  mentees: number
  /** By line. */
  aside: { line: number; why: UnreadLine['why'] | NotInvited; value?: string; personId?: PersonId }[]
}

/** Looked at first and then, with `apply`, done: the list is read anew, so that nothing is invited that was not looked up. */
export async function inviteFromList(
  ports: Needs,
  cohortId: CohortId,
  { file, apply }: { file: Uint8Array; apply: boolean },
  by: PersonId,
): Promise<ReadList | Refusal> {
  const read = readInvitations(file, await peopleByName(ports.store))
  if ('unreadable' in read) return refuseFile(read, 'person', 'side')
  const { asked, bad } = read
  if (asked.length === 0 && bad.length === 0) return refuse('file-without-lines', { field: 'file' })
  const sorted = apply ? await invite(ports, cohortId, asked, by) : await sort(ports, cohortId, asked)
  if (isRefused(sorted)) return sorted
  const left = new Set(sorted.aside.map(({ line }) => line))
  const ready = asked.filter(({ line }) => !left.has(line))
  return {
    ready: ready.length,
    mentors: ready.filter(({ side }) => side === 'mentor').length,
    mentees: ready.filter(({ side }) => side === 'mentee').length,
    aside: [...bad, ...sorted.aside.map(({ line = 0, why, personId }) => ({ line, why, personId }))].sort(
      (one, other) => one.line - other.line,
    ),
  }
}

/** Every minute: cards of long lists, and the one reminder of those who have neither enrolled nor answered. */
export async function sendInvitations(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachOf(ports, await store.invitations.unsent(mostInAMinute), 'first')
  const until = minusMs(clock.now(), remindAfterMs)
  await eachOf(ports, await store.invitations.toRemind(until, mostInAMinute), 'reminder')
}

function eachOf(ports: Needs, all: readonly Invitation[], why: 'first' | 'reminder'): Promise<void> {
  const { store } = ports
  return eachAlone(all, ({ id, ...one }) =>
    store.transaction(async () => {
      await lockInvitation(store, one)
      const known = await store.invitations.get(id)
      const isDue = known?.state === 'open' && !(why === 'first' ? known.sentAt : known.remindedAt)
      if (isDue) await send(ports, known, why)
    }),
  )
}

/** An answer at the same moment waits its turn. */
function lockInvitation(
  store: Needs['store'],
  { cohortId, personId }: Pick<Invitation, 'cohortId' | 'personId'>,
): Promise<void> {
  return store.lock(`invitation.${cohortId}.${personId}`)
}

/** Joins an open transaction. */
async function send(ports: Needs, invitation: Invitation, why: 'first' | 'reminder'): Promise<void> {
  const { store, clock } = ports
  const { id, personId } = invitation
  const at = clock.now()
  await store.invitations.save({ ...invitation, ...(why === 'first' ? { sentAt: at } : { remindedAt: at }) })
  await tell(ports, `invitation.${id}.${why}`, personId, await noticeOf(ports, invitation, why))
}

/** By the one who was invited. */
export function answer(
  { store, clock }: Pick<Needs, 'store' | 'clock'>,
  id: InvitationId,
  given: InvitationAnswer,
  by: PersonId,
): Promise<Invitation | Refusal> {
  return store.transaction(async () => {
    const known = await store.invitations.get(id)
    if (known?.personId !== by) return refuse('not-yours')
    await lockInvitation(store, known)
    const answered = answerInvitation((await store.invitations.get(id))!, given, clock.now())
    await store.invitations.save(answered)
    return answered
  })
}

async function noticeOf(
  { store }: Pick<Ports, 'store'>,
  invitation: Invitation,
  why: InvitationNotice['why'],
): Promise<InvitationNotice> {
  const { id: invitationId, cohortId, personId, side, byId, state } = invitation
  const cohort = (await store.cohorts.get(cohortId))!
  const program = await store.programs.get(cohort.programId)
  const { sessions, sessionMinutes, cadenceWeeks, startsOn, endsOn } = cohort
  const isIn = (await store.participants.of(cohortId, personId)) !== undefined
  const forwardedBy = await putForwardBy(store, invitation)
  return {
    ...{ kind: 'invitation', why, invitationId, cohortId, side },
    state: isIn ? 'enrolled' : mayInvite(cohort.stage) ? state : 'closed',
    byName: (await store.people.get(byId))?.displayName ?? '—',
    programName: program?.name ?? '—',
    ...(forwardedBy ? { forwardedBy } : {}),
    ...{ sessions, sessionMinutes, cadenceWeeks, startsOn, endsOn },
  }
}

/** As its card says it now; for the one who was invited. */
export async function invitationOf(
  ports: Pick<Ports, 'store'>,
  personId: PersonId,
  id: InvitationId,
): Promise<InvitationNotice | Refusal> {
  const invitation = await ports.store.invitations.get(id)
  return invitation?.personId === personId ? noticeOf(ports, invitation, 'first') : refuse('not-yours')
}
