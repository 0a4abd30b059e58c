/** Certificates: taken by whoever they are about, checked by whoever was given the code. */
import { isRefused } from '../../../domain/refusal.ts'
import {
  checkCertificate,
  confirmSkills,
  pairEnd,
  takeCertificate,
} from '../../../workflows/meeting/certificates.ts'
import { goOnTogether } from '../../../workflows/meeting/pair-choice.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers } from '../../handler.ts'
import { iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  'pairEnd' | 'goOnTogether' | 'confirmSkills' | 'takeCertificate' | 'checkCertificate'
>

export function certificateRoutes(ports: Ports): Routes {
  const { store } = ports
  const ofPairing = async (_: Asker, { id }: { id: string }) => ({ pairing: await store.pairings.get(id) })
  return {
    pairEnd: asks(
      'see-pair-end',
      ofPairing,
      ({ personId }, { id }) => pairEnd(ports, id, personId),
      'not-found',
    ),
    goOnTogether: asks(
      'go-on-together',
      ofPairing,
      async ({ personId }, { id, months }) => {
        const gone = await goOnTogether(ports, id, months, personId)
        return isRefused(gone) ? gone : { sessions: gone.more!.sessions }
      },
      'not-found',
    ),
    confirmSkills: asks(
      'confirm-skills',
      ofPairing,
      ({ personId }, { id, skills }) => confirmSkills(ports, id, personId, skills),
      'not-found',
    ),
    takeCertificate: asks(
      'take-certificate',
      ofPairing,
      async ({ personId }, { id, language }) => {
        const taken = await takeCertificate(ports, id, personId, language)
        return isRefused(taken)
          ? taken
          : { code: taken.code, pdf: Buffer.from(taken.bytes).toString('base64') }
      },
      'not-found',
    ),
    checkCertificate: asks(
      'check-certificate',
      async ({ personId }, { code, language }) => ({
        isEligible: (await store.people.get(personId))?.isEligible,
        knowsCode: !isRefused(await checkCertificate(ports, code, language)),
      }),
      async (_, { code, language }) => {
        const shown = await checkCertificate(ports, code, language)
        if (isRefused(shown)) return shown
        const { deed, sponsor: _s, issuedAt, ...rest } = shown
        return { ...rest, ...deed, issuedAt: iso(issuedAt) }
      },
      'not-found',
    ),
  }
}
