/**
 * The one shape of a named "no". Domain functions return it for what is expected to happen (a rule forbids, a state
 * does not allow); what is broken (Graph down, bad token) is thrown instead.
 */
export interface Refusal<Name extends string = string> {
  refused: Name
  /** Facts a screen or card fills its sentence with. Never content that the reader may not see. */
  detail?: Record<string, string | number>
}

export function refuse<Name extends string>(
  refused: Name,
  detail?: Record<string, string | number>,
): Refusal<Name> {
  return detail ? { refused, detail } : { refused }
}

export function isRefused(decision: unknown): decision is Refusal {
  if (typeof decision !== 'object' || decision === null || !('refused' in decision)) return false
  // An answer may count refusals under the same word; a Refusal names one.
  return typeof decision.refused === 'string'
}
