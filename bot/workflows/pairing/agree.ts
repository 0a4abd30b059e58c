/** The two write down what they expect of each other, and both sign it. Nobody else reads it, or learns who has not signed. */
import type { Side } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type Agreement,
  changeTerms,
  firstAgreement,
  type Signature,
  sign,
  stateOf,
  type Terms,
} from '../../domain/pairing/agreement.ts'
import { isLive, isOneOf, type Pairing, type PairingId, partnerOf } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { partnerFace } from './over.ts'
import { templateOf } from './template.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

export const sideOf = (pairing: Pairing, personId: PersonId): Side =>
  pairing.mentorId === personId ? 'mentor' : 'mentee'

/** As the two have it now; before anybody wrote anything, the usual terms. */
export async function agreementOf(
  { store }: Pick<Ports, 'store'>,
  id: PairingId,
  by: PersonId,
): Promise<{ agreement: Agreement; pairing: Pairing } | Refusal> {
  const pairing = await store.pairings.get(id)
  if (!pairing || !isOneOf(pairing, by)) return refuse('not-found')
  return { agreement: await currentOf({ store }, pairing), pairing }
}

export function changeAgreement(
  ports: Needs,
  id: PairingId,
  by: PersonId,
  given: { terms: Terms; version: number },
): Promise<Agreement | Refusal> {
  return inTurn(ports, id, by, async (current, pairing) => {
    const changed = changeTerms(
      current,
      given.terms,
      given.version,
      await templateOf(ports, pairing.cohortId),
    )
    if (isRefused(changed) || changed === current) return changed
    await ports.store.agreements.save(changed)
    // Who had signed reads what changed before anything counts again.
    if (changed.version > current.version) await tellPartner(ports, changed, pairing, by, 'changed')
    return changed
  })
}

export function signAgreement(
  ports: Needs,
  id: PairingId,
  by: PersonId,
  given: Omit<Signature, 'at'> & { version: number; template: number },
): Promise<Agreement | Refusal> {
  return inTurn(ports, id, by, async (current, pairing) => {
    const { version, template, ...mine } = given
    const mySide = sideOf(pairing, by)
    const signed = sign(current, mySide, { ...mine, at: ports.clock.now() }, { version, template })
    if (isRefused(signed) || signed === current) return signed
    await ports.store.agreements.save(signed)
    if (stateOf(signed) === 'signed-by-one') await tellPartner(ports, signed, pairing, by, 'partner-signed')
    return signed
  })
}

/** Before anybody wrote or signed anything it is a draft under the newest template. */
async function currentOf(ports: Pick<Ports, 'store'>, { id, cohortId }: Pairing): Promise<Agreement> {
  const latest = await ports.store.agreements.latest(id)
  return latest ?? firstAgreement(id, await templateOf(ports, cohortId))
}

/** Both may write at once: one after the other, and the second sees what the first wrote. */
function inTurn(
  { store }: Needs,
  id: PairingId,
  by: PersonId,
  act: (current: Agreement, pairing: Pairing) => Promise<Agreement | Refusal>,
): Promise<Agreement | Refusal> {
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing || !isOneOf(pairing, by)) return refuse('not-found')
    if (!isLive(pairing)) return refuse('already-ended')
    return act(await currentOf({ store }, pairing), pairing)
  })
}

type Why = 'partner-signed' | 'changed' | 'before-session'

async function tellPartner(ports: Needs, agreement: Agreement, pairing: Pairing, by: PersonId, why: Why) {
  await tellOf(ports, agreement, pairing, partnerOf(pairing, by), why)
}

async function tellOf(
  ports: Needs,
  { version }: Agreement,
  pairing: Pairing,
  personId: PersonId,
  why: Why,
): Promise<void> {
  await tell(ports, `agreement.${pairing.id}.${version}.${why}.${personId}`, personId, {
    ...{ kind: 'agreement', pairingId: pairing.id, version, why },
    partner: await partnerFace(ports.store, pairing, personId),
  })
}

/** Before the second Session: whoever has not signed is reminded. Joins an open transaction. */
export async function remindOfAgreement(ports: Needs, id: PairingId): Promise<'done' | 'skipped'> {
  const { store } = ports
  const pairing = await store.pairings.lock(id)
  if (!pairing || !isLive(pairing)) return 'skipped'
  const agreement = await currentOf(ports, pairing)
  if (stateOf(agreement) === 'in-force') return 'skipped'
  for (const personId of [pairing.mentorId, pairing.menteeId])
    if (!agreement.signatures[sideOf(pairing, personId)])
      await tellOf(ports, agreement, pairing, personId, 'before-session')
  return 'done'
}
