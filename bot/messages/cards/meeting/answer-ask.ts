import { z } from 'zod'
import { isRefused, type Refusal } from '../../../domain/refusal.ts'
import { myAsk, recordAnswers } from '../../../workflows/meeting/ask-pair.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { cardAct } from '../../card-acts.ts'
import { type AskNotice, askCard, askClosedCard, askDoneCard } from './ask.ts'

const which = z.looseObject({ askKey: z.string().min(1).max(200) })

interface Step {
  notice: AskNotice
  /** Answered as it should be without it. */
  missing?: string
  given?: Readonly<Record<string, unknown>>
  /** Nobody waits for it any more. */
  isClosed?: true
}

/** What is missing is asked for again on the card, with what was answered filled in. */
export const answerAsk = cardAct({
  verb: 'answer-ask',
  input: which.transform(({ askKey, verb: _, ...given }) => ({ askKey, given })),
  asks: 'answer-ask',
  afterClose: (ports, { askKey }) => whereIs.ask(ports, askKey),
  facts: async ({ store }, _, { askKey }) => ({ ownerId: (await store.asks.get(askKey))?.personId }),
  async act(ports, who, { askKey, given }): Promise<Step | Refusal> {
    const mine = await myAsk(ports, askKey, who)
    if (isRefused(mine)) return mine
    const { notice } = mine
    const answered = await recordAnswers(ports, askKey, who, given, 'card')
    if (!isRefused(answered)) return { notice }
    if (answered.refused === 'no-longer-open') return { notice, isClosed: true }
    const { refused, detail } = answered
    return refused === 'answer-missing' || refused === 'answer-out-of-range'
      ? { notice, given, missing: String(detail?.['field']) }
      : answered
  },
  draw: ({ notice, given, missing, isClosed }, reader) =>
    isClosed
      ? askClosedCard(reader)
      : missing === undefined
        ? askDoneCard(notice, reader)
        : askCard(notice, reader, given, missing),
})

export const changeAsk = cardAct({
  verb: 'change-ask',
  input: which,
  asks: 'answer-ask',
  afterClose: (ports, { askKey }) => whereIs.ask(ports, askKey),
  facts: async ({ store }, _, { askKey }) => ({ ownerId: (await store.asks.get(askKey))?.personId }),
  act: (ports, who, { askKey }) => myAsk(ports, askKey, who),
  draw: ({ notice, ask }, reader) => askCard(notice, reader, ask.answers),
})
