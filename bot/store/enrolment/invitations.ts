import { and, asc, count, eq, inArray, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import { type Invitation, type InvitationId, invitingStages } from '../../domain/enrolment/invitation.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { inParts, present } from '../rows.ts'
import * as t from '../schema.ts'

type Row = typeof t.invitations.$inferSelect

const toInvitation = (row: Row) => present(row) as Invitation

export function invitationStore({ orm }: Database) {
  const theirs = and(
    eq(t.participants.cohortId, t.invitations.cohortId),
    eq(t.participants.personId, t.invitations.personId),
  )
  const isOut = notExists(orm.select({ one: sql`1` }).from(t.participants).where(theirs))
  /** Of Cohorts that people can enroll in; the earliest first. */
  async function open(where: ReturnType<typeof and>, most: number): Promise<Invitation[]> {
    const rows = await orm
      .select({ row: t.invitations })
      .from(t.invitations)
      .innerJoin(t.cohorts, eq(t.cohorts.id, t.invitations.cohortId))
      .where(
        and(eq(t.invitations.state, 'open'), inArray(t.cohorts.stage, [...invitingStages]), isOut, where),
      )
      .orderBy(asc(t.invitations.invitedAt), asc(t.invitations.id))
      .limit(most)
    return rows.map(({ row }) => toInvitation(row))
  }
  return {
    async get(id: InvitationId): Promise<Invitation | undefined> {
      const [row] = await orm.select().from(t.invitations).where(eq(t.invitations.id, id))
      return row && toInvitation(row)
    },
    async ofPerson(personId: PersonId): Promise<Invitation[]> {
      const rows = await orm.select().from(t.invitations).where(eq(t.invitations.personId, personId))
      return rows.map(toInvitation)
    },
    async invited(cohortId: CohortId): Promise<PersonId[]> {
      const rows = await orm
        .select({ personId: t.invitations.personId })
        .from(t.invitations)
        .where(eq(t.invitations.cohortId, cohortId))
      return rows.map(({ personId }) => personId)
    },
    /** Of these people, those who are invited. */
    async among(cohortId: CohortId, people: readonly PersonId[]): Promise<Set<PersonId>> {
      if (people.length === 0) return new Set()
      const rows = await orm
        .select({ personId: t.invitations.personId })
        .from(t.invitations)
        .where(and(eq(t.invitations.cohortId, cohortId), inArray(t.invitations.personId, [...people])))
      return new Set(rows.map(({ personId }) => personId))
    },
    async counts(cohortId: CohortId) {
      const [row] = await orm
        .select({
          invited: count(),
          unsent: count(
            sql`case when ${and(eq(t.invitations.state, 'open'), isNull(t.invitations.sentAt))} then 1 end`,
          ),
          opened: count(t.invitations.openedAt),
          enrolled: count(t.participants.id),
          declined: count(sql`case when ${eq(t.invitations.state, 'declined')} then 1 end`),
        })
        .from(t.invitations)
        .leftJoin(t.participants, theirs)
        .where(eq(t.invitations.cohortId, cohortId))
      return row!
    },
    unsent: (most: number): Promise<Invitation[]> => open(isNull(t.invitations.sentAt), most),
    /** Sent until then, and not reminded since. */
    toRemind: (until: Date, most: number): Promise<Invitation[]> =>
      open(
        and(
          isNotNull(t.invitations.sentAt),
          lte(t.invitations.sentAt, until),
          isNull(t.invitations.remindedAt),
        ),
        most,
      ),
    /** Whoever is invited already stays so as they were. */
    async add(invitations: readonly Invitation[]): Promise<void> {
      for (const part of inParts(invitations, 1000))
        await orm.insert(t.invitations).values(part).onConflictDoNothing()
    },
    async save(invitation: Invitation): Promise<void> {
      await orm
        .insert(t.invitations)
        .values(invitation)
        .onConflictDoUpdate({ target: t.invitations.id, set: invitation })
    },
  }
}
