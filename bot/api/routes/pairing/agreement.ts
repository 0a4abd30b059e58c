/** What two agree on, for the two alone. */
import type { Out } from '../../../contract/index.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import { type Agreement, changedTerms, stateOf } from '../../../domain/pairing/agreement.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal } from '../../../domain/refusal.ts'
import type { Language } from '../../../words/sentence.ts'
import { agreementOf, changeAgreement, signAgreement } from '../../../workflows/pairing/agree.ts'
import { type MySignature, signaturesFor } from '../../../workflows/pairing/agreement-to-sign.ts'
import { sentencesChanged, sentencesOf } from '../../../workflows/pairing/template.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers } from '../../handler.ts'
import { iso } from '../views.ts'

type View = Out<'agreement'>

export function agreementRoutes(
  ports: Ports,
): Pick<Handlers, 'agreement' | 'changeAgreement' | 'signAgreement'> {
  const { store } = ports
  const ofPairing = async (_: Asker, { id }: { id: string }) => ({ pairing: await store.pairings.get(id) })
  const shown = async (
    answer: Agreement | Refusal | undefined,
    id: string,
    me: PersonId,
    language: Language,
  ): Promise<View | Refusal> => {
    const now = answer && isRefused(answer) ? answer : await agreementOf(ports, id, me)
    return isRefused(now) ? now : viewFor(ports, now, me, language)
  }
  return {
    agreement: asks(
      'keep-agreement',
      ofPairing,
      async ({ personId }, { id, language }) => shown(undefined, id, personId, language),
      'not-found',
    ),
    changeAgreement: asks(
      'keep-agreement',
      ofPairing,
      async ({ personId }, { id, language, ...given }) =>
        shown(await changeAgreement(ports, id, personId, given), id, personId, language),
      'not-found',
    ),
    signAgreement: asks(
      'keep-agreement',
      ofPairing,
      async ({ personId }, { id, language, ...given }) =>
        shown(await signAgreement(ports, id, personId, given), id, personId, language),
      'not-found',
    ),
  }
}

async function viewFor(
  { store }: Pick<Ports, 'store'>,
  { agreement, pairing }: { agreement: Agreement; pairing: Pairing },
  me: PersonId,
  language: Language,
): Promise<View> {
  const { version, template, terms } = agreement
  const { mine, theirs } = await signaturesFor({ store }, agreement, pairing, me)
  return {
    ...{ version, state: stateOf(agreement), terms, template },
    sentences: await sentencesOf({ store }, pairing.cohortId, template, language),
    ...(await changedIn({ store }, { agreement, pairing }, language)),
    mine: signedBy(mine),
    ...(theirs ? { partner: { ...signedBy(theirs), signedAt: iso(theirs.at) } } : {}),
  }
}

/** Whoever has signed a version reads what the next one says differently. */
async function changedIn(
  ports: Pick<Ports, 'store'>,
  { agreement, pairing }: { agreement: Agreement; pairing: Pairing },
  language: Language,
): Promise<Pick<View, 'changed'>> {
  const since = agreement.version - 1
  const before = since > 0 ? await ports.store.agreements.at(pairing.id, since) : undefined
  if (!before) return {}
  const terms = changedTerms(before.terms, agreement.terms)
  const templates = { from: before.template, to: agreement.template }
  const sentences = await sentencesChanged(ports, pairing.cohortId, templates, language)
  return { changed: { since, terms, was: before.terms, ...sentences } }
}

const signedBy = ({ goal, goalStart, at }: MySignature) => ({
  ...{ goal, goalStart },
  ...(at ? { signedAt: iso(at) } : {}),
})
