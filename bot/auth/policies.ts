/**
 * One predicate per action. Every answer is "no" unless a line here says otherwise, and no line looks at who manages whom
 * except to refuse: a line manager learns nothing about a Pairing by being one.
 */
import { standsOutside } from '../domain/meeting/pair-health.ts'
import type { Caller } from './entra.ts'
import type { Role } from './roles.ts'

type Who = Pick<Caller, 'personId'>
type Roles = readonly Role[]
type Two = { mentorId: string; menteeId: string }

const any =
  (...wanted: Role[]) =>
  (roles: Roles): boolean =>
    wanted.some((role) => roles.includes(role))

/** Timeline, challenge, sponsor's duties. Everyone reads the purpose itself under My mentoring. */
export const mayReadProgram = any('organizer', 'sponsor', 'it-admin')
export const mayEditProgram = any('organizer')
export const mayReadPeople = any('organizer')
export const mayDecideParticipants = any('organizer')
/** Whom Teams does not reach, and why: never by which card, nor what it said. */
export const mayReadUnreached = any('organizer')
/** Reads and corrects what the directory says wrongly about reporting lines. */
export const mayReadOrganizationFaults = any('organizer', 'it-admin')
/** Says that nobody is above somebody: people are paired across the chart on that word. */
export const mayConfirmTops = any('organizer')
export const mayPropose = any('organizer')
export const mayApprovePairings = any('organizer')
/** Whether people rank and request. Never whom: that is nobody's to read, and each request is between two. */
export const mayChooseWays = any('organizer')
/** Declared conflicts, panels and second lines; each list by its owner (`domain/exclusion-owner.ts`). What somebody asked for privately is nobody's to read. */
export const mayKeepExclusions = any('organizer')
/** Plans, publishes and calls off speed meetings. Who rated whom how is not part of it: nobody may read that. */
export const mayPlanSpeedEvents = any('organizer')
export const mayReadSchedule = any('organizer')
export const mayBookHolds = any('organizer')
/** Pairs that need a look: that something is the matter, never what was said. */
export const mayReadConcerns = any('organizer')
export const mayCloseConcerns = any('organizer')
/** Pair health with its facts (held, moved, answered), over all pairs. Never an answer's wording. */
export const mayReadCheckIns = any('organizer')
export const mayReadMetrics = any('organizer', 'sponsor', 'analyst')
export const mayDraftSummary = any('communications')
export const maySubmitSummary = any('communications')
export const mayWithdrawSummary = any('communications', 'sponsor')
export const mayPostSummaryAgain = any('communications', 'sponsor')
export const maySettlePost = any('communications', 'sponsor')
export const mayReadSummaries = any('communications', 'sponsor')
export const mayReadAudit = any('it-admin')

/** Whoever the directory calls one of its people: no guest, and no account that left or was switched off. */
export function mayEnter(person: { isEligible: boolean } | undefined): boolean {
  return person?.isEligible === true
}

/**
 * The Sponsor a Summary was sent to, whoever is Sponsor by now; nobody stands in, whatever else they may do. That it is not
 * their own text is for `domain/summary.ts` to say.
 */
export function mayDecideSummary(caller: Who, summary: { sponsorId?: string } | undefined): boolean {
  return summary?.sponsorId !== undefined && isSame(caller.personId, summary.sponsorId)
}

/** Asking somebody else to be the Sponsor. */
export const mayHandOverSponsor = any('organizer')

/**
 * Asking somebody else to be the Organizer: whoever is it, or IT. When the Organizer has left the organization, anybody who
 * could be one by their app role (`anywhere`: the roles where no Program is asked about).
 */
export function mayHandOverOrganizer(
  roles: Roles,
  { anywhere, holderLeft }: { anywhere: Roles; holderLeft: boolean },
): boolean {
  if (roles.includes('organizer') || roles.includes('it-admin')) return true
  return holderLeft && mayOrganize(anywhere)
}

/** Holds the app role, without which being named opens nothing. */
export const mayOrganize = any('organizer')

