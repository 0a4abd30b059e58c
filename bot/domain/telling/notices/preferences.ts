import type { ScorePart } from '../../pairing/pairing.ts'
import type { AskedState, RequestId } from '../../preferences/preference.ts'
import type { Face, TopicNames } from '../notice-parts.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type PreferencesNotice =
  | {
      /** "I would like to be paired with you." */
      kind: 'pair-request'
      requestId: RequestId
      state: AskedState
      partner: Face
      /** What speaks for the two, without points. */
      why: Pick<ScorePart, 'part' | 'detail'>[]
      topicNames?: TopicNames
      until: Date
      timeZone: string
    }
  /**
   * To the asker: both want it, or nobody said anything. There is no third answer; `left-open` is what becomes of the first
   * when the Organizer does not hold the two together.
   */
  | { kind: 'pair-answer'; answer: 'accepted' | 'left-open' | 'no-answer'; partner: Face }

export const preferencesTraits = {
  'pair-request': {
    ...{ mail: 'neutral', subject: 'lasting', whilePausing: 'sent' },
    lateFrom: ({ until }) => until,
  },
  'pair-answer': { ...lasting, mail: 'neutral' },
} satisfies TraitsOf<PreferencesNotice>
