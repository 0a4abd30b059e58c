/**
 * What the bot has to say, as plain data: the messages folder turns it into a card in the reader's language. A Notice holds only
 * what its reader may see. Each kind has its shape and its traits in one place, by the shelf it is about.
 */
import type { ShownFigure, SummaryId } from '../publishing/summary.ts'
import type { Traits, TraitsOf } from './notice-traits.ts'
import { type EnrolmentNotice, enrolmentTraits } from './notices/enrolment.ts'
import { type MeetingNotice, meetingTraits } from './notices/meeting.ts'
import { type PairingNotice, pairingTraits } from './notices/pairing.ts'
import { type PreferencesNotice, preferencesTraits } from './notices/preferences.ts'
import { type ProgramNotice, programTraits } from './notices/program.ts'
import { type PublishingNotice, publishingTraits } from './notices/publishing.ts'
import { type SchedulingNotice, schedulingTraits } from './notices/scheduling.ts'
import { type SpeedNotice, speedTraits } from './notices/speed.ts'

/** Begins the keys of cards about which nobody but the two may learn, not even that there is one. */
export const betweenTwo = 'request.'

export type Notice =
  | EnrolmentNotice
  | MeetingNotice
  | PairingNotice
  | PreferencesNotice
  | ProgramNotice
  | PublishingNotice
  | SchedulingNotice
  | SpeedNotice

const traits = {
  ...enrolmentTraits,
  ...meetingTraits,
  ...pairingTraits,
  ...preferencesTraits,
  ...programTraits,
  ...publishingTraits,
  ...schedulingTraits,
  ...speedTraits,
} satisfies TraitsOf<Notice>

/** The kinds whose subject is asked for in a way of their own. */
export type OwnSubject = {
  [K in Notice['kind']]: (typeof traits)[K]['subject'] extends 'own' ? K : never
}[Notice['kind']]

/** What holds of its kind; a trait that depends on the Notice itself takes this very one. */
export function traitsOf(notice: Notice): Traits<Notice> {
  // The entry of this very kind, which the compiler cannot see through the union.
  return traits[notice.kind] as unknown as Traits<Notice>
}

/** What goes to a company channel. */
export interface Announcement {
  summaryId: SummaryId
  title: string
  body: string
  figures: ShownFigure[]
  /** In which it was written. */
  language?: string
  programName: string
}
