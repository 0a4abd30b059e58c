/** What program needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Closing, Thanks } from '../../domain/program/closing.ts'
import type { ContentVersion } from '../../domain/program/content.ts'
import type { Delegate } from '../../domain/program/delegate.ts'
import type { Exclusion, FormerManager } from '../../domain/program/exclusion.ts'
import type { ExclusionList } from '../../domain/program/exclusion-owner.ts'
import type { Handover, HandoverId } from '../../domain/program/handover.ts'
import type { MatchingSettings } from '../../domain/program/matching-settings.ts'
import type { Moment, PlannedMoment } from '../../domain/program/moment.ts'
import type { HeldRole, Part, ProgramRole } from '../../domain/program/part.ts'
import type { Cohort, CohortId, GroundRules, Program, ProgramId } from '../../domain/program/program.ts'
import type { Duty, DutyDone } from '../../domain/program/sponsor-duties.ts'
import type { Talk, TalkId } from '../../domain/program/talk.ts'

/** The newest of one text in one language. */
export interface WrittenContent {
  kind: string
  key: string
  language: string
  version: number
  /** False: the language gave its text back. */
  isOwn: boolean
  at: Date
}

/** One aggregate a line; see `Store`. */
export interface ProgramStore {
  programs: {
    get(id: ProgramId): Promise<Program | undefined>
    save(program: Program): Promise<void>
    /** A version of the ground rules as it was made; one that is kept already stays as it is. */
    keepRules(programId: ProgramId, rules: GroundRules, by: PersonId, at: Date): Promise<void>
    rulesOf(programId: ProgramId, version: number): Promise<string[] | undefined>
  }
  contents: {
    /** Every version of one text, the newest first. */
    versions(programId: ProgramId, kind: string, key: string): Promise<ContentVersion[]>
    /** Every text of the Program that has versions, without what it says. */
    written(programId: ProgramId): Promise<WrittenContent[]>
    add(programId: ProgramId, kind: string, key: string, version: ContentVersion): Promise<void>
  }
  handovers: {
    get(id: HandoverId): Promise<Handover | undefined>
    /** The question that waits; where several people may have the part, the one to this person. */
    open(programId: ProgramId, seat: Part, toId?: PersonId): Promise<Handover | undefined>
    /** The one asked about last, whatever came of it. */
    latest(programId: ProgramId, seat: Part): Promise<Handover | undefined>
    waitingIn(programId: ProgramId): Promise<Handover[]>
    waitingFor(personId: PersonId): Promise<Handover[]>
    save(handover: Handover): Promise<void>
  }
  programRoles: {
    /** Who has what, the longest there first; never anybody who is not one of the directory's people. */
    of(programId: ProgramId): Promise<HeldRole[]>
    ofPerson(personId: PersonId, programId?: ProgramId): Promise<HeldRole[]>
    /** Rows of people who are not there any more. */
    ofLeavers(): Promise<HeldRole[]>
    /** Independent contacts who take part by now. */
    entangled(): Promise<HeldRole[]>
    /** Programs whose Organizer is not there any more, and that have another beside. */
    headless(): Promise<ProgramId[]>
    save(held: HeldRole): Promise<void>
    /** False when there was no such row. */
    remove(held: { programId: ProgramId; personId: PersonId; role: ProgramRole }): Promise<boolean>
  }
  duties: {
    /** What was done for a Cohort. */
    of(cohortId: CohortId): Promise<DutyDone[]>
    /** Ticked twice, the first one stands. */
    tick(done: DutyDone): Promise<void>
    untick(cohortId: CohortId, duty: Duty): Promise<void>
  }
  closings: {
    of(cohortId: CohortId): Promise<Closing | undefined>
    add(closing: Closing): Promise<void>
  }
  thanks: {
    latest(cohortId: CohortId): Promise<Thanks | undefined>
    version(cohortId: CohortId, version: number): Promise<Thanks | undefined>
    add(thanks: Thanks): Promise<void>
    /** Agreed to twice, the first one stands. */
    agree(thanks: Thanks, by: PersonId, at: Date): Promise<void>
  }
  /** Asked and read by two people; nobody else's query goes through this table. */
  talks: {
    get(id: TalkId): Promise<Talk | undefined>
    /** The earliest first. */
    ofAsker(cohortId: CohortId, askerId: PersonId): Promise<Talk[]>
    ofContact(contactId: PersonId): Promise<Talk[]>
    add(talk: Talk): Promise<void>
    /** The line is forgotten. */
    answer(talk: Talk, at: Date): Promise<void>
    remove(id: TalkId): Promise<void>
  }
  cohorts: {
    get(id: CohortId): Promise<Cohort | undefined>
    list(): Promise<Cohort[]>
    /** Everything but what counts in matching. */
    save(cohort: Cohort): Promise<void>
    /** From when on its retention counts. */
    closed(id: CohortId, at: Date): Promise<void>
    /** What people said in it is gone. */
    isForgotten(id: CohortId): Promise<boolean>
    changeMatching(id: CohortId, matching: MatchingSettings): Promise<void>
  }
  exclusions: {
    list(): Promise<Exclusion[]>
    /** What the source said before gives way; other sources that say the same stay. */
    replaceSource(source: string, rows: Exclusion[]): Promise<void>
    /** False when there was no such line. */
    remove(exclusion: Exclusion): Promise<boolean>
    /** Whose each list is. */
    lists(): Promise<ExclusionList[]>
    listOf(source: string): Promise<ExclusionList | undefined>
    saveList(list: ExclusionList): Promise<void>
    /** The name is free again. */
    forgetList(source: string): Promise<void>
    countOf(source: string): Promise<number>
    formerManagers(): Promise<FormerManager[]>
  }
  moments: {
    /** What changed that moments depend on: saving a Pairing, a Session or somebody who takes part stirs it. */
    stirred(limit: number): Promise<string[]>
    /** Whoever takes part in one of its Cohorts. */
    stirProgram(programId: ProgramId): Promise<void>
    /** Looked at. */
    calm(subject: string): Promise<void>
    /** Stirs whatever runs. False when that was done for this day. @param day ISO date */
    stirAllOnce(day: string): Promise<boolean>
    /** The moments of one subject from now on: what is planned moves or goes, what is done stays. */
    plan(subject: string, planned: readonly PlannedMoment[]): Promise<void>
    /** Keys of those to do now, the longest waiting first. */
    due(now: Date, limit: number): Promise<string[]>
    /** Locks the row until the transaction ends. */
    lock(key: string): Promise<Moment | undefined>
    /** In the order of their dates. */
    of(subject: string): Promise<Moment[]>
    save(moment: Moment): Promise<void>
  }
  delegates: {
    of(leaderId: PersonId): Promise<Delegate | undefined>
    /** Whom somebody assists. */
    leadersOf(assistantId: PersonId): Promise<Delegate[]>
    /** One leader has one assistant: another takes the place. False when it is that one already. */
    name(delegate: Delegate): Promise<boolean>
    /** Whoever it was; nobody where there was none, or another one. */
    remove(leaderId: PersonId, assistantId?: PersonId): Promise<Delegate | undefined>
  }
}
