/**
 * Somebody is put forward by colleagues, each with one line why: their voices together are one nomination. It invites nobody
 * by itself, the Organizer does or sets it aside. Whoever put somebody forward hears "thank you" and never what became of it,
 * not even that they know of the Program already: an answer that differed would tell who takes part, left or said "not now".
 */
import type { PersonId } from '../organization/person.ts'
import type { CohortId, Stage } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { dayMs, minusMs } from '../span.ts'
import { mayInvite } from './invitation.ts'
import type { ParticipantState, Side } from './participant.ts'

export type VoiceId = string

export interface Voice {
  id: VoiceId
  cohortId: CohortId
  /** Who is put forward. */
  personId: PersonId
  side: Side
  byId: PersonId
  /** Whether whoever is put forward may read by whom. */
  isNamed: boolean
  line: string
  saidAt: Date
  asideAt?: Date
}

/** People whom one colleague puts forward within a week. */
export const mostNominations = 10
const within = 7 * dayMs

interface Known {
  stage: Stage
  /** The directory calls whoever is put forward one of its people, with an account that may sign in. */
  isEligible: boolean
  /** What the same colleague said in this Cohort before. */
  mine: readonly Pick<Voice, 'personId' | 'saidAt'>[]
  now: Date
}

export function whyNotNominate(
  { personId, byId }: Pick<Voice, 'personId' | 'byId'>,
  { stage, isEligible, mine, now }: Known,
): Refusal | undefined {
  if (!mayInvite(stage)) return refuse('enrolment-closed', { stage })
  if (personId === byId) return refuse('nominates-oneself')
  if (!isEligible) return refuse('unknown-person', { field: 'personId' })
  if (mine.some((one) => one.personId === personId)) return refuse('nominated-already')
  const since = minusMs(now, within)
  if (mine.filter(({ saidAt }) => saidAt > since).length >= mostNominations)
    return refuse('too-many-nominations', { most: mostNominations })
  return undefined
}

/** What an Organizer reads of it. Who looked or said "not now" is nobody's to read, here as with every invitation. */
export type NominationState = 'waiting' | 'set-aside' | 'invited' | 'enrolled' | 'left'

export interface Nomination {
  personId: PersonId
  /** What most of them say; of as many, what was said first. */
  side: Side
  state: NominationState
  /** The earliest first. */
  voices: Voice[]
}

interface Became {
  /** By person, of everybody who enrolled in this Cohort. */
  participants: ReadonlyMap<PersonId, ParticipantState>
  invited: ReadonlySet<PersonId>
}

/** One for each person; those that wait stand first, and of these whoever has most voices. */
export function nominationsOf(voices: readonly Voice[], became: Became): Nomination[] {
  const all = new Map<PersonId, Voice[]>()
  for (const voice of voices) all.set(voice.personId, [...(all.get(voice.personId) ?? []), voice])
  const found = [...all].map(([personId, theirs]): Nomination => {
    const said = theirs.sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime())
    return { personId, side: sideOf(said), state: stateOf(personId, said, became), voices: said }
  })
  return found.sort(
    (one, other) =>
      Number(other.state === 'waiting') - Number(one.state === 'waiting') ||
      other.voices.length - one.voices.length ||
      one.voices[0]!.saidAt.getTime() - other.voices[0]!.saidAt.getTime(),
  )
}

function sideOf(voices: readonly Voice[]): Side {
  const first = voices[0]!.side
  return voices.filter(({ side }) => side === first).length * 2 >= voices.length
    ? first
    : first === 'mentor'
      ? 'mentee'
      : 'mentor'
}

/** A voice that came after the others were set aside is one to be heard. */
function stateOf(
  personId: PersonId,
  voices: readonly Voice[],
  { participants, invited }: Became,
): NominationState {
  const participant = participants.get(personId)
  if (participant) return participant === 'left' ? 'left' : 'enrolled'
  if (invited.has(personId)) return 'invited'
  return voices.every(({ asideAt }) => asideAt) ? 'set-aside' : 'waiting'
}

/** Of those who spoke before the invitation, and agreed to be named. */
export const namedIn = (voices: readonly Voice[]): PersonId[] =>
  voices.filter(({ isNamed }) => isNamed).map(({ byId }) => byId)
