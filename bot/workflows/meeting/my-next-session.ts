/** What the bot tells somebody about their own mentoring. */

import type { Participant, ParticipantState } from '../../domain/enrolment/participant.ts'
import { type CheckInAnswer, isOpenTo } from '../../domain/meeting/check-in.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isLive, partnerOf } from '../../domain/pairing/pairing.ts'
import type { Cohort } from '../../domain/program/program.ts'
import { themeOf } from '../../domain/program/session-themes.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { linkOf } from '../../domain/scheduling/hold.ts'
import { repairUntil } from '../../domain/scheduling/repair/repair.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'
import type { Face } from '../../domain/telling/notice-parts.ts'
import { faceOf } from '../organization/face.ts'
import { notOverFor } from '../pairing/of-mine.ts'
import type { Ports } from '../ports.ts'
import { ownAgendas } from '../program/own-agendas.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

export interface MyMentoringNow {
  state: 'not-enrolled' | ParticipantState | 'paired'
  programName?: string
  partner?: Face
  pausedUntil?: string
  next?: {
    sessionId: SessionId
    partner: Face
    startsAt: Date
    endsAt: Date
    timeZone: string
    joinUrl?: string
    number: number
    theme: string
    /** As the Program calls it, by language. */
    themeTitles?: Record<string, string>
  }
}

export async function myMentoringNow(ports: Needs, personId: PersonId): Promise<MyMentoringNow> {
  const participant = await currentParticipant(ports, personId)
  if (!participant) return { state: 'not-enrolled' }
  const cohort = await ports.store.cohorts.get(participant.cohortId)
  const program = cohort && (await ports.store.programs.get(cohort.programId))
  const pair = await pairOf(ports, participant)
  return {
    state: participant.state === 'approved' && pair ? 'paired' : participant.state,
    ...(program ? { programName: program.name } : {}),
    ...(participant.pausedUntil ? { pausedUntil: participant.pausedUntil } : {}),
    ...(pair ? { partner: pair.partner } : {}),
    ...(pair?.next && cohort
      ? { next: { ...pair.next, ...(await themed(ports, cohort, pair.next.number)) } }
      : {}),
  }
}

async function themed({ store }: Needs, { programId, sessions }: Cohort, number: number) {
  const theme = themeOf(number, sessions)
  const own = (await ownAgendas({ store }, programId))[theme]
  if (!own) return { theme }
  const titles = Object.entries(own).map(([language, { title }]) => [language, title])
  return { theme, themeTitles: Object.fromEntries(titles) as Record<string, string> }
}

/** Of several Cohorts, the one that is not over yet. */
export async function currentParticipant(
  { store }: Needs,
  personId: PersonId,
): Promise<Participant | undefined> {
  const all = await store.participants.ofPerson(personId)
  const known = await Promise.all(all.map(({ cohortId }) => store.cohorts.get(cohortId)))
  const going = await notOverFor(
    { store },
    personId,
    known.flatMap((cohort) => cohort ?? []),
  )
  const isGoing = new Set(going.map(({ id }) => id))
  return all.find(({ cohortId, state }) => isGoing.has(cohortId) && state !== 'left') ?? all[0]
}

async function pairOf({ store, clock }: Needs, participant: Participant) {
  const { personId, cohortId, timeZone } = participant
  const pairings = (await store.pairings.ofPerson(personId)).filter(
    (one) => one.cohortId === cohortId && isLive(one),
  )
  const found = []
  for (const pairing of pairings) {
    const partner = await store.people.get(partnerOf(pairing, personId))
    if (!partner) continue
    const hold = await store.holds.ofPairing(pairing.id)
    const sessions = await store.sessions.ofPairing(pairing.id)
    const session = sessions.find((one) => one.state === 'planned' && one.endsAt > clock.now())
    const joinUrl = linkOf(hold, session?.eventId)
    const face = faceOf(partner)
    if (!session) found.push({ partner: face })
    else {
      const { id: sessionId, startsAt, endsAt, number } = session
      const next = {
        sessionId,
        partner: face,
        startsAt,
        endsAt,
        timeZone,
        number,
        ...(joinUrl ? { joinUrl } : {}),
      }
      found.push({ partner: face, next })
    }
  }
  return found.sort(
    (a, b) => (a.next?.startsAt.getTime() ?? Infinity) - (b.next?.startsAt.getTime() ?? Infinity),
  )[0]
}

export interface MyCheckIn {
  participants: readonly [PersonId, PersonId]
  number: number
  partner: Face
  startedAt: Date
  /** Its week is not over: another time can be found for it. */
  mayMove: boolean
  isOpen: boolean
  timeZone: string
  answer?: CheckInAnswer
}

/** One side's check-in as its card shows it; nothing for anybody else. */
export async function myCheckIn(
  { store, clock }: Needs,
  personId: PersonId,
  sessionId: SessionId,
): Promise<MyCheckIn | Refusal> {
  const session = await store.sessions.get(sessionId)
  const pairing = session && (await store.pairings.get(session.pairingId))
  if (!session || !pairing) return refuse('not-found')
  const { mentorId, menteeId, cohortId } = pairing
  if (personId !== mentorId && personId !== menteeId) return refuse('not-yours')
  const partner = await store.people.get(partnerOf(pairing, personId))
  const participant = await store.participants.of(cohortId, personId)
  const mine = (await store.checkIns.of(sessionId)).find((one) => one.personId === personId)
  return {
    participants: [mentorId, menteeId],
    number: session.number,
    partner: partner ? faceOf(partner) : { id: '', name: '—' },
    startedAt: session.startsAt,
    mayMove: pairing.state === 'active' && repairUntil(session) > clock.now(),
    isOpen: isOpenTo(session, mine, clock.now()),
    timeZone: participant?.timeZone ?? 'UTC',
    ...(mine?.answer ? { answer: mine.answer } : {}),
  }
}
