import { type Element, press, type Reader } from './card.ts'

/** Names the Session and the date that its card speaks of. */
export function cannotMakeItButton(
  { words }: Reader,
  { pairingId, sessionId, start }: { pairingId: string; sessionId?: string | undefined; start: Date },
): Element {
  const which = sessionId === undefined ? { pairingId } : { sessionId, at: start.toISOString() }
  return press(words.text('cannot-make-it'), 'cannot-make-it', which)
}
