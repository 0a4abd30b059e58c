/** What organization needs of the world. */
import type { PeopleQuery, PeopleResult } from '../../domain/enrolment/people-query.ts'
import { Fault } from '../../domain/fault.ts'
import type { CensusPage, DirectoryPage } from '../../domain/organization/directory-page.ts'
import type { ConfirmedTop, OrganizationFault } from '../../domain/organization/organization.ts'
import type { OrganizationReading, ReadingTrouble } from '../../domain/organization/organization-reading.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'

export interface Directory {
  /**
   * Pages from `cursor` on: without one the whole directory, else what changed since.
   * @throws DirectoryReset when the cursor is too old and everything must be read anew.
   */
  pages(cursor?: string): AsyncIterable<DirectoryPage>
  /**
   * Everybody and their manager as they are now, from `next` on. Twice the requests of `pages`, and no manager is left open.
   * @throws DirectoryReset when the directory no longer takes `next`.
   */
  census(next?: string): AsyncIterable<CensusPage>
  /** Which of these the directory no longer holds. */
  goneAmong(ids: PersonId[]): Promise<PersonId[]>
  /** JPEG or PNG, or nothing. */
  photo(id: PersonId): Promise<{ bytes: Uint8Array; type: string } | undefined>
  /** Teams somebody belongs to, with their channels. */
  channelsOf(
    id: PersonId,
  ): Promise<{ teamId: string; teamName: string; channels: { id: string; name: string }[] }[]>
}

/** Graph said 410: start over. */
export class DirectoryReset extends Fault {
  override readonly name = 'DirectoryReset'
  readonly code = 'directory-reset'
}

/** One aggregate a line; see `Store`. */
export interface OrganizationStore {
  people: {
    get(id: PersonId): Promise<Person | undefined>
    many(ids: PersonId[]): Promise<Map<PersonId, Person>>
    /** Everybody's id and stated manager: what reporting lines are built from. */
    lines(): Promise<{ id: PersonId; managerId?: PersonId; isEligible: boolean }[]>
    /** As `lines`, with what the engine scores by. The very same list until somebody changes. */
    all(): Promise<readonly Person[]>
    search(query: PeopleQuery): Promise<PeopleResult>
    /** One page and the cursor that follows it, together. */
    applyPage(page: DirectoryPage, reading: { whole: boolean; startedAt: Date; at: Date }): Promise<void>
    /** One page of a census and the link that follows it, together. */
    applyCensusPage(page: CensusPage, census: { startedAt: Date; at: Date }): Promise<void>
    /** Those whom no page has named since, at most so many. */
    unseenSince(startedAt: Date, limit: number): Promise<PersonId[]>
    /** `isWhole`: everybody was read, and whoever is missing was asked about. */
    endCensus(gone: PersonId[], end: { at: Date; isWhole: boolean }): Promise<void>
    count(): Promise<number>
  }
  organization: {
    reading(): Promise<OrganizationReading>
    begin(at: Date, whole: boolean): Promise<void>
    beginCensus(at: Date): Promise<void>
    fail(failure: ReadingTrouble): Promise<void>
    faults(): Promise<OrganizationFault[]>
    tops(): Promise<ConfirmedTop[]>
    confirmTops(personIds: PersonId[], by: PersonId, at: Date): Promise<void>
    /** Those who were confirmed until now. */
    withdrawTops(personIds: PersonId[]): Promise<PersonId[]>
    replaceFaults(faults: OrganizationFault[]): Promise<void>
  }
}

export interface OrganizationJobs {
  'read-organization': Record<string, never>
}
