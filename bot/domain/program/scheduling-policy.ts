/** How a Cohort's Sessions are scheduled; every choice has a default that suits reverse mentoring. */
export interface SchedulingPolicy {
  /** Whose mailbox organizes the series. `program` needs `programMailbox`. */
  organizer: 'mentor' | 'mentee' | 'program'
  /** Entra object id of the program's mailbox. */
  programMailbox?: string
  /** Who may read a calendar without being in the meeting reads of a private one that the time is taken, no more. */
  sensitivity: 'normal' | 'private'
  /** Whether a tentative entry keeps its time. */
  tentativeIs: 'busy' | 'free'
  /** ISO weekdays without meetings. */
  noMeetingDays: number[]
  /** ISO dates on which nobody meets. */
  holidays: string[]
  /** Wall-clock HH:MM in each person's own zone. */
  preferred?: { from: string; to: string }
  /** Days between booking and the first Session. */
  noticeDays: number
  /** Nothing new is booked while this is so. */
  paused: boolean
  ladder: StallLadder
}

/** Within so many weeks the first Session of a pair is looked for. */
export const firstWithinWeeks = 3

/** Why a mailbox cannot invite to Sessions: there is none, the app may not reach it, or it writes no Teams meetings. */
export type MailboxTrouble = 'mailbox-missing' | 'mailbox-out-of-reach' | 'mailbox-without-teams'

/** After how many Sessions in a row that did not take place who is told; the Sponsor only where that is switched on. */
export interface StallLadder {
  pair: number
  organizer: number
  sponsor?: number
}

export const usualScheduling: SchedulingPolicy = {
  organizer: 'mentor',
  sensitivity: 'private',
  tentativeIs: 'busy',
  noMeetingDays: [],
  holidays: [],
  noticeDays: 2,
  paused: false,
  ladder: { pair: 1, organizer: 2 },
}
