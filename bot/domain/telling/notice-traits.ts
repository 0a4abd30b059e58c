/** What holds of a kind of Notice besides how it looks: stated once, beside its shape, and read by whoever sends it. */

export interface Traits<N> {
  /**
   * Whether a mail may show its heading, which names nobody: a mailbox has more readers than a chat. `neutral`: of what is between
   * two, and of a "no", a mail says only that there is something.
   */
  mail: 'heading' | 'neutral' | ((notice: N) => 'heading' | 'neutral')
  /** From when on it would come too late to be of use, by what it names itself; `never`: that is not told by time. */
  lateFrom: 'never' | ((notice: N) => Date | undefined)
  /** What of the record has to stand for it to be sent. `own`: said in `workflows/telling/notice-subject.ts`. */
  subject: 'lasting' | 'own' | OfPair<N> | OfSession<N>
  /** Somebody who pauses gets nothing that wants something of them; what they asked for, and news of an end, still come. */
  whilePausing: 'sent' | Held<N> | ((notice: N) => 'sent' | Held<N>)
}

/** The two are still a pair. */
type OfPair<N> = N extends { pairingId: string } ? 'pair' : never
/** They are, and the Session is still to be, at that time. */
type OfSession<N> = N extends { pairingId: string; sessionId: string; start: Date } ? 'session' : never
/** Its pair is told by one of these. */
type Held<N> = N extends { pairingId: string } | { sessionId: string } | { repairId: string } ? 'held' : never

export type TraitsOf<All extends { kind: string }> = {
  [K in All['kind']]: Traits<Extract<All, { kind: K }>>
}

/** News of something lasting: as true late as at once. */
export const lasting = {
  mail: 'heading',
  lateFrom: 'never',
  subject: 'lasting',
  whilePausing: 'sent',
} as const
