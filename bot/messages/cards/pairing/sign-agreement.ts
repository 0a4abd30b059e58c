import { z } from 'zod'
import { mostWords } from '../../../domain/pairing/agreement.ts'
import { isRefused, type Refusal } from '../../../domain/refusal.ts'
import { signAgreement as sign } from '../../../workflows/pairing/agree.ts'
import { agreementToSign } from '../../../workflows/pairing/agreement-to-sign.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { cardAct } from '../../card-acts.ts'
import { id } from '../input.ts'
import { type Reading, readAgreementCard } from './agreement.ts'

const facts = async ({ store }: Ports, _: string, { pairingId }: { pairingId: string }) => ({
  pairing: await store.pairings.get(pairingId),
})
const reading = async (
  ports: Ports,
  who: string,
  pairingId: string,
  not?: Reading['not'],
): Promise<Reading | Refusal> => {
  const agreement = await agreementToSign(ports, pairingId, who)
  return isRefused(agreement) ? agreement : { agreement, ...(not ? { not } : {}) }
}

export const readAgreement = cardAct({
  verb: 'read-agreement',
  input: z.object({ pairingId: id }),
  asks: 'keep-agreement',
  afterClose: 'only-reads',
  facts,
  act: (ports, who, { pairingId }) => reading(ports, who, pairingId),
  draw: readAgreementCard,
})

const version = z.coerce.number().int().min(1)
/** What stands between somebody and their signature, on the card itself; any other "no" is said instead of it. */
const isOnCard = ({ refused }: Refusal) => refused === 'changed-meanwhile' || refused === 'empty-text'

/** Under the words that were read: a version written meanwhile is shown instead of being signed. */
export const signAgreement = cardAct({
  verb: 'sign-agreement',
  input: z.object({
    ...{ pairingId: id, version, template: version },
    goal: z.string().max(mostWords).default(''),
    goalStart: z.coerce.number().int().min(1).max(5).default(1),
  }),
  asks: 'keep-agreement',
  afterClose: (ports, { pairingId }) => whereIs.pairing(ports, pairingId),
  facts,
  async act(ports, who, { pairingId, ...given }) {
    const signed = await sign(ports, pairingId, who, given)
    if (!isRefused(signed)) return reading(ports, who, pairingId)
    if (!isOnCard(signed)) return signed
    return reading(ports, who, pairingId, { refusal: signed, goal: given.goal })
  },
  draw: readAgreementCard,
})
