import type { SummaryId } from '../../publishing/summary.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type PublishingNotice =
  | { kind: 'summary-to-approve'; summaryId: SummaryId; title: string; authorName: string }
  /** What became of a text, to whoever wrote it last. */
  | ({ kind: 'summary-news'; summaryId: SummaryId; title: string } & (
      | { what: 'sent-back'; byName: string; note: string }
      | { what: 'approved' | 'withdrawn'; byName: string }
      /** In how many channels it stands by now. */
      | { what: 'published'; posted: number }
      | { what: 'failed'; posted: number; of: number }
    ))

export const publishingTraits = {
  'summary-to-approve': { ...lasting, subject: 'own' },
  'summary-news': { ...lasting, subject: 'own' },
} satisfies TraitsOf<PublishingNotice>
