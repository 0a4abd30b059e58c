import type { PersonId } from '../../organization/person.ts'
import type { Thanked, ThanksWords } from '../../program/closing.ts'
import type { LateStage } from '../../program/cohort-timetable.ts'
import type { HandoverId, HandoverState } from '../../program/handover.ts'
import type { Part } from '../../program/part.ts'
import type { CohortId } from '../../program/program.ts'
import type { Duty } from '../../program/sponsor-duties.ts'
import type { TalkId } from '../../program/talk.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type ProgramNotice =
  | {
      /** A leader's assistant was named, is it no more (both to the assistant), or gave it up (to the leader). */
      kind: 'assisting'
      state: 'named' | 'over' | 'stopped'
      leaderId: PersonId
      leaderName: string
      assistantName: string
    }
  | {
      /** To the Sponsor, a week before a date on which a word of theirs counts. */
      kind: 'sponsor-duty'
      cohortId: CohortId
      duty: Duty
      state: 'due' | 'done'
      programName: string
      cohortName: string
      /** ISO date. */
      on: string
    }
  | {
      /** To the Organizer: a planned date has come, and the Cohort is not there yet. */
      kind: 'late-stage'
      cohortId: CohortId
      what: LateStage
      programName: string
      cohortName: string
      /** ISO date. */
      on: string
      mentors: number
      mentees: number
      applied: number
    }
  | {
      /** "Would you be the Sponsor of this Program?" */
      kind: 'seat-asked'
      handoverId: HandoverId
      seat: Part
      state: HandoverState
      programName: string
      /** The challenge the Program stands for. */
      statement: string
      askedByName: string
      /** Who has the seat now; absent where nobody had it. */
      fromName?: string
    }
  | {
      /** What became of the question, to whoever has the seat or asked. */
      kind: 'seat-news'
      seat: Part
      state: HandoverState
      programName: string
      personName: string
      reader: 'holder' | 'asker'
    }
  | {
      /** What became of a part in a Program that somebody has: to them, or to the Organizers. */
      kind: 'part-news'
      part: Part
      what: 'left' | 'gone' | 'takes-part' | 'follows' | 'taken-back' | 'decides' | 'decides-no-more'
      programName: string
      /** Whose part it is; of what somebody else decided, who did. */
      personName: string
      /** It is about the reader. */
      isReader: boolean
      /** ISO date: the last day on which a stand-in decides. */
      until?: string
    }
  | {
      /** To an independent contact: somebody would like to talk. Who, they read on the page alone. */
      kind: 'talk-asked'
      talkId: TalkId
      programName: string
      /** ISO date. */
      answerOn: string
      /** The one reminder. */
      again?: true
    }
  | {
      /** To the Sponsor: would they thank everybody in these words? */
      kind: 'thanks'
      what: 'agree'
      cohortId: CohortId
      version: number
      words: ThanksWords
      programName: string
      cohortName: string
    }
  | {
      /** A Cohort has closed: to whoever took part in it, left it, or was left out. */
      kind: 'thanks'
      what: 'told'
      as: Thanked
      cohortId: CohortId
      words: ThanksWords
      programName: string
      cohortName: string
      /** The Sponsor, who agreed to these words; without one they are the Program's. */
      speakerName?: string
      /** Enrollment for it is open. */
      next?: { cohortId: CohortId; name: string }
    }
  /** To the owner of a list of exclusions: somebody else brought a file of that name. Nothing changed. */
  | { kind: 'list-tried'; source: string; byName: string }

export const programTraits = {
  assisting: { ...lasting, subject: 'own' },
  'sponsor-duty': { ...lasting, subject: 'own' },
  'late-stage': { ...lasting, subject: 'own' },
  'seat-asked': { ...lasting, subject: 'own' },
  'seat-news': lasting,
  'part-news': lasting,
  'talk-asked': { ...lasting, mail: 'neutral', subject: 'own' },
  thanks: { ...lasting, subject: 'own' },
  'list-tried': lasting,
} satisfies TraitsOf<ProgramNotice>
