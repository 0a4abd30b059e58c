/** Forms that wait for somebody, and their answers. */
import type { Out } from '../../../contract/index.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import { partnerOf } from '../../../domain/pairing/pairing.ts'
import type { Cohort } from '../../../domain/program/program.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { myAsks, recordAnswers } from '../../../workflows/meeting/ask-pair.ts'
import { questionsOf } from '../../../workflows/meeting/questions-of.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { asks, type Handlers } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

export function askRoutes(ports: Ports): Pick<Handlers, 'answerAsk'> {
  return {
    answerAsk: asks(
      'answer-ask',
      async (_, { key }) => ({ ownerId: (await ports.store.asks.get(key))?.personId }),
      async (asker, { key, answers }) => {
        const answered = await recordAnswers(ports, key, asker.personId, answers)
        return isRefused(answered) ? answered : { state: 'answered' as const }
      },
      'not-yours',
    ),
  }
}

export async function asksOf(
  { store, clock }: Ports,
  cohort: Cohort,
  me: PersonId,
): Promise<Out<'myMentoring'>['asks']> {
  const views: Out<'myMentoring'>['asks'] = []
  for (const ask of await myAsks({ store, clock }, cohort.id, me)) {
    const { key, form, pairingId, state, until, answers } = ask
    const pairing = await store.pairings.get(pairingId)
    if (!pairing || state === 'lapsed') continue
    const partnerId = partnerOf(pairing, me)
    const partner = faceFrom(await store.people.many([partnerId]), partnerId)
    const questions = (await questionsOf({ store }, ask)).map(({ side: _, ...question }) =>
      question.kind === 'choice' ? { ...question, options: [...question.options] } : question,
    )
    views.push({
      ...{ key, form, pairingId, partner, state, until: iso(until), questions },
      ...(answers ? { answers } : {}),
    })
  }
  return views
}
