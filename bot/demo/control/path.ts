/**
 * The guided path: which of its six steps has happened in this tenant. Steps are recognised by what the stand-ins
 * saw on the wire, never by asking the product, so they tick whichever way a person got there. Pairing leaves no
 * trace on the wire until something is approved: it ticks with the approval, or by hand.
 */
import type { TenantState } from '../state.ts'
import { cardOf } from '../teams/acts.ts'

export const STEPS = ['read', 'pair', 'approve', 'calendar', 'check-in', 'publish'] as const
export type Step = (typeof STEPS)[number]

export interface GuidedPath {
  /** Looks at what has happened since and returns the steps done, in order. */
  done: () => Step[]
  mark: (step: Step) => void
}

export function createGuidedPath(state: TenantState): GuidedPath {
  const marked = state.stepsDone as Set<Step>
  const seen: Record<Step, () => boolean> = {
    read: () => saw(state, 'GET', '/users/delta'),
    pair: () => marked.has('approve'),
    approve: () => [...state.events.values()].some(({ resource }) => resource['recurrence']),
    calendar: () => false,
    'check-in': () => isCheckInAnswered(state),
    publish: () => isPosted(state),
  }
  return {
    mark: (step) => void marked.add(step),
    done() {
      for (const step of [...STEPS].reverse()) if (seen[step]()) marked.add(step)
      return STEPS.filter((step) => marked.has(step))
    },
  }
}

function saw(state: TenantState, method: string, part: string): boolean {
  return state.log.some(
    (entry) =>
      entry.service === 'graph' && entry.method === method && entry.status < 300 && entry.path.includes(part),
  )
}

/**
 * What the visitor, as one of those they can be, sees of a check-in is the answer they gave: a button to change it. A press
 * that was refused leaves the question as it was.
 */
function isCheckInAnswered(state: TenantState): boolean {
  return Object.values(state.company.personas).some((personId) =>
    [...state.conversations.values()].some(
      (conversation) =>
        conversation.personId === personId &&
        conversation.messages.some(
          (message) => message.from === 'bot' && hasButton(cardOf(message, personId), 'change-check-in'),
        ),
    ),
  )
}

/** Whether a card has a button of that verb, however deep. */
function hasButton(card: unknown, verb: string): boolean {
  if (typeof card !== 'object' || card === null) return false
  if ((card as { verb?: unknown }).verb === verb) return true
  return Object.values(card).some((inner) => hasButton(inner, verb))
}

/** A thread the bot began in a channel by itself; a greeting on installation is an answer in the channel instead. */
function isPosted(state: TenantState): boolean {
  return state.log.some(
    ({ service, method, path, status, requestBody }) =>
      service === 'teams' &&
      method === 'POST' &&
      path.endsWith('/v3/conversations') &&
      status < 300 &&
      (requestBody as { isGroup?: boolean } | undefined)?.isGroup === true,
  )
}
