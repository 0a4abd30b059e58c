/** What publishing needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { ChallengeReading } from '../../domain/publishing/challenge.ts'
import type { Snapshot } from '../../domain/publishing/snapshot.ts'
import type { Summary, SummaryId } from '../../domain/publishing/summary.ts'
import type { Post } from '../../domain/telling/outgoing.ts'

/** One aggregate a line; see `Store`. */
export interface PublishingStore {
  snapshots: {
    get(cohortId: CohortId): Promise<Snapshot | undefined>
    /** Cohorts that nobody has looked at since that moment. */
    behind(since: Date): Promise<CohortId[]>
    save(snapshot: Snapshot): Promise<void>
  }
  challengeReadings: {
    /** The earliest first. */
    of(cohortId: CohortId): Promise<ChallengeReading[]>
    /** Instead of the one of the same moment. */
    save(reading: ChallengeReading): Promise<void>
  }
  summaries: {
    get(id: SummaryId): Promise<Summary | undefined>
    list(cohortId: CohortId): Promise<Summary[]>
    lock(id: SummaryId): Promise<Summary | undefined>
    /** Whether a text waits for this person's decision, in this Cohort or in any. */
    waitsFor(personId: PersonId, cohortId?: CohortId): Promise<boolean>
    /** Approved by the Sponsor, and not in all its channels yet. */
    unpublished(): Promise<SummaryId[]>
    save(summary: Summary): Promise<void>
    remove(id: SummaryId): Promise<void>
  }
  posts: {
    of(summaryId: SummaryId): Promise<Post[]>
    save(post: Post): Promise<void>
    /**
     * From waiting to posting; undefined when it is not waiting. A claim older than the lease becomes unknown: its
     * worker may have posted, and nobody heard.
     */
    claim(key: string, leaseMs: number): Promise<Post | undefined>
  }
}

export interface PublishingJobs {
  'post-summary': { summaryId: SummaryId }
}
