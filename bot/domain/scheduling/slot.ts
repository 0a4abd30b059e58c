/** When a series takes place: the same wall-clock time in one named zone, every so many weeks. */
export interface Slot {
  /** Local date of the first Session, ISO, in `timeZone`. */
  firstDate: string
  /** Wall-clock HH:MM in `timeZone`; 15:00 stays 15:00 across clock changes. */
  time: string
  minutes: number
  /** IANA zone of the person in whose mailbox the series is organized. */
  timeZone: string
  /** Weeks between occurrences. */
  everyWeeks: number
  occurrences: number
  /** Number of its first Session, when earlier ones took place at another time; 1 when absent. */
  fromNumber?: number
}
