/**
 * A form is put to both of a pair; each answers alone. When nobody is waited for any more, what they said together decides
 * something: a card to both that is the same whoever said what, and where it takes somebody else, a line for the Organizer.
 */
import {
  type Ask,
  answerAsk,
  askKey,
  askWithinDays,
  isSettled,
  outcomeOfPair,
  type PairOutcome,
} from '../../domain/meeting/ask.ts'
import type { ConcernKind } from '../../domain/meeting/concern.ts'
import type { FormName } from '../../domain/meeting/form.ts'
import { choiceOf, type PairChoice } from '../../domain/meeting/pair-choice.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Pairing, PairingId } from '../../domain/pairing/pairing.ts'
import { defaultVersion } from '../../domain/program/content.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { dayMs, plusMs } from '../../domain/span.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { eachAlone } from '../each-alone.ts'
import { partnerFace } from '../pairing/over.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { raiseConcerns } from '../telling/raise-concerns.ts'
import { type AnsweredOn, redrawCards } from '../telling/redraw-cards.ts'
import { formVersion, questionsOf } from './questions-of.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** Joins an open transaction. Asked once, however often it is called. */
export async function askPair(
  ports: Needs,
  form: FormName,
  pairingId: PairingId,
): Promise<'done' | 'skipped'> {
  const { store, clock } = ports
  const pairing = await store.pairings.lock(pairingId)
  if (!pairing || (pairing.state !== 'active' && pairing.state !== 'completed')) return 'skipped'
  const version = await formVersion(ports, pairing.cohortId, form)
  const known = new Set((await store.asks.ofPairing(pairingId)).map(({ key }) => key))
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    const key = askKey(form, pairingId, personId)
    if (known.has(key)) continue
    const askedAt = clock.now()
    const ask: Ask = {
      ...{ key, form, version, personId, pairingId },
      ...{ cohortId: pairing.cohortId, side: pairing.mentorId === personId ? 'mentor' : 'mentee' },
      ...{ state: 'asked', askedAt, until: plusMs(askedAt, askWithinDays * dayMs) },
      sharesGoal: form === 'closing',
    }
    await store.asks.save(ask)
    await tellOfAsk(ports, ask, pairing)
  }
  return 'done'
}

async function tellOfAsk(ports: Needs, ask: Ask, pairing: Pairing): Promise<void> {
  await tell(ports, `ask.${ask.key}`, ask.personId, await noticeOf(ports, ask, pairing))
}

/** The same card once more, which says that it is the only reminder. Joins an open transaction. */
export async function askAgain(ports: Needs, ask: Ask, pairing: Pairing): Promise<void> {
  const notice = await noticeOf(ports, ask, pairing)
  await tell(ports, againKey(ask.key), ask.personId, { ...notice, again: true })
}

const againKey = (key: string) => `ask-again.${key}`
const cardsOf = (key: string) => [`ask.${key}`, againKey(key)]

const saying =
  (state: 'answered' | 'closed') =>
  (notice: Notice): Notice =>
    notice.kind === 'ask' ? { ...notice, state } : notice

type OutcomeNotice = Extract<Notice, { kind: 'pair-outcome' }>
type AskNotice = Extract<Notice, { kind: 'ask' }>

async function noticeOf({ store }: Pick<Ports, 'store'>, ask: Ask, pairing: Pairing): Promise<AskNotice> {
  const { key: askKey, form, personId, pairingId, side, until } = ask
  const partner = await partnerFace(store, pairing, personId)
  const notice = { kind: 'ask', askKey, form, side, pairingId, until, partner } as const
  return ask.version === defaultVersion ? notice : { ...notice, questions: await questionsOf({ store }, ask) }
}

/** From the card or the tab. Only the one who was asked may answer; the same answer twice changes nothing. */
export async function recordAnswers(
  ports: Needs,
  key: string,
  by: PersonId,
  given: Readonly<Record<string, unknown>>,
  answeredOn: AnsweredOn = 'page',
): Promise<Ask | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const seen = await store.asks.get(key)
    if (seen?.personId !== by) return refuse('not-yours')
    // Both may press at the same moment; what follows is decided from both answers.
    const pairing = await store.pairings.lock(seen.pairingId)
    const ask = await store.asks.get(key)
    if (!pairing || !ask) return refuse('not-yours')
    if (await isConcluded(ports, ask)) return refuse('no-longer-open')
    const answered = answerAsk(ask, await questionsOf(ports, ask), given, clock.now())
    if (isRefused(answered)) return answered
    await store.asks.save(answered)
    await redrawCards(ports, cardsOf(key), saying('answered'), answeredOn)
    await concludeWhenSettled(ports, answered.form, pairing)
    return answered
  })
}

