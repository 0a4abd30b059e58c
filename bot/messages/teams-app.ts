/** From what was heard to who answers it. Plain data in and out; Teams itself is behind `adapter.ts`. */
import { may } from '../auth/access.ts'
import { isAway } from '../domain/fault.ts'
import type { PersonId } from '../domain/organization/person.ts'
import type { Ports } from '../workflows/ports.ts'
import { deliverMissed } from '../workflows/telling/deliver-missed.ts'
import type { Log } from './adapter.ts'
import type { Reader } from './cards/card.ts'
import { type Answer, type Handler, type Heard, silent, type Where } from './incoming.ts'
import { spoken, wordsFor } from './language/words.ts'
import { onCardAction } from './on-card-action.ts'
import { onInstall, onRemove, remember } from './on-install.ts'
import { onMessage } from './on-message.ts'

/** Activities that were heard and could not be answered: no more than any outage brings. */
const mostOwed = 10_000

export function createTeamsApp(ports: Ports, log: Log): Handler {
  const owed = new Set<string>()
  return async (heard) => {
    // Not even that it came is written down: in channels this is what people say to each other.
    if (heard.kind === 'other') return silent
    const { activityId } = heard.where
    const name = nameOf(heard.where).join(' ')
    // Looked for first: an answer stays owed when the database is away for this question too.
    if ((await wasHeardBefore(heard, ports)) && !owed.delete(name)) return silent
    try {
      if (isWord(heard)) await remember(heard.where, ports)
      return await answer(heard, ports, log)
    } catch (error) {
      // Teams sends it again after a 503, but not what somebody presses: there a person waits for words.
      if (isAway(error) && !answersEveryTime(heard)) {
        if (owed.size < mostOwed) owed.add(name)
        throw error
      }
      log.error({ err: error, kind: heard.kind, activityId }, 'An answer could not be given')
      if (heard.kind !== 'message' && heard.kind !== 'card-action') return silent
      return { kind: 'text', text: wordsFor(heard.where.locale).text('sorry-broken') }
    }
  }
}

/** Teams tells of a removal twice too: the chat's own event must not bring back what the first one forgot. */
const isWord = ({ kind }: Heard) => kind === 'installed' || kind === 'message' || kind === 'card-action'

async function answer(heard: Exclude<Heard, { kind: 'other' }>, ports: Ports, log: Log): Promise<Answer> {
  const { where } = heard
  const isSaid = heard.kind === 'message' || heard.kind === 'card-action'
  if (isSaid && where.personId && (await isStranger(where.personId, ports)))
    return { kind: 'text', text: wordsFor(where.locale).text('not-open') }
  if (isSaid && where.scope === 'personal' && where.personId) await catchUp(where.personId, ports, log)
  switch (heard.kind) {
    case 'installed':
      return onInstall(where, await readerOf(where, ports), ports)
    case 'removed':
      return onRemove(where, ports)
    case 'message':
      return onMessage(heard.text, where, await readerOf(where, ports), ports)
    case 'card-action':
      return onCardAction(heard.verb, heard.data, where, await readerOf(where, ports), ports)
  }
}

/** Whoever writes has not blocked the bot, or does not any more. What this misses, the next word brings; no answer waits for it. */
async function catchUp(personId: PersonId, ports: Ports, log: Log): Promise<void> {
  await deliverMissed(ports, personId).catch((error: unknown) =>
    log.warn({ err: error }, 'What somebody missed could not be looked for'),
  )
}

/**
 * Teams sends an activity again when an answer is late. A press waits for its answer on somebody's screen, so it is
 * answered every time; all a press can do can be done twice.
 */
async function wasHeardBefore(heard: Heard, { store }: Ports): Promise<boolean> {
  if (answersEveryTime(heard) || heard.where.activityId === '') return false
  return !(await store.reachable.firstSeen(nameOf(heard.where)))
}

/** Activity ids are moments in milliseconds: two of different conversations may have the same. */
const nameOf = ({ conversationId, threadId, activityId }: Where) => [threadId ?? conversationId, activityId]

const answersEveryTime = (heard: Heard) => heard.kind === 'card-action' && heard.via === 'execute'

/** A guest, somebody who left or was switched off, or nobody the directory knows. */
const isStranger = async (personId: PersonId, { store }: Ports) =>
  !may('enter', { personId }, { isEligible: (await store.people.get(personId))?.isEligible })

/** Others read along outside the personal chat: there the language is Teams', not one person's. */
async function readerOf({ scope, personId, locale }: Where, { store, tabLink }: Ports): Promise<Reader> {
  const person = scope === 'personal' && personId ? await store.people.get(personId) : undefined
  return { words: wordsFor(spoken(person?.preferredLanguage, locale)), tabLink }
}
