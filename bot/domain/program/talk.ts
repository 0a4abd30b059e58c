/**
 * "I would like someone to talk to": asked of one independent contact, and known to the two of them alone. Neither the Organizer
 * nor anybody else learns that it was asked, and where there is no contact nobody else is asked instead.
 */
import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { hourMs, minusMs } from '../span.ts'
import type { PlannedMoment } from './moment.ts'
import type { CohortId } from './program.ts'

export type TalkId = string

export interface Talk {
  id: TalkId
  cohortId: CohortId
  askerId: PersonId
  contactId: PersonId
  /** One line, if they like. */
  line?: string
  askedAt: Date
  /** ISO date: the working day on which the contact, if they have not answered, is reminded. */
  answerOn: string
  answeredAt?: Date
}

export const mostLineWords = 300
/** Within so many working days of whoever asks. */
export const talkWorkingDays = 3

/** @param contacts who may be asked, as far as the chart can tell @param open what the asker waits for already */
export function mayAskForTalk(
  contactId: PersonId,
  contacts: readonly PersonId[],
  open: Talk | undefined,
): true | Refusal<'not-independent' | 'request-waiting'> {
  if (!contacts.includes(contactId)) return refuse('not-independent')
  if (open) return refuse('request-waiting')
  return true
}

export type TalkMoment = 'talk-due'

/** In the morning of the last day. @param end of that day, where the asker is */
export function momentOfTalk({ id, cohortId }: Talk, end: Date): PlannedMoment<TalkMoment> {
  return {
    ...{ key: `talk-due.${id}`, kind: 'talk-due', cohortId, subject: id },
    ...{ dueAt: minusMs(end, 15 * hourMs), until: end },
  }
}