/** The ask as the card of its own person shows it, with what they answered. */
export async function myAsk(
  { store }: Pick<Ports, 'store'>,
  key: string,
  personId: PersonId,
): Promise<{ notice: AskNotice; ask: Ask } | Refusal> {
  const ask = await store.asks.get(key)
  const pairing = ask && (await store.pairings.get(ask.pairingId))
  if (ask?.personId !== personId || !pairing) return refuse('not-yours')
  return { notice: await noticeOf({ store }, ask, pairing), ask }
}

/** What waits for this person's answer in a Cohort, and what they may still change; the earliest first. */
export async function myAsks(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  cohortId: CohortId,
  personId: PersonId,
): Promise<Ask[]> {
  const open: Ask[] = []
  for (const ask of await store.asks.ofPerson(personId)) {
    if (ask.cohortId !== cohortId || ask.until <= clock.now() || ask.state === 'lapsed') continue
    if (!(await isConcluded({ store }, ask))) open.push(ask)
  }
  return open
}

const lapsedAtOnce = 200

/** Nobody answered in time: the other's answer counts alone. */
export async function lapseAsks(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachAlone(await store.asks.overdue(clock.now(), lapsedAtOnce), ({ key, pairingId }) =>
    store.transaction(async () => {
      const pairing = await store.pairings.lock(pairingId)
      const ask = await store.asks.get(key)
      if (!pairing || ask?.state !== 'asked') return
      await store.asks.save({ ...ask, state: 'lapsed' })
      await redrawCards(ports, cardsOf(key), saying('closed'))
      await concludeWhenSettled(ports, ask.form, pairing)
    }),
  )
}

async function asksOf({ store }: Pick<Ports, 'store'>, form: FormName, id: PairingId): Promise<Ask[]> {
  return (await store.asks.ofPairing(id)).filter((ask) => ask.form === form)
}

/** What the two said has had its effect: from then on nothing of it changes, so that no answer can be told from a difference. */
async function isConcluded(ports: Pick<Ports, 'store'>, { form, pairingId }: Ask): Promise<boolean> {
  return isSettled(await asksOf(ports, form, pairingId))
}

/** What the Organizer should look at, in words that name neither of the two. */
const concernsOf: Partial<Record<`${FormName}.${PairOutcome}`, ConcernKind>> = {
  'fit.doubt': 'fit-in-doubt',
  'midpoint.part': 'change-wanted',
}

/**
 * `part` is not said to the two: whoever wrote it knows, and the other hears it from the Organizer. Both read that there is
 * something to talk about, as for smaller changes.
 */
const said: Partial<Record<`${FormName}.${PairOutcome}`, OutcomeNotice['result']>> = {
  'midpoint.good': 'good',
  'midpoint.talk': 'talk',
  'midpoint.part': 'talk',
}

/** What the two chose is theirs, and stands once. */
async function keepChoice({ store, clock }: Needs, asks: readonly Ask[], pairing: Pairing) {
  const choice = choiceOf(asks)
  if (choice && !(await store.pairEndings.of(pairing.id)))
    await store.pairEndings.save({
      ...{ pairingId: pairing.id, cohortId: pairing.cohortId, choice, at: clock.now() },
    })
  return choice
}

/** Two who would go on are told how, as long as their pair goes on. */
const saidOf = (choice: PairChoice, { state }: Pairing): OutcomeNotice['result'] =>
  choice === 'continue' && state !== 'active' ? 'goes-on' : choice

async function concludeWhenSettled(ports: Needs, form: FormName, pairing: Pairing): Promise<void> {
  const asks = await asksOf(ports, form, pairing.id)
  if (!isSettled(asks)) return
  const outcome = outcomeOfPair(form, asks)
  if (!outcome) return
  const choice = form === 'closing' ? await keepChoice(ports, asks, pairing) : undefined
  const result = choice ? saidOf(choice, pairing) : said[`${form}.${outcome}`]
  if (result) {
    for (const personId of [pairing.mentorId, pairing.menteeId])
      await tell(ports, `outcome.${form}.${pairing.id}.${personId}`, personId, {
        ...{ kind: 'pair-outcome', form, result, pairingId: pairing.id },
        partner: await partnerFace(ports.store, pairing, personId),
      })
  }
  const kind = concernsOf[`${form}.${outcome}`]
  const cohort = kind && (await ports.store.cohorts.get(pairing.cohortId))
  if (kind && cohort)
    await raiseConcerns(ports, cohort, [
      { key: `${kind}.${pairing.id}`, pairingId: pairing.id, kind, detail: {} },
    ])
}
