/**
 * Somebody is asked to enroll on one side of a Cohort: one card, one reminder, and never twice. It opens the door and nothing
 * else: nobody takes part without saying so themself. "Not now" needs no reason and ends the reminders; the door stays open.
 */
import type { PersonId } from '../organization/person.ts'
import type { CohortId, Stage } from '../program/program.ts'
import { dayMs } from '../span.ts'
import type { Side } from './participant.ts'

export type InvitationId = string
export type InvitationState = 'open' | 'declined'
export type InvitationAnswer = 'look' | 'not-now'

export interface Invitation {
  id: InvitationId
  cohortId: CohortId
  personId: PersonId
  side: Side
  byId: PersonId
  state: InvitationState
  invitedAt: Date
  /** When its card was handed over to be sent; a long list goes out over some minutes. */
  sentAt?: Date
  remindedAt?: Date
  /** When they first looked at it in the tab. */
  openedAt?: Date
  endedAt?: Date
}

/** Of all of them. */
export interface InvitationCounts {
  invited: number
  /** Their card has not gone out yet. */
  unsent: number
  opened: number
  /** Of the invited. */
  enrolled: number
  declined: number
}

/** What an Organizer learns: of fewer than that, who looked or said "not now" could be told from their number. */
export function shownCounts(
  { opened, declined, ...counts }: InvitationCounts,
  fewestPeople: number,
): Omit<InvitationCounts, 'opened' | 'declined'> & Partial<InvitationCounts> {
  return { ...counts, ...(counts.invited >= fewestPeople ? { opened, declined } : {}) }
}

/** One reminder, so long after the card. */
export const remindAfterMs = 7 * dayMs

/** In which the tab offers to enroll; whoever could not is not invited either. */
export const invitingStages: readonly Stage[] = ['enrolling', 'matching']
export const mayInvite = (stage: Stage): boolean => invitingStages.includes(stage)

/** Looking twice, and saying it again, changes nothing; whoever looks after a "not now" has not taken it back. */
export function answerInvitation(invitation: Invitation, answer: InvitationAnswer, now: Date): Invitation {
  if (answer === 'look') return invitation.openedAt ? invitation : { ...invitation, openedAt: now }
  return invitation.state === 'declined' ? invitation : { ...invitation, state: 'declined', endedAt: now }
}

/** Somebody who is to be invited, and on which line of a list that stands. */
export interface Asked {
  personId: PersonId
  side: Side
  line?: number
}

export type NotInvited = 'not-eligible' | 'not-admitted' | 'takes-part' | 'invited' | 'two-sides' | 'twice'

interface Known {
  /** The directory calls them one of its people, with an account that may sign in. */
  isEligible(id: PersonId): boolean
  /** The plan of the Cohort is open to them on that side. */
  isAdmitted(id: PersonId, side: Side): boolean
  /** Enrolled in this Cohort, in whichever state: also whoever left or was declined is not asked again. */
  takesPart: ReadonlySet<PersonId>
  invited: ReadonlySet<PersonId>
}

/** Each person once. Whoever stands there for both sides is invited for neither: which is meant nobody knows. */
export function whoToInvite(
  asked: readonly Asked[],
  { isEligible, isAdmitted, takesPart, invited }: Known,
): { ready: Asked[]; aside: (Asked & { why: NotInvited })[] } {
  const sides = new Map<PersonId, Set<Side>>()
  for (const { personId, side } of asked) sides.set(personId, (sides.get(personId) ?? new Set()).add(side))
  const ready = new Map<PersonId, Asked>()
  const aside: (Asked & { why: NotInvited })[] = []
  for (const one of asked) {
    const { personId } = one
    const why: NotInvited | undefined = !isEligible(personId)
      ? 'not-eligible'
      : takesPart.has(personId)
        ? 'takes-part'
        : invited.has(personId)
          ? 'invited'
          : sides.get(personId)!.size > 1
            ? 'two-sides'
            : ready.has(personId)
              ? 'twice'
              : isAdmitted(personId, one.side)
                ? undefined
                : 'not-admitted'
    if (why) aside.push({ ...one, why })
    else ready.set(personId, one)
  }
  return { ready: [...ready.values()], aside }
}
