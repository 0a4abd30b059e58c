/**
 * The guided path: which of its six steps has happened in this tenant. Steps are recognised by what the stand-ins
 * saw on the wire, never by asking the product, so they tick whichever way a person got there. Pairing leaves no
 * trace on the wire until something is approved: it ticks with the approval, or by hand.
 */
import type { TenantState } from '../state.ts'

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

/** A card of the bot that the visitor, as one of those they can be, answered after its Session: pressed, or replaced by the bot since. */
function isCheckInAnswered(state: TenantState): boolean {
  const firstEnd = [...state.events.values()].map(({ resource }) => resource['end'] as { dateTime?: string })
  const earliest = firstEnd.flatMap((end) => end?.dateTime ?? []).sort()[0]
  if (!earliest) return false
  const played = new Set(Object.values(state.company.personas))
  return [...state.conversations.values()].some(
    ({ personId, messages }) =>
      personId !== undefined &&
      played.has(personId) &&
      messages.some(
        ({ from, at, edited, views }) => from === 'bot' && at >= earliest && (edited || views !== undefined),
      ),
  )
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