/** "Accept" or "decline" a seat: whoever was asked. */
export function mayAnswerHandover(caller: Who, handover: { toId: string } | undefined): boolean {
  return handover !== undefined && isSame(caller.personId, handover.toId)
}

/** Somebody the directory calls eligible enrols themselves; nobody enrols another. */
export function mayEnrol(caller: Who, person: { id: string; isEligible: boolean } | undefined): boolean {
  return person?.isEligible === true && isSame(caller.personId, person.id)
}

/** Somebody of the organization looks a colleague up by name; guests and accounts that are not people do not. */
export function mayFindColleagues(
  caller: Who,
  person: { id: string; isEligible: boolean } | undefined,
): boolean {
  return mayEnrol(caller, person)
}

/**
 * Moving a Session: the two whose it is, and the assistant whom the Mentee named. An assistant moves times and reads
 * nothing else: every other predicate about a Pairing or a Session leaves them out.
 */
export function mayMoveSession(
  caller: Who,
  pairing: Two | undefined,
  delegates: readonly { leaderId: string; assistantId: string }[],
): boolean {
  if (!pairing) return false
  if (mayAnswerCheckIn(caller, [pairing.mentorId, pairing.menteeId])) return true
  return delegates.some(
    ({ leaderId, assistantId }) => leaderId === pairing.menteeId && isSame(assistantId, caller.personId),
  )
}

/** Pausing, leaving, changing one's own enrolment. */
export function mayChangeEnrolment(caller: Who, participant: { personId: string } | undefined): boolean {
  return participant !== undefined && isSame(caller.personId, participant.personId)
}

/** The two who met, nobody else: not the Organizer, not a manager, not an assistant. */
export function mayAnswerCheckIn(caller: Who, participants: readonly string[]): boolean {
  return participants.some((id) => isSame(id, caller.personId))
}

/** "I can't make it" and the choice of another time: the two whose Session it is. */
export function mayRepairSession(caller: Who, pairing: Two | undefined): boolean {
  return pairing !== undefined && mayAnswerCheckIn(caller, [pairing.mentorId, pairing.menteeId])
}

/** What somebody answered is theirs alone to read back; the partner does not even learn that there is an answer. */
export function mayReadCheckInAnswer(caller: Who, checkIn: { personId: string } | undefined): boolean {
  return checkIn !== undefined && isSame(caller.personId, checkIn.personId)
}

/**
 * Pair health of one Pairing: what its Sessions came to, who declined or moved one, what is being repaired, and that it
 * stalls. An Organizer who is one of the two, or above either of them in the chart, may not see it, and where the chart
 * cannot tell, nobody may.
 */
export function mayReadPairHealth(
  caller: Who,
  roles: Roles,
  pairing: Two,
  isAbove: ((above: string, below: string) => boolean | undefined) | undefined,
): boolean {
  return mayReadCheckIns(roles) && caller.personId !== '' && standsOutside(caller.personId, pairing, isAbove)
}

/** Either side by one action and without a reason (capability E5), or the Organizer. */
export function mayEndPairing(caller: Who, pairing: Two | undefined, roles: Roles): boolean {
  if (!pairing) return false
  const isOneOfThem = mayAnswerCheckIn(caller, [pairing.mentorId, pairing.menteeId])
  return isOneOfThem || roles.includes('organizer')
}

/** Once, before the first Session: the two, and nobody for them. */
export function mayDeclinePairing(caller: Who, pairing: Two | undefined): boolean {
  return pairing !== undefined && mayAnswerCheckIn(caller, [pairing.mentorId, pairing.menteeId])
}

/** "Accept" or "not now": whoever was asked. */
export function mayAnswerRequest(caller: Who, request: { toId: string } | undefined): boolean {
  return request !== undefined && isSame(caller.personId, request.toId)
}

/** Whoever asked takes it back. */
export function mayWithdrawRequest(caller: Who, request: { fromId: string } | undefined): boolean {
  return request !== undefined && isSame(caller.personId, request.fromId)
}

/** Two ids that are both missing are not the same person. */
const isSame = (one: string, other: string) => one !== '' && one === other
