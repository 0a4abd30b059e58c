import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Idea, IdeaId, IdeaWords, Shared } from '../../domain/meeting/idea.ts'
import { isShared } from '../../domain/meeting/idea.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

/** What was answered to it. */
interface Told {
  reason: string
  outcome?: string
}

const gone = { title: '', what: '', isErased: true } as const

export function ideaStore({ orm }: Database, keys: DataKeys) {
  const opened = (rows: (typeof t.ideas.$inferSelect)[]) =>
    keys.openEach(
      rows,
      ({ cohortId }) => cohortId,
      (row, box): Idea => {
        const { words: sealedWords, told: sealedTold, ...rest } = present(row)
        const words = box.open<IdeaWords>(places.idea(row.id), sealedWords)
        const told =
          sealedTold === undefined ? undefined : box.open<Told>(places.ideaTold(row.id), sealedTold)
        // By its state each has what it takes: `save` is the one way in.
        return {
          ...rest,
          ...(words === erased ? gone : words),
          ...(told === erased ? { reason: '', outcome: '' } : told),
        } as Idea
      },
    )
  return {
    async get(id: IdeaId): Promise<Idea | undefined> {
      const [idea] = await opened(await orm.select().from(t.ideas).where(eq(t.ideas.id, id)))
      return idea
    },
    async ofPairing(pairingId: PairingId): Promise<Idea[]> {
      return opened(
        await orm
          .select()
          .from(t.ideas)
          .where(eq(t.ideas.pairingId, pairingId))
          .orderBy(asc(t.ideas.wroteAt), asc(t.ideas.id)),
      )
    },
    async shared(cohortId: CohortId): Promise<Shared[]> {
      const ideas = await opened(
        await orm
          .select()
          .from(t.ideas)
          .where(and(eq(t.ideas.cohortId, cohortId), isNotNull(t.ideas.sharedAt)))
          .orderBy(asc(t.ideas.sharedAt), asc(t.ideas.id)),
      )
      return ideas.filter(isShared)
    },
    async save(idea: Idea): Promise<void> {
      const box = await keys.boxOf(idea.cohortId)
      const { id, cohortId, pairingId, writerId, wroteAt, state, withNames, title, what } = idea
      const { forWhom, objective } = idea
      const words: IdeaWords = {
        ...{ title, what },
        ...(forWhom === undefined ? {} : { forWhom }),
        ...(objective === undefined ? {} : { objective }),
      }
      const decided = 'reason' in idea ? idea : undefined
      const outcome = 'outcome' in idea ? idea.outcome : undefined
      const told = decided && { reason: decided.reason, ...(outcome === undefined ? {} : { outcome }) }
      const changing = {
        ...{ state, withNames },
        sharedAt: isShared(idea) ? idea.sharedAt : null,
        decidedAt: decided?.decidedAt ?? null,
        decidedById: decided?.decidedById ?? null,
        ownerId: decided?.ownerId ?? null,
        closedAt: 'closedAt' in idea ? idea.closedAt : null,
        told: told ? box.seal(places.ideaTold(id), told) : null,
      }
      const sealed = box.seal(places.idea(id), words)
      await orm
        .insert(t.ideas)
        .values({ id, cohortId, pairingId, writerId, wroteAt, words: sealed, ...changing })
        .onConflictDoUpdate({ target: t.ideas.id, set: changing })
    },
  }
}
