/** An agreement as one of the two has it before them, wherever they read and sign it. */
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type Agreement,
  type AgreementState,
  type Signature,
  stateOf,
} from '../../domain/pairing/agreement.ts'
import type { Pairing, PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Face } from '../../domain/telling/notice-parts.ts'
import { type Language, languages } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { agreementOf, sideOf } from './agree.ts'
import { partnerFace } from './over.ts'
import { sentencesOf } from './template.ts'

type Needs = Pick<Ports, 'store'>

/** What I signed, or what stands in the form before I do. */
export type MySignature = Omit<Signature, 'at'> & { at?: Date }

export interface AgreementToSign extends Pick<Agreement, 'version' | 'template' | 'terms'> {
  pairingId: PairingId
  state: AgreementState
  partner: Face
  /** Of the template, in each language, with gaps. */
  sentences: Record<Language, string[]>
  /** What stands in the gaps. */
  gaps: { mentor: string; mentee: string; count: number; minutes: number; weeks: number }
  mine: MySignature
  theirs?: Signature
  /** The reader's, for the days of signing. */
  timeZone: string
}

/** Before somebody has signed, the form starts with the goal they enrolled with; nobody else reads that one. */
export async function signaturesFor(
  { store }: Needs,
  { signatures }: Agreement,
  pairing: Pairing,
  me: PersonId,
): Promise<{ mine: MySignature; theirs?: Signature }> {
  const side = sideOf(pairing, me)
  const theirs = signatures[side === 'mentor' ? 'mentee' : 'mentor']
  const enrolled = signatures[side] ? undefined : await store.participants.of(pairing.cohortId, me)
  const mine = signatures[side] ?? { goal: enrolled?.goal ?? '', goalStart: enrolled?.goalStart ?? 1 }
  return { mine, ...(theirs ? { theirs } : {}) }
}

export async function agreementToSign(
  ports: Needs,
  id: PairingId,
  me: PersonId,
): Promise<AgreementToSign | Refusal> {
  const { store } = ports
  const now = await agreementOf(ports, id, me)
  if (isRefused(now)) return now
  const { agreement, pairing } = now
  const { version, template, terms } = agreement
  const cohort = await store.cohorts.get(pairing.cohortId)
  if (!cohort) return refuse('not-found')
  const sentences = {} as Record<Language, string[]>
  for (const language of languages)
    sentences[language] = await sentencesOf(ports, pairing.cohortId, template, language)
  const hold = await store.holds.ofPairing(id)
  const nameOf = async (personId: PersonId) => (await store.people.get(personId))?.displayName ?? '—'
  return {
    ...{ pairingId: id, version, template, terms, state: stateOf(agreement), sentences },
    partner: await partnerFace(store, pairing, me),
    gaps: {
      ...{ mentor: await nameOf(pairing.mentorId), mentee: await nameOf(pairing.menteeId) },
      ...{ count: cohort.sessions, minutes: cohort.sessionMinutes },
      weeks: hold?.slot?.everyWeeks ?? cohort.cadenceWeeks,
    },
    ...(await signaturesFor(ports, agreement, pairing, me)),
    timeZone: (await store.participants.of(pairing.cohortId, me))?.timeZone ?? 'UTC',
  }
}
