import { auditStore } from './audit.ts'
import { checkInStore } from './check-ins.ts'
import { rankingStore, requestStore, vetoStore } from './choices.ts'
import { concernStore } from './concerns.ts'
import type { DataKeys } from './data-keys.ts'
import type { Database } from './database.ts'
import { delegateStore } from './delegates.ts'
import { exclusionStore } from './exclusions.ts'
import { handoverStore } from './handovers.ts'
import { holdStore, sessionStore } from './holds.ts'
import { noticeStore, reachableStore } from './notices.ts'
import { organizationStore } from './organization.ts'
import { pairingStore, runStore, wishStore } from './pairings.ts'
import { participantStore } from './participants.ts'
import { peopleStore } from './people.ts'
import { cohortStore, programStore } from './programs.ts'
import { repairStore } from './repairs.ts'
import { scenarioStore } from './scenarios.ts'
import { snapshotStore } from './snapshots.ts'
import { speedStore } from './speed.ts'
import { postStore, summaryStore } from './summaries.ts'
import { watchStore } from './watches.ts'

/** Every aggregate over one database. */
export function createStore(database: Database, keys: DataKeys) {
  return {
    dataKeys: keys,
    transaction: database.transaction,
    async lock(name: string): Promise<void> {
      await database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
    },
    people: peopleStore(database, keys),
    organization: organizationStore(database),
    programs: programStore(database),
    handovers: handoverStore(database),
    cohorts: cohortStore(database, keys),
    participants: participantStore(database, keys),
    pairings: pairingStore(database, keys),
    wishes: wishStore(database),
    rankings: rankingStore(database, keys),
    requests: requestStore(database),
    vetoes: vetoStore(database, keys),
    exclusions: exclusionStore(database),
    scenarios: scenarioStore(database),
    runs: runStore(database),
    holds: holdStore(database),
    sessions: sessionStore(database),
    repairs: repairStore(database),
    concerns: concernStore(database),
    watches: watchStore(database),
    checkIns: checkInStore(database, keys),
    snapshots: snapshotStore(database),
    speed: speedStore(database, keys),
    delegates: delegateStore(database),
    summaries: summaryStore(database),
    posts: postStore(database),
    notices: noticeStore(database, keys),
    reachable: reachableStore(database),
    audit: auditStore(database),
  }
}
